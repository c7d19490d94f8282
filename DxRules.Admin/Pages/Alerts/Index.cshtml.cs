using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

internal sealed class IndexModel(AdminDb db, JobDesk desk, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AlertFilter Filter { get; set; } = new();

    public AlertList List { get; private set; } = null!;

    public AlertListView View { get; private set; } = null!;

    /// <summary>The cycle with which the states compare; null where this is the first.</summary>
    public EarlierCycle? Earlier { get; private set; }

    /// <summary>The address of what stands in a state, as <see cref="AlertStateWords"/> calls it.</summary>
    public string WithState(string word) => new AlertFilter { State = word, Run = Filter.Run }.Address(List.Cycle.Id);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel)
    {
        if (await AlertList.Read(db, cycle, Filter.Run, cancel) is not { } list)
            return NotFound();
        List = list;
        View = AlertListView.Of(list, Filter, texts);
        Earlier = await EarlierCycle.Of(db, list.Cycle, cancel);
        return Page();
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
