using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks;

/// <summary>What other rules, or the same with other settings, would say of plans on several days.</summary>
/// <param name="Rules">Rules that came, went or changed.</param>
/// <param name="SharedChanged">Whether the rules are the same and only what they share (parameters, scales) or the profile changed.</param>
/// <param name="Plans">One for each plan and day, plans in their order, days within a plan in theirs.</param>
internal sealed record RuleComparison(IReadOnlyList<RuleChange> Rules, bool SharedChanged, IReadOnlyList<PlanDifference> Plans)
{
    public bool IsSame => Rules.Count == 0 && !SharedChanged && Plans.All(plan => plan.Changes.Count == 0);

    /// <summary>Runs both over every plan and day.</summary>
    public static RuleComparison Of(PlanCheck before, PlanCheck after, IEnumerable<PlanDocument> plans, IReadOnlyList<DateOnly> days, CancellationToken cancellation = default)
    {
        var rules = RuleChange.Between(before.RuleSet, after.RuleSet);
        var sharedChanged = rules.Count == 0 && (before.RuleSet.Hash != after.RuleSet.Hash || before.Profile != after.Profile);
        var differences = plans.SelectMany(plan => days.SelectMany(day =>
            ReportDifference.Of(before.Check(plan, day, cancellation), after.Check(plan, day, cancellation))));
        return new RuleComparison(rules, sharedChanged, [.. differences]);
    }
}
