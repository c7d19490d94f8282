using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.People;

internal sealed class NewModel(AdminDb db, PersonEditing editing, TimeProvider clock, Texts texts) : PageModel
{
    public PersonForm Form { get; private set; } = null!;

    private DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    [Permits(Access.Administer)]
    public Task OnGet(CancellationToken cancel) => Show(new PersonForm("", "", [], [], Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), cancel);

    [Permits(Access.Administer)]
    public async Task<IActionResult> OnPost(string? userName, string? displayName, string[] roles, string[] departments, string? from, CancellationToken cancel)
    {
        var form = new PersonForm(userName ?? "", displayName ?? "", roles, departments, from ?? "");
        var entry = form.Entry(ModelState, texts);
        if (ModelState.IsValid)
        {
            var (person, problems) = await editing.Add(entry, cancel);
            if (person is not null)
            {
                TempData["Status"] = texts["people.added", entry.DisplayName];
                TempData[PersonModel.Secret] = person.Secret;
                return Redirect($"/people/{person.Id}");
            }
            PersonForm.Tell(problems, ModelState, texts);
        }
        else
            PersonForm.Tell(await editing.CheckNew(entry, cancel), ModelState, texts);
        await Show(form, cancel);
        return Page();
    }

    private async Task Show(PersonForm form, CancellationToken cancel) => Form = form.With(await DepartmentRegister.Read(db, cancel), Today);
}
