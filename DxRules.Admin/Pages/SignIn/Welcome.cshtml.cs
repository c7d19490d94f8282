using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.SignIn;

/// <summary>Where a one-time link leads: the person sets a password.</summary>
internal sealed class WelcomeModel(SignInLinks links, SigningIn signingIn, Texts texts) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Null where the link is not good any more.</summary>
    public SignInLinkRow? Link { get; private set; }

    [PermitsEverybody]
    public async Task OnGet(string secret, CancellationToken cancel) => Link = await links.Find(secret, cancel);

    [PermitsEverybody]
    public async Task<IActionResult> OnPost(string secret, CancellationToken cancel)
    {
        Link = await links.Find(secret, cancel);
        if (Link is null)
            return Page();
        if (Password != Again)
            ModelState.AddModelError(nameof(Again), texts["password.notTheSame"]);
        if (ModelState.IsValid)
            ModelState.AddPasswordErrors(await signingIn.WithLink(Link, Password ?? "", cancel), nameof(Password), texts);
        if (!ModelState.IsValid)
            return Page();
        TempData["Status"] = texts["password.set"];
        return Redirect("/sign-in");
    }
}
