using DxRules.Admin.Charts;
using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>The way of a series towards its target as a picture.</summary>
internal static class TrajectoryChart
{
    /// <summary>Null where there is nothing to draw.</summary>
    public static Chart? Of(SeriesSheet series, Texts texts)
    {
        var points = Points(series).ToList();
        return points.Count == 0 || series.Years.Count < 2
            ? null
            : new Chart($"chart-{series.Record.Id}", KpiSentence.Of(series, texts), Describe(series, texts), canvas => new TrajectoryDrawing(canvas, series, texts).Draw(points));
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

    /// <summary>Every figure that has a place in the picture.</summary>
    private static IEnumerable<decimal> Points(SeriesSheet series)
    {
        foreach (var line in series.Years)
        {
            foreach (var value in new[] { line.Actual?.Value, line.Expected, line.AnnualTarget, line.Target })
            {
                if (value is { } found)
                    yield return found;
            }
        }
        foreach (var ahead in series.Forecast)
        {
            yield return ahead.Low;
            yield return ahead.High;
            yield return ahead.Value;
        }
        if (series.Record.Baseline is { } baseline)
            yield return baseline.Value;
        if (series is { IsKept: true, Kpi.Tolerance: { } tolerance, Measures.TargetValue: { } kept })
        {
            yield return kept - tolerance;
            yield return kept + tolerance;
        }
    }

    private static string Describe(SeriesSheet series, Texts texts)
    {
        var figures = new Figures(texts);
        var parts = new List<string>();
        string Written(decimal value) => figures.Value(value, series.Unit);
        if (series.Record.Baseline is { } baseline)
            parts.Add(texts["kpi.told.baseline", figures.Year(baseline.FiscalYear), Written(baseline.Value)]);
        parts.AddRange(series.Years.Where(line => line.Actual?.Value is not null)
            .Select(line => texts["kpi.told.actual", figures.Year(line.FiscalYear), figures.Of(line.Actual!, series.Unit)]));
        parts.AddRange(series.Years.Where(line => line.AnnualTarget is not null).DistinctBy(line => line.FiscalYear)
            .Select(line => texts["kpi.told.annualTarget", figures.Year(line.FiscalYear), Written(line.AnnualTarget!.Value)]));
        if (series.Measures is { TargetValue: { } target, TargetYear: { } year })
            parts.Add(texts["kpi.told.target", figures.Year(year), Written(target)]);
        if (series.Forecast.LastOrDefault() is { } end)
            parts.Add(texts["kpi.told.forecast", figures.Year(end.FiscalYear), Written(end.Value), Written(Math.Min(end.Low, end.High)), Written(Math.Max(end.Low, end.High))]);
        return string.Concat(parts);
    }
}
