using DxRules.Admin.Hosting;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.SignIn;

internal sealed class IndexModel(SigningIn signingIn, SignInPace pace, SiteOptions options, Texts texts) : PageModel
{
    /// <summary>The page the person wanted to see.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public IReadOnlyList<DemoAccount> Demo => options.Demo ? DemoAccounts.All : [];

    [PermitsEverybody]
    public void OnGet()
    {
    }

    [PermitsEverybody]
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(UserName))
            ModelState.AddModelError(nameof(UserName), texts["signin.userNameMissing"]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), texts["signin.passwordMissing"]);
        if (!ModelState.IsValid)
            return Page();
        if (!pace.Allows(HttpContext, UserName!.Trim()))
        {
            ModelState.AddModelError("", texts["signin.tooOften"]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        switch (await signingIn.WithPassword(UserName!.Trim(), Password!, cancel))
        {
            case SignInOutcome.Done:
                return LocalRedirect(this.Wanted(To));
            case SignInOutcome.NeedsSecondFactor:
                return RedirectToPage("/SignIn/Code", new { to = To });
            default:
                ModelState.AddModelError("", texts["signin.refused"]);
                return Page();
        }
    }
}

/// <summary>Where to go after signing in.</summary>
internal static class WantedPage
{
    /// <summary>The page that was wanted, where it is one of this site; else the first page.</summary>
    public static string Wanted(this PageModel page, string? to) => page.Url.IsLocalUrl(to) ? to! : "/";
}
