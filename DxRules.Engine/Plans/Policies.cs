using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

public sealed record Policy : PlanObject
{
    [Id] public required string Id { get; init; }
    public string? Number { get; init; }
    public required string Title { get; init; }
    [Reference(ReferenceTo.Category)] public string? Category { get; init; }
    public IReadOnlyList<string> Areas { get; init; } = [];
    public PolicyScope Scope { get; init; } = PolicyScope.InPlan;
    public string? Purpose { get; init; }
    public IReadOnlyList<ResponsibleDepartment>? Departments { get; init; }
    public IReadOnlyList<string> Concerns { get; init; } = [];
    public IReadOnlyList<Initiative>? Initiatives { get; init; }
    public IReadOnlyList<Kpi>? Kpis { get; init; }
}

public enum PolicyScope
{
    InPlan,
    Outside,
}

public sealed record ResponsibleDepartment : PlanObject
{
    [Reference(ReferenceTo.Department)] public required string Id { get; init; }
    [Fact] public DepartmentRole? Role { get; init; }
}

public enum DepartmentRole
{
    Lead,
    Supporting,
}

public sealed record Initiative : PlanObject
{
    [Id] public required string Id { get; init; }
    public string? Number { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    [Fact] public WorkStatus? Status { get; init; }
    [Fact, Share] public decimal? Progress { get; init; }
    [Reference(ReferenceTo.Department)] public IReadOnlyList<string> Departments { get; init; } = [];
    public IReadOnlyList<Lane>? Lanes { get; init; }
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];
    public IReadOnlyList<Kpi> Kpis { get; init; } = [];
    [Fact] public bool? UsesPersonalData { get; init; }
    [Event] public PlanDate? ConsentConfirmedOn { get; init; }
    public IReadOnlyList<InitiativeReport>? Reports { get; init; }
    public IReadOnlyList<YearBudget> Budgets { get; init; } = [];
}

public enum WorkStatus
{
    NotStarted,
    InProgress,
    Completed,
    Suspended,
    Cancelled,
}

/// <summary>A line of the schedule, in which one phase follows another.</summary>
public sealed record Lane : PlanObject
{
    [Id] public required string Id { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<Phase>? Phases { get; init; }
}

public sealed record Phase : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Title { get; init; }
    [Fact, Start(nameof(End))] public PlanDate? Start { get; init; }
    [Fact] public PlanDate? End { get; init; }
    public PhaseKind Kind { get; init; } = PhaseKind.Once;

    /// <summary>By what one can see that the phase is complete.</summary>
    [Event] public string? Criterion { get; init; }
    [Fact] public WorkStatus? Status { get; init; }
    [Event, Start(nameof(CompletedOn))] public PlanDate? StartedOn { get; init; }
    [Event] public PlanDate? CompletedOn { get; init; }
    [Fact] public PlanDate? ForecastEnd { get; init; }
    public IReadOnlyList<PhaseRecord>? Records { get; init; }
    [Event] public Decision? Decision { get; init; }
}

public enum PhaseKind
{
    Once,
    OpenEnded,
    Recurring,
    Gate,
    Pilot,
}

/// <summary>Proof that a phase was worked on in a fiscal year.</summary>
public sealed record PhaseRecord : PlanObject
{
    [FiscalYearNumber, ExistsSince(2)] public required int FiscalYear { get; init; }
    [Fact, ExistsSince(1)] public PlanDate? On { get; init; }
    public string? Note { get; init; }
}

/// <summary>What was decided after a pilot.</summary>
public sealed record Decision : PlanObject
{
    [ExistsSince] public required PlanDate On { get; init; }
    public required DecisionOutcome Outcome { get; init; }
}

public enum DecisionOutcome
{
    Adopt,
    Extend,
    Stop,
}

public sealed record Milestone : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Title { get; init; }
    [Fact] public PlanDate? Due { get; init; }
    public MilestoneKind Kind { get; init; } = MilestoneKind.Own;
    [Fact] public WorkStatus? Status { get; init; }
    [Event] public PlanDate? CompletedOn { get; init; }
    [Fact] public PlanDate? ForecastEnd { get; init; }
}

public enum MilestoneKind
{
    Own,
    External,
}

/// <summary>What a department reported about an initiative for a fiscal year.</summary>
public sealed record InitiativeReport : PlanObject
{
    [ExistsSince] public required PlanDate On { get; init; }
    [FiscalYearNumber] public required int FiscalYear { get; init; }
    [Fact] public WorkStatus? Status { get; init; }
    [Fact, Share] public decimal? Progress { get; init; }
    public string? Planned { get; init; }
    public string? Done { get; init; }
    public string? DelayReason { get; init; }
    public string? Issues { get; init; }
    public string? NextYear { get; init; }
    [Reference(ReferenceTo.BodyOrPost)] public string? By { get; init; }
}

/// <summary>In yen.</summary>
public sealed record YearBudget : PlanObject
{
    [FiscalYearNumber, ExistsSince] public required int FiscalYear { get; init; }
    [Fact] public decimal? Budget { get; init; }
    [Fact] public decimal? Settled { get; init; }
}
