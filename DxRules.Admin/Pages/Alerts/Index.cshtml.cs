using System.Globalization;
using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Listings;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

internal sealed class IndexModel(AdminDb db, PlanDocuments documents, JobDesk desk, SavedViews views, PlanSights sights, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AlertFilter Filter { get; set; } = new();

    public ShownRun Shown { get; private set; } = null!;

    /// <summary>Null where nothing was checked yet.</summary>
    public AlertListView? View { get; private set; }

    /// <summary>The cycle with which the states compare; null where this is the first.</summary>
    public EarlierCycle? Earlier { get; private set; }

    /// <summary>The address of what stands in a state, as <see cref="AlertStateWords"/> calls it.</summary>
    public string WithState(string word) => new AlertFilter { State = word, Run = Filter.Run }.Address(Shown.Cycle.Id);

    /// <summary>The title of the object to which the list is narrowed; null where it is not.</summary>
    public string? UnderTitle { get; private set; }

    /// <summary>The views that the viewer keeps.</summary>
    public IReadOnlyList<SavedViewRow> Views { get; private set; } = [];

    /// <summary>The name of the field in which a view is renamed.</summary>
    public static string FieldOf(int view) => string.Create(CultureInfo.InvariantCulture, $"view-{view}");

    [Permits(Access.ReadPlans)]
    public Task<IActionResult> OnGet(int cycle, CancellationToken cancel) => Show(cycle, cancel);

    /// <summary>Keeps the filter under a name.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnPostKeep(int cycle, string? name, CancellationToken cancel) =>
        await Answer(cycle, await views.Keep(name, Filter, cancel), nameof(name), name, texts["views.kept", name], cancel);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnPostRename(int cycle, int view, CancellationToken cancel)
    {
        var name = Request.Form[FieldOf(view)].ToString();
        return await Answer(cycle, await views.Rename(view, name, cancel), FieldOf(view), name, texts["views.renamed", name], cancel);
    }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnPostDelete(int cycle, int view, CancellationToken cancel)
    {
        if (await views.Delete(view, cancel) is not { } name)
            return NotFound();
        TempData["Status"] = texts["views.deleted", name];
        return Redirect(Filter.Address(cycle));
    }

    /// <summary>Exactly what the filter leaves, on all pages.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetExport(int cycle, string? format, CancellationToken cancel)
    {
        if (await ShownRun.Read(db, cycle, Filter.Run, cancel) is not { Run: { } run } shown || await documents.Newest(shown.Cycle.Plan, cancel) is not { } plan)
            return NotFound();
        LookUnder(plan);
        var sight = await Sight(shown, plan, cancel);
        var lines = await AlertListView.ReadAll(db, shown, run, Filter, sight, texts, cancel);
        var name = string.Create(CultureInfo.InvariantCulture, $"dxrules-alerts-{shown.Cycle.Code}-{shown.Cycle.FiscalYear}-{run.Number}");
        return ListingFile.Of(format, name, AlertListing.Of(new AlertListingHead(shown.Cycle, plan.Document.Plan.Id, run), lines, sight, texts));
    }

    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostCheck(int cycle, string? asOf, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            TempData["Error"] = texts["check.badDate"];
            return Redirect($"/cycles/{cycle}/alerts");
        }
        var plan = await db.Cycles.Where(row => row.Id == cycle && row.ClosedAt == null).Select(row => (int?)row.PlanId).FirstOrDefaultAsync(cancel);
        return plan is null ? NotFound() : await desk.Start(this, CheckJob.Of(plan.Value, cycle, day), $"/cycles/{cycle}/alerts", cancel);
    }

    private async Task<IActionResult> Show(int cycle, CancellationToken cancel)
    {
        if (await ShownRun.Read(db, cycle, Filter.Run, cancel) is not { } shown || await documents.Newest(shown.Cycle.Plan, cancel) is not { } plan)
            return NotFound();
        Shown = shown;
        LookUnder(plan);
        Earlier = await EarlierCycle.Of(db, shown.Cycle, cancel);
        Views = await views.Mine(cancel);
        if (shown.Run is { } run)
            View = await AlertListView.Read(db, shown, run, Filter, await Sight(shown, plan, cancel), texts, cancel);
        return Page();
    }

    private void LookUnder(SeenVersion plan)
    {
        if (Filter.Under is not { Length: > 0 } under)
            return;
        var sight = sights.Of(plan.Document, Dates.InJapan(clock.GetUtcNow()));
        Filter = Filter with { Below = sight.WithBelow(under) };

        // Of what is others' a department is told no more than it asked for.
        UnderTitle = sight.Reaches(db.Viewer, under) ? sight.TitleOf(under) : under;
    }

    private async Task<ListSight> Sight(ShownRun shown, SeenVersion plan, CancellationToken cancel) => new(
        new DepartmentNames(plan.Document), await AnswerStandings.Read(db, shown.Cycle.Plan, shown.Cycle.FiscalYear, cancel), Dates.InJapan(clock.GetUtcNow()));

    private async Task<IActionResult> Answer(int cycle, ViewRefusal refusal, string field, string? typed, string done, CancellationToken cancel)
    {
        if (refusal == ViewRefusal.NotThere)
            return NotFound();
        if (refusal != ViewRefusal.None)
        {
            ModelState.SetModelValue(field, typed, typed);
            ModelState.AddModelError(field, texts[$"views.refused.{refusal}", SavedViews.LongestName, SavedViews.Most]);
            return await Show(cycle, cancel);
        }
        TempData["Status"] = done;
        return Redirect(Filter.Address(cycle));
    }
}
