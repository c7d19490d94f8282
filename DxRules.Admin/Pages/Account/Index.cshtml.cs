using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.SignIn;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Account;

/// <summary>One's own account.</summary>
internal sealed class IndexModel(AdminDb db, UserManager<UserRow> users, SignInManager<UserRow> session, OwnSessions ownSessions, PasswordAgain passwordAgain, AuditLog audit, Texts texts) : PageModel
{
    [BindProperty]
    public string? Old { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public UserRow Person { get; private set; } = null!;

    /// <summary>Where the person is signed in, this browser first.</summary>
    public IReadOnlyList<OwnSession> Sessions { get; private set; } = [];

    [Permits(Access.OwnAccount)]
    public Task OnGet(CancellationToken cancel) => Load(cancel);

    /// <summary>Ends sessions of one's own in other browsers.</summary>
    [Permits(Access.OwnAccount)]
    public async Task<IActionResult> OnPostEnd(string[] picked, CancellationToken cancel)
    {
        await Load(cancel);
        if (picked.Length == 0)
            ModelState.AddModelError(nameof(picked), texts["account.sessions.nonePicked"]);
        if (!await passwordAgain.Is(Person, Password))
            ModelState.AddModelError(nameof(Password), texts["password.wrong"]);
        if (!ModelState.IsValid)
            return Page();
        TempData["Status"] = texts["account.sessions.ended", await ownSessions.End(picked, cancel)];
        return Redirect("/account");
    }

    [Permits(Access.OwnAccount)]
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Load(cancel);
        if (New != Again)
            ModelState.AddModelError(nameof(Again), texts["password.notTheSame"]);
        if (!await passwordAgain.Is(Person, Old))
            ModelState.AddModelError(nameof(Old), texts["password.wrong"]);
        if (ModelState.IsValid)
            await Change(cancel);
        if (!ModelState.IsValid)
            return Page();

        // The password's change ends all sessions of the person but this one.
        await session.Renew(Person);
        TempData["Status"] = texts["password.changed"];
        return Redirect("/account");
    }

    private async Task Load(CancellationToken cancel)
    {
        Person = (await users.GetUserAsync(User))!;
        Sessions = await ownSessions.All(cancel);
    }

    private async Task Change(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await users.ChangePasswordAsync(Person, Old ?? "", New ?? "");
        if (!result.Succeeded)
        {
            ModelState.AddPasswordErrors(result, nameof(New), texts);
            return;
        }
        await audit.Add(new AuditEntry(AuditActions.PasswordChanged), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
