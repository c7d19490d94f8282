using DxRules.Engine.Plans;

namespace DxRules.Admin.Cycles;

/// <summary>Under which policy (施策) each object of a plan stands.</summary>
internal sealed class PolicyIndex
{
    private readonly Dictionary<string, SubjectPolicy> policies = new(StringComparer.Ordinal);

    public PolicyIndex(PlanDocument plan)
    {
        var position = 0;
        foreach (var policy in plan.Policies ?? [])
            Add(policy, new SubjectPolicy(policy.Id, TitleOf(policy), position++));
    }

    /// <summary>The policy of a subject by its id, or null. The id of a wording begins with the id of the object that holds it.</summary>
    public SubjectPolicy? Of(string subject)
    {
        var owner = subject.IndexOf('/', StringComparison.Ordinal);
        return policies.GetValueOrDefault(owner < 0 ? subject : subject[..owner]);
    }

    private static string TitleOf(Policy policy) => policy.Number is { Length: > 0 } number ? $"{number} {policy.Title}" : policy.Title;

    private void Add(PlanObject record, SubjectPolicy policy)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members)
        {
            var value = member.Get(record);
            if (member.IsId && value is string id)
                policies[id] = policy;
            foreach (var below in member.IsList ? (value as IEnumerable<object> ?? []).OfType<PlanObject>() : value is PlanObject one ? [one] : [])
                Add(below, policy);
        }
    }
}
