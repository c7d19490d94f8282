using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>Something above a KPI, by which it is found.</summary>
internal sealed record Above(string Id, string Title);

/// <summary>A KPI of a plan with all that pages show of it.</summary>
/// <param name="Policy">Null for a KPI of the plan.</param>
/// <param name="Initiative">Null for a KPI of the plan or of a policy.</param>
/// <param name="Categories">Ids of the category it stands under and of those above that.</param>
/// <param name="Departments">Ids of the departments that answer for it.</param>
/// <param name="Grade">The worst of its series.</param>
/// <param name="Series">Null where nobody knows them.</param>
internal sealed record KpiSheet(
    Kpi Record, Above? Policy, Above? Initiative, IReadOnlyList<string> Categories, IReadOnlyList<string> Departments, SubjectGrade Grade, IReadOnlyList<SeriesSheet>? Series)
{
    public string Id => Record.Id;

    /// <summary>The ids by which alerts know it and its series.</summary>
    public IEnumerable<string> Ids => [Id, .. (Series ?? []).Select(series => series.Record.Id)];
}

/// <summary>A line of figures of a KPI. All measures are the engine's.</summary>
/// <param name="Title">As the rules name it; with its segment or stage.</param>
/// <param name="Years">Every year from the first figure to the last, and each actual of it; ascending.</param>
/// <param name="Latest">The last actual with a value; null where there is none.</param>
/// <param name="Judged">The last that can be judged.</param>
/// <param name="IsKept">Whether it is judged by the tolerance and not by its way to the target.</param>
/// <param name="IsShownOnly">A pilot without a target.</param>
/// <param name="Forecast">In each year after the last that can be judged, to the target year; empty where there is none.</param>
/// <param name="WhyNoForecast">Null where there is one, or where the target year is over.</param>
internal sealed record SeriesSheet(
    Series Record,
    Kpi Kpi,
    string Title,
    SubjectGrade Grade,
    IReadOnlyList<YearLine> Years,
    ActualLine? Latest,
    ActualLine? Judged,
    SeriesMeasures Measures,
    bool IsKept,
    bool IsShownOnly,
    IReadOnlyList<ForecastLine> Forecast,
    FactSet? WhyNoForecast,
    int JudgedYears,
    bool FromPlanStart,
    IReadOnlyList<PeerLine> Peers)
{
    public string? Unit => Kpi.Unit;

    /// <summary>Whether it fell short in the year by which it was to be there.</summary>
    public bool IsOver => Judged is { } judged && Measures.TargetYear is { } year && judged.FiscalYear >= year;
}

/// <summary>Null is what cannot be told.</summary>
internal sealed record SeriesMeasures(
    decimal? TargetValue, int? TargetYear, decimal? OriginValue, int? OriginYear, decimal? Progress, decimal? Expected, decimal? Pace, ExpectationBasis? Basis);

/// <summary>A year of a series, or one of several actuals of it.</summary>
/// <param name="Expected">What was due when the actual was taken; by the end of the year where there is none.</param>
/// <param name="DueAtYearEnd">What is due by the end of the year, through which the line is drawn.</param>
internal sealed record YearLine(int FiscalYear, ActualLine? Actual, decimal? Expected, decimal? DueAtYearEnd, decimal? AnnualTarget, decimal? Target);

/// <param name="IsPartOfYear">Whether it was taken before its year was over.</param>
/// <param name="Counts">Whether it is the one by which its year is judged.</param>
internal sealed record ActualLine(Actual Record, bool IsPartOfYear, bool Counts)
{
    public int FiscalYear => Record.FiscalYear;

    public decimal? Value => Record.Value;

    public bool IsProvisional => Record.Status == ActualStatus.Provisional;
}

/// <summary>Where it will stand in a year if it goes on so.</summary>
internal sealed record ForecastLine(int FiscalYear, decimal Value, decimal Low, decimal High);

/// <summary>The same figure of another city.</summary>
/// <param name="Own">This city's figure of the same year; null where there is none.</param>
internal sealed record PeerLine(Peer Record, decimal? Own);
