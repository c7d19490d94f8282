using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>Keeps at least one administrator who can sign in: without, nobody could let anybody in again.</summary>
internal static class LastAdministrator
{
    /// <summary>What stands against giving a person these roles; null where nothing does.</summary>
    /// <param name="roles">None where the person is to be ended.</param>
    public static async Task<EntryProblem?> Check(AdminDb db, UserRow user, Roles roles, string field, CancellationToken cancel)
    {
        var loses = user.DisabledAt is null && user.Roles.HasFlag(Roles.Administrator) && !roles.HasFlag(Roles.Administrator);
        if (!loses)
            return null;
        var others = await db.Users.AsNoTracking().Where(row => row.Id != user.Id && row.DisabledAt == null && row.PasswordHash != null).Select(row => row.Roles).ToListAsync(cancel);
        return others.Any(other => other.HasFlag(Roles.Administrator)) ? null : new(field, "people.lastAdministrator");
    }
}
