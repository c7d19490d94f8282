using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Exchange.Tables;
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

/// <summary>Where a person says which table of a file is meant and what its columns mean.</summary>
[RequestFormLimits(ValueCountLimit = 5000)]
internal sealed class ColumnsModel(AdminDb db, PlanDocuments documents, ImportTables tables, ImportSetting setting, KeptFiles kept, JobDesk desk, TimeProvider clock, Texts texts) : PageModel
{
    private PlanDocument document = null!;

    /// <summary>The table that is shown, counted from 0; one more than there are for one that is pointed out anew.</summary>
    [BindProperty(SupportsGet = true, Name = "table")]
    public int Number { get; set; }

    public PlanHead Plan { get; private set; } = null!;

    public ImportRow Import { get; private set; } = null!;

    public IReadOnlyList<Grid> Grids { get; private set; } = [];

    public string? Encoding { get; private set; }

    /// <summary>Every table of the file.</summary>
    public IReadOnlyList<ImportTable> Tables { get; private set; } = [];

    public ColumnsForm Form { get; private set; } = null!;

    /// <summary>What the columns mean; null where the place is none of a table.</summary>
    public ShownTable? Shown { get; private set; }

    public bool IsRemembered { get; private set; }

    /// <summary>Years to choose from: those of the plan, some before for what it started from, some after.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>What a column's figures may be of, with its title.</summary>
    public IReadOnlyList<(string Id, string Title)> Indicators { get; private set; } = [];

    public bool IsNew => Number >= Tables.Count;

    public string Address => ImportAddress.Columns(Import.Id);

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnGet(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (!IsSettable)
            return Redirect(ImportAddress.Of(id));
        var table = IsNew ? await Begin(cancel) : Tables[Number];
        (Form, IsRemembered) = (ColumnsForm.Of(table), table.IsRemembered);
        Shown = ShownTable.Of(Grids, table.Mapping);
        return Page();
    }

    /// <summary>Reads the table again at the place that was typed, or by another kind of rows. Nothing is kept yet.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostRead(int id, CancellationToken cancel) => await Refusal(id, cancel) ?? await Again(cancel);

    /// <summary>Keeps it and goes on to another table.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostKeep(int id, int revision, CancellationToken cancel)
    {
        if (await Refusal(id, cancel) is { } refused)
            return refused;
        if (await Take(cancel) is not { } mapping)
            return Page();
        if (!await setting.SetColumns(id, revision, mapping, cancel))
            return Stale();
        TempData["Status"] = texts["import.columnsKept"];
        return Redirect($"{Address}?table={(Number + 1 < mapping.Tables.Count ? Number + 1 : 0)}");
    }

    /// <summary>Keeps it and compares the file with the plan.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostCheck(int id, int revision, CancellationToken cancel)
    {
        if (await Refusal(id, cancel) is { } refused)
            return refused;
        if (await Take(cancel) is not { } mapping)
            return Page();
        if (mapping.Tables.All(table => !table.IsTaken))
        {
            ModelState.AddModelError(ColumnsForm.TakenField, texts["import.noTable"]);
            return Page();
        }
        if (!await setting.SetColumns(id, revision, mapping, cancel))
            return Stale();
        return await desk.Start(this, ImportJobs.Check(Import), Address, cancel);
    }

    private bool IsSettable => !Import.IsOwn && !PeerMapping.Is(Import.Mapping) && Import.File is not null && Import.State is not (ImportState.Taken or ImportState.Discarded);

    private async Task<IActionResult?> Refusal(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (!db.Viewer.MayHandle(Import))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (!IsSettable)
            return Stale();
        Form = ColumnsForm.Of(Request.Form);
        return null;
    }

    // What was said of all tables, with what the form says of the one that is shown; null where that is asked again.
    private async Task<ImportMapping?> Take(CancellationToken cancel)
    {
        if (Form.Place != Request.Form[ColumnsForm.ReadField].ToString())
        {
            // The columns on the form are those of another place, so nobody has said yet what these mean.
            await Again(cancel);
            if (ModelState.IsValid)
                ModelState.AddModelError(ColumnsForm.HeadingField, texts["import.readAgain"]);
            return null;
        }
        if (Form.ToPlace() is not { } place || ImportTables.Find(Grids, place) is not { } table)
        {
            await Again(cancel);
            return null;
        }
        var mapped = new ImportTable(Form.IsTaken, Form.Read(table, MappingGuess.LayoutOf(table), Request.Form));
        Shown = ShownTable.Of(Grids, mapped.Mapping);
        return new ImportMapping(IsNew ? [.. Tables, mapped] : [.. Tables.Select((known, number) => number == Number ? mapped : known)]);
    }

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        if (Form.ToPlace() is not { } place || ImportTables.Find(Grids, place) is not { } table)
        {
            ModelState.AddModelError(ColumnsForm.HeadingField, texts["import.noSuchRows", Grids.FirstOrDefault(grid => grid.Name == Form.Sheet)?.Rows.Count ?? 0]);
            return Page();
        }
        var isSame = Form.Place == Request.Form[ColumnsForm.ReadField].ToString();
        var guess = await tables.Guess(table, document, Import.PlanId, Import.Department, cancel);
        var mapping = isSame ? Form.Read(table, guess.Mapping.Layout, Request.Form) : guess.Mapping with { LastRow = place.LastRow };
        (Form, IsRemembered) = (ColumnsForm.Of(new ImportTable(true, mapping)), !isSame && guess.IsRemembered);
        ModelState.Clear();
        Shown = ShownTable.Of(Grids, mapping);
        return Page();
    }

    // One that is pointed out begins at the top of the first sheet.
    private async Task<ImportTable> Begin(CancellationToken cancel)
    {
        var grid = Grids.FirstOrDefault(grid => !grid.IsHidden && grid.Rows.Count > 1) ?? Grids[0];
        return grid.Rows.Count > 1
            ? await tables.Guess(TableFinder.At(grid, 1, 2, null), document, Import.PlanId, Import.Department, cancel)
            : new ImportTable(true, new TableMapping { Sheet = grid.Name, FirstHeadingRow = 1, FirstRow = 2, Rows = ImportRowKind.Kpi, Columns = [] });
    }

    private RedirectResult Stale()
    {
        TempData["Error"] = texts["import.stale"];
        return Redirect(ImportAddress.Of(Import.Id));
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        if (await db.Imports.AsNoTracking().Include(row => row.File).SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } import
            || await PlanHead.Read(db, import.PlanId, cancel) is not { } plan || await documents.Newest(import.PlanId, cancel) is not { } newest)
            return false;
        (Import, Plan, document) = (import, plan, newest.Document);
        var isOfTables = !import.IsOwn && !PeerMapping.Is(import.Mapping);
        if (import.File is { } file && isOfTables)
        {
            var reading = kept.Read(import, file, cancel);
            (Grids, Encoding) = (reading.Grids ?? [], reading.Encoding);
        }
        Tables = import.Mapping is { } mapping && isOfTables ? ImportMapping.Of(mapping).Tables : [];
        Number = Math.Clamp(Number, 0, Tables.Count);
        var now = FiscalYear.Of(Dates.InJapan(clock.GetUtcNow()));
        var from = document.Plan.Period?.Start is { } start ? FiscalYear.Of(start.Day) : now;
        var to = document.Plan.Period?.End is { } end ? FiscalYear.Of(end.Day) : now;
        Years = [.. Enumerable.Range(from - 6, Math.Clamp(to - from + 10, 10, 40))];
        Indicators = [.. new PlanIndex(document).AllKpis.SelectMany(kpi => IndicatorsOf(kpi.Record))];
        return true;
    }

    private static IEnumerable<(string Id, string Title)> IndicatorsOf(Kpi kpi) => kpi.Series is { Count: > 1 } series
        ? series.Select(one => (one.Id, $"{kpi.Title} › {one.Segment ?? one.Id}"))
        : [(kpi.Series is [var only] ? only.Id : kpi.Id, kpi.Title)];
}
