using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>DX690–DX699: figures of other municipalities. The wording of every such message stands here.</summary>
internal static class PeerProblems
{
    public static Diagnostic NoFigures(string file) => Error("DX690", file,
        new("実績値のある指標がありません。", "There is no KPI with an actual value."),
        new("実績を公表している年度のファイルを取り込んでください。", "bring the file of a year of which actual values are published."));

    public static Diagnostic NoColumn(string file, string heading) => Error("DX690", file,
        new($"公表データの表ですが、「{heading}」の列がありません。", $"This is published data, but there is no column '{heading}'."),
        new("指標の値の表（kpis.csv）か publication.json を、公表されたまま手を加えずに取り込んでください。", "bring the table of figures (kpis.csv) or publication.json as it was published, unchanged."));

    public static Diagnostic NotReadable(string file, string heading, string found, LocalizedText expected) => Error("DX691", file,
        new($"「{heading}」は{expected.Ja}のはずですが、「{found}」です。", $"'{heading}' should be {expected.En}, but is '{found}'."),
        new("表計算ソフトで保存し直すと変わることがあります。公表されたファイルをそのまま取り込んでください。", "saving in a spreadsheet program may have changed it; bring the file as it was published."));

    public static Diagnostic Twice(string file, string id) => Error("DX691", file,
        new($"ID「{id}」の行が二つあります。", $"Two rows have the id '{id}'."),
        new("公表されたファイルをそのまま取り込んでください。", "bring the file as it was published."));

    public static Diagnostic WrongCode(string file, string found, string? right) => Error("DX692", file,
        new($"「{found}」は団体コード（検査数字を含む6桁）ではありません。", $"'{found}' is not a municipality code (six digits with the check digit)."),
        right is null
            ? new("表計算ソフトで開いて先頭の0が落ちたのかもしれません。公表されたファイルをそのまま取り込んでください。", "a spreadsheet program may have dropped the leading zero; bring the file as it was published.")
            : new($"検査数字まで正しく書くと {right} です。公表した団体に確かめてください。", $"with the right check digit it is {right}; ask the municipality that published it."));

    public static Diagnostic SeveralPlaces(string file) => Error("DX692", file,
        new("一つのファイルに、二つ以上の団体、計画又は基準日の行があります。", "The file holds rows of several municipalities, plans or days."),
        new("公表されたファイルを一つずつ取り込んでください。", "bring the published files one by one."));

    public static Diagnostic OwnFile(string file, string municipality) => Error("DX693", file,
        new($"{municipality}は、この計画の団体です。", $"{municipality} is the municipality of this plan itself."),
        new("他都市の公表データを取り込んでください。自分の実績は、進捗管理シートか表から取り込めます。", "bring the data of another one; your own figures come in by your own sheets."));

    public static Diagnostic OtherUnit(string file, string own, string? ownUnit, string other, string? otherUnit) => Error("DX694", file,
        new($"単位が違うので並べられません。「{own}」は{Said(ownUnit)}、「{other}」は{Said(otherUnit)}です。", $"The units differ, so the figures cannot stand side by side: '{own}' is in {SaidInEnglish(ownUnit)}, '{other}' in {SaidInEnglish(otherUnit)}."),
        ownUnit is null
            ? new("計画の指標に単位を入力してから、組にしてください。", "enter the unit of the KPI in the plan first.")
            : new("同じ単位の指標を選ぶか、取り込まないことにしてください。", "choose a KPI in the same unit, or none."));

    public static Diagnostic NotTheSame(string file, string own, string other) => Error("DX695", file,
        new($"「{own}」と「{other}」は集計又は望ましい方向が違うので、同じ定義とは言えません。", $"'{own}' and '{other}' differ in how they are counted or in which way is better, so their definition is not the same."),
        new("「違う定義」を選んでください。", "choose 'another definition'."));

    public static Diagnostic Gone(string file, string id) => Error("DX696", file,
        new($"組にした「{id}」が、計画又はファイルにありません。", $"'{id}', which was paired, is no longer in the plan or the file."),
        new("組を選び直してください。", "choose the pairs anew."));

    public static Diagnostic ChosenTwice(string file, string own) => Error("DX697", file,
        new($"「{own}」に、同じ団体の指標が二つ以上選ばれています。", $"Several KPIs of the municipality are chosen for '{own}'."),
        new("一つだけ残してください。", "leave only one."));

    public static Diagnostic Older(string file, string own, DateOnly known) => Warning("DX698", file,
        new($"「{own}」には、より新しい{known:yyyy-MM-dd}時点の値が計画にあるので、取り込みません。", $"For '{own}' the plan holds newer figures, as of {known:yyyy-MM-dd}; these are not taken."),
        new("新しい公表データがあれば、それを取り込んでください。", "bring the newest data there is."));

    public static Diagnostic Provisional(string file, string other, int year) => Warning("DX699", file,
        new($"「{other}」の{year}年度は速報値です。", $"The value of '{other}' for fiscal {year} is provisional."),
        new("確定値が公表されたら、取り込み直してください。", "bring the final one once it is published."));

    private static string Said(string? unit) => unit is null ? "単位なし" : $"「{unit}」";

    private static string SaidInEnglish(string? unit) => unit is null ? "no unit" : $"'{unit}'";

    private static Diagnostic Error(string code, string file, LocalizedText message, LocalizedText hint) => new(code, DiagnosticSeverity.Error, message, new SourceText(file, ""), default, hint);

    private static Diagnostic Warning(string code, string file, LocalizedText message, LocalizedText hint) => new(code, DiagnosticSeverity.Warning, message, new SourceText(file, ""), default, hint);
}
