using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>
/// セキュリティ方針: the security policy, the cybersecurity policy and the network model in one subject; there as soon as the plan file
/// says anything about security.
/// </summary>
internal sealed class SecurityPolicyNode(Security record, PlanNode plan) : Node<Security>(record, FixedId, "情報セキュリティ方針", plan)
{
    public const string FixedId = "security-policy";

    public PlanNode Plan { get; } = plan;
    public override bool IsSecret => true;
    public LegalBasis[]? LegalBases { get; } = record.Policy?.LegalBases?.ToArray();
    public DateOnly? LastReviewedOn => Record.Policy?.LastReviewedOn.Day();
    public DateOnly? AdoptedOn => Record.CybersecurityPolicy?.AdoptedOn.Day();
    public DateOnly? PublishedOn => Record.CybersecurityPolicy?.PublishedOn.Day();
}

/// <summary>管理策.</summary>
internal sealed class ControlNode(Control record, PlanNode plan) : Node<Control>(record, record.Id, record.Title, plan)
{
    public PlanNode Plan { get; } = plan;
    public override bool IsSecret => true;
    public required DepartmentNode? Owner { get; init; }
    public ControlEvidence[]? Evidence { get; } = record.Evidence?.ToArray();

    /// <summary>
    /// The newest day on which anything shows the control at work: of the days of its evidence and its last review. Offices enter
    /// either. Null where no day is stated.
    /// </summary>
    public DateOnly? LastConfirmedOn
    {
        get
        {
            var last = Record.LastReviewedOn.Day();
            foreach (var evidence in Evidence ?? [])
            {
                if (evidence.On.Day() is { } day && (last is null || day > last))
                    last = day;
            }
            return last;
        }
    }
}

/// <summary>システム.</summary>
internal sealed class SystemNode(InformationSystem record, PlanNode plan) : Node<InformationSystem>(record, record.Id, record.Name, plan)
{
    public PlanNode Plan { get; } = plan;
    public override bool IsSecret => true;
    public required DepartmentNode? Owner { get; init; }
}

/// <summary>委託.</summary>
internal sealed class ContractNode(Contract record, PlanNode plan) : Node<Contract>(record, record.Id, record.Title, plan)
{
    public PlanNode Plan { get; } = plan;
    public override bool IsSecret => true;
    public required DepartmentNode? Owner { get; init; }
}

/// <summary>監査.</summary>
internal sealed class AuditNode(Audit record, PlanNode plan) : Node<Audit>(record, record.Id, TitleOf(record), plan)
{
    public PlanNode Plan { get; } = plan;
    public override bool IsSecret => true;
    public required DepartmentNode[]? Departments { get; init; }
    public FindingNode[]? Findings { get; internal set; }

    private static string TitleOf(Audit record) =>
        $"{(record.Kind == AuditKind.Internal ? "内部監査" : "外部監査")}（{record.On.InWareki()}）";
}

/// <summary>監査指摘.</summary>
internal sealed class FindingNode(AuditFinding record, AuditNode audit) : Node<AuditFinding>(record, record.Id, TitleOf(record), audit)
{
    public PlanNode Plan => Audit.Plan;
    public override bool IsSecret => true;
    public AuditNode Audit { get; } = audit;

    private static string TitleOf(AuditFinding record)
    {
        var grade = record.Grade switch
        {
            FindingGrade.Major => "重大な不適合",
            FindingGrade.Minor => "軽微な不適合",
            _ => "観察事項",
        };
        return $"{grade}（{record.RaisedOn.InWareki()}）";
    }
}

/// <summary>事案.</summary>
internal sealed class IncidentNode(Incident record, PlanNode plan) : Node<Incident>(record, record.Id, record.Title, plan)
{
    public PlanNode Plan { get; } = plan;
    public override bool IsSecret => true;
}

/// <summary>役職.</summary>
internal sealed class OfficerNode(Officer record, PlanNode plan) : Node<Officer>(record, record.Id, record.Role, plan)
{
    public PlanNode Plan { get; } = plan;
    public override bool IsSecret => true;
}

/// <summary>点検記録: a department's self-check and training in a fiscal year.</summary>
internal sealed record DepartmentCheckPart(DepartmentCheck Record, DepartmentNode Department);
