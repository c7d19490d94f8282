using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Imports;

/// <summary>Where a spreadsheet is sent for a plan, with those that were sent before.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class IndexModel(AdminDb db, PlanDocuments documents, JobDesk desk, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>Bytes of a form. More than a file may have, so that one that is too large is told so by its page.</summary>
    public const int MostBytes = 3 * GridFile.LargestFile;

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public PlanHead Plan { get; private set; } = null!;

    /// <summary>The departments whose figures the viewer may bring.</summary>
    public IReadOnlyList<Department> Departments { get; private set; } = [];

    /// <summary>Whether the viewer may bring what concerns several departments or none.</summary>
    public bool MayBringAll => db.Viewer.MayBring(null);

    /// <summary>Whether a department is chosen in whose place the viewer enters.</summary>
    public bool EntersForOthers => db.Viewer.May(Access.RunCycles);

    public IReadOnlyList<ImportLine> Imports { get; private set; } = [];

    public int Total { get; private set; }

    public static int LargestMegabytes => GridFile.LargestFile / 1024 / 1024;

    public string Address => ImportAddress.Plan(Plan.Id);

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnGet(int plan, CancellationToken cancel) => await Find(plan, cancel) ? Page() : NotFound();

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPost(int plan, IFormFile? file, string? department, CancellationToken cancel)
    {
        if (!await Find(plan, cancel))
            return NotFound();
        var key = string.IsNullOrEmpty(department) ? null : $"{Plan.Municipality}/{department}";
        if (!db.Viewer.MayBring(key) || (department is { Length: > 0 } && Departments.All(known => known.Id != department)))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (file is null)
            ModelState.AddModelError("file", texts["import.noFile"]);
        else if (file.Length == 0)
            ModelState.AddModelError("file", texts["import.emptyFile"]);
        else if (file.Length > GridFile.LargestFile)
            ModelState.AddModelError("file", texts["import.tooLarge", file.Length / 1024m / 1024m, LargestMegabytes]);
        if (!ModelState.IsValid)
            return Page();
        using var content = new MemoryStream((int)file!.Length);
        await file.CopyToAsync(content, cancel);
        return await desk.Start(this, ImportJobs.Bring(new SentFile(plan, file.FileName, content.ToArray(), key)), Address, cancel);
    }

    /// <summary>The name of a department, by its municipality and id.</summary>
    public string NameOf(string key) => names.GetValueOrDefault(key.Split('/')[1], key.Split('/')[1]);

    private Dictionary<string, string> names = [];

    private async Task<bool> Find(int plan, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } newest)
            return false;
        Plan = head;
        var (known, today) = (newest.Document.Departments ?? [], Dates.InJapan(clock.GetUtcNow()));
        names = known.ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        Departments = [.. known.Where(department => GovernedCycle.IsInForce(department, today) && db.Viewer.MayBring($"{head.Municipality}/{department.Id}"))];
        Total = await db.Imports.CountAsync(row => row.PlanId == plan, cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + ImportLine.PageSize - 1) / ImportLine.PageSize));
        Imports = await ImportLine.Read(db, plan, PageNumber, cancel);
        return true;
    }
}
