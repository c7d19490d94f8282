using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>A corrective action (改善策) as somebody enters it.</summary>
/// <param name="Owner">Id of the department that does it; null where none is named yet.</param>
internal sealed record ActionEntry(string Subject, string Action, string? Cause = null, string? Owner = null, DateOnly? DueOn = null)
{
    public const int Longest = 1000;

    /// <summary>The longest cause: that of a comment, with who said it.</summary>
    private const int LongestCause = CommentEntry.Longest + 200;

    public IEnumerable<EntryProblem> Problems(IReadOnlySet<string> subjects, PlanDocument plan, int fiscalYear, DateOnly today)
    {
        if (!subjects.Contains(Subject))
            yield return new("subject", "action.subject.unknown");
        if (Action.Trim().Length == 0)
            yield return new("action", "action.text.missing");
        else if (Action.Length > Longest)
            yield return new("action", "action.text.long", Longest, Action.Length);
        if (Cause?.Length > LongestCause)
            yield return new("cause", "action.text.long", LongestCause, Cause.Length);
        if (Owner is { } owner && plan.Departments?.Any(department => department.Id == owner && !(department.To?.Day < today)) != true)
            yield return new("owner", "action.owner.unknown");
        if (DueOn <= FiscalYear.End(fiscalYear))
            yield return new("dueOn", "action.due.before");
        else if (DueOn?.Year > fiscalYear + 20)
            yield return new("dueOn", "action.due.far");
    }
}

/// <summary>How far an action has come, as its department says.</summary>
/// <param name="CompletedOn">For one that is done; null for today.</param>
internal sealed record ActionProgress(ActionStatus Status, DateOnly? CompletedOn = null, string? Note = null)
{
    private const int LongestNote = 200;

    public IEnumerable<EntryProblem> Problems(int fiscalYear, DateOnly today)
    {
        if (Status is < ActionStatus.Planned or > ActionStatus.Dropped)
            yield return new("status", "action.status.unknown");
        if (CompletedOn is not null && Status != ActionStatus.Done)
            yield return new("completedOn", "action.completed.notDone");
        else if (CompletedOn > today)
            yield return new("completedOn", "action.completed.future");
        else if (CompletedOn <= FiscalYear.End(fiscalYear))
            yield return new("completedOn", "action.completed.before");
        if (Note?.Length > LongestNote)
            yield return new("note", "action.text.long", LongestNote, Note.Length);
        else if (Status == ActionStatus.Dropped && string.IsNullOrWhiteSpace(Note))
            yield return new("note", "action.note.missing");
    }

    public CorrectiveAction In(CorrectiveAction action, DateOnly today) => action with
    {
        Status = Status,
        CompletedOn = Status != ActionStatus.Done ? null : CompletedOn is { } day ? day : action.CompletedOn ?? today,
    };
}
