using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.SignIn;

/// <summary>The second step of signing in: a code of the app, or one of the recovery codes.</summary>
internal sealed class CodeModel(SigningIn signingIn, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [PermitsEverybody]
    public void OnGet()
    {
    }

    [PermitsEverybody]
    public Task<IActionResult> OnPost(CancellationToken cancel) => Try(code => signingIn.WithCode(code, cancel));

    [PermitsEverybody]
    public Task<IActionResult> OnPostRecovery(CancellationToken cancel) => Try(code => signingIn.WithRecoveryCode(code, cancel));

    private async Task<IActionResult> Try(Func<string, Task<SignInOutcome>> step)
    {
        if (Code is { Length: > 0 and < 100 } code && await step(code) == SignInOutcome.Done)
            return LocalRedirect(this.Wanted(To));
        ModelState.AddModelError(nameof(Code), texts["signin.codeRefused"]);
        return Page();
    }
}
