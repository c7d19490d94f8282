using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>Gives tokens to other programs and takes them back.</summary>
internal sealed class ApiTokens(AdminDb db, AuditLog audit, TimeProvider clock)
{
    /// <summary>The longest that one may be good for, in days.</summary>
    public const int LongestDays = 366;

    public const int LongestName = 100;

    /// <summary>The roles that one may have: an administrator's power is for people.</summary>
    public static readonly IReadOnlyList<(Roles Role, string Word)> Roles = [.. RoleNames.All.Where(one => one.Role != People.Roles.Administrator)];

    /// <summary>The new token, whose secret is told here and nowhere else; or all that is wrong with the entry.</summary>
    public async Task<(AddedToken? Token, IReadOnlyList<EntryProblem> Problems)> Add(TokenEntry entry, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var register = await DepartmentRegister.Read(db, cancel);
        if (Check(entry, register) is { Count: > 0 } problems)
            return (null, problems);
        var secret = TokenSecret.New();
        var row = new ApiTokenRow
        {
            Name = entry.Name, Role = entry.Role, Department = entry.Department, Scopes = [.. ApiScopes.All.Where(entry.Scopes.Contains)],
            SecretHash = TokenSecret.HashOf(secret), CreatedById = db.Viewer.UserId, CreatedAt = clock.GetUtcNow(), ExpiresAt = Dates.EndInJapan(entry.LastDay!.Value),
        };
        db.ApiTokens.Add(row);
        await audit.Add(Entry(AuditActions.TokenAdded, row, entry.LastDay.Value, register), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return (new AddedToken(row.Id, secret), []);
    }

    /// <summary>Takes a token back at once; gives its name, or null where there is none or it was taken back before.</summary>
    public async Task<string?> Revoke(int id, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (await db.ApiTokens.SingleOrDefaultAsync(row => row.Id == id && row.RevokedAt == null, cancel) is not { } row)
            return null;
        row.RevokedAt = clock.GetUtcNow();
        await audit.Add(Entry(AuditActions.TokenRevoked, row, LastDayOf(row), await DepartmentRegister.Read(db, cancel)), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return row.Name;
    }

    /// <summary>Makes a token one's own, whose maker is no administrator any more; gives its name, or null where there is none that needs it.</summary>
    public async Task<string?> TakeOver(int id, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (await db.ApiTokens.Include(row => row.CreatedBy).SingleOrDefaultAsync(row => row.Id == id && row.RevokedAt == null, cancel) is not { CreatedBy: { } maker } row || Vouches(maker))
            return null;
        row.CreatedById = db.Viewer.UserId;
        await audit.Add(Entry(AuditActions.TokenTakenOver, row, LastDayOf(row), await DepartmentRegister.Read(db, cancel)), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return row.Name;
    }

    /// <summary>Whether a person answers for the tokens that they made: an administrator who may sign in.</summary>
    public static bool Vouches(UserRow? maker) => maker is { DisabledAt: null } && maker.Roles.Allows(Access.Administer);

    public static DateOnly LastDayOf(ApiTokenRow token) => Dates.InJapan(token.ExpiresAt.AddMilliseconds(-1));

    /// <summary>All that is wrong with an entry.</summary>
    public async Task<IReadOnlyList<EntryProblem>> Check(TokenEntry entry, CancellationToken cancel) => Check(entry, await DepartmentRegister.Read(db, cancel));

    private List<EntryProblem> Check(TokenEntry entry, DepartmentRegister register)
    {
        var today = Dates.InJapan(clock.GetUtcNow());
        EntryProblem?[] problems =
        [
            entry.Name.Length == 0 ? new(nameof(entry.Name), "token.name.missing")
                : entry.Name.Length > LongestName ? new(nameof(entry.Name), "token.name.tooLong", LongestName)
                : entry.Name.Any(char.IsControl) ? new(nameof(entry.Name), "token.name.odd") : null,
            Roles.Any(one => one.Role == entry.Role) ? null : new(nameof(entry.Role), "token.role.missing"),
            (entry.Role, entry.Department) switch
            {
                (People.Roles.Department, null) => new(nameof(entry.Department), "token.department.missing"),
                (People.Roles.Department, { } key) when register.Of(key) is null => new(nameof(entry.Department), "token.department.unknown"),
                (not People.Roles.Department, not null) => new(nameof(entry.Department), "token.department.without"),
                _ => null,
            },
            entry.Scopes.Count == 0 ? new(nameof(entry.Scopes), "token.scopes.missing")
                : entry.Scopes.All(ApiScopes.All.Contains) ? null : new(nameof(entry.Scopes), "token.scopes.unknown"),
            entry.LastDay is not { } last ? new(nameof(entry.LastDay), "token.lastDay.missing")
                : last < today ? new(nameof(entry.LastDay), "token.lastDay.past")
                : last > today.AddDays(LongestDays) ? new(nameof(entry.LastDay), "token.lastDay.tooFar", LongestDays) : null,
        ];
        return [.. problems.OfType<EntryProblem>()];
    }

    private static AuditEntry Entry(string action, ApiTokenRow token, DateOnly lastDay, DepartmentRegister register) => new(action)
    {
        Subject = token.Id.ToString(CultureInfo.InvariantCulture),
        Details = [token.Name, token.Role.ToString(), string.Join(", ", token.Scopes.Select(ApiScopes.KeyOf)), lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        Changes = token.Department is { } department && action == AuditActions.TokenAdded ? [new AuditChange("departments", null, register.NameOf(department))] : [],
    };
}

/// <summary>What is entered for a token.</summary>
/// <param name="Department">Municipality and id of the department for which it asks; null but for the role of departments.</param>
/// <param name="LastDay">The last day on which it is good; null where none was entered.</param>
internal sealed record TokenEntry(string Name, Roles Role, string? Department, IReadOnlyCollection<string> Scopes, DateOnly? LastDay);

/// <summary>A token that was made.</summary>
/// <param name="Secret">Kept nowhere.</param>
internal sealed record AddedToken(int Id, string Secret);
