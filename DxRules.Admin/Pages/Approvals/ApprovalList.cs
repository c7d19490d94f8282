using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Versions;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Approvals;

/// <summary>The answers of a cycle that wait for approval, those to the gravest alerts first.</summary>
internal sealed record ApprovalList(CycleHead Cycle, IReadOnlyList<ApprovalLine> Lines)
{
    public static async Task<ApprovalList?> Read(AdminDb db, PlanDocuments documents, int cycle, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await documents.Newest(head.Plan, cancel) is not { } plan)
            return null;
        var names = (plan.Document.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        var rows = await db.Answers.AsNoTracking().Where(row => row.CycleId == cycle && row.State == AnswerState.Submitted)
            .Select(row => new
            {
                Answer = row,
                row.Alert!.Key,
                Step = row.Steps.OrderByDescending(step => step.Id).Select(step => new { step.At, step.ById, step.By!.DisplayName, step.OnBehalfOf, step.Comment }).FirstOrDefault(),
                Seen = db.Observations.Where(seen => seen.Key == row.Alert.Key && seen.Run!.CycleId == cycle && seen.Outcome == Outcome.Alert)
                    .OrderByDescending(seen => seen.RunId).Select(seen => new { seen.Severity, seen.MessageJa, seen.MessageEn, seen.PolicyTitle }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return new ApprovalList(head,
        [
            .. rows.Where(row => row.Seen is not null).OrderByDescending(row => row.Seen!.Severity).ThenBy(row => row.Step?.At).ThenBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => new ApprovalLine(
                    row.Answer, row.Key, row.Seen!.Severity ?? Severity.Info, new Bilingual(row.Seen.MessageJa, row.Seen.MessageEn), row.Seen.PolicyTitle, Name(row.Answer.Owner),
                    row.Step?.At, row.Step?.DisplayName, Name(row.Step?.OnBehalfOf), row.Step?.Comment)
                {
                    IsOwnSecret = row.Answer.Secret && row.Step?.ById is { } by && by == db.Viewer.UserId,
                }),
        ]);

        string? Name(string? department) => department is null ? null : names.GetValueOrDefault(department, department);
    }
}

/// <param name="Owner">The name of the department that does it.</param>
/// <param name="OnBehalfOf">The name of the department for which it was entered.</param>
internal sealed record ApprovalLine(
    AnswerRow Answer, string Key, Severity Severity, Bilingual Message, string? Policy, string? Owner, DateTimeOffset? At, string? By, string? OnBehalfOf, string? Comment)
{
    /// <summary>Whether the viewer submitted it, and somebody else has to approve it because it is about security.</summary>
    public bool IsOwnSecret { get; init; }

    public string SeverityWord => AlertLine.WordOf(Severity, Outcome.Alert);
}
