using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>A performance indicator; its figures stand in one or more series.</summary>
public sealed record Kpi : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Title { get; init; }
    public string? Definition { get; init; }
    [Fact] public string? Unit { get; init; }
    [Fact] public KpiKind? Kind { get; init; }
    [Fact] public Aggregation? Aggregation { get; init; }
    [Fact] public Direction? Direction { get; init; }

    /// <summary>How far, in the KPI's unit, a value may lie from the target and still keep it.</summary>
    [Fact] public decimal? Tolerance { get; init; }

    /// <summary>Whether values can lie only between 0 and 100.</summary>
    public bool Bounded { get; init; }
    public bool Survey { get; init; }

    /// <summary>Months after the end of a fiscal year until its figure is settled.</summary>
    public int LagMonths { get; init; }
    [Event] public Derivation? DerivedFrom { get; init; }
    public IReadOnlyList<ExternalFactor> ExternalFactors { get; init; } = [];
    public IReadOnlyList<Series>? Series { get; init; }
}

public enum KpiKind
{
    Output,
    Outcome,
}

public enum Aggregation
{
    Annual,
    Cumulative,
    PointInTime,
}

public enum Direction
{
    HigherIsBetter,
    LowerIsBetter,
    Maintain,
}

/// <summary>How the document says the target follows from the baseline: target = baseline × factor.</summary>
public sealed record Derivation : PlanObject
{
    public required decimal BaselineFactor { get; init; }
    public string? Source { get; init; }
}

/// <summary>Why a year's figure says nothing about the work, and when it is to be judged again.</summary>
public sealed record ExternalFactor : PlanObject
{
    [FiscalYearNumber, ExistsSince] public required int FiscalYear { get; init; }
    public required string Note { get; init; }
    public string? RejudgeIn { get; init; }
}

public sealed record Series : PlanObject
{
    [Id] public required string Id { get; init; }
    public string? Segment { get; init; }
    [Event] public Stage? Stage { get; init; }
    [Fact] public Baseline? Baseline { get; init; }
    [Fact] public Target? Target { get; init; }
    public IReadOnlyList<AnnualTarget> AnnualTargets { get; init; } = [];
    public IReadOnlyList<Actual>? Actuals { get; init; }
    public IReadOnlyList<Peer> Peers { get; init; } = [];
}

public enum Stage
{
    Deployed,
    Pilot,
}

public sealed record Baseline : PlanObject
{
    public required decimal Value { get; init; }
    [FiscalYearNumber] public required int FiscalYear { get; init; }
    [Fact] public PlanDate? AsOf { get; init; }
}

public sealed record Target : PlanObject
{
    /// <summary>The value to reach; for <see cref="TargetKind.ChangeRate"/> signed per cent of the baseline (−50 = half of it).</summary>
    public required decimal Value { get; init; }
    public TargetKind Kind { get; init; } = TargetKind.Value;
    [Fact, FiscalYearNumber] public int? FiscalYear { get; init; }
    public IReadOnlyList<TargetRevision> Revisions { get; init; } = [];
}

public enum TargetKind
{
    Value,
    ChangeRate,
}

public sealed record TargetRevision : PlanObject
{
    [ExistsSince] public required PlanDate On { get; init; }

    /// <summary>The target before, in the target's own kind.</summary>
    [Fact] public decimal? From { get; init; }

    /// <summary>The target after, in the target's own kind.</summary>
    [Fact] public decimal? To { get; init; }
    [Event] public string? Reason { get; init; }
}

public sealed record AnnualTarget : PlanObject
{
    [FiscalYearNumber] public required int FiscalYear { get; init; }
    public required decimal Value { get; init; }
}

public sealed record Actual : PlanObject
{
    [FiscalYearNumber, ExistsSince(3, FromYearEnd = true)] public required int FiscalYear { get; init; }
    [Fact, ExistsSince(2)] public PlanDate? AsOf { get; init; }
    [Fact] public decimal? Value { get; init; }
    public ActualStatus Status { get; init; } = ActualStatus.Confirmed;
    [Event, ExistsSince(1)] public PlanDate? ReportedOn { get; init; }
    public string? Note { get; init; }
}

public enum ActualStatus
{
    Confirmed,
    Provisional,
}

/// <summary>The same figure of another municipality.</summary>
public sealed record Peer : PlanObject
{
    [Reference(ReferenceTo.Elsewhere)] public required string Code { get; init; }
    public string? Name { get; init; }
    [Fact] public string? Class { get; init; }
    [FiscalYearNumber, ExistsSince(2)] public required int FiscalYear { get; init; }
    [Fact, ExistsSince(1)] public PlanDate? AsOf { get; init; }
    public required decimal Value { get; init; }
    [Fact] public bool? SameDefinition { get; init; }
}
