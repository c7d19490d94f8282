using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Tokens;

/// <summary>The tokens by which other programs ask this site.</summary>
internal sealed class IndexModel(AdminDb db, ApiTokens actions, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>Where a new secret waits for the one page that shows it.</summary>
    public const string NewSecret = "TokenSecret";

    public IReadOnlyList<TokenLine> Tokens { get; private set; } = [];

    /// <summary>The secret of a token that was just made; null else.</summary>
    public string? Secret { get; private set; }

    /// <summary>The address at which it can be tried.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}";

    [Permits(Access.Administer)]
    public async Task OnGet(CancellationToken cancel)
    {
        Secret = TempData[NewSecret] as string;
        Tokens = await TokenLine.ReadAll(db, clock.GetUtcNow(), cancel);
    }

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPostRevoke(int token, CancellationToken cancel)
    {
        if (await actions.Revoke(token, cancel) is not { } name)
            return NotFound();
        TempData["Status"] = texts["token.revoked", name];
        return Redirect("/tokens");
    }

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPostTakeOver(int token, CancellationToken cancel)
    {
        if (await actions.TakeOver(token, cancel) is not { } name)
            return NotFound();
        TempData["Status"] = texts["token.takenOver", name];
        return Redirect("/tokens");
    }
}
