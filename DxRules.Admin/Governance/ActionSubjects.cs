using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>What an action can be meant to improve: the plan's policies, initiatives and KPIs, each policy with what stands below it.</summary>
internal sealed record ActionSubjects(string? Policy, IReadOnlyList<(string Id, string Title)> Items)
{
    public static IReadOnlyList<ActionSubjects> Of(PlanDocument plan)
    {
        var groups = (plan.Policies ?? []).Select(policy => new ActionSubjects(Numbered(policy.Number, policy.Title), [.. Below(policy)])).ToList();
        if (plan.Plan.Kpis.Count > 0)
            groups.Add(new ActionSubjects(null, [.. plan.Plan.Kpis.Select(kpi => (kpi.Id, kpi.Title))]));
        return groups;
    }

    /// <summary>The ids of everything in the plan, also of what lies under security for whom it is not secret.</summary>
    public static IReadOnlySet<string> Ids(PlanDocument plan) => new Cycles.SubjectIndex(plan).Places.Keys.ToHashSet(StringComparer.Ordinal);

    public static string Numbered(string? number, string title) => number is { Length: > 0 } ? $"{number} {title}" : title;

    private static IEnumerable<(string Id, string Title)> Below(Policy policy) =>
    [
        (policy.Id, Numbered(policy.Number, policy.Title)),
        .. (policy.Initiatives ?? []).SelectMany(initiative => initiative.Kpis.Select(kpi => (kpi.Id, kpi.Title)).Prepend((initiative.Id, Numbered(initiative.Number, initiative.Title)))),
        .. (policy.Kpis ?? []).Select(kpi => (kpi.Id, kpi.Title)),
    ];
}
