using DxRules.Engine.Plans;

namespace DxRules.Admin.Publishing;

/// <summary>Under which policy, initiative or KPI the public finds a subject of a plan, whatever lies below these.</summary>
internal sealed class PublicSubjects
{
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public PublicSubjects(PlanDocument plan)
    {
        AddKpis(plan.Plan.Kpis);
        foreach (var policy in plan.Policies ?? [])
        {
            Add(policy.Id, policy.Id);
            foreach (var initiative in policy.Initiatives ?? [])
                AddInitiative(initiative);
            AddKpis(policy.Kpis ?? []);
        }
    }

    /// <summary>Null of what stands under none of them.</summary>
    /// <param name="subject">The id of a wording begins with that of what holds it.</param>
    public string? Of(string subject)
    {
        var owner = subject.IndexOf('/', StringComparison.Ordinal);
        return shown.GetValueOrDefault(owner < 0 ? subject : subject[..owner]);
    }

    /// <summary>In the order of the plan; what is about the plan itself stands first.</summary>
    public int PositionOf(string? subject) => subject is null ? -1 : places.GetValueOrDefault(subject, -1);

    private void AddInitiative(Initiative initiative)
    {
        Add(initiative.Id, initiative.Id);
        foreach (var lane in initiative.Lanes ?? [])
        {
            Add(lane.Id, initiative.Id);
            foreach (var phase in lane.Phases ?? [])
                Add(phase.Id, initiative.Id);
        }
        foreach (var milestone in initiative.Milestones)
            Add(milestone.Id, initiative.Id);
        AddKpis(initiative.Kpis);
    }

    private void AddKpis(IEnumerable<Kpi> kpis)
    {
        foreach (var kpi in kpis)
        {
            Add(kpi.Id, kpi.Id);
            foreach (var series in kpi.Series ?? [])
                Add(series.Id, kpi.Id);
        }
    }

    private void Add(string id, string under)
    {
        shown[id] = under;
        if (id == under)
            places.TryAdd(id, places.Count);
    }
}
