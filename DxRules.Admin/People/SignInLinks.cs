using System.Security.Cryptography;
using System.Text;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>One-time links by which a person sets a password: there is no mail on a closed network, so a link is handed over by people.</summary>
internal sealed class SignInLinks(AdminDb db, AuditLog audit, TimeProvider clock)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromHours(72);

    /// <summary>The page a link leads to.</summary>
    public static string PathOf(string secret) => $"/welcome/{secret}";

    /// <summary>Makes a link and gives its secret, which is kept nowhere; older links of the person are void. Within the caller's transaction.</summary>
    public async Task<string> Create(UserRow user, CancellationToken cancel)
    {
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        db.SignInLinks.RemoveRange(await db.SignInLinks.Where(link => link.UserId == user.Id && link.UsedAt == null).ToListAsync(cancel));
        db.SignInLinks.Add(new SignInLinkRow { UserId = user.Id, SecretHash = HashOf(secret), ExpiresAt = clock.GetUtcNow() + Valid });
        await audit.Add(new AuditEntry(AuditActions.SignInLinkMade) { Subject = user.UserName, Details = [user.UserName!] }, cancel);
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>The link with that secret and its person; null where it does not exist, was used, is too old, or the person may not sign in.</summary>
    public async Task<SignInLinkRow?> Find(string secret, CancellationToken cancel)
    {
        var hash = HashOf(secret);
        var link = await db.SignInLinks.Include(row => row.User).SingleOrDefaultAsync(row => row.SecretHash == hash, cancel);
        return link is { UsedAt: null, User.DisabledAt: null } && link.ExpiresAt > clock.GetUtcNow() ? link : null;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
