using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DxRules.Admin.Pages.SignIn;

/// <summary>What is wrong with a new password, in words.</summary>
internal static class PasswordErrors
{
    public static void AddPasswordErrors(this ModelStateDictionary state, IdentityResult result, string field, Texts texts)
    {
        foreach (var error in result.Errors)
        {
            state.AddModelError(field, error.Code switch
            {
                "PasswordTooShort" => texts["password.tooShort", SignInRules.ShortestPassword],
                "PasswordTooLong" => texts["password.tooLong", SignInRules.LongestPassword],
                "PasswordRequiresUniqueChars" => texts["password.tooFewCharacters"],
                "PasswordHoldsName" => texts["password.holdsName"],
                "PasswordIsCommon" => texts["password.isCommon"],
                "PasswordMismatch" => texts["password.wrong"],
                _ => texts["password.refused"],
            });
        }
    }
}
