using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;

namespace DxRules.Admin.Inbox;

/// <summary>Whose inbox it is.</summary>
/// <param name="Departments">Those held today with those they succeeded, as municipality/id.</param>
internal sealed record InboxReader(int UserId, Roles Roles, IReadOnlyList<string> Departments)
{
    public bool RunsCycles => Roles.Allows(Access.RunCycles);

    /// <summary>Whether something is this person's to deal with: of their department, or secret and theirs by their task.</summary>
    public bool Holds(IEnumerable<string> departments, bool secret) => departments.Any(Departments.Contains) || (secret && Roles.HasFlag(Roles.SecurityOfficer));
}

/// <summary>What is known of an open cycle, as far as the reader may see it.</summary>
/// <param name="Checked">When it was checked last; null where it was not yet.</param>
internal sealed record InboxFacts(
    int Cycle,
    int FiscalYear,
    DateTimeOffset? Checked,
    IReadOnlyList<AlertFact> Alerts,
    IReadOnlyList<AnswerFact> Answers,
    IReadOnlyList<QuestionFact> Questions,
    IReadOnlyList<SheetFact> Sheets,
    IReadOnlyList<StepFact> Steps);

/// <summary>An observation of the latest run: an alert, or what could not be judged.</summary>
/// <param name="State">Null of what has no life of its own.</param>
/// <param name="Departments">As municipality/id.</param>
internal sealed record AlertFact(string Key, Outcome Outcome, AlertState? State, Bilingual Message, IReadOnlyList<string> Departments, bool Secret);

/// <summary>An answer of this cycle or an earlier one.</summary>
/// <param name="Key">Of the alert as the latest run knows it.</param>
/// <param name="Owner">The department that does it, as municipality/id.</param>
/// <param name="SubmittedBy">Who submitted it last; null where nobody did.</param>
internal sealed record AnswerFact(
    int Id, int Revision, int FiscalYear, string Key, AnswerState State, AnswerDecision Decision, string? Owner, DateOnly? DueOn, int? AcceptedUntil, DateTimeOffset? ReportedDoneAt, int? SubmittedBy);

internal sealed record QuestionFact(int Id, string Department, string Text, int? AskedBy, bool IsAnswered, bool Secret);

/// <param name="Department">As municipality/id.</param>
internal sealed record SheetFact(string Department, DateOnly DueOn, bool IsSubmitted);

/// <summary>The newest request of a cycle for publication, also of one that is closed.</summary>
internal sealed record PublicationFact(int Id, int Revision, int Cycle, int FiscalYear, PublicationState State, int? RequestedBy, int? Approver);

internal sealed record StepFact(CycleStep Step, DateOnly DueOn, bool IsDone);
