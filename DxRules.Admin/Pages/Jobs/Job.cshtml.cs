using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Jobs;

/// <summary>How far a job is, or how it ended.</summary>
internal sealed class JobModel(AdminDb db, JobRunner runner, JobDesk desk, Texts texts) : PageModel
{
    public JobLine Job { get; private set; } = null!;

    public bool MayCancel => Job is { IsUnderWay: true, Row.CancelRequestedAt: null } && desk.MayCancel(Job.Row);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int id, CancellationToken cancel) => await Find(id, cancel) ? Page() : NotFound();

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnPostCancel(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (!desk.MayCancel(Job.Row))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (await desk.Cancel(Job.Row, cancel))
            TempData["Status"] = texts["jobs.cancelAsked"];
        else
            TempData["Error"] = texts["jobs.tooLate"];
        return Redirect(JobDesk.AddressOf(id));
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        var found = await JobLine.Read(db, runner, rows => rows.Where(row => row.Id == id), cancel);
        if (found.Count == 0)
            return false;
        Job = found[0];
        return true;
    }
}
