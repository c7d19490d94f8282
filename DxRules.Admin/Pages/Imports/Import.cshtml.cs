using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Marks;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Imports;

/// <summary>What a file would change of the plan, row by row, and the button that takes it over.</summary>
[RequestFormLimits(ValueCountLimit = 3 * ImportView.PageSize + 50)]
internal sealed class ImportModel(AdminDb db, PlanDocuments documents, ImportSetting setting, ImportDiscarding discarding, JobDesk desk, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Which rows are shown: an outcome by its name; those that matter where none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public PlanHead Plan { get; private set; } = null!;

    public ImportRow Import { get; private set; } = null!;

    /// <summary>Who brought it; null where nobody signed in did.</summary>
    public string? By { get; private set; }

    public string? Department { get; private set; }

    /// <summary>What the comparison found; null where there was none yet or its file is gone.</summary>
    public ImportView? View { get; private set; }

    /// <summary>Whether the plan changed since the comparison.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>What somebody changed since that the file would change, too.</summary>
    public IReadOnlyList<string> Conflicts { get; private set; } = [];

    public bool IsOpen => Import.State is not (ImportState.Taken or ImportState.Discarded);

    /// <summary>Whether it brings figures of another municipality.</summary>
    public bool IsOfPeers => PeerMapping.Is(Import.Mapping);

    public bool MayHandle => db.Viewer.MayHandle(Import);

    public string Address => ImportAddress.Of(Import.Id);

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnGet(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        await Look(cancel);
        return Page();
    }

    /// <summary>The same file with the faulty cells marked.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnGetMarked(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || IsOfPeers || Import.File is not { Check: { } check } file)
            return NotFound();
        var problems = new CheckedRows(ImportCheck.Unpack(check), Import.LeftOut).Problems.Select(problem => problem.ToCell(Import.FileName)).ToList();
        var name = $"{Path.GetFileNameWithoutExtension(Import.FileName)}{texts["import.markedName"]}.xlsx";
        return File(MarkedWorkbook.Write(Import.FileName, Compressed.Unpack(file.Content), problems, texts.Language), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostCheck(int id, CancellationToken cancel) =>
        await Refusal(id, cancel) ?? await desk.Start(this, ImportJobs.Check(Import), Address, cancel);

    /// <summary>Leaves rows of the page out, or takes them back, and compares again.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostLeave(int id, int revision, string[] shown, string[] leave, CancellationToken cancel)
    {
        if (await Refusal(id, cancel) is { } refused)
            return refused;
        var others = Import.LeftOut.Where(place => !shown.Contains(ImportView.KeyOf(place)));
        var places = others.Concat(leave.Intersect(shown).Select(ImportView.PlaceOf).OfType<ImportPlace>()).ToList();
        if (!await setting.LeaveOut(id, revision, places, cancel))
            return Stale();
        return await desk.Start(this, ImportJobs.Check(Import), Address, cancel);
    }

    /// <summary>Leaves every row out that has an error, and compares again.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostLeaveFaulty(int id, int revision, CancellationToken cancel)
    {
        if (await Refusal(id, cancel) is { } refused)
            return refused;
        if (Import.File?.Check is not { } packed || !await setting.LeaveOut(id, revision, [.. Import.LeftOut, .. new CheckedRows(ImportCheck.Unpack(packed), Import.LeftOut).Faulty], cancel))
            return Stale();
        return await desk.Start(this, ImportJobs.Check(Import), Address, cancel);
    }

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostTake(int id, int revision, CancellationToken cancel) =>
        await Refusal(id, cancel) ?? await desk.Start(this, ImportJobs.Take(Import, revision), Address, cancel);

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostDiscard(int id, CancellationToken cancel)
    {
        if (await Refusal(id, cancel) is { } refused)
            return refused;
        if (!await discarding.Discard(id, cancel))
            return Stale();
        TempData["Status"] = texts["import.discarded", Import.FileName];
        return Redirect(ImportAddress.Plan(Plan.Id));
    }

    private RedirectResult Stale()
    {
        TempData["Error"] = texts["import.stale"];
        return Redirect(Address);
    }

    private async Task<IActionResult?> Refusal(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        return MayHandle ? null : StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        if (await db.Imports.AsNoTracking().Include(row => row.File).Include(row => row.By).SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } import
            || await PlanHead.Read(db, import.PlanId, cancel) is not { } plan)
            return false;
        (Import, Plan, By) = (import, plan, import.By?.DisplayName);
        return true;
    }

    private async Task Look(CancellationToken cancel)
    {
        var newest = (await documents.Newest(Import.PlanId, cancel))!;
        Department = Import.Department?.Split('/')[1] is { } department ? newest.Document.Departments?.FirstOrDefault(known => known.Id == department)?.Name ?? department : null;
        if (Import.File?.Check is not { } packed)
            return;
        var rows = new CheckedRows(ImportCheck.Unpack(packed), Import.LeftOut);
        var plan = Import.Secret ? newest.Document : newest.Document.WithoutSecurity();
        var subjects = new KnownSubjects(plan, newest.Head.At, []);
        View = new ImportView(rows, new ShownRows(subjects, texts, byFile: IsOfPeers), Show, PageNumber);
        IsOutdated = IsOpen && Import.BaseVersion != newest.Head.Number;
        if (IsOutdated)
            Conflicts = [.. Engine.Plans.Changes.PlanChanges.Apply(plan, rows.Changes).Conflicts.Select(conflict => ImportConflict.Of(conflict, subjects, texts))];
    }
}
