using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

internal sealed class IndexModel(AdminDb db, PlanDocuments documents, JobDesk desk, Texts texts) : PageModel
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

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel)
    {
        if (await ShownRun.Read(db, cycle, Filter.Run, cancel) is not { } shown || await documents.Newest(shown.Cycle.Plan, cancel) is not { } plan)
            return NotFound();
        Shown = shown;
        Earlier = await EarlierCycle.Of(db, shown.Cycle, cancel);
        if (shown.Run is { } run)
            View = await AlertListView.Read(db, shown, run, Filter, new DepartmentNames(plan.Document), texts, cancel);
        return Page();
    }

    /// <summary>Exactly what the filter leaves, on all pages.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetExport(int cycle, CancellationToken cancel)
    {
        if (await ShownRun.Read(db, cycle, Filter.Run, cancel) is not { Run: { } run } shown || await documents.Newest(shown.Cycle.Plan, cancel) is not { } plan)
            return NotFound();
        var departments = new DepartmentNames(plan.Document);
        var lines = await AlertListView.ReadAll(db, shown, run, Filter, departments, texts, cancel);
        var name = string.Create(CultureInfo.InvariantCulture, $"dxrules-alerts-{shown.Cycle.Code}-{shown.Cycle.FiscalYear}-{run.Number}.csv");
        return File(AlertCsv.Of(new AlertCsvHead(shown.Cycle, plan.Document.Plan.Id, run), lines, departments, texts), "text/csv; charset=utf-8", name);
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
}
