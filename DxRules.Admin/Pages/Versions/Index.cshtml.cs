using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DxRules.Admin.Pages.Versions;

internal sealed class IndexModel(AdminDb db, PlanDocuments documents, TimeProvider clock, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "page")]
    public int PageNumber { get; set; } = 1;

    public int Plan { get; private set; }

    /// <summary>Whether the viewer may take the plan away: not who sees their own department's part alone.</summary>
    public bool MaySave => db.Viewer.SeesAll;

    public ChangeList Changes { get; private set; } = null!;

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (await ChangeList.OfPlan(db, documents, texts, plan, PageNumber, cancel) is not { } changes)
            return NotFound();
        (Plan, Changes) = (plan, changes);
        return Page();
    }

    /// <summary>The newest version as an Excel workbook to be filled in, as far as the viewer may see it.</summary>
    [Permits(Access.ReadPlans)]
    public Task<IActionResult> OnGetWorkbook(int plan, CancellationToken cancel) => Download(
        plan, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        newest => PlanWorkbook.WriteTemplate(PlanSlice.Whole(newest.Document), newest.Head.Number, Dates.InJapan(clock.GetUtcNow())), cancel);

    /// <summary>The same as a plan file.</summary>
    [Permits(Access.ReadPlans)]
    public Task<IActionResult> OnGetDocument(int plan, CancellationToken cancel) => Download(plan, "json", "application/json", newest => PlanWriter.Write(newest.Document), cancel);

    private async Task<IActionResult> Download(int plan, string extension, string type, Func<SeenVersion, byte[]> write, CancellationToken cancel) =>
        MaySave && await documents.Newest(plan, cancel) is { } newest
            ? File(write(newest), type, $"dxplan-{newest.Document.Plan.Id}-v{newest.Head.Number}.{extension}")
            : NotFound();
}
