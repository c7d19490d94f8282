using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Answers;

/// <summary>Approves answers and returns them. What is going to be done then stands in the plan, in the same moment.</summary>
internal sealed class AnswerApproval(AdminDb db, PlanAmendments plans, PlanDocuments documents, AuditLog audit, TimeProvider clock)
{
    /// <param name="seen">The revision that the person saw; null to approve whatever stands there.</param>
    public async Task<AnswerResult> Approve(int id, int? seen, string? comment, CancellationToken cancel)
    {
        if (TooLong(comment) is { } wrong)
            return wrong;
        await using var writing = await db.Write(cancel);
        var (answer, refusal) = await Find(id, seen, cancel);
        if (answer is null)
            return AnswerResult.Refused(refusal);
        if (answer.State != AnswerState.Submitted)
            return AnswerResult.Refused(AnswerRefusal.NotNow);
        if (answer.Secret && await IsOwn(answer.Id, cancel))
            return AnswerResult.Refused(AnswerRefusal.OwnAnswer);
        var action = AnsweredAction.IsDueTo(answer) ? await ActionId(answer, cancel) : null;
        if (action is not null && !await Write(answer, plan => AnsweredAction.Add(plan, answer, action), cancel))
            return AnswerResult.Refused(AnswerRefusal.PlanRefused);
        answer.ActionId = action;
        await Move(answer, AnswerState.Approved, AuditActions.AnswerApproved, comment, cancel);
        await writing.Commit(cancel);
        return AnswerResult.Done(answer.Id);
    }

    /// <summary>
    /// Gives an answer back to be written anew, with a word on what is missing. One that was approved already loses its approval; what it brought into
    /// the plan is taken out again.
    /// </summary>
    public async Task<AnswerResult> Return(int id, int? seen, string comment, CancellationToken cancel)
    {
        if (TooLong(comment) is { } wrong)
            return wrong;
        if (string.IsNullOrWhiteSpace(comment))
            return AnswerResult.Wrong(new EntryProblem("comment", "answer.comment.missing"));
        await using var writing = await db.Write(cancel);
        var (answer, refusal) = await Find(id, seen, cancel);
        if (answer is null)
            return AnswerResult.Refused(refusal);
        if (answer.State is not (AnswerState.Submitted or AnswerState.Approved) || answer.ReportedDoneAt is not null)
            return AnswerResult.Refused(AnswerRefusal.NotNow);
        if (answer.ActionId is not null && !await Write(answer, plan => AnsweredAction.Remove(plan, answer), cancel))
            return AnswerResult.Refused(AnswerRefusal.PlanRefused);
        answer.ActionId = null;
        await Move(answer, AnswerState.Returned, AuditActions.AnswerReturned, comment, cancel);
        await writing.Commit(cancel);
        return AnswerResult.Done(answer.Id);
    }

    private async Task<(AnswerRow? Answer, AnswerRefusal Refusal)> Find(int id, int? seen, CancellationToken cancel)
    {
        if (!db.Viewer.May(Access.Approve))
            return (null, AnswerRefusal.NotAllowed);
        return await db.Answers.Include(row => row.Alert).Include(row => row.Cycle!.Plan).SingleOrDefaultAsync(row => row.Id == id, cancel) switch
        {
            null => (null, AnswerRefusal.Unknown),
            { Cycle.ClosedAt: not null } => (null, AnswerRefusal.Closed),
            { } answer when seen is { } revision && revision != answer.Revision => (null, AnswerRefusal.Changed),
            { } answer => (answer, AnswerRefusal.None),
        };
    }

    // About security nobody sees to it that somebody else knew of it but this: who enters and who approves hold the same role there.
    private async Task<bool> IsOwn(int answer, CancellationToken cancel) =>
        db.Viewer.UserId is { } person && await db.AnswerSteps.Where(step => step.AnswerId == answer && step.State == AnswerState.Submitted)
            .OrderByDescending(step => step.Id).Select(step => step.ById).FirstOrDefaultAsync(cancel) == person;

    private async Task<string?> ActionId(AnswerRow answer, CancellationToken cancel) =>
        await documents.Newest(answer.Cycle!.PlanId, cancel) is { } newest ? AnsweredAction.NewId(newest.Document, answer) : null;

    private Task<bool> Write(AnswerRow answer, Func<PlanDocument, PlanDocument> change, CancellationToken cancel) =>
        plans.Write(answer.Cycle!.PlanId, change, $"{Wareki.FormatFiscalYear(answer.Cycle.FiscalYear)}の点検の改善策", cancel);

    private async Task Move(AnswerRow answer, AnswerState state, string action, string? comment, CancellationToken cancel)
    {
        answer.State = state;
        answer.Revision++;
        AnswerLog.Step(db, answer, clock.GetUtcNow(), comment);
        await audit.Add(AnswerLog.Entry(action, answer, comment), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static AnswerResult? TooLong(string? comment) => comment?.Length > AnswerEntry.LongestText
        ? AnswerResult.Wrong(new EntryProblem("comment", "answer.tooLong", AnswerEntry.LongestText, comment.Length))
        : null;
}
