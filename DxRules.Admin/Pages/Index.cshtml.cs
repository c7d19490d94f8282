using DxRules.Admin.Cycles;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages;

internal sealed class IndexModel(Home home, SiteCare care, Viewer viewer, CycleOpening opening, TimeProvider clock, Texts texts) : PageModel
{
    public IReadOnlyList<PlanCard> Plans { get; private set; } = [];

    /// <summary>What is wrong with the nightly backups, for an administrator; null where nothing is.</summary>
    public BackupConcern? Backups { get; private set; }

    /// <summary>The year that a new cycle would usually review.</summary>
    public int UsualYear => FiscalYearReview.YearUnderReview(Dates.InJapan(clock.GetUtcNow()));

    [Permits(Access.ReadPlans)]
    public async Task OnGet(CancellationToken cancel)
    {
        Plans = await home.Read(cancel);
        if (viewer.May(Access.Administer))
            Backups = await care.Concern(cancel);
    }

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostOpen(int plan, int fiscalYear, CancellationToken cancel)
    {
        var cycle = ModelState.IsValid ? await opening.Open(plan, fiscalYear, cancel) : null;
        if (cycle is null)
        {
            TempData["Error"] = texts["cycle.cannotOpen"];
            return Redirect("/");
        }
        TempData["Status"] = texts["cycle.opened", texts.FiscalYear(fiscalYear)];
        return Redirect($"/cycles/{cycle.Id}/alerts");
    }
}
