using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Tuning;

/// <summary>How one setting differs between two profiles.</summary>
/// <param name="What">A rule, a parameter, a scale, a kind of subject.</param>
/// <param name="Before">As files write it; null where it is as the rules have it and they have nothing to write.</param>
/// <param name="Rules">Ids of the rules it is about.</param>
internal sealed record SettingChange(ChangeKind Kind, LocalizedText What, string? Before, string? After, IReadOnlyList<string> Rules)
{
    private static readonly Lazy<IReadOnlySet<string>> SecretRules =
        new(() => PlanCheck.Default.Rules.Where(compiled => compiled.Rule.IsSecret).Select(compiled => compiled.Rule.Id).ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether it is about rules on security and about no other.</summary>
    public bool IsSecret => Rules.Count > 0 && Rules.All(IsSecretRule);

    public bool IsSeenBy(Viewer viewer) => viewer.SeesSecrets || !IsSecret;

    /// <summary>Whether a rule is for security officers and administrators only, switched on or off.</summary>
    public static bool IsSecretRule(string rule) => SecretRules.Value.Contains(rule);

    /// <summary>All in which they differ, in the order of the later one, then what it has no longer.</summary>
    public static IReadOnlyList<SettingChange> Between(AppliedProfile before, AppliedProfile after)
    {
        var (was, now) = (before.Changes.ToLookup(KeyOf), after.Changes.ToLookup(KeyOf));
        return [.. after.Changes.Concat(before.Changes).Select(KeyOf).Distinct().Select(key => Between(was[key].FirstOrDefault(), now[key].FirstOrDefault())).OfType<SettingChange>()];
    }

    // Of one level of a rule, which is told apart by what it was before.
    private static (ChangeKind, string, string?) KeyOf(ProfileChange change) => (change.Kind, change.What.Ja, change.Kind == ChangeKind.Severity ? change.Before : null);

    private static SettingChange? Between(ProfileChange? was, ProfileChange? now)
    {
        var one = now ?? was!;
        var (before, after) = one.Kind == ChangeKind.SwitchedOff ? (was is null ? "on" : "off", now is null ? "on" : "off") : (was is null ? one.Before : was.After, now is null ? one.Before : now.After);
        return was is not null && now is not null && was.After == now.After ? null : new SettingChange(one.Kind, one.What, before, after, one.Rules);
    }
}
