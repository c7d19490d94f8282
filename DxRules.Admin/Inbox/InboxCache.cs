using System.Collections.Concurrent;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Inbox;

/// <summary>What each person's inbox held when they last looked, as every page counts it. Holds one inbox a person.</summary>
internal sealed class InboxCache
{
    private readonly ConcurrentDictionary<int, (InboxState State, InboxView View)> known = new();

    /// <summary>Null where something has happened since.</summary>
    public InboxView? Find(int user, InboxState state) => known.TryGetValue(user, out var kept) && kept.State == state ? kept.View : null;

    public InboxView Keep(int user, InboxState state, InboxView view)
    {
        known[user] = (state, view);
        return view;
    }
}

/// <summary>
/// All on which an inbox depends: whatever changes is told in the audit log, but for what a person has seen; and what is due changes with the day.
/// </summary>
/// <param name="LastEntry">Number of the last entry of the audit log.</param>
/// <param name="Seen">How many items the person has marked; a mark is never taken back.</param>
internal sealed record InboxState(int LastEntry, int Seen, DateOnly Today)
{
    public static async Task<InboxState> Now(AdminDb db, DateOnly today, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return new InboxState(await AuditHead.Read(db, cancel), await db.Seen.CountAsync(cancel), today);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
