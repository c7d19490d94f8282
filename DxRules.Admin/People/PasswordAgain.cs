using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;

namespace DxRules.Admin.People;

/// <summary>Asks a signed-in person for the password again, before what weakens the account. Who found an open session cannot try passwords without end.</summary>
internal sealed class PasswordAgain(UserManager<UserRow> users)
{
    /// <summary>Whether the password is right; wrong ones count towards the lockout, during which none is right.</summary>
    public async Task<bool> Is(UserRow user, string? password)
    {
        if (await users.IsLockedOutAsync(user))
            return false;
        if (await users.CheckPasswordAsync(user, password ?? ""))
            return true;
        await users.AccessFailedAsync(user);
        return false;
    }
}
