using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>The way into a new site: one person without a password, and a one-time link to set it.</summary>
internal sealed class FirstAdministrator(AdminDb db, UserManager<UserRow> users, SignInLinks links, AuditLog audit, TimeProvider clock)
{
    public const string UserName = "admin";

    /// <summary>The path of a one-time link, where nobody has ever signed in as administrator; null afterwards.</summary>
    public async Task<string?> Invite(CancellationToken cancel)
    {
        var people = await db.Users.AsNoTracking().Select(user => new { user.Roles, user.PasswordHash }).ToListAsync(cancel);
        if (people.Any(person => person.Roles.HasFlag(Roles.Administrator) && person.PasswordHash is not null))
            return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var first = await users.FindByNameAsync(UserName) ?? await Create(cancel);
        var secret = await links.Create(first, cancel);
        await transaction.CommitAsync(cancel);
        return SignInLinks.PathOf(secret);
    }

    // Also DX office, so that a site with one person can be used at once.
    private async Task<UserRow> Create(CancellationToken cancel)
    {
        var user = new UserRow { UserName = UserName, DisplayName = UserName, Roles = Roles.Administrator | Roles.DxOffice, CreatedAt = clock.GetUtcNow(), LockoutEnabled = true };
        var result = await users.CreateAsync(user);
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(error => error.Code)));
        await audit.Add(AuditEntry.Added(user), cancel);
        return user;
    }
}
