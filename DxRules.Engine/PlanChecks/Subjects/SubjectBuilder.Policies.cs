using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>Policies and what hangs below them.</summary>
internal sealed partial class SubjectBuilder
{
    private void AddPolicies()
    {
        plan.Policies = Each(document.Policies, AddPolicy);
        plan.Initiatives = Flatten(plan.Policies, p => p.Initiatives);
        plan.Phases = Flatten(plan.Policies, p => p.Phases);
        plan.Milestones = Flatten(plan.Policies, p => p.Milestones);
        plan.Kpis = Flatten(plan.Policies, p => p.Kpis) is { } kpis ? [.. plan.OwnKpis, .. kpis] : null;
        plan.Series = Flatten(plan.Kpis, k => k.Series);
    }

    private PolicyNode AddPolicy(Policy record)
    {
        var policy = Add(new PolicyNode(record, plan)
        {
            Areas = [.. record.Areas],
            Concerns = [.. record.Concerns],
            Category = record.Category is { } category ? categories.GetValueOrDefault(category) : null,
            Departments = Each(record.Departments, d => new ResponsibleDepartmentPart(d, Department(d.Id))),
        });
        policy.Initiatives = Each(record.Initiatives, i => AddInitiative(i, policy));
        policy.Phases = Flatten(policy.Initiatives, i => i.Phases);
        policy.Milestones = Flatten(policy.Initiatives, i => i.Milestones);
        policy.OwnKpis = Each(record.Kpis, k => AddKpi(k, policy, null));
        policy.Kpis = policy.OwnKpis is { } own ? Flatten(policy.Initiatives, i => i.Kpis, own) : null;
        policy.Series = Flatten(policy.Kpis, k => k.Series);
        return policy;
    }

    private InitiativeNode AddInitiative(Initiative record, PolicyNode policy)
    {
        var initiative = Add(new InitiativeNode(record, policy, scales.Initiative)
        {
            Departments = Each(record.Departments, Department),
            Reports = record.Reports?.ToArray(),
            Budgets = [.. record.Budgets],
        });
        initiative.Phases = AddPhases(record.Lanes, initiative);
        initiative.Milestones = Each(record.Milestones, m => Add(new MilestoneNode(m, initiative)));
        initiative.Kpis = Each(record.Kpis, k => AddKpi(k, policy, initiative));
        initiative.Series = Flatten(initiative.Kpis, k => k.Series);
        return initiative;
    }

    private PhaseNode[]? AddPhases(IReadOnlyList<Lane>? lanes, InitiativeNode initiative)
    {
        var phases = new List<PhaseNode>();
        foreach (var lane in lanes ?? [])
        {
            PhaseNode? previous = null;
            foreach (var phase in lane.Phases ?? [])
                phases.Add(previous = Add(new PhaseNode(phase, lane, previous, initiative)));
        }
        return lanes is not null && lanes.All(lane => lane.Phases is not null) ? [.. phases] : null;
    }

    private KpiNode AddKpi(Kpi record, PolicyNode? policy, InitiativeNode? initiative)
    {
        var kpi = Add(new KpiNode(record, plan, policy, initiative));
        kpi.Series = Each(record.Series, s => Add(new SeriesNode(s, kpi, scales.Kpi)));
        return kpi;
    }
}
