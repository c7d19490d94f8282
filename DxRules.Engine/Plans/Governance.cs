using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>Who watches over the plan, and what they did year by year.</summary>
public sealed record Governance : PlanObject
{
    public IReadOnlyList<Body>? Bodies { get; init; }
    public IReadOnlyList<Cycle>? Cycles { get; init; }
}

public sealed record Body : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Kind { get; init; }
    [Reference(ReferenceTo.BodyOrPost)] public string? ReportsTo { get; init; }
    [Fact] public int? MaxMembers { get; init; }
    [Event] public Quorum? Quorum { get; init; }

    /// <summary>How many months a member's term lasts; null where nothing is laid down.</summary>
    [Event] public int? TermMonths { get; init; }
    public IReadOnlyList<BodyMember>? Members { get; init; }
    public IReadOnlyList<Meeting>? Meetings { get; init; }
}

public sealed record Quorum : PlanObject
{
    public required QuorumKind Kind { get; init; }
    [Share] public required decimal Fraction { get; init; }
    public bool ChairRequired { get; init; }
}

public enum QuorumKind
{
    MoreThan,
    AtLeast,
}

public sealed record BodyMember : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Post { get; init; }

    /// <summary>A member by the post (充て職), who has no term that could end.</summary>
    public bool ExOfficio { get; init; }
    [Fact] public PlanDate? TermEndsOn { get; init; }
}

public sealed record Meeting : PlanObject
{
    [Id] public required string Id { get; init; }
    [ExistsSince] public required PlanDate On { get; init; }
    [Fact] public int? Members { get; init; }
    [Fact] public int? Present { get; init; }
    [Fact] public bool? ChairPresent { get; init; }
    [Event] public PlanDate? MinutesPublishedOn { get; init; }
    [Event] public PlanDate? ReportedOn { get; init; }
}

/// <summary>The review of one fiscal year (対象年度); the work of reviewing falls into the year after.</summary>
public sealed record Cycle : PlanObject
{
    [Id] public required string Id { get; init; }
    [FiscalYearNumber, ExistsSince] public required int FiscalYear { get; init; }
    [Event] public PlanDate? OpenedOn { get; init; }
    [Event] public PlanDate? EvaluatedOn { get; init; }
    [Event] public PlanDate? ReportedOn { get; init; }
    [Event] public PlanDate? PublishedOn { get; init; }
    public IReadOnlyList<Submission>? Submissions { get; init; }
    public IReadOnlyList<Judgement>? Judgements { get; init; }
    public IReadOnlyList<CycleComment>? Comments { get; init; }
    public IReadOnlyList<CorrectiveAction>? Actions { get; init; }
}

public sealed record Submission : PlanObject
{
    [Id] public required string Id { get; init; }
    [Reference(ReferenceTo.Department)] public required string Department { get; init; }
    [Fact] public PlanDate? DueOn { get; init; }
    [Event] public PlanDate? SubmittedOn { get; init; }
}

/// <summary>A grade that people gave, beside the one the rules give.</summary>
public sealed record Judgement : PlanObject
{
    [Reference(ReferenceTo.Subject)] public required string Subject { get; init; }
    public required JudgedBy By { get; init; }
    public required string Grade { get; init; }
    [ExistsSince] public required PlanDate On { get; init; }
    public string? Reason { get; init; }
}

public enum JudgedBy
{
    Department,
    Headquarters,
}

public sealed record CycleComment : PlanObject
{
    [Reference(ReferenceTo.BodyOrPost)] public required string By { get; init; }
    [ExistsSince] public required PlanDate On { get; init; }
    public required string Text { get; init; }
}

public sealed record CorrectiveAction : PlanObject
{
    [Id] public required string Id { get; init; }
    [Reference(ReferenceTo.Subject)] public required string Subject { get; init; }
    public string? Cause { get; init; }
    public required string Action { get; init; }
    [Reference(ReferenceTo.Department)] public string? Owner { get; init; }
    [Fact] public PlanDate? DueOn { get; init; }
    public required ActionStatus Status { get; init; }
    [Event] public PlanDate? CompletedOn { get; init; }

    /// <summary>The fiscal year into whose plan the action is carried.</summary>
    [Event, FiscalYearNumber] public int? CarriedTo { get; init; }
}

public enum ActionStatus
{
    Planned,
    InProgress,
    Done,
    Dropped,
}
