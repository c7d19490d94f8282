using System.Security.Cryptography;
using System.Text;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DxRules.Admin.People;

/// <summary>
/// Keeps people as Identity does, but their recovery codes as hashes and the keys of their authenticators encrypted: who reads the database, or a copy
/// of it without the site's own keys, shall not be able to sign in with them (ASVS 6.5.2, 13.3.1).
/// </summary>
internal sealed class PeopleStore(AdminDb db, IdentityErrorDescriber describer, IOptions<PasswordHasherOptions> hashing, AuthenticatorKeys keys) : UserOnlyStore<UserRow, AdminDb, int>(db, describer)
{
    public const string Owner = "[AspNetUserStore]";
    public const string Key = "AuthenticatorKey";
    private const string Codes = "RecoveryCodes";
    private const char Separator = ';';
    private const int Bytes = 32;

    public override Task SetAuthenticatorKeyAsync(UserRow user, string key, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Owner, Key, keys.Protect(user.Id, key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(UserRow user, CancellationToken cancellationToken) =>
        await GetTokenAsync(user, Owner, Key, cancellationToken) is { Length: > 0 } kept ? keys.Unprotect(user.Id, kept) : null;

    public override Task ReplaceCodesAsync(UserRow user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        // One salt for all codes of a person, so that a code is hashed once to be looked for, not once for each that is left.
        var salt = RandomNumberGenerator.GetBytes(Bytes);
        return Keep(user, [Convert.ToBase64String(salt), .. recoveryCodes.AsParallel().Select(code => Hash(code, salt))], cancellationToken);
    }

    public override async Task<bool> RedeemCodeAsync(UserRow user, string code, CancellationToken cancellationToken)
    {
        if ((await GetTokenAsync(user, Owner, Codes, cancellationToken))?.Split(Separator) is not [var salt, .. var left])
            return false;
        var hash = Hash(code, Convert.FromBase64String(salt));
        if (!left.Contains(hash, StringComparer.Ordinal))
            return false;
        await Keep(user, [salt, .. left.Where(other => other != hash)], cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(UserRow user, CancellationToken cancellationToken) =>
        (await GetTokenAsync(user, Owner, Codes, cancellationToken))?.Split(Separator).Length - 1 ?? 0;

    private Task Keep(UserRow user, IEnumerable<string> saltAndHashes, CancellationToken cancel) =>
        SetTokenAsync(user, Owner, Codes, string.Join(Separator, saltAndHashes), cancel);

    private string Hash(string code, byte[] salt) =>
        Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), salt, hashing.Value.IterationCount, HashAlgorithmName.SHA512, Bytes));
}
