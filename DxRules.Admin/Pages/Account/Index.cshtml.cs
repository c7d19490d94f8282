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
internal sealed class IndexModel(AdminDb db, UserManager<UserRow> users, SignInManager<UserRow> session, PasswordAgain passwordAgain, AuditLog audit, Texts texts) : PageModel
{
    [BindProperty]
    public string? Old { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public UserRow Person { get; private set; } = null!;

    [Permits(Access.OwnAccount)]
    public async Task OnGet() => Person = (await users.GetUserAsync(User))!;

    [Permits(Access.OwnAccount)]
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Person = (await users.GetUserAsync(User))!;
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
