using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>A whole plan file of format <c>dxplan/1</c>: the municipality, its plan, and all that was entered about it.</summary>
public sealed record PlanDocument : PlanObject
{
    public required Municipality Municipality { get; init; }
    public required PlanHeader Plan { get; init; }
    public IReadOnlyList<Category> Categories { get; init; } = [];
    public IReadOnlyList<Department>? Departments { get; init; }
    public IReadOnlyList<Policy>? Policies { get; init; }
    public IReadOnlyList<Opinion> Opinions { get; init; } = [];
    public IReadOnlyList<Benefit> Benefits { get; init; } = [];
    [Fact] public Security? Security { get; init; }
    [Fact] public Governance? Governance { get; init; }

    /// <summary>The plan as it stood on a day: later events have not happened, later rows are not there. What did not change is shared with this plan.</summary>
    public PlanAsOf AsOf(DateOnly date) => PlanTime.At(date, this);

    /// <summary>
    /// The plan as it may be shown to those who are not security officers: without <see cref="Security"/>, without every row that is about something
    /// under it or about such a row (judgements, corrective actions, benefits, revisions, opinions about nothing else), and where a row is about other
    /// subjects too, without naming those. What it does not touch is shared with this plan.
    /// </summary>
    public PlanDocument WithoutSecurity() => OpenPlan.Of(this);
}

public sealed record Municipality : PlanObject
{
    /// <summary>The 全国地方公共団体コード, six digits with the check digit.</summary>
    [MunicipalityCode] public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Prefecture { get; init; }
    [Fact] public string? Class { get; init; }
}

public sealed record PlanHeader : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Title { get; init; }
    public required PlanStatus Status { get; init; }
    [Fact] public Period? Period { get; init; }
    public IReadOnlyList<string> LevelNames { get; init; } = [];
    public IReadOnlyList<RelatedPlan>? Parents { get; init; }
    public IReadOnlyList<RelatedPlan> Predecessors { get; init; } = [];
    public IReadOnlyList<RelatedPlan>? Successors { get; init; }

    /// <summary>Whether expected progress runs from the baseline's year or from the plan's start.</summary>
    public ExpectedFrom ExpectedFrom { get; init; } = ExpectedFrom.Baseline;
    public IReadOnlyList<PlanRevision> Revisions { get; init; } = [];
    public IReadOnlyList<PlanReview>? Reviews { get; init; }

    /// <summary>The day by which the plan promises to have set its targets: a deadline, which stands before it is reached.</summary>
    [Event, Planned] public PlanDate? TargetsDueOn { get; init; }
    public IReadOnlyList<Kpi> Kpis { get; init; } = [];
    public IReadOnlyList<string> Notes { get; init; } = [];
}

public enum PlanStatus
{
    Draft,
    InForce,
    Ended,
}

public enum ExpectedFrom
{
    Baseline,
    PlanStart,
}

public sealed record Period : PlanObject
{
    [Fact, Start(nameof(End))] public PlanDate? Start { get; init; }
    [Fact] public PlanDate? End { get; init; }
}

/// <summary>Another plan that this one follows, replaces or is replaced by.</summary>
public sealed record RelatedPlan : PlanObject
{
    [Reference(ReferenceTo.Elsewhere)] public string? Id { get; init; }
    public required string Title { get; init; }
    [Fact] public PlanDate? EndsOn { get; init; }
    [Event] public PlanDate? RevisedOn { get; init; }
}

public sealed record PlanRevision : PlanObject
{
    [ExistsSince] public required PlanDate On { get; init; }
    public string? Reason { get; init; }
    [Reference(ReferenceTo.Subject)] public string? Subject { get; init; }
}

public sealed record PlanReview : PlanObject
{
    [ExistsSince] public required PlanDate On { get; init; }
    public required ReviewKind Kind { get; init; }
}

public enum ReviewKind
{
    Annual,
    Midterm,
    Final,
}

/// <summary>A heading under which policies stand, to any depth.</summary>
public sealed record Category : PlanObject
{
    [Id] public required string Id { get; init; }
    public string? Number { get; init; }
    public required string Title { get; init; }
    [Reference(ReferenceTo.Category)] public string? Parent { get; init; }
}

public sealed record Department : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Name { get; init; }
    [Fact, Start(nameof(To))] public PlanDate? From { get; init; }

    /// <summary>The last day of the department, where it was abolished.</summary>
    [Event] public PlanDate? To { get; init; }
    [Reference(ReferenceTo.Department), DatedBy(nameof(To))] public string? SucceededBy { get; init; }
}

/// <summary>What citizens or the council said, and what was answered.</summary>
public sealed record Opinion : PlanObject
{
    [Id] public required string Id { get; init; }
    [Fact, ExistsSince] public PlanDate? On { get; init; }
    public string? Category { get; init; }
    public required string Summary { get; init; }
    [Event] public string? Response { get; init; }
    [Reference(ReferenceTo.Subject)] public IReadOnlyList<string> Subjects { get; init; } = [];
}

/// <summary>What a subject saved in a fiscal year, and where it went.</summary>
public sealed record Benefit : PlanObject
{
    [Reference(ReferenceTo.Subject)] public required string Subject { get; init; }
    [FiscalYearNumber, ExistsSince] public required int FiscalYear { get; init; }
    [Fact] public int? HoursSaved { get; init; }

    /// <summary>In yen.</summary>
    [Fact] public decimal? CostSaved { get; init; }
    public string? RedirectedTo { get; init; }
}
