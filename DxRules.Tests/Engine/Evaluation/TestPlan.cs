using DxRules.Engine.Feel.Values;

namespace DxRules.Tests.Engine.Evaluation;

/// <summary>
/// A small tree of plain objects, shaped like a plan but none: what the language and the evaluation are tested on. Lists that are null
/// are unknown, like facts that are null.
/// </summary>
internal abstract class TestSubject
{
    public required string Id { get; init; }

    public string Title => field ??= "題名" + Id;

    public TestSubject? Above { get; private set; }

    /// <summary>The nearest of a kind above; null where this one hangs elsewhere.</summary>
    public T? Find<T>()
        where T : TestSubject
    {
        for (var at = Above; at is not null; at = at.Above)
        {
            if (at is T found)
                return found;
        }
        return null;
    }

    /// <summary>All of a kind below, in the order of the document.</summary>
    public IEnumerable<T> Below<T>()
        where T : TestSubject => Lists.SelectMany(list => list ?? []).SelectMany(child => child.Below<T>().Prepend((child as T)!)).Where(found => found is not null);

    protected virtual IEnumerable<TestSubject[]?> Lists => [];

    protected T[]? Adopt<T>(T[]? children)
        where T : TestSubject
    {
        foreach (var child in children ?? [])
            child.Above = this;
        return children;
    }
}

internal enum TestStatus
{
    NotStarted,
    InProgress,
    Completed,
    Suspended,
}

internal enum TestKpiKind
{
    Output,
    Outcome,
}

internal enum TestStage
{
    Deployed,
    Pilot,
}

internal enum TestPhaseKind
{
    Once,
    Recurring,
}

internal sealed class TestPlan : TestSubject
{
    public DateOnly? End { get; init; }

    public DateOnly? Published { get; init; }

    public string? Note { get; init; }

    public decimal? Budget { get; init; }

    public TestPolicy[]? Policies { get; init => field = Adopt(value); } = [];

    public TestKpi[]? Kpis { get; init => field = Adopt(value); } = [];

    /// <summary>A section that may be absent as a whole.</summary>
    public bool HasSecurity { get; init; } = true;

    public TestSystem[]? Systems { get; init => field = Adopt(value); } = [];

    public TestInitiative[] Initiatives => [.. Below<TestInitiative>()];

    protected override IEnumerable<TestSubject[]?> Lists => [Policies, Kpis, Systems];
}

internal sealed class TestPolicy : TestSubject
{
    public TestInitiative[]? Initiatives { get; init => field = Adopt(value); } = [];

    public TestKpi[]? Kpis { get; init => field = Adopt(value); } = [];

    public TestAction[]? Actions { get; init; } = [];

    protected override IEnumerable<TestSubject[]?> Lists => [Initiatives, Kpis];
}

internal sealed record TestAction(string? Owner = null, DateOnly? Due = null, int? CarriedTo = null);

internal sealed class TestInitiative : TestSubject
{
    public TestStatus? Status { get; init; }

    public decimal? Progress { get; init; }

    public TestPhase[]? Phases { get; init => field = Adopt(value); } = [];

    protected override IEnumerable<TestSubject[]?> Lists => [Phases];
}

internal sealed class TestPhase : TestSubject
{
    public TestPhaseKind Kind { get; init; }

    public TestStatus? Status { get; init; }

    public DateOnly? Start { get; init; }

    public DateOnly? End { get; init; }

    public DateOnly? Completed { get; init; }

    public TestRecord[]? Records { get; init; } = [];

    /// <summary>The one before it in its initiative.</summary>
    public TestPhase? Previous
    {
        get
        {
            var lane = Find<TestInitiative>()?.Phases ?? [];
            var at = Array.IndexOf(lane, this);
            return at > 0 ? lane[at - 1] : null;
        }
    }
}

internal sealed record TestRecord(int FiscalYear, decimal? Count = null, DateOnly? On = null);

internal sealed class TestKpi : TestSubject
{
    public TestKpiKind? Kind { get; init; }

    public bool? HigherIsBetter { get; init; }

    public string? Aggregation { get; init; }

    public string? Unit { get; init; }

    public TestSeries[]? Series { get; init => field = Adopt(value); } = [];

    protected override IEnumerable<TestSubject[]?> Lists => [Series];
}

internal sealed record TestBaseline(decimal Value, int FiscalYear);

internal sealed record TestTarget(decimal? Value, int? FiscalYear = null);

internal sealed class TestSeries : TestSubject
{
    private static readonly FactSet NoActuals = FactSet.Of(new Fact("実績", "actuals"));

    public TestStage? Stage { get; init; }

    public TestBaseline? Baseline { get; init; }

    public TestTarget? Target { get; init; }

    public TestActual[]? Actuals
    {
        get;
        init
        {
            field = value;
            foreach (var actual in value ?? [])
                actual.Series = this;
        }
    } = [];

    /// <summary>The actual of the last fiscal year; none where the list is empty.</summary>
    public Maybe<TestActual?> Latest
    {
        get
        {
            if (Actuals is null)
                return Maybe<TestActual?>.Unknown(NoActuals);
            TestActual? latest = null;
            foreach (var actual in Actuals)
                latest = latest?.FiscalYear >= actual.FiscalYear ? latest : actual;
            return latest;
        }
    }

    /// <summary>Latest − baseline, the sign turned so that better is above zero.</summary>
    public Maybe<decimal> ImprovementOnBaseline
    {
        get
        {
            var missing = Latest.Missing;
            if (missing is null && Latest.Value is null)
                return Maybe<decimal>.Unknown(FactSet.NotApplicable(new("実績がまだない", "no actual yet")));
            if (missing is null && Latest.Value!.Value is null)
                missing = FactSet.Of(new Fact("実績.値", "actuals.value"));
            if (Baseline is null)
                missing = FactSet.Union(missing, FactSet.Of(new Fact("現況値", "baseline")));
            if (Find<TestKpi>()!.HigherIsBetter is null)
                missing = FactSet.Union(missing, FactSet.Of(new Fact("指標.増加が良い", "kpi.higherIsBetter")));
            if (missing is not null)
                return Maybe<decimal>.Unknown(missing);
            var change = Latest.Value!.Value!.Value - Baseline!.Value;
            return Find<TestKpi>()!.HigherIsBetter!.Value ? change : -change;
        }
    }
}

internal sealed record TestActual(int FiscalYear, decimal? Value = null)
{
    public TestSeries? Series { get; set; }

    public Maybe<TestActual?> PreviousYear => Series?.Actuals?.FirstOrDefault(a => a.FiscalYear == FiscalYear - 1);
}

internal sealed class TestSystem : TestSubject
{
    public decimal? Segment { get; init; }

    public bool? HoldsMyNumber { get; init; }

    public DateOnly? SupportEnd { get; init; }
}
