using DxRules.Admin.Judgements;
using DxRules.Admin.Localization;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>What became of the items of a plan between two checks.</summary>
/// <param name="Changed">In the order of the later plan.</param>
/// <param name="Joined">What was not there before.</param>
/// <param name="Left">What is not there any more.</param>
internal sealed record ComparedItems(IReadOnlyList<ItemChange> Changed, IReadOnlyList<ItemState> Joined, IReadOnlyList<ItemState> Left)
{
    /// <param name="newIds">Ids that are others since.</param>
    public static ComparedItems Of(IReadOnlyDictionary<string, ItemState> before, IReadOnlyDictionary<string, ItemState> now, IReadOnlyDictionary<string, string> newIds)
    {
        var then = new Dictionary<string, ItemState>(StringComparer.Ordinal);
        foreach (var item in before.Values)
            then.TryAdd(newIds.TryGetValue(item.Id, out var id) && now.ContainsKey(id) && !before.ContainsKey(id) ? id : item.Id, item);
        return new ComparedItems(
            [.. now.Values.Where(item => then.ContainsKey(item.Id)).Select(item => ItemChange.Of(then[item.Id], item)).Where(change => change.Facts.Count > 0)],
            [.. now.Values.Where(item => !then.ContainsKey(item.Id))],
            [.. then.Where(item => !now.ContainsKey(item.Key)).Select(item => item.Value)]);
    }

    public static async Task<ComparedItems?> Read(PlanDocuments documents, CityCheck city, ComparedPair pair, Texts texts, CancellationToken cancel)
    {
        var (before, now) = (pair.Before, pair.Run);
        if (await documents.Version(before.Plan, before.PlanVersion, cancel) is not { } then || await documents.Version(pair.Cycle.Plan, now.PlanVersion, cancel) is not { } here)
            return null;
        async Task<GradeScale> Scale(int run, SeenVersion plan) => new(await city.RulesOf(run, plan.Head.Municipality, cancel));
        return Of(
            ItemState.Of(then.Document, before.AsOf, await Scale(before.Run, then), pair.Reach(then), texts),
            ItemState.Of(here.Document, now.AsOf, await Scale(now.Id, here), pair.Reach(here), texts),
            pair.NewIds);
    }
}

/// <param name="Facts">What is another than before: its name, and in words before and now.</param>
internal sealed record ItemChange(ItemState Item, IReadOnlyList<(string Name, string Before, string Now)> Facts)
{
    public static ItemChange Of(ItemState before, ItemState now)
    {
        var then = before.Facts.ToDictionary(fact => fact.Name, fact => fact.Text, StringComparer.Ordinal);
        return new ItemChange(now, [.. now.Facts.Where(fact => then.TryGetValue(fact.Name, out var text) && text != fact.Text).Select(fact => (fact.Name, then[fact.Name], fact.Text))]);
    }
}
