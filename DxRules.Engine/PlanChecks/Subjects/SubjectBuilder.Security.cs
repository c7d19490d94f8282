using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>What lies under <c>security</c>.</summary>
internal sealed partial class SubjectBuilder
{
    private void AddSecurity()
    {
        if (document.Security is not { } security)
            return;
        plan.SecurityPolicy = Add(new SecurityPolicyNode(security, plan));
        plan.Controls = Each(security.Controls, c => Add(new ControlNode(c, plan) { Owner = DepartmentIfAny(c.Owner) }));
        plan.Systems = Each(security.Systems, s => Add(new SystemNode(s, plan) { Owner = DepartmentIfAny(s.Owner) }));
        plan.Contracts = Each(security.Contracts, c => Add(new ContractNode(c, plan) { Owner = DepartmentIfAny(c.Owner) }));
        plan.Audits = Each(security.Audits, AddAudit);
        plan.Findings = Flatten(plan.Audits, a => a.Findings);
        plan.Incidents = Each(security.Incidents, i => Add(new IncidentNode(i, plan)));
        plan.Officers = Each(security.Officers, o => Add(new OfficerNode(o, plan)));
        plan.Agreements = security.Agreements?.ToArray();
        plan.DataReleases = security.DataReleases?.ToArray();
    }

    private AuditNode AddAudit(Audit record)
    {
        var audit = Add(new AuditNode(record, plan)
        {
            Departments = Each(record.Departments, Department),
        });
        audit.Findings = Each(record.Findings, f => Add(new FindingNode(f, audit)));
        return audit;
    }
}
