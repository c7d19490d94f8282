using DxRules.Admin.Data;
using Microsoft.AspNetCore.Identity;

namespace DxRules.Admin.People;

/// <summary>Whether a person may sign in at all: those who have left may not.</summary>
internal sealed class Allowed : IUserConfirmation<UserRow>
{
    public Task<bool> IsConfirmedAsync(UserManager<UserRow> manager, UserRow user) => Task.FromResult(user.DisabledAt is null);
}
