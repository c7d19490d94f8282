using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>What was answered to an alert, and what the viewer may do about it.</summary>
/// <param name="Answer">The answer of the cycle that is shown; null where there is none.</param>
/// <param name="Earlier">The answer of the cycle before it that was answered last; null where there is none.</param>
/// <param name="Answers">All answers with their steps, newest first.</param>
/// <param name="Departments">The departments of the plan by their ids.</param>
/// <param name="Choices">Those that may be given work.</param>
/// <param name="Responsible">Ids of the departments that answer for the alert's subject.</param>
/// <param name="IsOpen">Whether the cycle is being worked on and its latest check still sees the alert.</param>
internal sealed record AlertResponse(
    AnswerStanding Standing,
    AnswerRow? Answer,
    AnswerRow? Earlier,
    IReadOnlyList<AnswerRow> Answers,
    IReadOnlyDictionary<string, string> Departments,
    IReadOnlyList<Department> Choices,
    IReadOnlyList<string> Responsible,
    bool IsOpen,
    Viewer Viewer)
{
    /// <summary>Whether the viewer enters for others: the department is asked then.</summary>
    public bool EntersForOthers => Viewer.May(Access.Enter) && Viewer.SeesAll;

    public bool CanAnswer => IsOpen && Viewer.May(Access.Enter) && (Answer?.State is null or AnswerState.Draft or AnswerState.Returned);

    public bool CanApprove => IsOpen && Viewer.May(Access.Approve) && Answer is { State: AnswerState.Submitted };

    /// <summary>Whether the viewer submitted it themselves, and somebody else has to approve it.</summary>
    public bool IsOwnSecret => Answer is { Secret: true, State: AnswerState.Submitted } answer && answer.Steps.LastOrDefault(step => step.State == AnswerState.Submitted)?.ById == Viewer.UserId;

    /// <summary>Whether an approval can be taken back.</summary>
    public bool CanReturnApproved => IsOpen && Viewer.May(Access.Approve) && Answer is { State: AnswerState.Approved, ReportedDoneAt: null };

    /// <summary>Whether it can be reported that what was promised is done, or that report taken back.</summary>
    public bool CanReport => Viewer.May(Access.Enter) && Answer is { State: AnswerState.Approved } answer && AnsweredAction.IsDueTo(answer);

    /// <summary>What was said when it was returned; null where it is not returned.</summary>
    public AnswerStepRow? ReturnedWith => Answer is { State: AnswerState.Returned } answer ? answer.Steps.LastOrDefault(step => step.State == AnswerState.Returned) : null;

    public string? NameOf(string? department) => department is null ? null : Departments.GetValueOrDefault(department, department);

    /// <summary>The department for which the viewer would enter: the responsible one, where it is not the viewer's own.</summary>
    public string UsualOnBehalfOf(string municipality) =>
        EntersForOthers && Responsible.Count > 0 && !Responsible.Any(id => Viewer.Departments.Contains($"{municipality}/{id}")) ? Responsible[0] : "";

    public static async Task<AlertResponse> Read(AdminDb db, AlertPage page, PlanDocument plan, DateOnly today, CancellationToken cancel)
    {
        var keys = (await RenumberedIds.Of(db, page.Cycle.Plan, cancel)).KeysOf(page.Line.Key);
        var answers = await db.Answers.AsNoTracking().Include(row => row.Cycle).Include(row => row.Steps).ThenInclude(step => step.By)
            .Where(row => row.Alert!.PlanId == page.Cycle.Plan && keys.Contains(row.Alert.Key)).OrderByDescending(row => row.Cycle!.FiscalYear).ToListAsync(cancel);
        foreach (var answer in answers)
            answer.Steps.Sort((one, other) => one.Id.CompareTo(other.Id));
        var given = answers.Select(row => new GivenAnswer(
            row.Id, row.Cycle!.FiscalYear, row.State, row.Decision, row.Owner, row.DueOn, row.AcceptedUntil, row.ReportedDoneAt is not null)).ToList();
        var departments = plan.Departments ?? [];
        var responsible = new SubjectIndex(plan).Of(page.Line.SubjectId)?.Departments ?? [];
        return new AlertResponse(
            AnswerStanding.Of(given, page.Cycle.FiscalYear),
            answers.Find(row => row.CycleId == page.Cycle.Id),
            answers.Find(row => row.Cycle!.FiscalYear < page.Cycle.FiscalYear),
            answers,
            departments.ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal),
            [.. departments.Where(department => GovernedCycle.IsInForce(department, today))],
            responsible,
            page.Cycle.IsOpen && page.Line.Outcome == Outcome.Alert && page.Run.Number == page.LatestRun,
            db.Viewer);
    }
}
