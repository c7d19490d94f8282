using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Versions;

/// <param name="IsSecret">Whether only security officers and administrators may see it.</param>
internal sealed record SavedChange(PlanChange Change, bool IsSecret);

/// <summary>
/// Tells which changes of a plan are secret: all that do not show, word for word, between what everybody may see of the two versions. Nothing can show
/// that way that <see cref="PlanDocument.WithoutSecurity"/> hides.
/// </summary>
internal static class SecretChanges
{
    public static IReadOnlyList<SavedChange> Between(PlanDocument old, PlanDocument now)
    {
        var open = PlanDifference.Between(old.WithoutSecurity(), now.WithoutSecurity()).Select(Shown).ToHashSet();
        return [.. PlanDifference.Between(old, now).Select(change => new SavedChange(change, !open.Contains(Shown(change))))];
    }

    // Hidden neighbours in a list move the position of an element, and are not seen by it.
    private static PlanChange Shown(PlanChange change) => change with { Index = null };
}
