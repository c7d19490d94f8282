using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Versions;

internal sealed class HistoryModel(AdminDb db, PlanDocuments documents, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "page")]
    public int PageNumber { get; set; } = 1;

    public int Plan { get; private set; }

    public KnownSubject Subject { get; private set; } = null!;

    public ChangeList Changes { get; private set; } = null!;

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, string id, CancellationToken cancel)
    {
        if (await ChangeList.OfSubject(db, documents, texts, plan, id, PageNumber, cancel) is not { } changes)
            return NotFound();
        (Plan, Subject, Changes) = (plan, changes.Subjects.Of(id)!, changes);
        return Page();
    }
}
