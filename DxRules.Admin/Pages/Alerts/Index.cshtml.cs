using System.Globalization;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Alerts;

internal sealed class IndexModel(AdminDb db, CycleCheck check, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AlertFilter Filter { get; set; } = new();

    public AlertList List { get; private set; } = null!;

    public AlertListView View { get; private set; } = null!;

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel)
    {
        if (await AlertList.Read(db, cycle, Filter.Run, cancel) is not { } list)
            return NotFound();
        List = list;
        View = AlertListView.Of(list, Filter, texts);
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
        if (await check.Run(cycle, day, cancel) is not { } run)
            return NotFound();
        TempData["Status"] = run switch
        {
            { Before: null } => texts["check.first", run.Number],
            { FoundTheSame: true } => texts["check.same", run.Number, ShortHash.Of(run.ReportHash)],
            _ => texts["check.different", run.Number, ShortHash.Of(run.ReportHash), ShortHash.Of(run.Before!)],
        };
        return Redirect($"/cycles/{cycle}/alerts");
    }
}
