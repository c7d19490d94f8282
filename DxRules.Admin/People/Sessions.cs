using System.Globalization;
using System.Security.Cryptography;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>
/// The sessions that are open. A cookie is good only while its session is in this list, so a copy of it dies with the sign-out (ASVS 7.4.1). The list
/// lies in Identity's tokens of the person, beside the key of the authenticator; the entry of the sign-in tells of it in the audit log.
/// </summary>
internal sealed class Sessions(AdminDb db, TimeProvider clock)
{
    /// <summary>By which these rows are known among Identity's tokens.</summary>
    public const string Kind = "session";

    /// <summary>Opens a session of a person and gives its id. Those that ended by their age are forgotten.</summary>
    /// <param name="instead">The session in whose place it comes, which ends; null where there is none.</param>
    /// <param name="goesOn">Whether it ends when that one would have: its person did not sign in anew.</param>
    public async Task<string> Begin(int user, CancellationToken cancel, string? instead = null, bool goesOn = false)
    {
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var (now, oldest) = (Text(clock.GetUtcNow()), Text(clock.GetUtcNow() - SignInRules.Longest));
        var before = await Of(user).Where(row => row.Name == instead).ToListAsync(cancel);
        db.UserTokens.RemoveRange(before);
        db.UserTokens.RemoveRange(await Of(user).Where(row => row.Name != instead && string.Compare(row.Value, oldest) < 0).ToListAsync(cancel));
        var since = goesOn && before is [var row] ? row.Value : now;
        db.UserTokens.Add(new IdentityUserToken<int> { UserId = user, LoginProvider = Kind, Name = session, Value = since });
        await db.SaveChangesAsync(cancel);
        return session;
    }

    /// <summary>Whether a session is open and not older than a session may be.</summary>
    public Task<bool> IsOpen(int user, string session, CancellationToken cancel)
    {
        var oldest = Text(clock.GetUtcNow() - SignInRules.Longest);
        return Of(user).AsNoTracking().AnyAsync(row => row.Name == session && string.Compare(row.Value, oldest) >= 0, cancel);
    }

    public async Task End(int user, string session, CancellationToken cancel)
    {
        db.UserTokens.RemoveRange(await Of(user).Where(row => row.Name == session).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The open sessions of a person with the moment at which each began, the newest first.</summary>
    public async Task<IReadOnlyList<(string Session, DateTimeOffset Since)>> All(int user, CancellationToken cancel)
    {
        var oldest = Text(clock.GetUtcNow() - SignInRules.Longest);
        var rows = await Of(user).AsNoTracking().Where(row => string.Compare(row.Value, oldest) >= 0).OrderByDescending(row => row.Value).ToListAsync(cancel);
        return [.. rows.Select(row => (row.Name, DateTimeOffset.Parse(row.Value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)))];
    }

    private IQueryable<IdentityUserToken<int>> Of(int user) => db.UserTokens.Where(row => row.UserId == user && row.LoginProvider == Kind);

    // Sorts as the times do.
    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
