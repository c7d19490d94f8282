using DxRules.Admin.Charts;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>The way of a series towards its target as a picture.</summary>
internal static class TrajectoryChart
{
    /// <summary>Null where there is nothing to draw.</summary>
    public static Chart? Of(SeriesSheet series, Texts texts) => Of($"chart-{series.Record.Id}", KpiSentence.Of(series, texts), WayOf(series), texts);

    /// <summary>Null where there is nothing to draw.</summary>
    /// <param name="id">Unique on the page.</param>
    /// <param name="sentence">What the picture shows.</param>
    public static Chart? Of(string id, string sentence, Trajectory way, Texts texts)
    {
        var points = way.Figures().ToList();
        return points.Count == 0 || way.Years.Count < 2
            ? null
            : new Chart(id, sentence, Describe(way, texts), canvas => new TrajectoryDrawing(canvas, way, texts).Draw(points));
    }

    /// <summary>How to read what the picture of this series shows.</summary>
    public static string Reading(SeriesSheet series, Texts texts)
    {
        var actuals = series.Years.Select(line => line.Actual).OfType<ActualLine>().Where(actual => actual.Value is not null).ToList();
        (bool There, string Text)[] parts =
        [
            (actuals.Count > 0, texts["kpi.read.actual"]),
            (actuals.Exists(actual => actual.IsProvisional || actual.IsPartOfYear), texts["kpi.read.open"]),
            (series.Years.Any(line => line.DueAtYearEnd is not null), texts["kpi.read.due"]),
            (series.Years.Any(line => line.AnnualTarget is not null), texts["kpi.read.annual"]),
            (series.Measures is { TargetValue: not null, TargetYear: not null }, texts["kpi.read.target"]),
            (series.Forecast.Count > 0, texts["kpi.read.forecast"]),
            (series.Forecast.Any(ahead => ahead.Low != ahead.High), texts["kpi.read.span"]),
        ];
        return texts["kpi.read", string.Join(texts["change.and"], parts.Where(part => part.There).Select(part => part.Text))];
    }

    private static Trajectory WayOf(SeriesSheet series) => new(series.Unit, [.. series.Years.Select(YearOf)])
    {
        Baseline = series.Record.Baseline is { } baseline ? new TrajectoryPoint(baseline.FiscalYear, baseline.Value) : null,
        Origin = series.Measures is { OriginValue: { } origin, OriginYear: { } start } ? new TrajectoryPoint(start, origin) : null,
        Target = series.Measures.TargetValue,
        TargetYear = series.Measures.TargetYear,
        IsKept = series.IsKept,
        Tolerance = series.Kpi.Tolerance,
        Forecast = series.Forecast,
        Revisions = [.. (series.Record.Target?.Revisions ?? []).Select(revision => revision.On.Day)],
    };

    private static TrajectoryYear YearOf(YearLine line) => new(
        line.FiscalYear,
        line.Actual is { } actual ? new TrajectoryActual(actual.Value, actual.Counts, actual.IsProvisional, actual.IsProvisional || actual.IsPartOfYear) : null,
        line.Expected, line.DueAtYearEnd, line.AnnualTarget, line.Target);

    private static string Describe(Trajectory way, Texts texts)
    {
        var figures = new Figures(texts);
        var parts = new List<string>();
        string Written(decimal value) => figures.Value(value, way.Unit);
        string Actual(TrajectoryActual actual) => actual.IsProvisional ? texts["kpi.provisionalValue", Written(actual.Value!.Value)] : Written(actual.Value!.Value);
        if (way.Baseline is { } baseline)
            parts.Add(texts["kpi.told.baseline", figures.Year(baseline.FiscalYear), Written(baseline.Value)]);
        parts.AddRange(way.Years.Where(line => line.Actual?.Value is not null)
            .Select(line => texts["kpi.told.actual", figures.Year(line.FiscalYear), Actual(line.Actual!)]));
        parts.AddRange(way.Years.Where(line => line.AnnualTarget is not null).DistinctBy(line => line.FiscalYear)
            .Select(line => texts["kpi.told.annualTarget", figures.Year(line.FiscalYear), Written(line.AnnualTarget!.Value)]));
        if (way is { Target: { } target, TargetYear: { } year })
            parts.Add(texts["kpi.told.target", figures.Year(year), Written(target)]);
        if (way.Forecast.LastOrDefault() is { } end)
            parts.Add(texts["kpi.told.forecast", figures.Year(end.FiscalYear), Written(end.Value), Written(Math.Min(end.Low, end.High)), Written(Math.Max(end.Low, end.High))]);
        return string.Concat(parts);
    }
}
