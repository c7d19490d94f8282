using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>Keeps people as Identity does, but their recovery codes as hashes: who reads the database shall not be able to sign in with them (ASVS 6.5.2).</summary>
internal sealed class PeopleStore(AdminDb db, IPasswordHasher<UserRow> hasher, IdentityErrorDescriber describer)
    : UserOnlyStore<UserRow, AdminDb, int>(db, describer)
{
    private const string Owner = "[AspNetUserStore]";
    private const string Codes = "RecoveryCodes";
    private const char Separator = ';';

    public override Task ReplaceCodesAsync(UserRow user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Owner, Codes, string.Join(Separator, recoveryCodes.Select(code => hasher.HashPassword(user, code))), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(UserRow user, string code, CancellationToken cancellationToken)
    {
        var left = (await GetTokenAsync(user, Owner, Codes, cancellationToken) ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        var used = Array.FindIndex(left, hash => hasher.VerifyHashedPassword(user, hash, code) != PasswordVerificationResult.Failed);
        if (used < 0)
            return false;
        await SetTokenAsync(user, Owner, Codes, string.Join(Separator, left.Where((_, place) => place != used)), cancellationToken);
        return true;
    }
}
