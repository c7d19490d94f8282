using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Alerts;

internal sealed class DetailModel(AdminDb db, PlanDocuments documents) : PageModel
{
    /// <summary>The number of a run of the cycle; null for the latest.</summary>
    [BindProperty(SupportsGet = true, Name = "run")]
    public int? RunNumber { get; set; }

    public AlertPage Alert { get; private set; } = null!;

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, string key, CancellationToken cancel)
    {
        if (await AlertPage.Read(db, documents, cycle, key, RunNumber, cancel) is not { } alert)
            return NotFound();
        Alert = alert;
        return Page();
    }
}
