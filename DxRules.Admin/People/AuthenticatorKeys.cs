using System.Globalization;
using System.Security.Cryptography;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>
/// Encrypts the keys of authenticators by the keys of the site, which lie beside the database and not in it. Each is bound to its person: put into
/// another person's row it opens nothing.
/// </summary>
internal sealed class AuthenticatorKeys(IDataProtectionProvider protection)
{
    private const string Purpose = "DxRules.AuthenticatorKey";

    // As Identity writes them: base 32, which has no 8. What is encrypted begins with letters and an 8.
    private static bool IsPlain(string kept) => !kept.StartsWith("CfDJ8", StringComparison.Ordinal);

    public string Protect(int person, string key) => For(person).Protect(key);

    /// <summary>The key; null where the site has lost the keys by which it was encrypted, or the row was changed.</summary>
    public string? Unprotect(int person, string kept)
    {
        if (IsPlain(kept))
            return kept;
        try
        {
            return For(person).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Encrypts what an earlier release kept as it was.</summary>
    public async Task ProtectOld(AdminDb db, AuditLog audit, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var rows = await db.UserTokens.Where(row => row.LoginProvider == PeopleStore.Owner && row.Name == PeopleStore.Key).ToListAsync(cancel);
        var plain = rows.Where(row => row.Value is { Length: > 0 } kept && IsPlain(kept)).ToList();
        if (plain.Count == 0)
            return;
        foreach (var row in plain)
            row.Value = Protect(row.UserId, row.Value!);
        await audit.Add(new AuditEntry(AuditActions.SecondFactorKeysEncrypted) { Details = [plain.Count.ToString(CultureInfo.InvariantCulture)] }, cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
    }

    private IDataProtector For(int person) => protection.CreateProtector(Purpose, person.ToString(CultureInfo.InvariantCulture));
}
