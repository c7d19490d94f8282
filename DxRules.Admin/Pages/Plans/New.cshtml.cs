using DxRules.Admin.Data;
using DxRules.Admin.Exchange;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Starting;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Plans;

/// <summary>Where a plan comes onto the site: from a file that holds all of it, or as an empty one to be filled in.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class NewModel(AdminDb db, PlanAdding plans, Texts texts) : PageModel
{
    /// <summary>Bytes of a form. More than a file may have, so that one that is too large is told so by its page.</summary>
    public const int MostBytes = 3 * GridFile.LargestFile;

    public const int LongestName = 100;

    /// <summary>What is wrong with a file, or should be looked at; null where none was sent.</summary>
    public PlanFileReading? Reading { get; private set; }

    /// <summary>The name of the file.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The plan of the same municipality and id that is here already.</summary>
    public int? Known { get; private set; }

    public EmptyPlanForm Form { get; private set; } = new("", "", "", "", "");

    public static int LargestMegabytes => GridFile.LargestFile / 1024 / 1024;

    [Permits(Access.RunCycles)]
    public void OnGet()
    {
    }

    /// <summary>Reads a file; adds its plan where it was asked for and nothing stands against it.</summary>
    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostFile(IFormFile? file, bool look, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
            ModelState.AddModelError("file", texts[file is null ? "import.noFile" : "import.emptyFile"]);
        else if (file.Length > GridFile.LargestFile)
            ModelState.AddModelError("file", texts["import.tooLarge", file.Length / 1024m / 1024m, LargestMegabytes]);
        if (!ModelState.IsValid)
            return Page();
        using var content = new MemoryStream((int)file!.Length);
        await file.CopyToAsync(content, cancel);
        FileName = file.FileName.Split('/', '\\')[^1];
        Reading = PlanFile.Read(FileName, content.ToArray());
        if (Reading.Plan is not { } plan)
            ModelState.AddModelError("file", texts["newPlan.unreadable", Reading.Problems.Count]);
        else if ((Known = (await PlanVersions.Find(db, plan, cancel))?.Id) is not null)
            ModelState.AddModelError("file", texts["newPlan.known", plan.Municipality.Name, plan.Plan.Title]);
        else if (!look)
            return await Add(plan, texts["newPlan.reason.file", FileName], cancel);
        return Page();
    }

    /// <summary>Adds an empty plan.</summary>
    [Permits(Access.RunCycles)]
    public async Task<IActionResult> OnPostEmpty(string? code, string? name, string? title, string? from, string? to, CancellationToken cancel)
    {
        Form = new EmptyPlanForm(code ?? "", name ?? "", title ?? "", from ?? "", to ?? "");
        if (Form.Read(ModelState, texts) is not { } answers)
            return Page();
        var plan = PlanReader.Read(StarterFolder.Plan, StarterPlan.Write(answers)).Document!;
        if ((Known = (await PlanVersions.Find(db, plan, cancel))?.Id) is null)
            return await Add(plan, texts["newPlan.reason.empty"], cancel);
        ModelState.AddModelError("from", texts["newPlan.known", plan.Municipality.Name, plan.Plan.Title]);
        return Page();
    }

    /// <summary>施策32件・取組97件・指標40件・課12件.</summary>
    public string Extent(PlanDocument plan) => texts[
        "newPlan.extent", plan.Policies?.Count ?? 0, (plan.Policies ?? []).Sum(policy => policy.Initiatives?.Count ?? 0),
        plan.Plan.Kpis.Count + (plan.Policies ?? []).Sum(policy => (policy.Kpis?.Count ?? 0) + (policy.Initiatives ?? []).Sum(initiative => initiative.Kpis.Count)), plan.Departments?.Count ?? 0];

    private async Task<IActionResult> Add(PlanDocument plan, string reason, CancellationToken cancel)
    {
        // Somebody else may have added it since it was looked for; then the page tells so when it is sent again.
        if (await plans.Add(plan, reason, cancel) is not { } id)
            return RedirectToPage();
        TempData["Status"] = texts["newPlan.added", plan.Municipality.Name, plan.Plan.Title, Extent(plan)];
        return Redirect($"/plans/{id}");
    }
}
