using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>Measures: a value, the facts it lacks, or why there is none.</summary>
internal sealed partial class SeriesNode
{
    private Maybe<decimal>? progressRatio;
    private Maybe<decimal>? expectedRatio;
    private Maybe<decimal>? pace;
    private Maybe<decimal>? improvementOnBaseline;
    private Maybe<ProgressForecast>? forecast;

    /// <summary>起点の値: the baseline; 0 for a cumulative KPI without one, because it begins with the plan.</summary>
    public Maybe<decimal> OriginValue => Baseline is { } baseline
        ? baseline.Record.Value
        : Kpi.Record.Aggregation == Aggregation.Cumulative ? 0 : Maybe<decimal>.Unknown(Lacking.Baseline);

    /// <summary>
    /// 起点の年度: the year at whose end nothing was to be done yet. The baseline's, or the one before the plan's first where the plan says
    /// so or a cumulative KPI has no baseline.
    /// </summary>
    public Maybe<decimal> OriginYear
    {
        get
        {
            var isCounted = Baseline is not null || Kpi.Record.Aggregation == Aggregation.Cumulative;
            if (!isCounted)
                return Maybe<decimal>.Unknown(Lacking.Baseline);
            if (Baseline is { } baseline && !CountsFromPlanStart)
                return baseline.Record.FiscalYear;
            return PlanStart is { IsKnown: true } start ? FiscalYear.Of(start.Value) - 1 : Maybe<decimal>.Unknown(PlanStart.Missing!);
        }
    }

    /// <summary>目標値: the target as an absolute figure.</summary>
    public Maybe<decimal> TargetValue
    {
        get
        {
            if (IsShownOnly)
                return Maybe<decimal>.Unknown(Lacking.PilotWithoutTarget);
            if (Target is not { Record: var target })
                return Maybe<decimal>.Unknown(Lacking.Target);
            return Progress.TargetValue(target.Value, target.Kind, Baseline?.Record.Value) is { } value
                ? value
                : Maybe<decimal>.Unknown(Lacking.Baseline);
        }
    }

    /// <summary>進捗率.</summary>
    public Maybe<decimal> ProgressRatio => progressRatio ??= FindProgressRatio();

    /// <summary>期待進捗率 at the time of the judged actual.</summary>
    public Maybe<decimal> ExpectedRatio => expectedRatio ??= FindExpectedRatio();

    /// <summary>ペース.</summary>
    public Maybe<decimal> Pace => pace ??= FindPace();

    /// <summary>終年前年: the year before the target year has begun, so little time is left to catch up.</summary>
    public Maybe<bool> IsNearTargetYear =>
        TargetYear is { IsKnown: true } year ? FiscalYear.Of(Plan.AsOf) >= year.Value - 1 : Maybe<bool>.Unknown(TargetYear.Missing!);

    /// <summary>見込値 in the target year.</summary>
    public Maybe<decimal> Forecast => Of(AtTargetYear, f => f.Value);

    /// <summary>見込値の下限: with the least yearly step so far.</summary>
    public Maybe<decimal> ForecastLow => Of(AtTargetYear, f => f.Low);

    /// <summary>見込値の上限: with the greatest yearly step so far.</summary>
    public Maybe<decimal> ForecastHigh => Of(AtTargetYear, f => f.High);

    /// <summary>現況値からの改善: better is positive.</summary>
    public Maybe<decimal> ImprovementOnBaseline => improvementOnBaseline ??= FindImprovementOnBaseline();

    private Maybe<ProgressForecast> AtTargetYear => forecast ??= FindForecast();

    private bool CountsFromPlanStart => Plan.Header.ExpectedFrom == ExpectedFrom.PlanStart;

    private Maybe<DateOnly> PlanStart => Plan.Header.Period switch
    {
        null => Maybe<DateOnly>.Unknown(Lacking.PlanPeriod),
        { Start: { } start } => start.Day,
        _ => Maybe<DateOnly>.Unknown(Lacking.PlanPeriodStart),
    };

    /// <summary>目標年度: the fiscal year by which the target is to be reached.</summary>
    public Maybe<decimal> TargetYear => Target switch
    {
        null => Maybe<decimal>.Unknown(IsShownOnly ? Lacking.PilotWithoutTarget : Lacking.Target),
        { Record.FiscalYear: { } year } => year,
        _ => Maybe<decimal>.Unknown(Lacking.TargetYear),
    };

    /// <summary>By how much an actual is better than the one of the year before.</summary>
    internal Maybe<decimal> Improvement(ActualPart actual)
    {
        if (IsShownOnly)
            return Maybe<decimal>.Unknown(Lacking.PilotWithoutTarget);
        if (actual.PreviousYear is not { } previous)
            return Maybe<decimal>.Unknown(Lacking.NoPreviousYear);
        if (CanJudge(actual) == false || CanJudge(previous) == false)
            return Maybe<decimal>.Unknown(Lacking.PartOfYear);
        if (actual.Record.Value is not { } to || previous.Record.Value is not { } from)
            return Improvement(Maybe<decimal>.Unknown(Lacking.ActualValue), 0);
        if (CanJudge(actual) is null || CanJudge(previous) is null)
            return Improvement(Maybe<decimal>.Unknown(Lacking.Aggregation), 0);
        return Improvement(from, to);
    }

    /// <summary>By what share of the year before an actual changed; falling is negative, whatever is the better way.</summary>
    internal Maybe<decimal> Change(ActualPart actual)
    {
        if (ComparableWithYearBefore(actual) is { } missing)
            return Maybe<decimal>.Unknown(missing);
        return Progress.Change(actual.PreviousYear!.Record.Value!.Value, actual.Record.Value!.Value) is { } change
            ? change
            : Maybe<decimal>.Unknown(Lacking.ChangeFromZero);
    }

    // Null where both are figures that can be compared.
    private FactSet? ComparableWithYearBefore(ActualPart actual)
    {
        if (actual.PreviousYear is not { } previous)
            return Lacking.NoPreviousYear;
        if (CanJudge(actual) == false || CanJudge(previous) == false)
            return Lacking.PartOfYear;
        if (actual.Record.Value is null || previous.Record.Value is null)
            return Lacking.ActualValue;
        return CanJudge(actual) is null || CanJudge(previous) is null ? Lacking.Aggregation : null;
    }

    private Maybe<decimal> FindProgressRatio()
    {
        if (NotOnAWay() is { } reason)
            return Maybe<decimal>.Unknown(reason);
        var missing = FactSet.Union(FactSet.Union(OriginValue.Missing, TargetValue.Missing), JudgedActual.Missing);
        if (missing is not null)
            return Maybe<decimal>.Unknown(missing);
        return Progress.Ratio(JudgedActual.Value.Record.Value!.Value, OriginValue.Value, TargetValue.Value) is { } ratio
            ? ratio
            : Maybe<decimal>.Unknown(Lacking.TargetIsOrigin);
    }

    private Maybe<decimal> FindExpectedRatio()
    {
        if (NotOnAWay() is { } reason)
            return Maybe<decimal>.Unknown(reason);
        var missing = FactSet.Union(FactSet.Union(OriginYear.Missing, TargetYear.Missing), JudgedActual.Missing);
        if (AnnualTargets.Length > 0)
            missing = FactSet.Union(FactSet.Union(OriginValue.Missing, TargetValue.Missing), missing);
        if (missing is not null)
            return Maybe<decimal>.Unknown(missing);
        return ExpectedBy(JudgedActual.Value, (int)OriginYear.Value, (int)TargetYear.Value) is { } ratio
            ? ratio
            : Maybe<decimal>.Unknown(Lacking.TargetBeforeOrigin);
    }

    private decimal? ExpectedBy(ActualPart actual, int originYear, int targetYear) =>
        AnnualTargets.Length == 0 && actual.Record.AsOf is { } asOf && OriginDay is { } originDay
            ? ProgressExpectation.ByMonth(asOf.Day, originDay, targetYear)
            : ExpectedBy(actual.Record.FiscalYear, originYear, targetYear);

    private decimal? ExpectedBy(int year, int originYear, int targetYear) => AnnualTargets.Length == 0
        ? ProgressExpectation.ByYear(year, originYear, targetYear)
        : ProgressExpectation.FromAnnualTargets(
            year,
            (originYear, OriginValue.Value),
            AnnualTargets.Select(t => (t.Record.FiscalYear, t.Record.Value)).OrderBy(t => t.FiscalYear),
            (targetYear, TargetValue.Value));

    // A plan's start is always known to the day; its origin is the evening before.
    private DateOnly? OriginDay => Baseline is null || CountsFromPlanStart
        ? PlanStart.IsKnown ? PlanStart.Value.AddDays(-1) : null
        : Baseline.Record.AsOf?.Day;

    private Maybe<decimal> FindPace()
    {
        if (FactSet.Union(ProgressRatio.Missing, ExpectedRatio.Missing) is { } missing)
            return Maybe<decimal>.Unknown(missing);
        return Progress.Pace(ProgressRatio.Value, ExpectedRatio.Value) is { } found ? found : Maybe<decimal>.Unknown(Lacking.NothingDueYet);
    }

    private Maybe<ProgressForecast> FindForecast()
    {
        if (IsShownOnly)
            return Maybe<ProgressForecast>.Unknown(Lacking.PilotWithoutTarget);
        var years = JudgedYears();
        if (FactSet.Union(TargetYear.Missing, years.Missing) is { } missing)
            return Maybe<ProgressForecast>.Unknown(missing);
        return ProgressForecast.At(years.Value, (int)TargetYear.Value) is { } found
            ? found
            : Maybe<ProgressForecast>.Unknown(Lacking.TooFewActuals);
    }

    private Maybe<decimal> FindImprovementOnBaseline()
    {
        if (IsShownOnly)
            return Maybe<decimal>.Unknown(Lacking.PilotWithoutTarget);
        var actual = JudgedActual;
        return Improvement(OriginValue, actual.IsKnown ? actual.Value.Record.Value!.Value : Maybe<decimal>.Unknown(actual.Missing!));
    }

    private Maybe<decimal> Improvement(Maybe<decimal> from, Maybe<decimal> to)
    {
        var missing = FactSet.Union(from.Missing, to.Missing);
        var isKept = Kpi.Record.Direction == Direction.Maintain || HasTargetAtOrigin;
        if (isKept)
        {
            missing = FactSet.Union(FactSet.Union(TargetValue.Missing, missing), Kpi.Record.Tolerance is null ? Lacking.Tolerance : null);
            return missing is null
                ? Progress.ImprovementWhenMaintained(from.Value, to.Value, TargetValue.Value, Kpi.Record.Tolerance!.Value)
                : Maybe<decimal>.Unknown(missing);
        }
        missing = FactSet.Union(missing, Kpi.Record.Direction is null ? Lacking.Direction : null);
        return missing is null
            ? Progress.Improvement(Kpi.Record.Direction!.Value, from.Value, to.Value)
            : Maybe<decimal>.Unknown(missing);
    }

    private bool HasTargetAtOrigin => Target is not null && OriginValue.IsKnown && TargetValue.IsKnown && OriginValue.Value == TargetValue.Value;

    /// <summary>Why there is no way from an origin to a target, whatever else is missing.</summary>
    private FactSet? NotOnAWay()
    {
        if (IsShownOnly)
            return Lacking.PilotWithoutTarget;
        if (Kpi.Record.Direction == Direction.Maintain)
            return Lacking.Maintained;
        return HasTargetAtOrigin ? Lacking.TargetIsOrigin : null;
    }

    private static Maybe<TResult> Of<T, TResult>(Maybe<T> value, Func<T, TResult> read) =>
        value.IsKnown ? read(value.Value) : Maybe<TResult>.Unknown(value.Missing!);
}
