using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>What lies under <c>security</c>.</summary>
internal sealed partial class SubjectBuilder
{
    private void AddSecurity()
    {
        if (document.Security is not { } security)
        {
            NoteUnknown(
                plan,
                "セキュリティ",
                "security",
                typeof(SecurityPolicyNode),
                typeof(ControlNode),
                typeof(SystemNode),
                typeof(ContractNode),
                typeof(AuditNode),
                typeof(FindingNode),
                typeof(IncidentNode),
                typeof(OfficerNode));
            return;
        }
        plan.SecurityPolicy = Add(new SecurityPolicyNode(security, plan));
        plan.Controls = Each(security.Controls, plan, "管理策", "controls", [typeof(ControlNode)],
            c => Add(new ControlNode(c, plan) { Owner = DepartmentIfAny(c.Owner) }));
        plan.Systems = Each(security.Systems, plan, "システム", "systems", [typeof(SystemNode)],
            s => Add(new SystemNode(s, plan) { Owner = DepartmentIfAny(s.Owner) }));
        plan.Contracts = Each(security.Contracts, plan, "委託", "contracts", [typeof(ContractNode)],
            c => Add(new ContractNode(c, plan) { Owner = DepartmentIfAny(c.Owner) }));
        plan.Audits = Each(security.Audits, plan, "監査", "audits", [typeof(AuditNode), typeof(FindingNode)], AddAudit);
        plan.Findings = Flatten(plan.Audits, a => a.Findings);
        plan.Incidents = Each(security.Incidents, plan, "事案", "incidents", [typeof(IncidentNode)], i => Add(new IncidentNode(i, plan)));
        plan.Officers = Each(security.Officers, plan, "役職", "officers", [typeof(OfficerNode)], o => Add(new OfficerNode(o, plan)));
        plan.Agreements = security.Agreements?.ToArray();
        plan.DataReleases = security.DataReleases?.ToArray();
    }

    private AuditNode AddAudit(Audit record)
    {
        var audit = Add(new AuditNode(record, plan)
        {
            Departments = record.Departments is { } ids ? Each(ids, Department) : null,
        });
        audit.Findings = Each(record.Findings, audit, "監査指摘", "findings", [typeof(FindingNode)], f => Add(new FindingNode(f, audit)));
        return audit;
    }
}
