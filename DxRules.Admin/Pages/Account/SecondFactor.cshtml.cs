using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Account;

internal sealed class SecondFactorModel(UserManager<UserRow> users, SignInManager<UserRow> session, SecondFactor secondFactor, PasswordAgain passwordAgain, Texts texts) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Asked again for whatever weakens the account.</summary>
    [BindProperty]
    public string? Password { get; set; }

    public UserRow Person { get; private set; } = null!;

    /// <summary>What the app is to be given; null where the second factor is on.</summary>
    public AuthenticatorKey? Key { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    [Permits(Access.OwnAccount)]
    public Task OnGet(CancellationToken cancel) => Load(cancel);

    [Permits(Access.OwnAccount)]
    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        await Load(cancel);
        if (!await IsPassword())
            return Page();
        if (Key is not null && await secondFactor.TurnOn(Person, Code ?? "", cancel) is { } codes)
            return await Show(codes);
        ModelState.AddModelError(nameof(Code), texts["secondFactor.wrongCode"]);
        return Page();
    }

    [Permits(Access.OwnAccount)]
    public async Task<IActionResult> OnPostCodes(CancellationToken cancel)
    {
        await Load(cancel);
        return Key is null && await IsPassword() && await IsCode() ? await Show(await secondFactor.RenewCodes(Person, cancel)) : Page();
    }

    [Permits(Access.OwnAccount)]
    public async Task<IActionResult> OnPostOff(CancellationToken cancel)
    {
        await Load(cancel);
        if (Key is not null || !await IsPassword() || !await IsCode())
            return Page();
        await secondFactor.TurnOff(Person, cancel);
        await session.Renew(Person);
        TempData["Status"] = texts["secondFactor.turnedOff"];
        return Redirect("/account");
    }

    private async Task Load(CancellationToken cancel)
    {
        Person = (await users.GetUserAsync(User))!;
        Key = Person.TwoFactorEnabled ? null : await secondFactor.Key(Person, cancel);
    }

    private async Task<bool> IsPassword()
    {
        if (await passwordAgain.Is(Person, Password))
            return true;
        ModelState.AddModelError(nameof(Password), texts["password.wrong"]);
        return false;
    }

    // Who has a second factor shows both before it is weakened (ASVS 7.5.1).
    private async Task<bool> IsCode()
    {
        if (await secondFactor.IsCode(Person, Code ?? ""))
            return true;
        ModelState.AddModelError(nameof(Code), texts["secondFactor.wrongCode"]);
        return false;
    }

    private async Task<IActionResult> Show(IReadOnlyList<string> codes)
    {
        await session.Renew(Person);
        RecoveryCodes = codes;
        return Page();
    }
}
