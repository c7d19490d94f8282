using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Versions;

internal sealed class IndexModel(AdminDb db, PlanDocuments documents, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "page")]
    public int PageNumber { get; set; } = 1;

    public int Plan { get; private set; }

    public ChangeList Changes { get; private set; } = null!;

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (await ChangeList.OfPlan(db, documents, texts, plan, PageNumber, cancel) is not { } changes)
            return NotFound();
        (Plan, Changes) = (plan, changes);
        return Page();
    }
}
