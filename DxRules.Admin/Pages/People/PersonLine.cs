using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.People;

/// <summary>A person as lists show them.</summary>
/// <param name="DepartmentKeys">The departments held today, as municipality/id.</param>
/// <param name="Departments">Their names.</param>
internal sealed record PersonLine(UserRow User, IReadOnlyList<string> DepartmentKeys, IReadOnlyList<string> Departments, string State)
{
    /// <summary>Everybody; those who may sign in first.</summary>
    public static async Task<IReadOnlyList<PersonLine>> ReadAll(AdminDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var today = Dates.InJapan(now);
        var register = await DepartmentRegister.Read(db, cancel);
        var rows = (await db.HeldDepartments.AsNoTracking().Where(row => row.From <= today && (row.To == null || row.To >= today)).ToListAsync(cancel)).ToLookup(row => row.UserId);
        var users = await db.Users.AsNoTracking().ToListAsync(cancel);
        return [.. users.OrderBy(user => user.DisabledAt is not null).ThenBy(user => user.UserName, StringComparer.OrdinalIgnoreCase).Select(user =>
        {
            List<string> held = [.. rows[user.Id].Select(DepartmentHolding.KeyOf).Distinct().Order(StringComparer.Ordinal)];
            return new PersonLine(user, held, [.. held.Select(register.NameOf)], StateOf(user, now));
        })];
    }

    /// <summary>Whether a person may and can sign in; its words are the texts <c>people.state.…</c>.</summary>
    public static string StateOf(UserRow user, DateTimeOffset now) => user switch
    {
        { DisabledAt: not null } => "ended",
        { PasswordHash: null } => "invited",
        { LockoutEnd: { } end } when end > now => "locked",
        _ => "active",
    };

    /// <summary>The colour that repeats the word of a state.</summary>
    public static string ToneOf(string state) => state switch
    {
        "active" => "green",
        "invited" => "blue",
        "locked" => "orange",
        _ => "gray",
    };
}
