using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Versions;

/// <summary>An item of a plan by its id, as people know it.</summary>
internal sealed record PlanItem(string Id, Type Record, string? Kind, string Title);

/// <summary>An item that was there when the plan was checked and is not any more, and what may be the same item under another id.</summary>
/// <param name="Suggested">An item of the same kind and title that is new since; null where there is none or several.</param>
internal sealed record VanishedItem(PlanItem Item, PlanItem? Suggested);

/// <summary>Which ids of a plan's checked versions are gone from its newest, and which came instead, as far as the viewer may see the plan.</summary>
internal sealed record RenumberedItems(IReadOnlyList<VanishedItem> Vanished, IReadOnlyList<PlanItem> Appeared)
{
    /// <summary>Null where the viewer sees no such plan.</summary>
    public static async Task<RenumberedItems?> Read(AdminDb db, PlanDocuments documents, int plan, CancellationToken cancel)
    {
        if (await documents.Newest(plan, cancel) is not { } newest)
            return null;
        var now = ItemsOf(newest);
        var lastSeen = new Dictionary<string, Dictionary<string, PlanItem>>(StringComparer.Ordinal);
        foreach (var number in await CheckedVersions(db, plan, cancel))
        {
            var then = ItemsOf((await documents.Version(plan, number, cancel))!);
            foreach (var id in then.Keys.Where(id => !now.ContainsKey(id)))
                lastSeen.TryAdd(id, then);
        }
        var known = await db.Renumberings.AsNoTracking().Where(row => row.PlanId == plan).Select(row => new { row.OldId, row.NewId }).ToListAsync(cancel);
        var taken = known.Select(row => row.NewId).ToHashSet(StringComparer.Ordinal);
        var free = now.Values.Where(item => !taken.Contains(item.Id)).ToList();
        var byName = free.ToLookup(NameOf);
        var vanished = lastSeen.Where(seen => known.All(row => row.OldId != seen.Key)).ToList();
        return new RenumberedItems(
            [
                .. vanished.Select(seen => new VanishedItem(seen.Value[seen.Key], Only(byName[NameOf(seen.Value[seen.Key])].Where(item => !seen.Value.ContainsKey(item.Id)))))
                    .OrderBy(item => item.Suggested is null).ThenBy(item => item.Item.Id, StringComparer.Ordinal),
            ],
            [.. free.Where(item => vanished.Any(seen => !seen.Value.ContainsKey(item.Id))).OrderBy(item => item.Id, StringComparer.Ordinal)]);
    }

    private static PlanItem? Only(IEnumerable<PlanItem> items) => items.Take(2).ToList() is [var only] ? only : null;

    // The latest first.
    private static Task<List<int>> CheckedVersions(AdminDb db, int plan, CancellationToken cancel) =>
        db.Runs.Where(run => run.Cycle!.PlanId == plan).Select(run => run.PlanVersion!.Number).Distinct().OrderByDescending(number => number).ToListAsync(cancel);

    private static (Type, string) NameOf(PlanItem item) => (item.Record, item.Title);

    private static Dictionary<string, PlanItem> ItemsOf(SeenVersion version)
    {
        var known = new KnownSubjects(version.Document, version.Head.At, []);
        return new SubjectIndex(version.Document).Places.Keys.Select(known.Of).OfType<KnownSubject>()
            .ToDictionary(item => item.Id, item => new PlanItem(item.Id, item.Record, item.Kind, item.Title), StringComparer.Ordinal);
    }
}
