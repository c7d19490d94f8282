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
    public async Task<string> Begin(int user, CancellationToken cancel)
    {
        var session = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var (now, oldest) = (Text(clock.GetUtcNow()), Text(clock.GetUtcNow() - SignInRules.Longest));
        db.UserTokens.RemoveRange(await Of(user).Where(row => string.Compare(row.Value, oldest) < 0).ToListAsync(cancel));
        db.UserTokens.Add(new IdentityUserToken<int> { UserId = user, LoginProvider = Kind, Name = session, Value = now });
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

    private IQueryable<IdentityUserToken<int>> Of(int user) => db.UserTokens.Where(row => row.UserId == user && row.LoginProvider == Kind);

    // Sorts as the times do.
    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
