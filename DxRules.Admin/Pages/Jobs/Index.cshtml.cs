using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Jobs;

/// <summary>What was done in the background, and what is being done.</summary>
internal sealed class IndexModel(AdminDb db, JobRunner runner) : PageModel
{
    public const int Most = 100;

    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    [Permits(Access.ReadPlans)]
    public async Task OnGet(CancellationToken cancel) => Jobs = await JobLine.Read(db, runner, rows => rows.OrderByDescending(row => row.Id).Take(Most), cancel);
}
