using System.Security.Cryptography;
using System.Text;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>Adds people and changes what they are called, what they may do and what they act for.</summary>
internal sealed class PersonEditing(AdminDb db, DepartmentHolding holding, SignInLinks links, AuditLog audit, TimeProvider clock)
{
    /// <summary>The new person, or all that is wrong with the entry.</summary>
    public async Task<(AddedPerson? Person, IReadOnlyList<EntryProblem> Problems)> Add(PersonEntry entry, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var register = await DepartmentRegister.Read(db, cancel);
        if (await CheckNew(entry, register, cancel) is { Count: > 0 } problems)
            return (null, problems);
        var user = new UserRow
        {
            UserName = entry.UserName, NormalizedUserName = UserNames.Normalize(entry.UserName), DisplayName = entry.DisplayName, Roles = entry.Roles,
            CreatedAt = clock.GetUtcNow(), LockoutEnabled = true, SecurityStamp = SecurityStamps.New(),
        };
        db.Users.Add(user);
        await db.SaveChangesAsync(cancel);
        await holding.Set(user.Id, entry.Departments, entry.From, cancel);
        var departments = PersonChanges.Names(entry.Departments, register);
        await audit.Add(AuditEntry.Added(user) with { Changes = departments is null ? [] : [new AuditChange("departments", null, departments)] }, cancel);
        var secret = await links.Create(user, cancel);
        await transaction.CommitAsync(cancel);
        return (new AddedPerson(user.Id, secret), []);
    }

    /// <summary>Changes a person; gives all that is wrong with the entry, in which case nothing is changed. The user name stays.</summary>
    /// <param name="seen">The <see cref="Mark"/> of what the editor saw; null where the editor saw nothing.</param>
    public async Task<IReadOnlyList<EntryProblem>> Change(int id, PersonEntry entry, string? seen, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var user = await db.Users.SingleAsync(row => row.Id == id, cancel);
        var held = (await holding.Current(id, cancel)).Select(DepartmentHolding.KeyOf).ToList();
        if (seen is not null && seen != Mark(user, held))
            return [new("", "people.changedMeanwhile")];
        var register = await DepartmentRegister.Read(db, cancel);
        if (await CheckChange(user, entry, held, register, cancel) is { Count: > 0 } problems)
            return problems;
        var changes = PersonChanges.Between(user, entry, held, register);
        if (changes.Count == 0)
            return [];
        (user.DisplayName, user.Roles) = (entry.DisplayName, entry.Roles);
        await holding.Set(id, entry.Departments, entry.From, cancel);
        await audit.Add(PersonAudit.Entry(AuditActions.PersonChanged, user) with { Changes = changes }, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [];
    }

    /// <summary>All that is wrong with an entry for a new person.</summary>
    public async Task<IReadOnlyList<EntryProblem>> CheckNew(PersonEntry entry, CancellationToken cancel) =>
        await CheckNew(entry, await DepartmentRegister.Read(db, cancel), cancel);

    /// <summary>All that is wrong with an entry for a person who is there.</summary>
    public async Task<IReadOnlyList<EntryProblem>> CheckChange(int id, PersonEntry entry, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(row => row.Id == id, cancel);
        var held = (await holding.Current(id, cancel)).Select(DepartmentHolding.KeyOf).ToList();
        return await CheckChange(user, entry, held, await DepartmentRegister.Read(db, cancel), cancel);
    }

    /// <summary>Stands for what can be edited of a person; another where somebody else changed it meanwhile.</summary>
    public static string Mark(UserRow user, IEnumerable<string> departments) =>
        Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Join('\n', departments.Order(StringComparer.Ordinal).Prepend(user.Roles.ToString()).Prepend(user.DisplayName)))))[..16];

    private async Task<IReadOnlyList<EntryProblem>> CheckNew(PersonEntry entry, DepartmentRegister register, CancellationToken cancel)
    {
        EntryProblem?[] problems = [await CheckName(entry.UserName, cancel), .. Check(entry, register)];
        return [.. problems.OfType<EntryProblem>()];
    }

    private async Task<IReadOnlyList<EntryProblem>> CheckChange(UserRow user, PersonEntry entry, IReadOnlyList<string> held, DepartmentRegister register, CancellationToken cancel)
    {
        EntryProblem?[] problems = [.. Check(entry, register, held), await LastAdministrator.Check(db, user, entry.Roles, nameof(PersonEntry.Roles), cancel)];
        return [.. problems.OfType<EntryProblem>()];
    }

    private async Task<EntryProblem?> CheckName(string name, CancellationToken cancel)
    {
        var normalized = UserNames.Normalize(name);
        return UserNames.Check(name)
            ?? (await db.Users.AsNoTracking().FirstOrDefaultAsync(row => row.NormalizedUserName == normalized, cancel) is { } other
                ? new(nameof(PersonEntry.UserName), "people.userName.taken", other.UserName!, other.DisplayName)
                : null);
    }

    private static IEnumerable<EntryProblem> Check(PersonEntry entry, DepartmentRegister register, IReadOnlyList<string>? held = null)
    {
        if (entry.DisplayName.Length == 0)
            yield return new(nameof(entry.DisplayName), "people.displayName.missing");
        if (entry.DisplayName.Length > 100)
            yield return new(nameof(entry.DisplayName), "people.displayName.tooLong", 100);
        if (entry.DisplayName.Any(char.IsControl))
            yield return new(nameof(entry.DisplayName), "people.displayName.odd");
        if (entry.Roles == Roles.None)
            yield return new(nameof(entry.Roles), "people.roles.missing");
        foreach (var unknown in entry.Departments.Where(key => register.Of(key) is null && held?.Contains(key) != true))
            yield return new(nameof(entry.Departments), "people.departments.unknown", unknown);
    }
}
