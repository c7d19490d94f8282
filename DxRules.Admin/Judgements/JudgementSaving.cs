using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Judgements;

/// <summary>A grade that somebody gives.</summary>
/// <param name="Grade">A word of the scale; null takes back what was given.</param>
internal sealed record JudgementEntry(string Subject, JudgedBy By, string? Grade, string Reason)
{
    /// <summary>The field of a form in which the grade stands; the reason stands in the one that begins with <c>reason-</c>.</summary>
    public string Field => FieldOf(By, Subject);

    public static string FieldOf(JudgedBy by, string subject) => $"{(by == JudgedBy.Department ? "department" : "headquarters")}-{subject}";
}

/// <summary>What came of it.</summary>
/// <param name="Refusal">Why nothing was saved at all.</param>
/// <param name="Conflicts">What somebody else changed meanwhile.</param>
internal sealed record JudgementResult(AnswerRefusal Refusal, IReadOnlyList<EntryProblem> Problems, IReadOnlyList<AmendmentConflict> Conflicts)
{
    public bool IsDone => Refusal == AnswerRefusal.None;

    public static JudgementResult Of(AnswerRefusal refusal, IReadOnlyList<EntryProblem>? problems = null, IReadOnlyList<AmendmentConflict>? conflicts = null) =>
        new(refusal, problems ?? [], conflicts ?? []);
}

/// <summary>Writes the grades of departments and of the headquarters into the plan's cycle: all that were entered, or none of them.</summary>
internal sealed class JudgementSaving(AdminDb db, PlanDocuments documents, PlanAmendments amendments, CityCheck city, TimeProvider clock)
{
    /// <param name="version">The number of the plan's version that the person saw; null for the newest.</param>
    public async Task<JudgementResult> Save(int cycleId, IReadOnlyList<JudgementEntry> entries, int? version, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var cycle = await db.Cycles.AsNoTracking().Include(row => row.Plan).SingleOrDefaultAsync(row => row.Id == cycleId, cancel);
        if (cycle is null || await Seen(cycle.PlanId, version, cancel) is not { } seen)
            return JudgementResult.Of(AnswerRefusal.Unknown);
        if (cycle.ClosedAt is not null)
            return JudgementResult.Of(AnswerRefusal.Closed);
        if (entries.Any(entry => !db.Viewer.May(entry.By == JudgedBy.Headquarters ? Access.Approve : Access.Enter)))
            return JudgementResult.Of(AnswerRefusal.NotAllowed);
        var judged = await CycleGrading.Read(db, city, cycleId, cancel);
        var lines = JudgementLine.Of(seen.Document, judged.Scale.Judge(seen.Document, judged.AsOf), cycle.FiscalYear)
            .ToDictionary(line => line.Subject, StringComparer.Ordinal);
        var reach = new SubjectReach(seen.Document, db.Viewer, seen.Head.Municipality);
        if (entries.Any(entry => !lines.ContainsKey(entry.Subject) || !reach.Holds(entry.Subject)))
            return JudgementResult.Of(AnswerRefusal.Unknown);
        var problems = entries.SelectMany(entry => JudgementCheck.Of(entry, lines[entry.Subject], judged.Scale, entries)).ToList();
        if (problems.Count > 0)
            return JudgementResult.Of(AnswerRefusal.Wrong, problems);

        // One version a department for which it is entered, so that each says whose it is; each on top of the one before.
        var document = seen.Document;
        foreach (var group in entries.GroupBy(entry => OnBehalfOf(entry, lines[entry.Subject], seen.Head.Municipality)))
        {
            var given = Given(document, cycle.FiscalYear, group);
            var amendment = new Amendment(cycle.PlanId, PlanDifference.Between(document, given), Reason(cycle.FiscalYear, group)) { OnBehalfOf = group.Key };
            var saved = await amendments.Save(amendment, cancel);
            document = given;
            if (saved.Conflicts.Count > 0)
                return JudgementResult.Of(AnswerRefusal.Changed, conflicts: saved.Conflicts);
            if (saved.Version is null)
                return JudgementResult.Of(AnswerRefusal.PlanRefused);
        }
        await writing.Commit(cancel);
        return JudgementResult.Of(AnswerRefusal.None);
    }

    private Task<SeenVersion?> Seen(int plan, int? version, CancellationToken cancel) =>
        version is { } number ? documents.Version(plan, number, cancel) : documents.Newest(plan, cancel);

    // Whoever enters for a department that is not their own does so in its place.
    private string? OnBehalfOf(JudgementEntry entry, JudgementLine line, string municipality) =>
        entry.By == JudgedBy.Headquarters || db.Viewer.UserId is null || line.Departments.Any(id => db.Viewer.Departments.Contains($"{municipality}/{id}"))
            ? null
            : line.Departments.Count > 0 ? line.Departments[0] : null;

    private PlanDocument Given(PlanDocument plan, int fiscalYear, IEnumerable<JudgementEntry> entries)
    {
        PlanDate today = Dates.InJapan(clock.GetUtcNow());
        return GovernedCycle.Change(plan, fiscalYear, cycle => cycle with { Judgements = [.. entries.Aggregate(cycle.Judgements ?? [], (all, entry) => With(all, entry, today))] });
    }

    // The new one stands where the old one stood.
    private static IReadOnlyList<Judgement> With(IReadOnlyList<Judgement> all, JudgementEntry entry, PlanDate today)
    {
        var changed = all.ToList();
        var place = changed.FindIndex(Same);
        changed.RemoveAll(Same);
        if (entry.Grade is { } grade)
        {
            var given = new Judgement { Subject = entry.Subject, By = entry.By, Grade = grade, On = today, Reason = string.IsNullOrWhiteSpace(entry.Reason) ? null : entry.Reason.Trim() };
            changed.Insert(place < 0 ? changed.Count : place, given);
        }
        return changed;

        bool Same(Judgement judgement) => judgement.Subject == entry.Subject && judgement.By == entry.By;
    }

    private static string Reason(int fiscalYear, IEnumerable<JudgementEntry> entries) =>
        $"{Wareki.FormatFiscalYear(fiscalYear)}の{(entries.Any(entry => entry.By == JudgedBy.Headquarters) ? "本部の評価" : "自己評価")}";
}
