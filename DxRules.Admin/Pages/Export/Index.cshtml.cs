using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Export;

/// <summary>All that can be taken out of a plan, as far as the viewer may see it.</summary>
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, TimeProvider clock) : PageModel
{
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public PlanHead Plan { get; private set; } = null!;

    /// <summary>The departments for which there is a form: of all, or of those whom the viewer acts for.</summary>
    public IReadOnlyList<Department> Departments { get; private set; } = [];

    /// <summary>Whether the viewer sees all of the plan, and so may take it away as a whole.</summary>
    public bool SeesAll => db.Viewer.SeesAll;

    public bool SeesSecurity => db.Viewer.May(Access.ReadSecurity);

    /// <summary>The review whose alerts can be taken out; null where nothing was checked yet.</summary>
    public CheckNow? Check { get; private set; }

    /// <summary>Whether there is a review to compare that one with.</summary>
    public bool HasEarlier { get; private set; }

    /// <summary>The lists that can be taken out, by what texts call them, with the pages on which they stand.</summary>
    public IEnumerable<(string Key, string Address)> Lists
    {
        get
        {
            yield return ("plan", PlanAddress.Of(Plan.Id));
            yield return ("kpis", $"/plans/{Plan.Id}/kpis");
            if (Check is { } check)
                yield return ("alerts", new AlertFilter { Folded = "show" }.Address(check.Cycle));
            if (Check is { } later && HasEarlier)
                yield return ("comparison", $"/cycles/{later.Cycle}/comparison");
            if (SeesSecurity)
                yield return ("security", $"/plans/{Plan.Id}/security");
        }
    }

    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } newest)
            return NotFound();
        (Plan, Departments) = (head, Open(newest));
        if (await CheckNow.Read(db, plan, cancel) is { Run: not null } check)
        {
            Check = check;
            HasEarlier = await db.Cycles.AnyAsync(row => row.PlanId == plan && row.FiscalYear < check.FiscalYear && row.Runs.Count > 0, cancel);
        }
        return Page();
    }

    /// <summary>The form of a department, or of the whole plan.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetForm(int plan, string? department, CancellationToken cancel)
    {
        if (await documents.Newest(plan, cancel) is not { } newest || !(department is null ? SeesAll : Open(newest).Any(open => open.Id == department)))
            return NotFound();
        var slice = department is null ? PlanSlice.Whole(newest.Document) : DepartmentSlice.Of(newest.Document, department);
        return File(PlanWorkbook.WriteTemplate(slice, newest.Head.Number, Today), ExcelType, $"{Name(newest)}{(department is null ? "" : $"-{department}")}.xlsx");
    }

    /// <summary>The forms of all departments for whom there is one.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetForms(int plan, CancellationToken cancel) => SeesAll && await documents.Newest(plan, cancel) is { } newest
        ? File(PlanCsv.Pack(PlanTemplates.OfDepartments(newest.Document, newest.Head.Number, Today)), "application/zip", $"{Name(newest)}-forms.zip")
        : NotFound();

    /// <summary>The whole plan as CSV files.</summary>
    [Permits(Access.ReadPlans)]
    public async Task<IActionResult> OnGetTables(int plan, CancellationToken cancel) => SeesAll && await documents.Newest(plan, cancel) is { } newest
        ? File(PlanCsv.Pack(PlanCsv.Write(PlanSlice.Whole(newest.Document))), "application/zip", $"{Name(newest)}-csv.zip")
        : NotFound();

    private DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    private static string Name(SeenVersion newest) => $"dxplan-{newest.Document.Plan.Id}-v{newest.Head.Number}";

    private IReadOnlyList<Department> Open(SeenVersion newest) =>
        [.. PlanTemplates.DepartmentsIn(newest.Document).Where(department => SeesAll || db.Viewer.Departments.Contains($"{newest.Head.Municipality}/{department.Id}"))];
}
