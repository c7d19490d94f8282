using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>Which actuals count.</summary>
internal sealed partial class SeriesNode
{
    /// <summary>Those with a value, by fiscal year, then as-of date, provisional before confirmed.</summary>
    private readonly ActualPart[] actualsByTime;

    private Maybe<ActualPart>? judgedActual;

    /// <summary>最新実績: the last actual with a value, for showing; null where there is none yet.</summary>
    public Maybe<ActualPart?> LatestActual =>
        Actuals is null ? Maybe<ActualPart?>.Unknown(Lacking.Actuals) : actualsByTime.LastOrDefault();

    /// <summary>
    /// 判定実績: the last actual that can be judged. A figure of a part of a year says nothing about an annual KPI; it is judged only for
    /// cumulative ones and those taken at a point in time.
    /// </summary>
    public Maybe<ActualPart> JudgedActual => judgedActual ??= FindJudgedActual();

    /// <summary>Whether a figure is one of a whole year, or of a KPI whose figure means the same at any time; null where nobody knows.</summary>
    internal bool? CanJudge(ActualPart actual)
    {
        if (!actual.IsPartOfYear)
            return true;
        return Kpi.Record.Aggregation is { } aggregation ? aggregation != Aggregation.Annual : null;
    }

    /// <summary>The best actual of a fiscal year: the last with a value, else the last; null where the year has none.</summary>
    internal ActualPart? BestOf(int fiscalYear) => LastOf(actualsByTime, fiscalYear) ?? LastOf(Actuals ?? [], fiscalYear);

    // A plain loop: rules read this where nothing may be allocated.
    private static ActualPart? LastOf(ActualPart[] actuals, int fiscalYear)
    {
        for (var i = actuals.Length - 1; i >= 0; i--)
        {
            if (actuals[i].Record.FiscalYear == fiscalYear)
                return actuals[i];
        }
        return null;
    }

    /// <summary>The best actual of each year that can be judged, ascending.</summary>
    private Maybe<List<(int Year, decimal Value)>> JudgedYears()
    {
        if (Actuals is null)
            return Maybe<List<(int, decimal)>>.Unknown(Lacking.Actuals);
        var years = new List<(int Year, decimal Value)>();
        foreach (var actual in actualsByTime)
        {
            if (CanJudge(actual) is not { } canJudge)
                return Maybe<List<(int, decimal)>>.Unknown(Lacking.Aggregation);
            if (!canJudge)
                continue;
            if (years.Count > 0 && years[^1].Year == actual.Record.FiscalYear)
                years.RemoveAt(years.Count - 1);
            years.Add((actual.Record.FiscalYear, actual.Record.Value!.Value));
        }
        return years;
    }

    private Maybe<ActualPart> FindJudgedActual()
    {
        if (IsShownOnly)
            return Maybe<ActualPart>.Unknown(Lacking.PilotWithoutTarget);
        if (Actuals is null)
            return Maybe<ActualPart>.Unknown(Lacking.Actuals);
        for (var i = actualsByTime.Length - 1; i >= 0; i--)
        {
            if (CanJudge(actualsByTime[i]) is not { } canJudge)
                return Maybe<ActualPart>.Unknown(Lacking.Aggregation);
            if (canJudge)
                return actualsByTime[i];
        }
        return Maybe<ActualPart>.Unknown(Lacking.ActualValue);
    }
}

/// <summary>実績: a figure that was reached.</summary>
internal sealed class ActualPart : SeriesPart<Actual>
{
    private Maybe<decimal>? improvementOnYear;
    private Maybe<decimal>? changeOnYear;

    public ActualPart(Actual record, SeriesNode series)
        : base(record, series)
    {
        var yearEnd = FiscalYear.End(record.FiscalYear);
        var planAsOf = series.Plan.AsOf;
        var untilNow = yearEnd <= planAsOf ? yearEnd : record.ReportedOn is { } reported && reported.Day < planAsOf ? reported.Day : planAsOf;
        TakenOn = record.AsOf?.Day ?? untilNow;
        IsPartOfYear = TakenOn < yearEnd;
    }

    /// <summary>By fiscal year, then as-of date, provisional before confirmed.</summary>
    public static IComparer<ActualPart> ByTime { get; } = Comparer<ActualPart>.Create((left, right) =>
        (left.Record.FiscalYear, left.TakenOn, left.Record.Status == ActualStatus.Confirmed)
            .CompareTo((right.Record.FiscalYear, right.TakenOn, right.Record.Status == ActualStatus.Confirmed)));

    /// <summary>The day up to which the figure counts; the end of its year where none is stated, and never later than the check.</summary>
    public DateOnly TakenOn { get; }

    /// <summary>Whether the figure was taken before its year was over.</summary>
    public bool IsPartOfYear { get; }

    /// <summary>前年: the best actual of the year before; null where there is none.</summary>
    public ActualPart? PreviousYear => Series.BestOf(Record.FiscalYear - 1);

    /// <summary>前年からの改善: better is positive.</summary>
    public Maybe<decimal> ImprovementOnYear => improvementOnYear ??= Series.Improvement(this);

    /// <summary>前年比: the change since the year before as a share of that year's figure.</summary>
    public Maybe<decimal> ChangeOnYear => changeOnYear ??= Series.Change(this);
}
