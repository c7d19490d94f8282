namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>DX680 to DX689: published data as JSON (dxpublication/1), beyond what is told of any file that is read so strictly (DX400 to DX449).</summary>
internal static partial class DiagnosticCatalogue
{
    private static DiagnosticEntry[] Publications =>
    [
        Told("DX680", T("公表データの実績や目標が、年度の早い順に並んでいない。", "Figures of published data do not stand in the order of their years."),
            T("年度の早い順に、一つの年度に一つの値を書く。", "Write one figure a year, the earliest year first."),
            T("令和6年度の実績が二つある公表データ。", "Published data with two figures of fiscal 2024.")),
    ];
}
