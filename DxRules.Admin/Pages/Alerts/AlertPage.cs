using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Versions;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>All that is known of one alert or undetermined result.</summary>
/// <param name="LatestRun">Number of the cycle's latest run, whether or not it observed this.</param>
/// <param name="Notes">How the plan document states the subject's values.</param>
/// <param name="Cause">The line under which it is folded.</param>
/// <param name="Folded">The lines folded under it.</param>
/// <param name="OnSubject">What else the run observed of the same subject.</param>
/// <param name="History">One entry a run of the plan, newest first.</param>
internal sealed record AlertPage(
    CycleHead Cycle,
    RunHead Run,
    int LatestRun,
    AlertLine Line,
    ObservationDetail Detail,
    IReadOnlyList<DocumentNote> Notes,
    RuleTextRow Rule,
    AlertLine? Cause,
    IReadOnlyList<AlertLine> Folded,
    IReadOnlyList<AlertLine> OnSubject,
    IReadOnlyList<HistoryEntry> History)
{
    /// <summary>How the document states a value of the evidence; null where nothing is noted.</summary>
    public DocumentNote? NoteOn(ObservedEvidence evidence) => Notes.FirstOrDefault(note => note.Name.En == evidence.Name.En);

    /// <summary>The notes on values that are not part of the evidence.</summary>
    public IEnumerable<DocumentNote> OtherNotes => Notes.Where(note => !Detail.Evidence.Any(evidence => evidence.Name.En == note.Name.En));

    /// <summary>Whether an entry was compared with an earlier cycle: in the first all alerts are new, which nobody needs to be told.</summary>
    public bool Compares(HistoryEntry entry) => History.Any(other => other.FiscalYear < entry.FiscalYear);

    /// <summary>
    /// Reads what a run observed under a key: the run asked for, else the latest of the cycle that observed it, or where none did the latest that
    /// says what became of it. Null where there is none.
    /// </summary>
    public static async Task<AlertPage?> Read(AdminDb db, PlanDocuments documents, int cycle, string key, int? number, CancellationToken cancel)
    {
        var observation = await db.Observations.AsNoTracking().Include(row => row.Rule)
            .Where(row => row.Key == key && row.Run!.CycleId == cycle && (number == null || row.Run.Number == number))
            .OrderBy(row => row.Outcome == Outcome.Gone).ThenByDescending(row => row.Run!.Number)
            .Select(row => new { row.RunId, row.Position, row.FoldedUnder, row.SubjectId, row.Detail, row.Rule, Version = row.Run!.PlanVersion!.Number })
            .FirstOrDefaultAsync(cancel);
        if (observation is null || await CycleHead.Read(db, cycle, cancel) is not { } head || await documents.Version(head.Plan, observation.Version, cancel) is not { } seen)
            return null;
        var runs = await RunHead.Of(db, cycle, cancel);
        var wanted = db.Observations.Where(row => row.RunId == observation.RunId
            && (row.Position == observation.Position || row.Key == observation.FoldedUnder || row.FoldedUnder == key || row.SubjectId == observation.SubjectId));
        var around = await AlertLines.Read(db, observation.RunId, wanted, cancel);
        var line = around.Single(other => other.Position == observation.Position);
        var others = around.Where(other => other != line && other.Outcome != Outcome.Gone).ToList();
        return new AlertPage(
            head,
            runs.Single(run => run.Id == observation.RunId),
            runs[0].Number,
            line,
            observation.Detail,
            DocumentNotes.Of(seen.Document, line.SubjectId),
            observation.Rule!,
            others.Find(other => other.Key == line.FoldedUnder),
            [.. others.Where(other => other.FoldedUnder == key)],
            [.. others.Where(other => other.SubjectId == line.SubjectId && other.FoldedUnder != key && other.Key != line.FoldedUnder)],
            await HistoryEntry.Of(db, head.Plan, (await RenumberedIds.Of(db, head.Plan, cancel)).KeysOf(key), cancel));
    }
}

/// <summary>What one run said about an alert.</summary>
/// <param name="Life">How it stood against the cycle before; without state where the run says nothing of it.</param>
/// <param name="Observed">Null where the run observed nothing: the rule kept quiet or did not apply.</param>
internal sealed record HistoryEntry(
    int Cycle, int FiscalYear, int Number, DateOnly AsOf, DateTimeOffset At, string? SeverityWord, LineLife Life, Bilingual? Observed)
{
    /// <param name="keys">The keys that the alert had, as its subject was renumbered; the first counts where a run knows several.</param>
    public static async Task<IReadOnlyList<HistoryEntry>> Of(AdminDb db, int plan, List<string> keys, CancellationToken cancel)
    {
        var first = keys[0];
        var runs = await db.Runs.AsNoTracking().Where(run => run.Cycle!.PlanId == plan)
            .OrderByDescending(run => run.Cycle!.FiscalYear).ThenByDescending(run => run.Number)
            .Select(run => new
            {
                run.CycleId, run.Cycle!.FiscalYear, run.Number, run.AsOf, run.At,
                Seen = run.Observations.Where(row => keys.Contains(row.Key)).OrderByDescending(row => row.Key == first)
                    .Select(row => new { row.Severity, row.Outcome, row.State, row.Nth, row.PreviousSeverity, row.MessageJa, row.MessageEn }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return
        [
            .. runs.Select(run => new HistoryEntry(
                run.CycleId, run.FiscalYear, run.Number, run.AsOf, run.At,
                run.Seen is { Outcome: not Outcome.Gone } seen ? AlertLine.WordOf(seen.Severity, seen.Outcome) : null,
                new LineLife(run.Seen?.State, run.Seen?.Nth ?? 0, run.Seen?.PreviousSeverity),
                run.Seen is { Outcome: not Outcome.Gone } said ? new Bilingual(said.MessageJa, said.MessageEn) : null)),
        ];
    }
}
