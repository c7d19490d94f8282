using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;

namespace DxRules.Admin.People;

/// <summary>How a try to sign in ended.</summary>
internal enum SignInOutcome
{
    Done,
    NeedsSecondFactor,

    /// <summary>Wrong, locked or not allowed: which of them is told to nobody.</summary>
    Refused,
}

/// <summary>Signs people in and out, and writes down that it did.</summary>
internal sealed class SigningIn(AdminDb db, UserManager<UserRow> users, SignInManager<UserRow> session, Sessions sessions, AuditLog audit, Viewer viewer, TimeProvider clock)
{
    public async Task<SignInOutcome> WithPassword(string userName, string password, CancellationToken cancel)
    {
        var user = await users.FindByNameAsync(userName);
        if (user is null)
        {
            WasteTime(password);
            await Tell(new AuditEntry(AuditActions.SignInRefused) { Details = [Beginning(userName)] }, cancel);
            return SignInOutcome.Refused;
        }
        var isTried = user.PasswordHash is not null && user.DisabledAt is null && !await users.IsLockedOutAsync(user);
        var result = await session.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return SignInOutcome.NeedsSecondFactor;
        if (result.Succeeded)
            return await Done(user, AuditActions.SignedIn, cancel);
        if (!isTried)
            WasteTime(password);
        await Tell(new AuditEntry(result.IsLockedOut ? AuditActions.SignInLocked : AuditActions.SignInRefused) { Details = [user.UserName!] }, cancel);
        return SignInOutcome.Refused;
    }

    /// <summary>The second step, with a code of the authenticator.</summary>
    public async Task<SignInOutcome> WithCode(string code, CancellationToken cancel)
    {
        var user = await session.GetTwoFactorAuthenticationUserAsync();
        if (user is null)
            return SignInOutcome.Refused;
        var result = await session.TwoFactorAuthenticatorSignInAsync(Digits(code), isPersistent: false, rememberClient: false);
        return result.Succeeded ? await Done(user, AuditActions.SignedInWithCode, cancel) : await Refused(user, cancel);
    }

    /// <summary>The second step, with one of the recovery codes. Each is good once.</summary>
    public async Task<SignInOutcome> WithRecoveryCode(string code, CancellationToken cancel)
    {
        var user = await session.GetTwoFactorAuthenticationUserAsync();
        if (user is null)
            return SignInOutcome.Refused;
        if (await users.IsLockedOutAsync(user))
            return await Refused(user, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var outcome = SignInOutcome.Done;
        if ((await session.TwoFactorRecoveryCodeSignInAsync(code.Replace(" ", "", StringComparison.Ordinal).Trim().ToUpperInvariant())).Succeeded)
        {
            await Done(user, AuditActions.SignedInWithRecoveryCode, cancel);
        }
        else
        {
            await users.AccessFailedAsync(user);
            outcome = await Refused(user, cancel);
        }
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    public async Task Out(CancellationToken cancel)
    {
        if (viewer is { UserId: { } user, Session: { } open })
            await sessions.End(user, open, cancel);
        await Tell(new AuditEntry(AuditActions.SignedOut), cancel);
        await session.SignOutAsync();
    }

    /// <summary>Sets the password that a one-time link allows, and signs the person in. Null where it was done, else what is wrong with the password.</summary>
    public async Task<IdentityResult> WithLink(SignInLinkRow link, string password, CancellationToken cancel)
    {
        var user = link.User!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = user.PasswordHash is null
            ? await users.AddPasswordAsync(user, password)
            : await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (!result.Succeeded)
            return result;
        link.UsedAt = clock.GetUtcNow();
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        await audit.Add(new AuditEntry(AuditActions.PasswordSetByLink) { UserId = user.Id }, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>The digits of a code as a person writes it: full width, with a space in the middle.</summary>
    public static string Digits(string code) =>
        new([.. code.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c).Where(char.IsAsciiDigit)]);

    // As slow as a wrong password, so that the time does not tell who is known here and who is locked out.
    private void WasteTime(string password) => users.PasswordHasher.HashPassword(new UserRow { DisplayName = "" }, password);

    // What is typed where the name belongs is sometimes the password, which must not stand in a log.
    private static string Beginning(string typed) => typed.Length <= 3 ? "…" : $"{typed[..3]}…";

    private async Task<SignInOutcome> Done(UserRow user, string action, CancellationToken cancel)
    {
        user.LastSignInAt = clock.GetUtcNow();
        await Tell(new AuditEntry(action) { UserId = user.Id }, cancel);
        return SignInOutcome.Done;
    }

    private async Task<SignInOutcome> Refused(UserRow user, CancellationToken cancel)
    {
        await Tell(new AuditEntry(AuditActions.CodeRefused) { Details = [user.UserName!] }, cancel);
        return SignInOutcome.Refused;
    }

    private async Task Tell(AuditEntry entry, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await audit.Add(entry, cancel);
            await db.SaveChangesAsync(cancel);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await audit.Add(entry, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
