using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;

namespace DxRules.Admin.People;

/// <summary>Goes on with a session after the person's password or second factor changed, which ends all others.</summary>
internal static class SessionRenewal
{
    public static async Task Renew(this SignInManager<UserRow> session, UserRow user)
    {
        // Identity puts its own picture of the person in place of ours, which knows roles and departments.
        var person = session.Context.User;
        await session.RefreshSignInAsync(user);
        session.Context.User = person;
    }
}
