using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Cycles;

/// <summary>All that the page of a cycle shows.</summary>
/// <param name="Runs">Newest first.</param>
/// <param name="Sheets">The departments' sheets, those that are late first.</param>
/// <param name="CarriedHere">Actions of earlier years that were carried into this one and are not done.</param>
internal sealed record CyclePage(
    CycleHead Cycle, IReadOnlyList<StepLine> Steps, IReadOnlyList<RunHead> Runs, IReadOnlyList<IssueLine> Issues, IReadOnlyList<SheetLine> Sheets,
    IReadOnlyList<CarriedAction> CarriedHere)
{
    /// <summary>The step that is next; null where the cycle is closed.</summary>
    public StepLine? Next => Cycle.IsOpen ? Steps.FirstOrDefault(step => step.DoneAt is null) : null;

    public static async Task<CyclePage?> Read(AdminDb db, PlanDocuments documents, int cycle, DateOnly today, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await documents.Newest(head.Plan, cancel) is not { } seen)
            return null;
        var steps = await db.CycleSteps.AsNoTracking().Where(step => step.CycleId == cycle)
            .Select(step => new { step.Step, step.DueOn, step.DoneAt, step.DoneBy!.DisplayName }).ToListAsync(cancel);
        var issues = await db.CycleIssues.AsNoTracking().Where(issue => issue.CycleId == cycle).OrderByDescending(issue => issue.Number)
            .Select(issue => new IssueLine(
                issue.Number, issue.RunId, issue.Run!.Number, issue.Run.AsOf, issue.At, issue.By!.DisplayName, issue.Reason,
                db.Viewer.SeesSecrets ? issue.Run.ReportHash : issue.Run.OpenReportHash, issue.Run.Engine))
            .ToListAsync(cancel);
        return new CyclePage(
            head,
            [.. steps.OrderBy(step => step.Step).Select(step => new StepLine(step.Step, step.DueOn, step.DoneAt, step.DisplayName, step.DueOn.DayNumber - today.DayNumber))],
            await RunHead.Of(db, cycle, cancel),
            issues,
            SheetLine.Of(seen.Document, head.FiscalYear, today),
            CarriedAction.Into(seen.Document, head.FiscalYear));
    }
}

/// <param name="DaysLeft">Until it is due; negative where it is over.</param>
internal sealed record StepLine(CycleStep Step, DateOnly DueOn, DateTimeOffset? DoneAt, string? DoneBy, int DaysLeft)
{
    public bool IsLate => DoneAt is null && DaysLeft < 0;
}

/// <param name="ReportHash">Of what the viewer may see.</param>
internal sealed record IssueLine(int Number, int Run, int RunNumber, DateOnly AsOf, DateTimeOffset At, string? By, string? Reason, string ReportHash, string Engine);

/// <summary>The sheet of a department in a cycle.</summary>
internal sealed record SheetLine(string DepartmentId, string Department, DateOnly? DueOn, DateOnly? SubmittedOn, int DaysLate)
{
    public static IReadOnlyList<SheetLine> Of(PlanDocument plan, int fiscalYear, DateOnly today)
    {
        var names = (plan.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        return
        [
            .. (GovernedCycle.Of(plan, fiscalYear)?.Submissions ?? [])
                .Select(sheet => new SheetLine(
                    sheet.Department, names.GetValueOrDefault(sheet.Department, sheet.Department), sheet.DueOn?.Day, sheet.SubmittedOn?.Day,
                    sheet.SubmittedOn is null && sheet.DueOn is { } due ? Math.Max(0, today.DayNumber - due.Day.DayNumber) : 0))
                .OrderByDescending(sheet => sheet.DaysLate).ThenBy(sheet => sheet.SubmittedOn is not null),
        ];
    }
}

/// <summary>An action of an earlier year that goes on.</summary>
internal sealed record CarriedAction(int FromYear, string Id, string Action, string SubjectId, string? Owner, DateOnly? DueOn)
{
    public static IReadOnlyList<CarriedAction> Into(PlanDocument plan, int fiscalYear)
    {
        var names = (plan.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        return
        [
            .. (plan.Governance?.Cycles ?? []).Where(cycle => cycle.FiscalYear < fiscalYear)
                .SelectMany(cycle => (cycle.Actions ?? [])
                    .Where(action => action.CarriedTo == fiscalYear && action.Status is not (ActionStatus.Done or ActionStatus.Dropped))
                    .Select(action => new CarriedAction(
                        cycle.FiscalYear, action.Id, action.Action, action.Subject, action.Owner is { } owner ? names.GetValueOrDefault(owner, owner) : null, action.DueOn?.Day))),
        ];
    }
}
