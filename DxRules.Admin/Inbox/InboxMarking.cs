using DxRules.Admin.Data;

namespace DxRules.Admin.Inbox;

/// <summary>Remembers what the viewer has seen. Only what stands in the inbox can be marked, so nobody fills the table with what they like.</summary>
internal sealed class InboxMarking(AdminDb db, InboxReading inbox, TimeProvider clock)
{
    /// <param name="id">Of one item; null for all of them.</param>
    /// <returns>How many were not seen before.</returns>
    public async Task<int> Mark(string? id, CancellationToken cancel)
    {
        if (db.Viewer.UserId is not { } user)
            return 0;
        var open = (await inbox.Read(cancel)).Open.Where(item => id is null || item.Id == id).Select(item => item.Id).Distinct().ToList();
        db.Seen.AddRange(open.Select(item => new SeenRow { UserId = user, Item = item, At = clock.GetUtcNow() }));
        await db.SaveChangesAsync(cancel);
        return open.Count;
    }
}
