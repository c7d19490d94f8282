using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>Records that a plan was evaluated as a whole at its end (最終の見直し), as rules read it.</summary>
internal sealed class FinalReview(AdminDb db, PlanDocuments documents, PlanEditing editing, AuditLog audit, TimeProvider clock)
{
    public async Task<EntryResult> Record(int plan, DateOnly? on, CancellationToken cancel)
    {
        if ((await documents.Newest(plan, cancel))?.Document.Plan is not { } header)
            return EntryResult.NotThere;
        if (Problems(header, on).ToList() is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        var review = new PlanReview { On = on!.Value, Kind = ReviewKind.Final };
        await using var writing = await db.Write(cancel);
        var saved = await editing.Save(plan, null, document => document with { Plan = document.Plan with { Reviews = [.. document.Plan.Reviews ?? [], review] } }, "最終の見直し", cancel);
        if (saved.IsNew)
        {
            await audit.Add(new AuditEntry(AuditActions.FinalReviewRecorded) { Plan = plan, Details = [on.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] }, cancel);
            await db.SaveChangesAsync(cancel);
            await writing.Commit(cancel);
        }
        return EntryResult.Of(header.Id, saved);
    }

    private IEnumerable<EntryProblem> Problems(PlanHeader plan, DateOnly? on)
    {
        if (on is not { } day)
            yield return new("on", "closing.on.missing");
        else if (day > Dates.InJapan(clock.GetUtcNow()))
            yield return new("on", "closing.on.future");
        else if (plan.Period?.Start is { } start && day < start.Day)
            yield return new("on", "closing.on.before", start.Day);
        else if (plan.Reviews?.Any(review => review.Kind == ReviewKind.Final && review.On.Day == day) == true)
            yield return new("on", "closing.on.taken");
    }
}
