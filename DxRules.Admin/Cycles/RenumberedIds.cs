using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>The items of a plan that have another id since a revision.</summary>
/// <param name="NewIds">The new id by the old.</param>
internal sealed record RenumberedIds(IReadOnlyDictionary<string, string> NewIds)
{
    public static async Task<RenumberedIds> Of(AdminDb db, int plan, CancellationToken cancel) =>
        new(await db.Renumberings.IgnoreQueryFilters().Where(row => row.PlanId == plan).ToDictionaryAsync(row => row.OldId, row => row.NewId, StringComparer.Ordinal, cancel));

    /// <summary>The keys under which an alert was known before: of the same rule, on the ids that its subject had.</summary>
    public List<string> EarlierKeys(string key)
    {
        var (rule, owner, below) = Parts(key);
        var ids = new List<string> { owner };
        for (var i = 0; i < ids.Count; i++)
            ids.AddRange(NewIds.Where(id => id.Value == ids[i] && !ids.Contains(id.Key)).Select(id => id.Key).Order(StringComparer.Ordinal));
        return [.. ids.Skip(1).Select(id => $"{rule}/{id}{below}")];
    }

    /// <summary>All keys of an alert, the given one first, however its subject was renumbered before and since.</summary>
    public List<string> KeysOf(string key)
    {
        var current = CurrentKey(key);
        return [.. new[] { key, current }.Concat(EarlierKeys(current)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The key that an alert has since its subject was renumbered last.</summary>
    public string CurrentKey(string key)
    {
        var (rule, today, below) = Parts(key);
        for (var i = 0; i < NewIds.Count && NewIds.TryGetValue(today, out var next); i++)
            today = next;
        return $"{rule}/{today}{below}";
    }

    // A rule's id has no slash; a wording's begins with that of the object that holds it.
    private static (string Rule, string Owner, string Below) Parts(string key)
    {
        var start = key.IndexOf('/', StringComparison.Ordinal) + 1;
        var end = key.IndexOf('/', start);
        return end < 0 ? (key[..(start - 1)], key[start..], "") : (key[..(start - 1)], key[start..end], key[end..]);
    }
}
