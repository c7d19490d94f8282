using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Answers;

/// <summary>
/// Takes it down that a department calls what it promised done. The action in the plan is done then and is carried into no further year; the alert stays
/// until a check finds nothing any more. Also after the cycle is closed: work goes on when the review is over.
/// </summary>
internal sealed class DoneReporting(AdminDb db, PlanAmendments plans, AuditLog audit, TimeProvider clock)
{
    /// <param name="seen">The revision that the person saw; null for whatever stands there.</param>
    /// <param name="onBehalfOf">Id of the department for which it is entered (代理入力).</param>
    public Task<AnswerResult> Report(int id, int? seen, string? onBehalfOf, CancellationToken cancel) => Take(id, seen, onBehalfOf, true, cancel);

    /// <summary>Takes the report back, where it was made by mistake.</summary>
    public Task<AnswerResult> TakeBack(int id, int? seen, string? onBehalfOf, CancellationToken cancel) => Take(id, seen, onBehalfOf, false, cancel);

    private async Task<AnswerResult> Take(int id, int? seen, string? onBehalfOf, bool done, CancellationToken cancel)
    {
        if (!db.Viewer.May(Access.Enter))
            return AnswerResult.Refused(AnswerRefusal.NotAllowed);
        if (!db.Viewer.SeesAll)
            onBehalfOf = null;
        await using var writing = await db.Write(cancel);
        if (await db.Answers.Include(row => row.Alert).Include(row => row.Cycle!.Plan).SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } answer)
            return AnswerResult.Refused(AnswerRefusal.Unknown);
        if (seen is { } revision && revision != answer.Revision)
            return AnswerResult.Refused(AnswerRefusal.Changed);
        if (answer.State != AnswerState.Approved || !AnsweredAction.IsDueTo(answer) || answer.ReportedDoneAt is not null == done)
            return AnswerResult.Refused(AnswerRefusal.NotNow);
        DateOnly? day = done ? Dates.InJapan(clock.GetUtcNow()) : null;
        var reason = $"{Wareki.FormatFiscalYear(answer.Cycle!.FiscalYear)}の点検の改善策";
        if (answer.ActionId is not null && !await plans.Write(answer.Cycle.PlanId, plan => AnsweredAction.Complete(plan, answer, day), reason, cancel, onBehalfOf))
            return AnswerResult.Refused(AnswerRefusal.PlanRefused);
        answer.ReportedDoneAt = done ? clock.GetUtcNow() : null;
        answer.Revision++;
        await audit.Add(AnswerLog.Entry(done ? AuditActions.AnswerReportedDone : AuditActions.AnswerReportTakenBack, answer, onBehalfOf: onBehalfOf), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return AnswerResult.Done(answer.Id);
    }
}
