using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Plans;

/// <summary>The tree of a plan as a table to be taken out: a row for each initiative, and for each policy that has none to show.</summary>
internal static class TreeListing
{
    private static readonly string[] Keys =
        ["category", "policyId", "policyNumber", "policy", "initiativeId", "initiativeNumber", "initiative", "departments", "status", "reportedPercent", "start", "end", "grade"];

    /// <param name="tree">As far as the viewer may see it.</param>
    public static Listing Of(PlanSight sight, PlanTree tree, Texts texts)
    {
        var first = PlanColumns.Of(sight.Document);
        var rows = tree.Categories.SelectMany(category => category.Policies.SelectMany(policy => policy.Initiatives.Select(initiative => (TreeInitiative?)initiative).DefaultIfEmpty()
            .Select(initiative => (IReadOnlyList<object?>)[.. first, category.Category is { } named ? CategoryOrder.TitleOf(named) : null, .. Row(sight, policy, initiative, texts)])));
        return new Listing(texts["plan.title"], PlanColumns.With(texts, Keys), [.. rows]);
    }

    private static IEnumerable<object?> Row(PlanSight sight, TreePolicy policy, TreeInitiative? shown, Texts texts)
    {
        var initiative = shown?.Initiative;
        var phases = (initiative?.Lanes ?? []).SelectMany(lane => lane.Phases ?? []).Where(phase => phase.Status != WorkStatus.Cancelled).ToList();
        return
        [
            policy.Policy.Id, policy.Policy.Number, policy.Policy.Title, initiative?.Id, initiative?.Number, initiative?.Title,
            string.Join(texts["undetermined.and"], (shown?.Departments ?? policy.Departments).Select(id => sight.Find<Department>(id)?.Name ?? id)),
            initiative?.Status is { } status ? texts[$"workStatus.{status}"] : null, initiative?.Progress * 100,
            phases.Min(phase => phase.Start?.Day), phases.Exists(phase => phase.End is null) ? null : phases.Max(phase => phase.End?.Day),
            (shown is null ? policy.Grade : shown.Grade)?.Label.In(texts.Language),
        ];
    }
}
