using DxRules.Admin.Localization;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>What the figures of a series come to, in one sentence.</summary>
internal static class KpiSentence
{
    public static string Of(SeriesSheet series, Texts texts)
    {
        var figures = new Figures(texts);
        var (unit, measures) = (series.Unit, series.Measures);
        string Written(decimal? value) => figures.OrDash(value, unit);
        if (series.Latest is not { } latest)
        {
            return (measures.TargetValue, measures.TargetYear) switch
            {
                ({ } value, { } year) => texts["kpi.says.none", figures.Year(year), Written(value)],
                _ => texts["kpi.says.noneNoTarget"],
            };
        }
        var (when, reached) = (figures.Year(latest.FiscalYear), figures.Of(latest, unit));
        if (series.IsShownOnly)
            return texts["kpi.says.pilot", when, reached];
        if (series.Judged is not { } judged)
            return Unjudged(series, when, reached, texts);
        (when, reached) = (figures.Year(judged.FiscalYear), figures.Of(judged, unit));
        if (series is { IsKept: true, Kpi.Tolerance: { } tolerance } && measures.TargetValue is { } kept)
            return texts[Math.Abs(judged.Value!.Value - kept) <= tolerance ? "kpi.says.kept" : "kpi.says.left", when, reached, Written(kept), Written(tolerance)];
        if (measures is not { Progress: { } progress, TargetValue: { } target })
            return Unjudged(series, when, reached, texts);
        if (progress >= 1)
            return texts["kpi.says.reached", when, reached, Written(target)];
        if (series.IsOver)
            return texts["kpi.says.missed", when, reached, Written(target), figures.Difference(target - judged.Value!.Value, unit)];
        if (series.Forecast.LastOrDefault() is not { } end)
            return measures.Expected is { } expected
                ? texts["kpi.says.pace", when, reached, Written(target), figures.Ratio(progress), figures.Ratio(expected)]
                : texts["kpi.says.progress", when, reached, Written(target), figures.Ratio(progress)];

        // Whichever way is the better one, the target lies on the far side of the origin.
        var comes = (end.Value - measures.OriginValue!.Value) / (target - measures.OriginValue.Value) >= 1;
        return comes
            ? texts["kpi.says.comes", figures.Year(end.FiscalYear), Written(end.Value), Written(target)]
            : texts["kpi.says.fails", figures.Year(end.FiscalYear), Written(end.Value), Written(target), figures.Difference(target - end.Value, unit)];
    }

    private static string Unjudged(SeriesSheet series, string when, string reached, Texts texts) =>
        series.Grade.Reason is { } reason ? texts["kpi.says.unjudged", when, reached, reason.In(texts.Language)] : texts["kpi.says.actual", when, reached];
}
