using DxRules.Admin.Localization;
using DxRules.Engine.PlanChecks.Subjects;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>A measure with its formula, in words and with the figures put in, so that a department can check it.</summary>
/// <param name="Words">Null where the figures say it all.</param>
internal sealed record KpiFormula(string Name, string Figures, string? Words)
{
    public static IEnumerable<KpiFormula> Of(SeriesSheet series, Texts texts)
    {
        if (series.IsShownOnly)
        {
            yield return new KpiFormula(texts["kpi.grade"], texts["kpi.formula.pilot"], null);
            yield break;
        }
        if (series.IsKept)
        {
            yield return new KpiFormula(texts["kpi.grade"], series.Grade.Label.In(texts.Language), texts["kpi.formula.kept"]);
            yield break;
        }
        if (Origin(series, texts) is { } origin)
            yield return new KpiFormula(texts["kpi.origin"], origin, null);
        foreach (var measure in Measures(series, texts))
            yield return measure;
        yield return new KpiFormula(texts["kpi.grade"], series.Grade.Reason is { } reason ? Unknown(reason.In(texts.Language), texts) : series.Grade.Label.In(texts.Language), texts["kpi.formula.grade"]);
        yield return Forecast(series, texts);
    }

    private static string? Origin(SeriesSheet series, Texts texts)
    {
        var figures = new Figures(texts);
        if (series.Measures is not { OriginValue: { } value, OriginYear: { } year })
            return null;
        return texts[series.Record.Baseline is null ? "kpi.origin.cumulative" : series.FromPlanStart ? "kpi.origin.planStart" : "kpi.origin.baseline", figures.Value(value, series.Unit), figures.Year(year)];
    }

    private static IEnumerable<KpiFormula> Measures(SeriesSheet series, Texts texts)
    {
        var figures = new Figures(texts);
        var measures = series.Measures;
        string Written(decimal? value) => figures.OrDash(value, series.Unit);
        if (measures.Progress is { } progress)
            yield return new(texts["kpi.progress"], texts["kpi.formula.share", Written(series.Judged!.Value), Written(measures.OriginValue), Written(measures.TargetValue), figures.Ratio(progress)], texts["kpi.formula.progress"]);
        if (measures.Expected is { } expected)
            yield return new(texts["kpi.expected"], Expected(series, expected, texts), texts[$"kpi.formula.by.{measures.Basis}"]);
        if (measures is { Pace: { } pace })
            yield return new(texts["kpi.pace"], texts["kpi.formula.pace", figures.Ratio(measures.Progress), figures.Ratio(measures.Expected), figures.Pace(pace)], texts["kpi.formula.paceWords"]);
    }

    private static string Expected(SeriesSheet series, decimal expected, Texts texts)
    {
        var figures = new Figures(texts);
        var measures = series.Measures;
        return measures.Basis switch
        {
            ExpectationBasis.Years => texts["kpi.formula.share", figures.Year(series.Judged!.FiscalYear), figures.Year(measures.OriginYear!.Value), figures.Year(measures.TargetYear!.Value), figures.Ratio(expected)],
            ExpectationBasis.AnnualTargets => texts["kpi.formula.share", DueWith(series, figures), figures.OrDash(measures.OriginValue, series.Unit), figures.OrDash(measures.TargetValue, series.Unit), figures.Ratio(expected)],
            _ => figures.Ratio(expected),
        };
    }

    private static string DueWith(SeriesSheet series, Figures figures) =>
        figures.OrDash(series.Years.FirstOrDefault(line => line.Actual is { Counts: true } && line.FiscalYear == series.Judged!.FiscalYear)?.Expected, series.Unit);

    private static KpiFormula Forecast(SeriesSheet series, Texts texts)
    {
        var figures = new Figures(texts);
        if (series.Forecast.LastOrDefault() is { } end)
        {
            if (end.Low == end.High)
                return new KpiFormula(texts["kpi.forecast"], texts["kpi.formula.forecastEven", figures.Year(end.FiscalYear), figures.Value(end.Value, series.Unit)], texts["kpi.formula.forecastEvenWords", series.JudgedYears]);
            return new KpiFormula(
                texts["kpi.forecast"],
                texts["kpi.formula.forecast", figures.Year(end.FiscalYear), figures.Value(end.Value, series.Unit), figures.Value(Math.Min(end.Low, end.High), series.Unit), figures.Value(Math.Max(end.Low, end.High), series.Unit)],
                texts["kpi.formula.forecastWords", series.JudgedYears]);
        }
        return new KpiFormula(texts["kpi.forecast"], WhyNoForecast(series, texts), null);
    }

    /// <summary>Why nothing is said of the years to come.</summary>
    public static string WhyNoForecast(SeriesSheet series, Texts texts)
    {
        if (series.IsOver)
            return texts["kpi.noForecast.over"];
        if (series.WhyNoForecast is not { HasFacts: true } missing)
            return texts["kpi.noForecast.few", series.JudgedYears];
        return texts["kpi.noForecast", texts["kpi.lacking", string.Join(texts["change.and"], missing.Facts.Select(fact => texts.In(fact.Ja, fact.En)))]];
    }

    private static string Unknown(string reason, Texts texts) => texts["kpi.formula.unknown", reason];
}
