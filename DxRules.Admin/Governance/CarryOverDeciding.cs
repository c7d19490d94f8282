using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Governance;

/// <summary>What becomes of an item of a plan that ends, as somebody enters it.</summary>
/// <param name="Successor">Id of the item of the next plan that takes it up; null where none is named.</param>
internal sealed record CarryOverEntry(CarryOver Decision, string? Successor = null, string? Reason = null)
{
    public const int Longest = 500;

    public IEnumerable<EntryProblem> Problems(SeenVersion? successor)
    {
        if (!Enum.IsDefined(Decision))
            yield return new("decision", "closing.decision.missing");
        if (Successor is not null && (Decision is CarryOver.Finished or CarryOver.Dropped))
            yield return new("successor", "closing.successor.none");
        else if (Successor is { } item && (successor is null || new SubjectIndex(successor.Document).Of(item) is null))
            yield return new("successor", "closing.successor.unknown");
        if (Reason?.Length > Longest)
            yield return new("reason", "closing.reason.long", Longest, Reason.Length);
        else if (Decision != CarryOver.Continued && string.IsNullOrWhiteSpace(Reason))
            yield return new("reason", "closing.reason.missing");
    }
}

/// <summary>Decides what becomes of the items of a plan that ends; a department does so for its own.</summary>
internal sealed class CarryOverDeciding(AdminDb db, PlanDocuments documents, AuditLog audit, TimeProvider clock)
{
    public async Task<EntryResult> Decide(int plan, string subject, CarryOverEntry entry, CancellationToken cancel)
    {
        if (await documents.Newest(plan, cancel) is not { } seen || !new SubjectReach(seen.Document, db.Viewer, seen.Head.Municipality).Holds(subject)
            || new SubjectIndex(seen.Document).Of(subject) is not { } place)
            return EntryResult.NotThere;
        var successor = await NeighbourPlans.Successor(db, documents, seen, cancel);
        if (entry.Problems(successor).ToList() is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        await using var writing = await db.Write(cancel);
        var row = await db.CarryOvers.SingleOrDefaultAsync(row => row.PlanId == plan && row.SubjectId == subject, cancel);
        var before = row?.Decision;
        if (row is null)
            db.CarryOvers.Add(row = new CarryOverRow { PlanId = plan, SubjectId = subject });
        (row.Decision, row.SuccessorSubjectId, row.Reason) = (entry.Decision, entry.Successor, string.IsNullOrWhiteSpace(entry.Reason) ? null : entry.Reason.Trim());
        (row.At, row.ById) = (clock.GetUtcNow(), db.Viewer.UserId);
        await audit.Add(Entry(plan, subject, seen, entry, before) with { Secret = place.IsSecret }, cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return new EntryResult(subject, [], null);
    }

    private static string Word(CarryOver decision) => new Texts(Engine.Text.Language.Japanese)[$"carryOver.{decision}"];

    private static AuditEntry Entry(int plan, string subject, SeenVersion seen, CarryOverEntry entry, CarryOver? before) => new(AuditActions.CarryOverDecided)
    {
        Plan = plan,
        Subject = subject,
        Details = [new KnownSubjects(seen.Document, seen.Head.At, []).Of(subject)?.Title ?? subject, entry.Decision.ToString(), entry.Reason?.Trim() ?? ""],
        Changes = before is { } then && then != entry.Decision ? [new AuditChange("carryOver", Word(then), Word(entry.Decision))] : [],
    };
}
