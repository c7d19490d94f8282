using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;

namespace DxRules.Admin.Answers;

/// <summary>Writes down a step of an answer: in its own history, and in the audit log.</summary>
internal static class AnswerLog
{
    /// <summary>Adds a step to the history of an answer; what it says is stored with the answer.</summary>
    public static void Step(AdminDb db, AnswerRow answer, DateTimeOffset at, string? comment, string? onBehalfOf = null) => answer.Steps.Add(new AnswerStepRow
    {
        State = answer.State,
        At = at,
        ById = db.Viewer.UserId,
        OnBehalfOf = onBehalfOf,
        Comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim(),
    });

    /// <param name="answer">With its alert, its cycle and its plan.</param>
    public static AuditEntry Entry(string action, AnswerRow answer, string? comment = null, string? onBehalfOf = null) => new(action)
    {
        Plan = answer.Cycle!.PlanId,
        Cycle = answer.CycleId,
        Subject = SubjectOf(answer.Alert!.Key),
        OnBehalfOf = onBehalfOf is null ? null : $"{answer.Cycle.Plan!.Municipality}/{onBehalfOf}",
        Details = [answer.Cycle.FiscalYear.ToString(CultureInfo.InvariantCulture), answer.Alert.Key, comment?.Trim() ?? ""],
        Secret = answer.Secret,
    };

    /// <summary>The id of what an alert is about: SCH-02/p1-i1 is about p1-i1.</summary>
    public static string SubjectOf(string key) => key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
