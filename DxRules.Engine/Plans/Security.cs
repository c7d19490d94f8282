using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>What a municipality does for information security: shown to security officers and administrators only.</summary>
public sealed record Security : PlanObject
{
    [Fact] public SecurityPolicy? Policy { get; init; }
    [Fact] public CybersecurityPolicy? CybersecurityPolicy { get; init; }
    [Fact] public NetworkModel? NetworkModel { get; init; }
    public IReadOnlyList<Control>? Controls { get; init; }
    public IReadOnlyList<InformationSystem>? Systems { get; init; }
    public IReadOnlyList<DepartmentCheck>? DepartmentChecks { get; init; }
    public IReadOnlyList<Contract>? Contracts { get; init; }
    public IReadOnlyList<Audit>? Audits { get; init; }
    public IReadOnlyList<Incident>? Incidents { get; init; }
    public IReadOnlyList<Officer>? Officers { get; init; }
    public IReadOnlyList<Agreement>? Agreements { get; init; }
    public IReadOnlyList<DataRelease>? DataReleases { get; init; }
}

/// <summary>The 情報セキュリティポリシー.</summary>
public sealed record SecurityPolicy : PlanObject
{
    /// <summary>The id under which rules and references know it; no object of a file may take it.</summary>
    public const string SubjectId = "security-policy";

    [Event] public PlanDate? LastReviewedOn { get; init; }
    public IReadOnlyList<LegalBasis>? LegalBases { get; init; }
}

public sealed record LegalBasis : PlanObject
{
    public required string Title { get; init; }

    /// <summary>When the law was amended last; before that day a check does not see it.</summary>
    [Fact, ExistsSince] public PlanDate? AmendedOn { get; init; }
}

/// <summary>The サイバーセキュリティ方針 that the 地方自治法 asks for from April 2026.</summary>
public sealed record CybersecurityPolicy : PlanObject
{
    [Event] public PlanDate? AdoptedOn { get; init; }
    [Event] public PlanDate? PublishedOn { get; init; }
}

/// <summary>The α, α′, β and β′ models of the separation of networks.</summary>
public enum NetworkModel
{
    Alpha,
    AlphaDash,
    Beta,
    BetaDash,
}

/// <summary>A security control the municipality applies, or does not.</summary>
public sealed record Control : PlanObject
{
    [Id] public required string Id { get; init; }

    /// <summary>The entry of the control catalogue, such as C36.</summary>
    [Reference(ReferenceTo.Elsewhere)] public string? Catalogue { get; init; }
    public required string Title { get; init; }
    public string? Chapter { get; init; }
    [Fact] public ControlFunction? Function { get; init; }
    public bool Required { get; init; } = true;
    [Fact] public ControlStatus? Status { get; init; }
    [Fact] public decimal? Value { get; init; }
    [Fact] public decimal? Goal { get; init; }
    public string? Unit { get; init; }

    /// <summary>Whether the goal is a least or a greatest figure; where it is not stated, a goal of 0 is a greatest one (no loss of devices).</summary>
    [Fact] public Direction? Direction { get; init; }
    [Event] public PlanDate? LastReviewedOn { get; init; }
    [Fact] public int? ReviewEveryMonths { get; init; }
    [Reference(ReferenceTo.Department)] public string? Owner { get; init; }
    public IReadOnlyList<ControlEvidence>? Evidence { get; init; }
}

public enum ControlFunction
{
    Govern,
    Identify,
    Prevent,
    Detect,
    Respond,
    Recover,
}

public enum ControlStatus
{
    Implemented,
    Partial,
    Planned,
    NotImplemented,
    NotApplicable,
}

public sealed record ControlEvidence : PlanObject
{
    [Id] public required string Id { get; init; }
    public required EvidenceKind Kind { get; init; }
    public required string Title { get; init; }
    [Event] public PlanDate? On { get; init; }
    [Fact] public decimal? Value { get; init; }
}

public enum EvidenceKind
{
    Document,
    Date,
    Flag,
    Ratio,
    Count,
}

public sealed record InformationSystem : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Name { get; init; }
    [Reference(ReferenceTo.Department)] public string? Owner { get; init; }
    [Fact] public NetworkSegment? Segment { get; init; }
    [Fact] public Hosting? Hosting { get; init; }
    [Fact] public bool? InUse { get; init; }
    [Fact] public bool? Critical { get; init; }
    [Fact] public bool? Redundant { get; init; }
    [Fact] public bool? HoldsMyNumber { get; init; }
    [Fact] public bool? HoldsPersonalData { get; init; }
    [Fact] public bool? NewTechnology { get; init; }
    [Event] public PlanDate? ProcuredOn { get; init; }
    [Fact] public SystemReviewStatus? ReviewStatus { get; init; }
    [Event] public PlanDate? ReviewedOn { get; init; }
    [Fact] public PlanDate? SupportEndsOn { get; init; }
    [Fact, FiscalYearNumber] public int? RenewalFiscalYear { get; init; }
    [Event] public PlanDate? LastRestoreTestOn { get; init; }
}

/// <summary>The three separated networks of a municipality, and what hangs on none.</summary>
public enum NetworkSegment
{
    MyNumber,
    Lgwan,
    Internet,
    Standalone,
}

public enum Hosting
{
    OnPremises,
    GovernmentCloud,
    Cloud,
    Service,
}

public enum SystemReviewStatus
{
    Approved,
    Pending,
    None,
}

/// <summary>A department's self-check and training in a fiscal year.</summary>
public sealed record DepartmentCheck : PlanObject
{
    [Id] public required string Id { get; init; }
    [Reference(ReferenceTo.Department)] public required string Department { get; init; }
    [FiscalYearNumber, ExistsSince] public required int FiscalYear { get; init; }
    [Event] public PlanDate? SelfCheckedOn { get; init; }
    [Fact] public int? Headcount { get; init; }
    [Fact] public int? Trained { get; init; }

    /// <summary>Those who handle マイナンバー.</summary>
    [Fact] public int? Handlers { get; init; }
    [Fact] public int? HandlersTrained { get; init; }
    [Event] public PlanDate? HandlersTrainedOn { get; init; }
}

public sealed record Contract : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Title { get; init; }
    public string? Vendor { get; init; }
    [Reference(ReferenceTo.Department)] public string? Owner { get; init; }
    [Fact, Start(nameof(EndsOn))] public PlanDate? StartsOn { get; init; }
    [Fact] public PlanDate? EndsOn { get; init; }
    [Fact] public bool? PersonalData { get; init; }
    [Fact] public bool? SecurityClause { get; init; }
    [Fact] public Subcontracting? Subcontracting { get; init; }
    [Event] public PlanDate? LastCheckedOn { get; init; }
}

public enum Subcontracting
{
    None,
    Approved,
    Unapproved,
}

public sealed record Audit : PlanObject
{
    [Id] public required string Id { get; init; }
    [ExistsSince] public required PlanDate On { get; init; }
    public required AuditKind Kind { get; init; }
    [Reference(ReferenceTo.Department)] public IReadOnlyList<string>? Departments { get; init; }
    public IReadOnlyList<AuditFinding>? Findings { get; init; }
}

public enum AuditKind
{
    Internal,
    External,
}

public sealed record AuditFinding : PlanObject
{
    [Id] public required string Id { get; init; }
    public required FindingGrade Grade { get; init; }
    [ExistsSince] public required PlanDate RaisedOn { get; init; }
    [Fact] public PlanDate? DueOn { get; init; }
    [Event] public PlanDate? ClosedOn { get; init; }
}

public enum FindingGrade
{
    Major,
    Minor,
    Observation,
}

public sealed record Incident : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Title { get; init; }
    [ExistsSince] public required PlanDate DiscoveredOn { get; init; }
    [Fact] public bool? Malicious { get; init; }

    /// <summary>Whether the law asks for a report to the 個人情報保護委員会.</summary>
    [Fact] public bool? Reportable { get; init; }
    [Event] public PlanDate? PreliminaryReportedOn { get; init; }
    [Event] public PlanDate? FinalReportedOn { get; init; }
    [Event] public PlanDate? ClosedOn { get; init; }
}

public sealed record Officer : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Role { get; init; }

    /// <summary>The post that holds the role, never a person's name.</summary>
    [Event, DatedBy(nameof(Since))] public string? Holder { get; init; }
    [Fact, Start] public PlanDate? Since { get; init; }
}

public sealed record Agreement : PlanObject
{
    [Id] public required string Id { get; init; }
    public required string Title { get; init; }
    [Fact] public PlanDate? EndsOn { get; init; }
}

public sealed record DataRelease : PlanObject
{
    [Id] public required string Id { get; init; }
    [ExistsSince] public required PlanDate On { get; init; }
    [Event] public PlanDate? AnonymisationCheckedOn { get; init; }
}
