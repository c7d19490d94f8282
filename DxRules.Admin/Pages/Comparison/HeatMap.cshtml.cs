using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>Where alerts are many: department by category.</summary>
internal sealed class HeatMapModel(AdminDb db, PlanDocuments documents) : PageModel
{
    public CycleHead Cycle { get; private set; } = null!;

    /// <summary>Null where nothing was checked yet; then there is no map either.</summary>
    public RunHead? Run { get; private set; }

    public HeatMap? Map { get; private set; }

    /// <summary>A word of <see cref="HeatMap.Severities"/>; null for alerts of all severities.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Severity { get; set; }

    public string? Word => HeatMap.Severities.FirstOrDefault(word => word == Severity);

    public string Address(string? severity) => $"/cycles/{Cycle.Id}/heatmap{(severity is null ? "" : $"?severity={severity}")}";

    /// <summary>The list of exactly what a cell counts.</summary>
    public string List(string? department, string? category) => HeatMap.FilterOf(Word, department, category).Address(Cycle.Id);

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int cycle, CancellationToken cancel)
    {
        if (await ShownRun.Read(db, cycle, null, cancel) is not { } shown || await documents.Newest(shown.Cycle.Plan, cancel) is not { } plan)
            return NotFound();
        (Cycle, Run) = (shown.Cycle, shown.Run);
        if (Run is not null)
            Map = await HeatMap.Read(db, Cycle, Run, Word, new DepartmentNames(plan.Document), cancel);
        return Page();
    }
}
