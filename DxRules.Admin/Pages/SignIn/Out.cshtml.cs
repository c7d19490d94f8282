using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.SignIn;

internal sealed class OutModel(SigningIn signingIn, Texts texts) : PageModel
{
    [PermitsEverybody]
    public IActionResult OnGet() => Redirect("/sign-in");

    [Permits(Access.OwnAccount)]
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await signingIn.Out(cancel);

        // What the browser kept of the pages of this session goes with it.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        TempData["Status"] = texts["signin.out"];
        return Redirect("/sign-in");
    }
}
