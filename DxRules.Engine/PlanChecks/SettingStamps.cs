using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks;

/// <summary>
/// Tells a rule whose severities or values a profile sets from the same rule as its file has it. What such a rule no longer finds was not made better,
/// so the life of an alert must see another rule.
/// </summary>
internal static class SettingStamps
{
    /// <param name="stamps">By the rules' files, one for each rule.</param>
    public static IReadOnlyList<RuleStamp> Of(IReadOnlyList<RuleStamp> stamps, IReadOnlyList<CompiledRule> rules, AppliedProfile applied) =>
        applied.Changes.All(change => !IsSetting(change)) ? stamps : [.. stamps.Zip(rules, (stamp, rule) => Of(stamp, rule.Rule, applied))];

    private static RuleStamp Of(RuleStamp stamp, Rule rule, AppliedProfile applied)
    {
        var set = applied.Changes.Where(change => IsSetting(change) && change.Rules.Contains(rule.Id) && Reads(rule, change))
            .Select(change => ContentHash.Of($"{change.What.Ja} {change.Before} {change.After}")).ToList();
        return set.Count == 0 ? stamp : stamp with { Hash = ContentHash.OfSet(set.Append(stamp.Hash)) };
    }

    private static bool IsSetting(ProfileChange change) => change.Kind is ChangeKind.Parameter or ChangeKind.Severity;

    // A rule names whole groups of shared parameters and reads some of them.
    private static bool Reads(Rule rule, ProfileChange change) =>
        change.Kind == ChangeKind.Severity || rule.Conditions.SelectMany(BoundParts.Of).OfType<BoundParameter>()
            .Any(read => $"{read.Parameter.Group ?? rule.Id}.{read.Parameter.Ja}" == change.What.Ja);
}
