using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Sheets;

/// <summary>自分の担当: the sheets that one fills in; with one only, that one itself.</summary>
internal sealed class IndexModel(AdminDb db, SheetReading reading) : PageModel
{
    public CycleHead Cycle { get; private set; } = null!;

    /// <summary>Those that are late first, then the others that are not handed in.</summary>
    public IReadOnlyList<Sheet> Sheets { get; private set; } = [];

    public bool SeesAll => db.Viewer.May(Access.Approve);

    public bool Reminds => db.Viewer.May(Access.RunCycles);

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await reading.All(cycle, cancel) is not { } sheets)
            return NotFound();
        if (!SeesAll && sheets.Count == 1)
            return Redirect($"/cycles/{cycle}/sheets/{sheets[0].Department.Id}");
        Cycle = head;
        Sheets = [.. sheets.OrderByDescending(sheet => sheet.DaysLate).ThenBy(sheet => sheet.Submission?.SubmittedOn is not null)];
        return Page();
    }
}
