using DxRules.Admin.Charts;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Kpis;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Publishing.Site;

/// <summary>The pictures of the public site. What colour says, patterns and words say too.</summary>
internal static class PublicPictures
{
    /// <summary>As planned, late, not to be told: in this order everywhere.</summary>
    public static IReadOnlyList<StackPart> Parts(Texts texts) =>
    [
        new(texts["public.kind.Good"], ChartFill.OfTone("green", FillPattern.Solid)),
        new(texts["public.kind.Behind"], ChartFill.OfTone("orange", FillPattern.Diagonal)),
        new(texts["public.kind.NotAssessable"], ChartFill.OfTone("gray", FillPattern.Outline)),
    ];

    public static Chart Standings(string id, string sentence, IReadOnlyList<(string Label, Standing Standing)> rows, Texts texts) => new(
        id, sentence,
        string.Concat(rows.Select(row => texts["public.picture.row", row.Label, row.Standing.Good, row.Standing.Behind, row.Standing.Unknown])),
        canvas => StackedRows.Draw(canvas, Parts(texts), [.. rows.Select(row => new Stack(row.Label, row.Standing.Counts))]));

    /// <summary>From when until when each initiative goes on, and how far it has come; null where nobody knows when.</summary>
    public static Chart? Schedule(PublicPolicy policy, PublicYear year, Texts texts)
    {
        var dated = policy.Initiatives.Where(initiative => initiative is { Start: not null, End: not null }).ToList();
        return dated.Count == 0 ? null : new Chart(
            "schedule", texts["public.schedule.sentence", texts.Date(year.Head.AsOf)],
            string.Concat(dated.Select(initiative => texts["public.schedule.row", initiative.Title, PublicSentences.Period(initiative.Start, initiative.End, texts)])),
            canvas => new ScheduleDrawing(canvas, year.Head.AsOf, texts).Draw(dated));
    }

    /// <summary>The way of a figure to where it is to be; null where there are not two years to show.</summary>
    public static Chart? Way(PublicSeries series, PublicKpi kpi, string sentence, Texts texts) =>
        WayOf(series, kpi) is { } way ? TrajectoryChart.Of($"way-{SiteNames.Of(series.Id)}", sentence, way, texts) : null;

    private static Trajectory? WayOf(PublicSeries series, PublicKpi kpi)
    {
        var known = new[] { series.Baseline, series.Target }.OfType<PublicFigure>().Concat(series.AnnualTargets).Concat(series.Actuals)
            .Select(figure => figure.FiscalYear).OfType<int>().ToList();
        if (known.Count == 0)
            return null;
        var due = kpi.Direction == Direction.Maintain ? [] : Due(series);
        var years = Enumerable.Range(known.Min(), known.Max() - known.Min() + 1).Select(year =>
        {
            var actual = series.Actuals.LastOrDefault(figure => figure.FiscalYear == year);
            decimal? expected = due.TryGetValue(year, out var found) ? found : null;
            return new TrajectoryYear(
                year, actual is null ? null : new TrajectoryActual(actual.Value, Counts: true, actual.IsProvisional, actual.IsProvisional), expected, expected,
                series.AnnualTargets.FirstOrDefault(figure => figure.FiscalYear == year)?.Value, series.Target is { } target && target.FiscalYear == year ? target.Value : null);
        });
        return new Trajectory(kpi.Unit, [.. years])
        {
            Baseline = Point(series.Baseline),
            BaselineText = "public.kpi.nameBaseline",
            Origin = due.Count > 0 ? Point(series.Baseline) : null,
            Target = series.Target?.Value,
            TargetYear = series.Target?.FiscalYear,
            IsKept = kpi.Direction == Direction.Maintain,
        };
    }

    // A straight line from where it was over what is due each year to where it is to be; the plan says nothing else.
    private static Dictionary<int, decimal> Due(PublicSeries series)
    {
        var due = new Dictionary<int, decimal>();
        if (Point(series.Baseline) is not { } from)
            return due;
        foreach (var to in series.AnnualTargets.Append(series.Target).Select(Point).OfType<TrajectoryPoint>().OrderBy(point => point.FiscalYear))
        {
            for (var year = from.FiscalYear + 1; year <= to.FiscalYear; year++)
                due[year] = from.Value + (to.Value - from.Value) * (year - from.FiscalYear) / (to.FiscalYear - from.FiscalYear);
            if (to.FiscalYear > from.FiscalYear)
                from = to;
        }
        return due;
    }

    private static TrajectoryPoint? Point(PublicFigure? figure) => figure?.FiscalYear is { } year ? new TrajectoryPoint(year, figure.Value) : null;
}
