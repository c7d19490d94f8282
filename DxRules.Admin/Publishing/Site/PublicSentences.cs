using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Kpis;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Publishing.Site;

/// <summary>How things stand, in short sentences that need no knowledge of plans.</summary>
internal static class PublicSentences
{
    /// <summary>How much of a plan goes as planned: by its initiatives, or by its KPIs where it has none.</summary>
    public static string Summary(PublicYear year, Texts texts) => (year.Initiatives, year.Kpis) switch
    {
        ({ All: > 0 } initiatives, _) => Of(initiatives, "initiatives", texts),
        (_, { All: > 0 } kpis) => Of(kpis, "kpis", texts),
        _ => texts["public.sum.nothing"],
    };

    /// <param name="what">initiatives, kpis or ofPolicy: what is counted.</param>
    public static string Of(Standing standing, string what, Texts texts)
    {
        if (standing.Good == standing.All)
            return texts[$"public.sum.{what}.all", standing.All];
        var first = standing.Good > 0 ? texts[$"public.sum.{what}.good", standing.All, standing.Good] : texts[$"public.sum.{what}.none", standing.All];
        var few = what == "ofPolicy" ? "OfPolicy" : "";
        var behind = standing.Behind > 0 ? texts[$"public.sum.behind{few}", standing.Behind] : "";
        var unknown = standing.Unknown > 0 ? texts[$"public.sum.unknown{few}", standing.Unknown] : "";
        return Join(texts, first, behind, unknown);
    }

    public static string Of(GradeKind kind, Texts texts) => texts[$"public.kind.{kind}"];

    public static string Of(WorkStatus? status, Texts texts) => texts[$"public.status.{status?.ToString() ?? "Unknown"}"];

    /// <summary>Where a figure was, is and is to be, and whether that is as planned.</summary>
    public static string Of(PublicSeries series, PublicKpi kpi, int fiscalYear, Texts texts)
    {
        var figures = new Figures(texts);
        var last = series.Actuals.LastOrDefault();
        return Join(
            texts,
            Aim(series, kpi, figures, texts),
            last is null ? texts["public.kpi.noActual"]
                : last.FiscalYear == fiscalYear ? texts["public.kpi.now", Year(last.FiscalYear, figures, texts), Value(last, kpi, figures, texts)]
                : texts["public.kpi.notYet", figures.Year(fiscalYear), Year(last.FiscalYear, figures, texts), Value(last, kpi, figures, texts)],
            texts[$"public.kpi.{series.Grade.Kind}"]);
    }

    /// <summary>How far it has come of its way, and how far it was to come; null where that cannot be told.</summary>
    public static string? Way(PublicSeries series, Texts texts)
    {
        if (series.Progress is not { } progress || series.Target is null)
            return null;
        var figures = new Figures(texts);
        var come = progress < 0 ? texts["public.kpi.away"] : progress >= 1 ? texts["public.kpi.reached"] : texts["public.kpi.way", figures.Ratio(progress)];
        return series.Expected is { } expected and > 0 and <= 1 && progress < 1 ? Join(texts, come, texts["public.kpi.expected", figures.Ratio(expected)]) : come;
    }

    /// <summary>The figure with its unit, marked where it is provisional.</summary>
    public static string Value(PublicFigure figure, PublicKpi kpi, Figures figures, Texts texts) =>
        figure.IsProvisional ? texts["public.kpi.provisional", figures.Value(figure.Value, kpi.Unit)] : figures.Value(figure.Value, kpi.Unit);

    public static string Year(int? year, Figures figures, Texts texts) => year is { } known ? figures.Year(known) : texts["public.noYear"];

    /// <summary>From when until when work goes on.</summary>
    public static string Period(DateOnly? start, DateOnly? end, Texts texts) => (start, end) switch
    {
        ({ } from, { } to) => texts["public.period", texts.Month(from), texts.Month(to)],
        ({ } from, null) => texts["public.period.from", texts.Month(from)],
        (null, { } to) => texts["public.period.to", texts.Month(to)],
        _ => texts["public.period.unknown"],
    };

    /// <summary>Sentences one behind another, as the language does it.</summary>
    public static string Join(Texts texts, params IEnumerable<string> sentences) =>
        string.Join(texts.Language == Engine.Text.Language.Japanese ? "" : " ", sentences.Where(sentence => sentence.Length > 0));

    private static string Aim(PublicSeries series, PublicKpi kpi, Figures figures, Texts texts)
    {
        if (series.Target is not { } target)
            return texts["public.kpi.noTarget"];
        return kpi.Direction == Direction.Maintain
            ? texts["public.kpi.keep", figures.Value(target.Value, kpi.Unit)]
            : target.FiscalYear is { } year ? texts["public.kpi.aim", figures.Year(year), figures.Value(target.Value, kpi.Unit)] : texts["public.kpi.aimSometime", figures.Value(target.Value, kpi.Unit)];
    }
}
