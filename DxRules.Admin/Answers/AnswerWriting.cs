using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Answers;

/// <summary>Takes answers to alerts: as a draft, and submitted for approval.</summary>
internal sealed class AnswerWriting(AdminDb db, PlanDocuments documents, AuditLog audit, TimeProvider clock)
{
    /// <summary>Keeps what was entered so far. What was returned stays returned until it is submitted again.</summary>
    public Task<AnswerResult> SaveDraft(AnswerEntry entry, CancellationToken cancel) => Take(entry, submit: false, cancel);

    /// <summary>Hands the answer in; then it waits for approval.</summary>
    public Task<AnswerResult> Submit(AnswerEntry entry, CancellationToken cancel) => Take(entry, submit: true, cancel);

    private async Task<AnswerResult> Take(AnswerEntry entry, bool submit, CancellationToken cancel)
    {
        if (!db.Viewer.May(Access.Enter))
            return AnswerResult.Refused(AnswerRefusal.NotAllowed);
        if (!db.Viewer.SeesAll)
            entry = entry with { OnBehalfOf = null };
        await using var writing = await db.Write(cancel);
        if (await OpenAlert.Find(db, entry.Cycle, entry.Alert, cancel) is not { } alert)
            return AnswerResult.Refused(AnswerRefusal.Unknown);
        if (alert.Cycle.ClosedAt is not null)
            return AnswerResult.Refused(AnswerRefusal.Closed);
        var answer = await db.Answers.SingleOrDefaultAsync(row => row.AlertId == alert.Row.Id && row.CycleId == entry.Cycle, cancel);
        if (entry.Seen is { } seen && seen != (answer?.Revision ?? 0))
            return AnswerResult.Refused(AnswerRefusal.Changed);
        if (answer is { State: AnswerState.Submitted or AnswerState.Approved })
            return AnswerResult.Refused(AnswerRefusal.NotNow);
        var plan = (await documents.Newest(alert.Cycle.PlanId, cancel))!.Document;
        var problems = submit
            ? AnswerCheck.OfSubmission(entry, plan, alert.Cycle.FiscalYear, Dates.InJapan(clock.GetUtcNow())).ToList()
            : AnswerCheck.OfDraft(entry, plan).ToList();
        if (problems.Count > 0)
            return AnswerResult.Wrong(problems);
        answer ??= Add(alert);
        Fill(answer, entry);
        await Move(answer, entry, submit, cancel);
        await writing.Commit(cancel);
        return AnswerResult.Done(answer.Id);
    }

    private AnswerRow Add(OpenAlert alert)
    {
        var answer = new AnswerRow { Alert = alert.Row, Cycle = alert.Cycle, Text = "", Secret = alert.Secret, State = AnswerState.Draft };
        db.Answers.Add(answer);
        return answer;
    }

    private static void Fill(AnswerRow answer, AnswerEntry entry)
    {
        var decision = entry.Decision ?? AnswerDecision.Act;
        var isWork = decision is AnswerDecision.Act or AnswerDecision.Revise;
        answer.Decision = decision;
        answer.Cause = entry.Cause.Trim() is { Length: > 0 } cause ? cause : null;
        answer.Text = entry.Text.Trim();
        answer.Owner = isWork ? entry.Owner : null;
        answer.DueOn = isWork ? entry.DueOn : null;
        answer.AcceptedUntil = decision == AnswerDecision.Accept ? entry.AcceptedUntil : null;
    }

    private async Task Move(AnswerRow answer, AnswerEntry entry, bool submit, CancellationToken cancel)
    {
        var isFirst = answer.Revision == 0;
        if (submit)
            answer.State = AnswerState.Submitted;
        answer.Revision++;
        if (submit || isFirst)
            AnswerLog.Step(db, answer, clock.GetUtcNow(), submit ? entry.Comment : null, entry.OnBehalfOf);
        await audit.Add(AnswerLog.Entry(submit ? AuditActions.AnswerSubmitted : AuditActions.AnswerDrafted, answer, onBehalfOf: entry.OnBehalfOf), cancel);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>An alert that the latest run of a cycle sees, as far as the viewer may see it.</summary>
internal sealed record OpenAlert(AlertRow Row, CycleRow Cycle, bool Secret)
{
    public static async Task<OpenAlert?> Find(AdminDb db, int cycle, string key, CancellationToken cancel)
    {
        if (await db.Cycles.Include(row => row.Plan).SingleOrDefaultAsync(row => row.Id == cycle, cancel) is not { } row)
            return null;
        var run = await db.Runs.Where(other => other.CycleId == cycle).OrderByDescending(other => other.Number).Select(other => other.Id).FirstOrDefaultAsync(cancel);
        var secret = await db.Observations.Where(seen => seen.RunId == run && seen.Key == key && seen.Outcome == Outcome.Alert)
            .Select(seen => (bool?)seen.Secret).FirstOrDefaultAsync(cancel);
        return secret is null || await db.Alerts.SingleOrDefaultAsync(alert => alert.PlanId == row.PlanId && alert.Key == key, cancel) is not { } alert
            ? null
            : new OpenAlert(alert, row, secret.Value || alert.Secret);
    }
}
