using DxRules.Admin.Cycles;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>Reads the KPIs of a plan with their measures from the subjects that the rules judge.</summary>
internal sealed class KpiReader
{
    private readonly Dictionary<(string Type, string Id), SubjectGrade> grades;
    private readonly SubjectIndex places;

    private KpiReader(PlanGrades grades, SubjectIndex places)
    {
        this.grades = grades.Subjects.ToDictionary(grade => (grade.Subject.Type, grade.Subject.Id));
        this.places = places;
    }

    public static KpiBoard Read(PlanCheck check, PlanDocument document, DateOnly asOf)
    {
        var (plan, grades) = check.Graded(document, asOf);
        var places = new SubjectIndex(plan.Record);
        var reader = new KpiReader(grades, places);
        return new KpiBoard(plan.Record, asOf, [.. (plan.Kpis ?? plan.OwnKpis).Select(reader.Of)], grades.Subjects, places);
    }

    private KpiSheet Of(KpiNode kpi) => new(
        kpi.Record,
        kpi.Policy is { } policy ? new Above(policy.Id, places.Of(policy.Id)?.Policy?.Title ?? policy.Title) : null,
        kpi.Initiative is { } initiative ? new Above(initiative.Id, initiative.Title) : null,
        [.. Categories(kpi.Policy?.Category)],
        places.Of(kpi.Id)?.Departments ?? [],
        grades[("kpi", kpi.Id)],
        kpi.Series is null ? null : [.. kpi.Series.Select(Of)]);

    private static IEnumerable<string> Categories(CategoryNode? innermost)
    {
        for (var category = innermost; category is not null; category = category.Above)
            yield return category.Id;
    }

    private SeriesSheet Of(SeriesNode series)
    {
        var measures = new SeriesMeasures(
            Known(series.TargetValue), (int?)Known(series.TargetYear), Known(series.OriginValue), (int?)Known(series.OriginYear),
            Known(series.ProgressRatio), Known(series.ExpectedRatio), Known(series.Pace), series.ExpectedBy());
        var forecast = Forecast(series, measures.TargetYear);
        return new SeriesSheet(
            series.Record,
            series.Kpi.Record,
            series.Title,
            grades[("series", series.Id)],
            [.. Years(series, measures)],
            series.LatestActual is { IsKnown: true, Value: { } latest } ? Line(latest) : null,
            series.JudgedActual is { IsKnown: true, Value: var judged } ? Line(judged) : null,
            measures,
            series.IsToBeKept,
            series.IsShownOnly,
            forecast,
            series.IsToBeKept ? null : series.Forecast.Missing,
            series.JudgedYearCount is { IsKnown: true, Value: var count } ? count : 0,
            series.Plan.Header.ExpectedFrom == ExpectedFrom.PlanStart,
            [.. series.Peers.Select(peer => new PeerLine(peer.Record, Known(peer.OwnValue)))]);
    }

    private static IReadOnlyList<ForecastLine> Forecast(SeriesNode series, int? targetYear)
    {
        if (series.IsToBeKept || targetYear is not { } end || series.ValuesByYear.Count == 0 || !series.ForecastIn(end).IsKnown)
            return [];
        var first = series.ValuesByYear[^1].Year + 1;
        return [.. Enumerable.Range(first, Math.Max(0, end - first + 1)).Select(year => (year, At: series.ForecastIn(year).Value))
            .Select(found => new ForecastLine(found.year, found.At.Value, found.At.Low, found.At.High))];
    }

    private static IEnumerable<YearLine> Years(SeriesNode series, SeriesMeasures measures)
    {
        var actuals = (series.Actuals ?? []).Order(ActualPart.ByTime).ToLookup(actual => actual.Record.FiscalYear);
        var annual = series.Record.AnnualTargets.ToLookup(target => target.FiscalYear, target => (decimal?)target.Value);
        int?[] ends = [measures.OriginYear ?? series.Record.Baseline?.FiscalYear, measures.TargetYear, .. actuals.Select(year => (int?)year.Key), .. annual.Select(year => (int?)year.Key)];
        if (ends.Max() is not { } last)
            yield break;
        for (var year = ends.Min()!.Value; year <= last; year++)
        {
            var (due, target) = (series.ExpectedIn(year), measures.TargetYear == year ? measures.TargetValue : null);
            if (!actuals.Contains(year))
                yield return new YearLine(year, null, due, due, annual[year].FirstOrDefault(), target);
            foreach (var actual in actuals[year])
                yield return new YearLine(year, Line(actual), series.ExpectedAt(actual), due, annual[year].FirstOrDefault(), target);
        }
    }

    private static ActualLine Line(ActualPart actual) =>
        new(actual.Record, actual.IsPartOfYear, actual.Record.Value is not null && actual.Series.BestOf(actual.Record.FiscalYear) == actual && actual.Series.CanJudge(actual) != false);

    private static decimal? Known(Maybe<decimal> measure) => measure.IsKnown ? measure.Value : null;
}
