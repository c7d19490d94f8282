using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;

namespace DxRules.Admin.People;

/// <summary>Shows a person where they are signed in, and ends what they left open elsewhere (ASVS 7.5.2).</summary>
internal sealed class OwnSessions(AdminDb db, Sessions sessions, AuditLog audit)
{
    // Enough to tell one's own sessions apart; what opens one is the cookie.
    private const int LengthOfMark = 8;

    /// <summary>All of them, that of this browser first, then the newest.</summary>
    public async Task<IReadOnlyList<OwnSession>> All(CancellationToken cancel) => db.Viewer is { UserId: { } person, Session: var here }
        ? [.. (await sessions.All(person, cancel)).Select(open => new OwnSession(open.Session[..LengthOfMark], open.Since, open.Session == here)).OrderByDescending(open => open.IsThis)]
        : [];

    /// <summary>Ends those with these marks, but for that of this browser, which signing out ends; gives how many it were.</summary>
    public async Task<int> End(IReadOnlyCollection<string> marks, CancellationToken cancel)
    {
        if (db.Viewer is not { UserId: { } person, Session: var here })
            return 0;
        await using var writing = await db.Write(cancel);
        var ended = (await sessions.All(person, cancel)).Where(open => open.Session != here && marks.Contains(open.Session[..LengthOfMark])).ToList();
        foreach (var open in ended)
            await sessions.End(person, open.Session, cancel);
        await audit.Add(new AuditEntry(AuditActions.SessionsEnded) { Details = [ended.Count.ToString(CultureInfo.InvariantCulture)] }, cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return ended.Count;
    }
}

/// <param name="Mark">By which it is picked.</param>
/// <param name="IsThis">Whether it is that of the browser that asks.</param>
internal sealed record OwnSession(string Mark, DateTimeOffset Since, bool IsThis);
