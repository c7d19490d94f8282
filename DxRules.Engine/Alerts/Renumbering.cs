namespace DxRules.Engine.Alerts;

/// <summary>Items of a plan that have another id since a revision, so that what was found of them goes on under the new one.</summary>
/// <param name="newIds">The new id by the old; one may be the old of another, where an item was renumbered twice.</param>
internal sealed class Renumbering(IReadOnlyDictionary<string, string> newIds)
{
    public static readonly Renumbering None = new(new Dictionary<string, string>());

    /// <summary>
    /// Today's id of each id of a report that has another today. An id whose new one stands in the same report was given to something else
    /// since, and stays; no two ids become one.
    /// </summary>
    /// <param name="present">Every id of the report; a wording's begins with that of the object that holds it.</param>
    public IReadOnlyDictionary<string, string> Within(IEnumerable<string> present)
    {
        var today = new Dictionary<string, string>(StringComparer.Ordinal);
        if (newIds.Count == 0)
            return today;
        var owners = present.Select(OwnerOf).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(owners, StringComparer.Ordinal);
        foreach (var id in newIds.Keys.Where(owners.Contains).Order(StringComparer.Ordinal))
        {
            if (TodayOf(id) is var now && taken.Add(now))
                today[id] = now;
        }
        return today;
    }

    /// <summary>The part of an id that names an object of the plan: all of it, but of a wording only what is before the first slash.</summary>
    public static string OwnerOf(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? id : id[..slash];
    }

    // Who renumbers in a circle gets the last id of it.
    private string TodayOf(string id)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal) { id };
        while (newIds.TryGetValue(id, out var next) && passed.Add(next))
            id = next;
        return id;
    }
}
