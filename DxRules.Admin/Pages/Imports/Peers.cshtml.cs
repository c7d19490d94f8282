using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Importing;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Imports;

/// <summary>Where a person says which figures of another municipality stand beside which of ours, and whether they are defined alike.</summary>
[RequestFormLimits(ValueCountLimit = 10_000)]
internal sealed class PeersModel(AdminDb db, PlanDocuments documents, ImportSetting setting, JobDesk desk, TimeProvider clock, Texts texts) : PageModel
{
    private IReadOnlyList<OwnSeries> own = [];

    public PlanHead Plan { get; private set; } = null!;

    public ImportRow Import { get; private set; } = null!;

    public PeerFile Peer { get; private set; } = null!;

    public IReadOnlyList<PeerLine> Lines { get; private set; } = [];

    /// <summary>Those for which something of ours was found or chosen.</summary>
    public IEnumerable<PeerLine> Paired => Lines.Where(line => line.Own is not null);

    /// <summary>Those that could stand beside something of ours.</summary>
    public IEnumerable<PeerLine> Open => Lines.Where(line => line is { Own: null, Choices.Count: > 0 });

    /// <summary>Those in whose unit nothing of ours is measured.</summary>
    public IEnumerable<PeerLine> Alone => Lines.Where(line => line is { Own: null, Choices.Count: 0 });

    public string Address => ImportAddress.Peers(Import.Id);

    [Permits(Access.Enter)]
    public async Task<IActionResult> OnGet(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (!IsSettable)
            return Redirect(ImportAddress.Of(id));
        Show(PeerMapping.Of(Import.Mapping!));
        return Page();
    }

    /// <summary>Keeps the pairs and shows them anew, each beside what was chosen.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostKeep(int id, int revision, CancellationToken cancel)
    {
        if (await Refusal(id, cancel) is { } refused)
            return refused;
        if (Take() is not { } pairs)
            return Page();
        if (!await setting.SetPairs(id, revision, pairs, cancel))
            return Stale();
        TempData["Status"] = texts["peer.kept"];
        return Redirect(Address);
    }

    /// <summary>Keeps the pairs and compares the file with the plan.</summary>
    [Permits(Access.Enter)]
    public async Task<IActionResult> OnPostCheck(int id, int revision, CancellationToken cancel)
    {
        if (await Refusal(id, cancel) is { } refused)
            return refused;
        if (Take() is not { } pairs)
            return Page();
        if (pairs.Pairs.Count == 0)
        {
            ModelState.AddModelError("", texts["peer.none"]);
            return Page();
        }
        if (!await setting.SetPairs(id, revision, pairs, cancel))
            return Stale();
        return await desk.Start(this, ImportJobs.Check(Import), Address, cancel);
    }

    private bool IsSettable => PeerMapping.Is(Import.Mapping) && Peer is not null && Import.State is not (ImportState.Taken or ImportState.Discarded);

    private async Task<IActionResult?> Refusal(int id, CancellationToken cancel)
    {
        if (!await Find(id, cancel))
            return NotFound();
        if (!db.Viewer.MayHandle(Import))
            return StatusCode(StatusCodes.Status403Forbidden);
        return IsSettable ? null : Stale();
    }

    private RedirectResult Stale()
    {
        TempData["Error"] = texts["import.stale"];
        return Redirect(ImportAddress.Of(Import.Id));
    }

    // The pairs of the form; null where something about them is wrong, which then stands beside its field.
    private PeerMapping? Take()
    {
        var pairs = new List<PeerPair>();
        foreach (var (number, other) in Peer.Series.Index())
        {
            var line = new PeerLine(number, other, null, PeerLine.SameOf(Request.Form[$"same-{number}"]), []);
            if (Request.Form[line.OwnField].ToString() is not { Length: > 0 } chosen)
                continue;
            if (own.FirstOrDefault(series => series.Id == chosen) is not { } ours)
                Wrong(line.OwnField, PeerProblems.Gone(Import.FileName, chosen));
            else
                Check(line, ours, pairs);
            pairs.Add(new PeerPair(chosen, other.Id, line.SameDefinition));
        }
        var mapping = new PeerMapping(pairs);
        Show(mapping);
        return ModelState.IsValid ? mapping : null;
    }

    private void Check(PeerLine line, OwnSeries ours, List<PeerPair> before)
    {
        var fit = ours.FitTo(line.Other);
        if (!fit.SameUnit)
            Wrong(line.OwnField, PeerProblems.OtherUnit(Import.FileName, ours.Name, ours.Kpi.Unit, line.Other.Name, line.Other.Unit));
        else if (before.Exists(pair => pair.Series == ours.Id))
            Wrong(line.OwnField, PeerProblems.ChosenTwice(Import.FileName, ours.Name));
        if (line.SameDefinition == true && !fit.SameCount)
            Wrong(line.SameField, PeerProblems.NotTheSame(Import.FileName, ours.Name, line.Other.Name));
    }

    private void Wrong(string field, Diagnostic problem) => ModelState.AddModelError(field, $"{problem.Message.In(texts.Language)}{problem.Hint?.In(texts.Language)}");

    private void Show(PeerMapping mapping)
    {
        var chosen = mapping.Pairs.DistinctBy(pair => pair.Other).ToDictionary(pair => pair.Other, StringComparer.Ordinal);
        var byId = own.ToDictionary(series => series.Id, StringComparer.Ordinal);
        Lines = [.. Peer.Series.Index().Select(other =>
        {
            var pair = chosen.GetValueOrDefault(other.Item.Id);
            var ours = pair is null ? null : byId.GetValueOrDefault(pair.Series);
            return new PeerLine(other.Index, other.Item, ours, pair?.SameDefinition, [.. own.Where(series => series == ours || series.FitTo(other.Item).SameUnit)]);
        })];
    }

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        if (await db.Imports.AsNoTracking().Include(row => row.File).SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } import
            || await PlanHead.Read(db, import.PlanId, cancel) is not { } plan || await documents.Newest(import.PlanId, cancel) is not { } newest)
            return false;
        (Import, Plan) = (import, plan);
        if (PeerMapping.Is(import.Mapping) && import.File is { } file)
            Peer = PeerFiles.Read(import.FileName, Compressed.Unpack(file.Content), cancel).File!;
        var all = OwnSeries.Of(newest.Document);
        var scope = new ImportScope(newest.Document, import.Department?.Split('/')[1], Dates.InJapan(clock.GetUtcNow()), db.Viewer);
        var outside = scope.Outside([.. all.Select(series => new PlanChange(series.Id, "peers", null, null))], newest.Document, null).Select(change => change.Change.Subject).ToHashSet(StringComparer.Ordinal);
        own = [.. all.Where(series => !outside.Contains(series.Id))];
        return true;
    }
}
