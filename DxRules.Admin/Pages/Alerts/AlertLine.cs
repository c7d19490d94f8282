using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>An observation as lists show it.</summary>
/// <param name="Departments">Those that answer for the subject, as municipality/id.</param>
internal sealed record AlertLine(
    int Id,
    int Position,
    Outcome Outcome,
    string Key,
    Severity? Severity,
    LineLife Life,
    string Category,
    string RuleId,
    Bilingual RuleTitle,
    string SubjectType,
    string SubjectId,
    string SubjectTitle,
    IReadOnlyList<string> SubjectPath,
    SubjectGroup Group,
    Bilingual Message,
    string? FoldedUnder,
    IReadOnlyList<Bilingual> Missing,
    IReadOnlyList<string> Departments)
{
    /// <summary>What the line is, in one word: its severity, <c>undetermined</c>, <c>fault</c>, or <c>gone</c> where it is none of these any more.</summary>
    public string SeverityWord { get; } = WordOf(Severity, Outcome);

    /// <summary>What the line says, with its subject: an alert's sentence names it, the reason of an undetermined result does not.</summary>
    public string Sentence(Texts texts) =>
        Outcome is Outcome.Alert or Outcome.Gone ? texts.In(Message) : texts["alerts.subjectAndReason", SubjectTitle, texts.In(Message)];

    public static string WordOf(Severity? severity, Outcome outcome) => (severity?.ToString() ?? outcome.ToString()).ToLowerInvariant();
}

/// <summary>How a line stands against the cycle before.</summary>
/// <param name="State">Null of what has no life of its own.</param>
/// <param name="Nth">In how many cycles in a row it has been an alert, this one counted.</param>
/// <param name="Previous">How grave it was in the cycle before; null where it was no alert there.</param>
internal sealed record LineLife(AlertState? State, int Nth, Severity? Previous)
{
    /// <summary>As texts, marks and addresses call the state; null where there is none.</summary>
    public string? StateWord { get; } = State is { } state ? AlertStateWords.Of(state) : null;

    /// <summary>Whether it is as grave as it was not in the cycle before.</summary>
    public bool HasOtherSeverity => State is AlertState.Worsened or AlertState.Eased;
}

/// <summary>Under which heading a line stands: a policy of the plan, or where it stands under none, the part of the plan it belongs to.</summary>
/// <param name="Position">Policies in the order of the document, then the other parts.</param>
/// <param name="Title">The policy's title; null for the other parts, which <see cref="TextKey"/> names.</param>
internal sealed record SubjectGroup(int Position, string Id, string? Title, string? TextKey)
{
    /// <param name="category">Of the rule: what a security rule finds of a department stands with the rest of security.</param>
    public static SubjectGroup Of(int? position, string? policy, string? title, string subjectType, string category) =>
        policy is not null ? new(position ?? 0, policy, title, null)
        : category == RuleCategory.Security ? Security
        : PlanSchema.Instance.FindSubject(subjectType)?.Section?.En switch
        {
            "security" => Security,
            "governance" => Governance,
            _ => Plan,
        };

    private static readonly SubjectGroup Plan = new(int.MaxValue - 2, "plan", null, "group.plan");
    private static readonly SubjectGroup Security = new(int.MaxValue - 1, "security", null, "group.security");
    private static readonly SubjectGroup Governance = new(int.MaxValue, "governance", null, "group.governance");
}
