using System.Globalization;
using System.Text;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace DxRules.Admin.People;

/// <summary>The second factor of a person: codes of an authenticator app (TOTP, RFC 6238), which needs no network.</summary>
internal sealed class SecondFactor(AdminDb db, UserManager<UserRow> users, SignInManager<UserRow> session, AuditLog audit)
{
    public const int RecoveryCodes = 10;

    /// <summary>The key that the app is to be given, made on first use.</summary>
    public async Task<AuthenticatorKey> Key(UserRow user, CancellationToken cancel)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await users.ResetAuthenticatorKeyAsync(user);
            await Finish(AuditActions.SecondFactorKeyMade, user, cancel);
            await transaction.CommitAsync(cancel);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
            await session.Renew(user);
        }
        return new AuthenticatorKey(user.UserName!, key);
    }

    /// <summary>Whether the app shows this code; wrong ones count towards the lockout, during which none is right.</summary>
    public async Task<bool> IsCode(UserRow user, string code)
    {
        if (await users.IsLockedOutAsync(user))
            return false;
        if (await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, SigningIn.Digits(code)))
            return true;
        await users.AccessFailedAsync(user);
        return false;
    }

    /// <summary>Turns it on where the app shows the right code; gives the recovery codes, or null where the code is wrong.</summary>
    public async Task<IReadOnlyList<string>?> TurnOn(UserRow user, string code, CancellationToken cancel)
    {
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, SigningIn.Digits(code)))
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await users.SetTwoFactorEnabledAsync(user, true);
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!.ToList();
        await Finish(AuditActions.SecondFactorTurnedOn, user, cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    /// <summary>New recovery codes; the old ones are void.</summary>
    public async Task<IReadOnlyList<string>> RenewCodes(UserRow user, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var codes = (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!.ToList();
        await Finish(AuditActions.RecoveryCodesRenewed, user, cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    /// <summary>Turns it off and forgets the key.</summary>
    public async Task TurnOff(UserRow user, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await Finish(AuditActions.SecondFactorTurnedOff, user, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task Finish(string action, UserRow user, CancellationToken cancel)
    {
        await audit.Add(new AuditEntry(action) { Subject = user.UserName }, cancel);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>The key of an authenticator app.</summary>
internal sealed record AuthenticatorKey(string UserName, string Key)
{
    /// <summary>In groups of four, to be typed.</summary>
    public string InGroups => string.Join(' ', Key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));

    /// <summary>What the QR code says (Key URI format of authenticator apps).</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/DxRules:{Uri.EscapeDataString(UserName)}?secret={Key}&issuer=DxRules&digits=6");

    /// <summary>The QR code as the path of an SVG image, one unit a module.</summary>
    public (string Path, int Size) QrCode()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        return (path.ToString(), code.ModuleMatrix.Count);
    }
}
