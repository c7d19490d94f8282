using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using DxRules.Admin.Data;
using DxRules.Admin.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>
/// The six digits of an authenticator app (TOTP, RFC 6238 with SHA-1 and steps of 30 seconds). A code is good once: of two people who see the same
/// digits only the first gets in (RFC 6238, 5.2). One step earlier or later is taken, too, because clocks differ.
/// </summary>
internal sealed class AuthenticatorCodes(AdminDb db, TimeProvider clock) : IUserTwoFactorTokenProvider<UserRow>
{
    // An app on a telephone knows nothing of the day of a demonstration.
    private TimeProvider Wall => (clock as DemoClock)?.Real ?? clock;

    private const int Seconds = 30;
    private const int Tolerance = 1;

    /// <summary>By which the last code of a person is known among Identity's tokens.</summary>
    public const string Owner = "dxrules";
    private const string LastStep = "last-step";

    // Whose key can no longer be read still has a second factor: Identity would let them in by the password alone where nobody can make codes for them.
    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<UserRow> manager, UserRow user) =>
        user.TwoFactorEnabled || !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>The app makes the codes, not the site.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<UserRow> manager, UserRow user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<UserRow> manager, UserRow user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 } key && StepOf(key, token, Wall.GetUtcNow()) is { } step && await Use(user.Id, step);

    /// <summary>The step whose code this is, near a moment; null where it is none of them.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset at)
    {
        var secret = Base32(key);
        var now = at.ToUnixTimeSeconds() / Seconds;
        for (var step = now - Tolerance; step <= now + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(CodeOf(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)))
                return step;
        }
        return null;
    }

    // Within a transaction, which keeps other writers away: of two who come at once only one finds the step unused.
    private async Task<bool> Use(int user, long step)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        var last = await db.UserTokens.SingleOrDefaultAsync(row => row.UserId == user && row.LoginProvider == Owner && row.Name == LastStep);
        if (last is not null)
            await db.Entry(last).ReloadAsync();
        if (last is not null && long.Parse(last.Value!, CultureInfo.InvariantCulture) >= step)
            return false;
        last ??= db.UserTokens.Add(new IdentityUserToken<int> { UserId = user, LoginProvider = Owner, Name = LastStep }).Entity;
        last.Value = step.ToString(CultureInfo.InvariantCulture);
        await db.SaveChangesAsync();
        if (own is not null)
            await own.CommitAsync();
        return true;
    }

    // RFC 4226, 5.3. SHA-1 is what the apps know; HMAC does not rest on what is broken of it.
    private static string CodeOf(byte[] secret, long step)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    // RFC 4648, as Identity writes the keys it makes.
    private static byte[] Base32(string key)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var digit in key)
        {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(digit, StringComparison.Ordinal);
            if ((count += 5) < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }
        return [.. bytes];
    }
}
