using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.People;

internal sealed class EditModel(AdminDb db, PersonEditing editing, DepartmentHolding holding, Viewer viewer, TimeProvider clock, Texts texts) : PageModel
{
    public UserRow Person { get; private set; } = null!;

    public PersonForm Form { get; private set; } = null!;

    /// <summary>What the editor sees, so that nobody overwrites what another changed meanwhile.</summary>
    public string Seen { get; private set; } = "";

    private DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnGet(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        var held = (await holding.Current(id, cancel)).Select(DepartmentHolding.KeyOf).ToList();
        Seen = PersonEditing.Mark(Person, held);
        await Show(new PersonForm(null, Person.DisplayName, [.. RoleNames.WordsOf(Person.Roles)], held, Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), cancel);
        return Page();
    }

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPost(int id, string? displayName, string[] roles, string[] departments, string? from, string? seen, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        var form = new PersonForm(null, displayName ?? "", roles, departments, from ?? "");
        var entry = form.Entry(ModelState, texts);
        var problems = ModelState.IsValid ? await editing.Change(id, entry, seen ?? "", cancel) : await editing.CheckChange(id, entry, cancel);
        if (ModelState.IsValid && problems.Count == 0)
        {
            TempData["Status"] = texts["people.changed", entry.DisplayName];
            var stays = viewer.UserId != id || entry.Roles.Allows(Access.Administer);
            return Redirect(stays ? $"/people/{id}" : "/");
        }
        PersonForm.Tell(problems, ModelState, texts);
        Seen = seen ?? "";
        await Show(form, cancel);
        return Page();
    }

    private async Task<bool> Find(int id, CancellationToken cancel) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is { } found && (Person = found) is not null;

    private async Task Show(PersonForm form, CancellationToken cancel) => Form = form.With(await DepartmentRegister.Read(db, cancel), Today);
}
