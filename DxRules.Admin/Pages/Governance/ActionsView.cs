using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Governance;

/// <summary>The corrective actions of a review: its own and those carried into it, as far as the viewer may see them.</summary>
/// <param name="Version">The number of the plan's version that says so.</param>
internal sealed record ActionsView(CycleHead Cycle, PlanDocument Plan, int Version, IReadOnlyList<ActionLine> Lines)
{
    /// <summary>Null where the viewer sees no such cycle.</summary>
    public static async Task<ActionsView?> Read(AdminDb db, PlanDocuments documents, int cycle, DateOnly today, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await documents.Newest(head.Plan, cancel) is not { } seen)
            return null;
        var confirmed = await ActionConfirmation.Read(db, head.Plan, cancel);
        var reach = new SubjectReach(seen.Document, db.Viewer, seen.Head.Municipality);
        var titles = PlanSubjects.Build(seen.Document, today).SubjectsById;
        var names = (seen.Document.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        var comments = (GovernedCycle.Of(seen.Document, head.FiscalYear)?.Comments ?? []).Select(comment => AdviserComments.CauseOf(seen.Document, comment)).ToHashSet(StringComparer.Ordinal);
        return new ActionsView(head, seen.Document, seen.Head.Number,
        [
            .. CarriedActions.Of(seen.Document, head.FiscalYear).Where(found => reach.Holds(found.Action.Id)).Select(found => new ActionLine(
                found.Action,
                found.FiscalYear == head.FiscalYear ? null : found.FiscalYear,
                titles.GetValueOrDefault(found.Action.Subject)?.Title ?? found.Action.Subject,
                found.Action.Owner is { } owner ? names.GetValueOrDefault(owner, owner) : null,
                DaysLate(found.Action, today),
                confirmed.Alert(found.Action.Id),
                found.Action.Cause is { } cause && comments.Contains(cause),
                confirmed.Of(found.Action))),
        ]);
    }

    /// <summary>By department, those without one first: somebody has to be found for them.</summary>
    public IEnumerable<IGrouping<string?, ActionLine>> ByDepartment(IEnumerable<ActionLine> lines)
    {
        var order = (Plan.Departments ?? []).Select((department, position) => (department.Id, position)).ToDictionary(StringComparer.Ordinal);
        return lines.GroupBy(line => line.Owner).OrderBy(group => group.Key is null ? -1 : order.GetValueOrDefault(group.First().Action.Owner!, int.MaxValue));
    }

    private static int DaysLate(CorrectiveAction action, DateOnly today) =>
        action.Status is ActionStatus.Done or ActionStatus.Dropped || action.DueOn is not { } due ? 0 : Math.Max(0, today.DayNumber - due.Day.DayNumber);
}

/// <param name="FromYear">The year under review from which it was carried; null for one of this review.</param>
/// <param name="Owner">The name of its department; null where none is named.</param>
/// <param name="Alert">The alert whose answer it came from; null where it came from none.</param>
internal sealed record ActionLine(
    CorrectiveAction Action, int? FromYear, string SubjectTitle, string? Owner, int DaysLate, AnsweredAlert? Alert, bool IsFromComment, ActionCheck Check)
{
    public bool IsOpen => Action.Status is not (ActionStatus.Done or ActionStatus.Dropped);

    public string Tone => Action.Status switch
    {
        ActionStatus.Done => "green",
        ActionStatus.InProgress => "blue",
        _ => "gray",
    };
}

/// <summary>The alert to which an action is the answer.</summary>
internal sealed record AnsweredAlert(int Cycle, string Key);
