using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;

namespace DxRules.Admin.People;

/// <summary>The people of the demonstration: one a role, and who approves what the security officer answers. Their password is known to all: the demonstration is reached from its own machine only.</summary>
internal sealed class DemoAccounts(AdminDb db, UserManager<UserRow> users, AuditLog audit, TimeProvider clock)
{
    public const string Password = "dxrules-demo";

    private const string DemoCity = "992011";

    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("office", "見本 推進", Roles.DxOffice, null),
        new("shimin", "見本 暮", Roles.Department, "d-shimin"),
        new("security", "見本 守", Roles.SecurityOfficer, null),
        new("reader", "見本 読", Roles.Reader, null),
        new("admin", "見本 管理", Roles.Administrator, null),
        new("ciso", "見本 統括", Roles.SecurityOfficer, null, ApprovesSecurity: true),
    ];

    /// <summary>Adds those that are not there yet.</summary>
    public async Task Load(CancellationToken cancel)
    {
        // Once for all, and past the rules for passwords: this one is known to everybody.
        var password = users.PasswordHasher.HashPassword(new UserRow { DisplayName = "" }, Password);
        await using var writing = await db.Write(cancel);
        foreach (var account in All)
        {
            if (await users.FindByNameAsync(account.UserName) is not null)
                continue;
            var user = new UserRow { UserName = account.UserName, DisplayName = account.DisplayName, Roles = account.Roles, CreatedAt = clock.GetUtcNow(), PasswordHash = password };
            if (account.Department is { } department)
                user.Departments.Add(new HeldDepartmentRow { Municipality = DemoCity, DepartmentId = department, From = new DateOnly(2015, 4, 1) });
            var result = await users.CreateAsync(user);
            if (!result.Succeeded)
                throw new InvalidOperationException(string.Join(", ", result.Errors.Select(error => error.Code)));
            await audit.Add(AuditEntry.Added(user), cancel);
        }
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
    }
}

/// <param name="Department">Id of the department of デモ市 that the person acts for.</param>
/// <param name="ApprovesSecurity">Whether the person is the security officer who approves what the other one answers.</param>
internal sealed record DemoAccount(string UserName, string DisplayName, Roles Roles, string? Department, bool ApprovesSecurity = false);
