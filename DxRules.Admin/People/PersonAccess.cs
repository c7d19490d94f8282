using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>Lets people in and keeps them out.</summary>
internal sealed class PersonAccess(AdminDb db, DepartmentHolding holding, SignInLinks links, AuditLog audit, Viewer viewer, TimeProvider clock)
{
    /// <summary>Ends a person, their sessions and the departments they hold; null where it was done, else why not.</summary>
    public async Task<EntryProblem?> End(int id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var user = await db.Users.SingleAsync(row => row.Id == id, cancel);
        if (user.DisabledAt is not null)
            return null;
        if (viewer.UserId == id)
            return new("", "people.endSelf");
        if (await LastAdministrator.Check(db, user, Roles.None, "", cancel) is { } last)
            return last;
        var register = await DepartmentRegister.Read(db, cancel);
        var held = await holding.Current(id, cancel);
        var now = clock.GetUtcNow();
        foreach (var row in held)
            DepartmentHolding.End(row, Dates.InJapan(now).AddDays(1));
        (user.DisabledAt, user.SecurityStamp) = (now, SecurityStamps.New());
        db.SignInLinks.RemoveRange(await db.SignInLinks.Where(link => link.UserId == id && link.UsedAt == null).ToListAsync(cancel));
        var departments = PersonChanges.Names(held.Select(DepartmentHolding.KeyOf), register);
        await Tell(AuditActions.PersonEnded, user, departments is null ? [] : [new AuditChange("departments", departments, null)], cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Lets a person who was ended or locked out sign in again.</summary>
    public Task Allow(int id, CancellationToken cancel) => Change(id, AuditActions.PersonAllowed, user =>
    {
        (user.DisabledAt, user.LockoutEnd, user.AccessFailedCount) = (null, null, 0);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Takes the second factor away, of a person who lost it, and ends their sessions.</summary>
    public Task ResetSecondFactor(int id, CancellationToken cancel) => Change(id, AuditActions.SecondFactorReset, async user =>
    {
        (user.TwoFactorEnabled, user.SecurityStamp) = (false, SecurityStamps.New());

        // The key of the authenticator and the recovery codes.
        db.UserTokens.RemoveRange(await db.UserTokens.Where(token => token.UserId == id).ToListAsync(cancel));
    }, cancel);

    /// <summary>Ends the sessions of a person, who may sign in again.</summary>
    public Task SignOut(int id, CancellationToken cancel) => Change(id, AuditActions.PersonSignedOut, async user =>
    {
        user.SecurityStamp = SecurityStamps.New();
        db.UserTokens.RemoveRange(await db.UserTokens.Where(token => token.UserId == id && token.LoginProvider == Sessions.Kind).ToListAsync(cancel));
    }, cancel);

    /// <summary>The secret of a new one-time link; null where the person was ended.</summary>
    public async Task<string?> MakeLink(int id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var user = await db.Users.SingleAsync(row => row.Id == id, cancel);
        if (user.DisabledAt is not null)
            return null;
        var secret = await links.Create(user, cancel);
        await transaction.CommitAsync(cancel);
        return secret;
    }

    private async Task Change(int id, string action, Func<UserRow, Task> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var user = await db.Users.SingleAsync(row => row.Id == id, cancel);
        await change(user);
        await Tell(action, user, [], cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task Tell(string action, UserRow user, IReadOnlyList<AuditChange> changes, CancellationToken cancel)
    {
        await audit.Add(PersonAudit.Entry(action, user) with { Changes = changes }, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
