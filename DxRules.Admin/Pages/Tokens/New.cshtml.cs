using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.People;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Tokens;

/// <summary>Makes a token.</summary>
internal sealed class NewModel(AdminDb db, ApiTokens tokens, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>How long one is good for where nobody says otherwise.</summary>
    private const int UsualDays = 180;

    public TokenForm Form { get; private set; } = null!;

    public DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    public DateOnly Latest => Today.AddDays(ApiTokens.LongestDays);

    /// <summary>The departments to choose from.</summary>
    public IReadOnlyList<RegisteredDepartment> Departments { get; private set; } = [];

    [Permits(Access.Administer)]
    public Task OnGet(CancellationToken cancel) => Show(new TokenForm("", "", "", [], Dates.Machine(Today.AddDays(UsualDays))), cancel);

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPost(string? name, string? role, string? department, string[] scopes, string? lastDay, CancellationToken cancel)
    {
        var form = new TokenForm(name ?? "", role ?? "", department ?? "", scopes, lastDay ?? "");
        var (token, problems) = await tokens.Add(form.Entry(), cancel);
        if (token is not null)
        {
            TempData["Status"] = texts["token.added", form.Name.Trim()];
            TempData[IndexModel.NewSecret] = token.Secret;
            return Redirect("/tokens");
        }
        PersonForm.Tell(problems, ModelState, texts);
        await Show(form, cancel);
        return Page();
    }

    private async Task Show(TokenForm form, CancellationToken cancel)
    {
        Departments = [.. (await DepartmentRegister.Read(db, cancel)).All.Where(department => !department.EndsBefore(Today) || department.Key == form.Department)];
        Form = form;
    }
}

/// <summary>What the form shows, and takes back as typed.</summary>
internal sealed record TokenForm(string Name, string Role, string Department, IReadOnlyList<string> Scopes, string LastDay)
{
    public TokenEntry Entry() => new(
        Name.Trim(), RoleNames.Of(Role), Department.Length == 0 ? null : Department, [.. Scopes.Distinct()],
        DateOnly.TryParseExact(LastDay.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
}
