namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>
/// DX680 to DX699: published data as JSON (dxpublication/1), beyond what is told of any file that is read so strictly (DX400 to DX449), and the figures of
/// other municipalities on their way into a plan.
/// </summary>
internal static partial class DiagnosticCatalogue
{
    private static DiagnosticEntry[] Publications =>
    [
        Told("DX680", T("公表データの実績や目標が、年度の早い順に並んでいない。", "Figures of published data do not stand in the order of their years."),
            T("年度の早い順に、一つの年度に一つの値を書く。", "Write one figure a year, the earliest year first."),
            T("令和6年度の実績が二つある公表データ。", "Published data with two figures of fiscal 2024.")),
        Told("DX690", T("他都市の公表データに、要る列又は実績がない。", "Another municipality's data lacks a column, or has no actual values."),
            T("publication.json か kpis.csv を、公表されたまま取り込む。", "Bring publication.json or kpis.csv as published."),
            T("列を削って保存し直した kpis.csv。", "A kpis.csv from which columns were deleted.")),
        Told("DX691", T("他都市の公表データの値が読めない、又は同じ行が二つある。", "A value of another municipality's data cannot be read, or a row stands twice."),
            T("公表されたファイルをそのまま取り込む。", "Bring the file as it was published."),
            T("表計算ソフトで保存し直して、日付が 2025/3/31 になった kpis.csv。", "A kpis.csv saved in a spreadsheet program, with dates such as 2025/3/31.")),
        Told("DX692", T("他都市の公表データの団体コードが違う、又は二つ以上の団体の行がある。", "The municipality's code is wrong, or there are rows of several municipalities."),
            T("公表した団体に確かめる。団体ごとに取り込む。", "Ask who published it; bring one municipality at a time."),
            T("先頭の0が落ちた団体コード。", "A code whose leading zero is gone.")),
        Told("DX693", T("自分の団体の公表データである。", "The data is that of the plan's own municipality."),
            T("他都市の公表データを取り込む。", "Bring another municipality's data."),
            T("公表した自分の kpis.csv。", "One's own published kpis.csv.")),
        Told("DX694", T("並べようとした指標の単位が違う。", "KPIs that are to stand side by side have different units."),
            T("同じ単位の指標を選ぶ。計画の単位が空欄なら入力する。", "Choose one in the same unit, or enter the unit in the plan."),
            T("「％」の指標と「件」の指標の組。", "A share beside a count.")),
        Told("DX695", T("集計又は望ましい方向が違う指標を、同じ定義としている。", "KPIs that are counted differently are said to have the same definition."),
            T("「違う定義」を選ぶ。", "Say that the definition is another."),
            T("年間の値と累計の値の組。", "A yearly value beside an accumulated one.")),
        Told("DX696", T("組にした指標が、計画又はファイルにない。", "A KPI of a pair is not in the plan or the file."),
            T("組を選び直す。", "Choose the pairs anew."),
            T("組を選んだあとで計画から消えた指標。", "A KPI that left the plan after the pairs were chosen.")),
        Told("DX697", T("一つの指標に、同じ団体の指標が二つ以上組になっている。", "Several KPIs of a municipality are paired with one of ours."),
            T("一つだけ残す。", "Leave one."),
            T("小学校と中学校の値を、分けていない指標に並べる組。", "The values of two kinds of schools beside a KPI that does not part them.")),
        Told("DX698", T("計画に、より新しい他都市の値がある（警告）。", "The plan holds newer figures of the municipality (warning)."),
            T("新しい公表データを取り込む。", "Bring the newest data."),
            T("昨年の公表データ。", "Last year's data.")),
        Told("DX699", T("他都市の値が速報値である（警告）。", "A figure of another municipality is provisional (warning)."),
            T("確定値が公表されたら取り込み直す。", "Bring the final one once it is published."),
            T("5月に公表された前年度の値。", "Last year's figure, published in May.")),
    ];
}
