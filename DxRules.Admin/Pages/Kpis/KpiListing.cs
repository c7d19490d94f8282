using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>The list of KPIs as a table to be taken out: a row for each series.</summary>
internal static class KpiListing
{
    private static readonly string[] Keys =
    [
        "policyId", "policy", "initiativeId", "initiative", "kpiId", "kpi", "seriesId", "segment", "unit", "departments", "baseline", "baselineYear", "target", "targetYear",
        "actual", "actualYear", "actualStatus", "progressPercent", "expectedPercent", "pace", "grade",
    ];

    /// <param name="kpis">Those that the viewer may see.</param>
    public static Listing Of(KpiBoard board, IEnumerable<KpiSheet> kpis, Texts texts)
    {
        var (first, names) = (PlanColumns.Of(board.Document), (board.Document.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal));
        return new Listing(texts["kpi.title"], PlanColumns.With(texts, Keys),
            [.. kpis.SelectMany(kpi => (kpi.Series ?? []).Select(series => (IReadOnlyList<object?>)[.. first, .. Row(kpi, series, names, texts)]))]);
    }

    private static IEnumerable<object?> Row(KpiSheet kpi, SeriesSheet series, IReadOnlyDictionary<string, string> names, Texts texts) =>
    [
        kpi.Policy?.Id, kpi.Policy?.Title, kpi.Initiative?.Id, kpi.Initiative?.Title, kpi.Id, kpi.Record.Title, series.Record.Id, series.Record.Segment, series.Unit,
        string.Join(texts["undetermined.and"], kpi.Departments.Select(id => names.GetValueOrDefault(id, id))),
        series.Record.Baseline?.Value, series.Record.Baseline?.FiscalYear, series.Measures.TargetValue, series.Measures.TargetYear,
        series.Latest?.Value, series.Latest?.FiscalYear, series.Latest is { } latest ? texts[latest.IsProvisional ? "listing.provisional" : "listing.confirmed"] : null,
        Percent(series.Measures.Progress), Percent(series.Measures.Expected), Rounded(series.Measures.Pace), series.Grade.Label.In(texts.Language),
    ];

    private static decimal? Percent(decimal? share) => Rounded(share * 100);

    // Shown, not judged: two digits are more than anybody reads.
    private static decimal? Rounded(decimal? value) => value is { } known ? Math.Round(known, 2, MidpointRounding.AwayFromZero) : null;
}
