using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Plans;

/// <summary>A plan as a tree with its schedule (施策・取組の一覧と工程).</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, PlanSights sights, CityCheck city, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public TreeFilter Filter { get; set; } = new();

    public int Plan { get; private set; }

    public PlanSight Sight { get; private set; } = null!;

    public PlanTree Tree { get; private set; } = null!;

    /// <summary>Null where the plan was never reviewed.</summary>
    public CheckNow? Check { get; private set; }

    /// <summary>Null where nothing was checked yet.</summary>
    public AlertCounts? Alerts { get; private set; }

    public DateOnly Today => Sight.Day;

    public string AlertsUnder(string id) => new AlertFilter { Under = id, Folded = "show" }.Address(Check!.Cycle);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (!await Read(plan, cancel))
            return NotFound();
        Check = await CheckNow.Read(db, plan, cancel);
        if (Check?.Run is { } run)
            Alerts = await AlertCounts.Read(db, run, Sight, cancel);
        return Page();
    }

    /// <summary>Exactly what the filter leaves.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetExport(int plan, string? format, [FromServices] Texts texts, CancellationToken cancel) =>
        await Read(plan, cancel) ? ListingFile.Of(format, $"dxrules-plan-{Sight.Document.Municipality.Code}-{Sight.Document.Plan.Id}", TreeListing.Of(Sight, Tree, texts)) : NotFound();

    private async Task<bool> Read(int plan, CancellationToken cancel)
    {
        if (await documents.Newest(plan, cancel) is not { } seen)
            return false;
        Plan = plan;
        Sight = sights.Of(seen.Document, Dates.InJapan(clock.GetUtcNow()));
        Tree = PlanTree.Of(Sight, sights.Grades(Sight, await city.Rules(seen.Head.Municipality, cancel)), Filter, db.Viewer);
        return true;
    }
}
