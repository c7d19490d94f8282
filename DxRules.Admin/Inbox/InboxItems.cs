using System.Globalization;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;

namespace DxRules.Admin.Inbox;

/// <summary>What of a cycle concerns somebody on a day: a pure function, so that the same facts always say the same.</summary>
internal static class InboxItems
{
    /// <summary>Days before a day is due on which it is told.</summary>
    public const int NoticeDays = 14;

    /// <returns>The most urgent kind first.</returns>
    public static IReadOnlyList<InboxItem> Of(InboxFacts facts, InboxReader reader, DateOnly today) =>
        [.. Alerts(facts, reader).Concat(Answers(facts, reader, today)).Concat(Questions(facts, reader)).Concat(Sheets(facts, reader, today)).Concat(Steps(facts, reader, today)).OrderBy(item => item.Kind)];

    /// <summary>What of publications waits for somebody: those they were named to approve, and those they asked for and got back.</summary>
    public static IEnumerable<InboxItem> Of(IEnumerable<PublicationFact> publications, InboxReader reader)
    {
        foreach (var fact in publications)
        {
            var kind = fact switch
            {
                { State: PublicationState.Requested } when fact.Approver == reader.UserId => InboxKind.ToPublish,
                { State: PublicationState.Returned } when fact.RequestedBy == reader.UserId => InboxKind.PublicationReturned,
                _ => (InboxKind?)null,
            };
            if (kind is { } told)
                yield return new(told, $"{told}:publication:{fact.Id}:{fact.Revision}", fact.Cycle, fact.FiscalYear, new("", ""), InboxAddress.Publication(fact.Cycle));
        }
    }

    private static IEnumerable<InboxItem> Alerts(InboxFacts facts, InboxReader reader) =>
        from alert in facts.Alerts
        where alert.Outcome == Outcome.Alert && reader.Holds(alert.Departments, alert.Secret)
        let kind = alert.State switch
        {
            AlertState.New => InboxKind.New,
            AlertState.Worsened => InboxKind.Worsened,
            AlertState.Recurred => InboxKind.Recurred,
            _ => (InboxKind?)null,
        }
        where kind is not null
        select On(facts, kind.Value, $"alert:{facts.Cycle}:{alert.Key}", alert);

    private static IEnumerable<InboxItem> Answers(InboxFacts facts, InboxReader reader, DateOnly today)
    {
        var alerts = facts.Alerts.ToLookup(alert => alert.Key, StringComparer.Ordinal);
        foreach (var given in facts.Answers.GroupBy(answer => answer.Key, StringComparer.Ordinal))
        {
            var now = given.FirstOrDefault(answer => answer.FiscalYear == facts.FiscalYear);
            var newest = given.Where(answer => answer.State == AnswerState.Approved).MaxBy(answer => answer.FiscalYear);
            if (alerts[given.Key].FirstOrDefault() is not { } alert)
                continue;
            var holds = reader.Holds(alert.Departments, alert.Secret);
            if (now is not null && Current(facts, reader, now, alert, holds, today) is { } current)
                yield return current;
            if (now is null && newest is { Decision: AnswerDecision.Accept } && newest.AcceptedUntil < facts.FiscalYear && alert.Outcome == Outcome.Alert && (holds || reader.RunsCycles))
                yield return On(facts, InboxKind.AcceptanceOver, $"accepted:{facts.Cycle}:{newest.Id}", alert);
            if ((now ?? newest) is { ReportedDoneAt: { } done } reported && done < facts.Checked && (holds || reader.Roles.Allows(Access.Approve)))
                yield return On(facts, InboxKind.NotConfirmed, $"done:{facts.Cycle}:{reported.Id}:{alert.Outcome}", alert);
        }
    }

    private static InboxItem? Current(InboxFacts facts, InboxReader reader, AnswerFact answer, AlertFact alert, bool holds, DateOnly today)
    {
        var mine = holds || (answer.Owner is { } owner && reader.Departments.Contains(owner));
        return answer switch
        {
            { State: AnswerState.Returned } when mine || answer.SubmittedBy == reader.UserId => On(facts, InboxKind.Returned, $"answer:{answer.Id}:{answer.Revision}", alert),
            { State: AnswerState.Submitted } when reader.Roles.Allows(Access.Approve) => On(facts, InboxKind.ToApprove, $"answer:{answer.Id}:{answer.Revision}", alert) with { Address = InboxAddress.Approvals(facts.Cycle) },
            { State: AnswerState.Approved, Decision: AnswerDecision.Act, ReportedDoneAt: null, DueOn: { } due } when mine && due <= today.AddDays(NoticeDays) =>
                On(facts, due < today ? InboxKind.Overdue : InboxKind.Due, $"answer:{answer.Id}:{Day(due)}", alert) with { DueOn = due },
            _ => null,
        };
    }

    private static IEnumerable<InboxItem> Questions(InboxFacts facts, InboxReader reader)
    {
        foreach (var question in facts.Questions)
        {
            var kind = !question.IsAnswered && reader.Holds([question.Department], question.Secret) ? InboxKind.Asked
                : question.IsAnswered && question.AskedBy == reader.UserId ? InboxKind.Answered
                : (InboxKind?)null;
            if (kind is { } told)
                yield return About(facts, told, $"question:{question.Id}", InboxAddress.Questions(facts.Cycle)) with { What = new(question.Text, question.Text), Department = question.Department };
        }
    }

    private static IEnumerable<InboxItem> Sheets(InboxFacts facts, InboxReader reader, DateOnly today) =>
        from sheet in facts.Sheets
        where !sheet.IsSubmitted && sheet.DueOn <= today.AddDays(NoticeDays)
        let late = sheet.DueOn < today
        let mine = reader.Departments.Contains(sheet.Department)
        where mine || (late && reader.RunsCycles)
        select About(facts, late ? InboxKind.SheetOverdue : InboxKind.SheetDue, $"sheet:{facts.Cycle}:{sheet.Department}:{Day(sheet.DueOn)}", InboxAddress.Sheet(facts.Cycle, sheet.Department)) with
        {
            Department = sheet.Department, DueOn = sheet.DueOn,
        };

    // Of the steps that are late the first holds up the others.
    private static IEnumerable<InboxItem> Steps(InboxFacts facts, InboxReader reader, DateOnly today) =>
        from step in facts.Steps.OrderBy(step => step.Step).Where(step => !step.IsDone).Take(1)
        where reader.RunsCycles && step.DueOn < today
        select About(facts, InboxKind.StepLate, $"step:{facts.Cycle}:{step.Step}:{Day(step.DueOn)}", InboxAddress.Cycle(facts.Cycle)) with
        {
            What = new(step.Step.ToString(), step.Step.ToString()), DueOn = step.DueOn,
        };

    private static InboxItem On(InboxFacts facts, InboxKind kind, string id, AlertFact alert) =>
        About(facts, kind, id, AlertAddress.Of(facts.Cycle, alert.Key, null)) with { What = alert.Message };

    // The kind is part of the state: what was due and is overdue now comes back.
    private static InboxItem About(InboxFacts facts, InboxKind kind, string id, string address) =>
        new(kind, $"{kind}:{id}", facts.Cycle, facts.FiscalYear, new("", ""), address);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
