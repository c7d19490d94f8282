using System.Security.Claims;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>The people of the demonstration as those who act in its story.</summary>
internal sealed class StoryPeople
{
    private readonly Dictionary<string, ClaimsPrincipal> byName = new(StringComparer.Ordinal);

    private StoryPeople()
    {
    }

    public static async Task<StoryPeople> Read(AdminDb db, HeldDepartments departments, CancellationToken cancel)
    {
        var people = new StoryPeople();
        foreach (var user in await db.Users.AsNoTracking().ToListAsync(cancel))
            people.byName[user.UserName!] = new ClaimsPrincipal(new ClaimsIdentity(PersonClaims.Of(user, await departments.Today(user.Id, cancel)), "story"));
        return people;
    }

    /// <param name="account">User name of an account of the demonstration.</param>
    public ClaimsPrincipal Of(string account) => byName[account];
}
