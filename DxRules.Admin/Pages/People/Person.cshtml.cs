using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.People;

internal sealed class PersonModel(AdminDb db, PersonAccess access, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>Where a new link waits for the one page that shows it.</summary>
    public const string Secret = "SignInLink";

    public UserRow Person { get; private set; } = null!;

    public string State => PersonLine.StateOf(Person, clock.GetUtcNow());

    /// <summary>Every department held, what is held now or later first.</summary>
    public IReadOnlyList<HeldLine> Held { get; private set; } = [];

    /// <summary>The whole address of a one-time link that was just made; null else.</summary>
    public string? Link { get; private set; }

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnGet(int id, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } person)
            return NotFound();
        Person = person;
        var register = await DepartmentRegister.Read(db, cancel);
        var today = Dates.InJapan(clock.GetUtcNow());
        var rows = await db.HeldDepartments.AsNoTracking().Where(row => row.UserId == id).ToListAsync(cancel);
        Held = [.. rows.Where(row => !DepartmentHolding.NeverBegan(row)).OrderByDescending(row => row.To ?? DateOnly.MaxValue).ThenByDescending(row => row.From)
            .Select(row => new HeldLine(register.NameOf(DepartmentHolding.KeyOf(row)), row.From, row.To, row.From > today ? "later" : row.To < today ? "ended" : "now"))];
        if (TempData[Secret] is string secret)
        {
            Link = $"{Request.Scheme}://{Request.Host}{SignInLinks.PathOf(secret)}";
            Response.Headers.CacheControl = "no-store";
        }
        return Page();
    }

    [Permits(Access.Administer)]
    public Task<IActionResult> OnPostLink(int id, CancellationToken cancel) => For(id, async person =>
    {
        TempData[Secret] = await access.MakeLink(id, cancel);
        TempData["Status"] = texts["people.linkMade", person.DisplayName];
    }, cancel);

    [Permits(Access.Administer)]
    public Task<IActionResult> OnPostResetSecondFactor(int id, CancellationToken cancel) => For(id, async person =>
    {
        await access.ResetSecondFactor(id, cancel);
        TempData["Status"] = texts["people.secondFactorReset", person.DisplayName];
    }, cancel);

    [Permits(Access.Administer)]
    public Task<IActionResult> OnPostSignOut(int id, CancellationToken cancel) => For(id, async person =>
    {
        await access.SignOut(id, cancel);
        TempData["Status"] = texts["people.signedOut", person.DisplayName];
    }, cancel);

    [Permits(Access.Administer)]
    public Task<IActionResult> OnPostEnd(int id, CancellationToken cancel) => For(id, async person =>
    {
        if (await access.End(id, cancel) is { } problem)
            TempData["Error"] = texts[problem.TextKey, problem.Arguments];
        else
            TempData["Status"] = texts["people.ended", person.DisplayName];
    }, cancel);

    [Permits(Access.Administer)]
    public Task<IActionResult> OnPostAllow(int id, CancellationToken cancel) => For(id, async person =>
    {
        await access.Allow(id, cancel);
        TempData["Status"] = texts["people.allowed", person.DisplayName];
    }, cancel);

    private async Task<IActionResult> For(int id, Func<UserRow, Task> work, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } person)
            return NotFound();
        await work(person);
        return Redirect($"/people/{id}");
    }
}

/// <param name="State">now, later or ended.</param>
internal sealed record HeldLine(string Department, DateOnly From, DateOnly? To, string State);
