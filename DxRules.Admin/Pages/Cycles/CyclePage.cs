using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Cycles;

/// <summary>All that the page of a cycle shows.</summary>
/// <param name="Runs">Newest first.</param>
/// <param name="Sheets">The departments' sheets, those that are late first.</param>
/// <param name="Actions">How many corrective actions it looks at, and how many of them are open, late and carried into it.</param>
/// <param name="Comments">How many comments advisers gave.</param>
/// <param name="Meetings">Held in the year in which the review is worked on, the latest first.</param>
/// <param name="ToFreeze">Id of the run that closing freezes.</param>
/// <param name="Governed">The review as the plan document tells it; null where it tells nothing of it.</param>
/// <param name="OwnSheets">Of the departments for which the viewer enters, those that are not submitted.</param>
internal sealed record CyclePage(
    CycleHead Cycle, IReadOnlyList<StepLine> Steps, IReadOnlyList<RunHead> Runs, IReadOnlyList<IssueLine> Issues, IReadOnlyList<SheetLine> Sheets,
    ActionCounts Actions, int Comments, IReadOnlyList<MeetingLine> Meetings, OpenWork Open, int? ToFreeze, IReadOnlyList<SheetLine> OwnSheets, bool IsPlanEnding,
    bool HasPredecessor, Cycle? Governed)
{
    /// <summary>The day that the plan document gives for a step; null where it gives none.</summary>
    public DateOnly? DayOf(CycleStep step) => step switch
    {
        CycleStep.Entry => Governed?.OpenedOn?.Day,
        CycleStep.Check => Governed?.EvaluatedOn?.Day,
        CycleStep.Report => Governed?.ReportedOn?.Day,
        CycleStep.Publication => Governed?.PublishedOn?.Day,
        _ => null,
    };

    /// <summary>The step that is next; null where the cycle is closed.</summary>
    public StepLine? Next => Cycle.IsOpen ? Steps.FirstOrDefault(step => step.DoneAt is null) : null;

    public int SheetsMissing => Sheets.Count(sheet => sheet.SubmittedOn is null);

    public static async Task<CyclePage?> Read(AdminDb db, PlanDocuments documents, int cycle, DateOnly today, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head || await documents.Newest(head.Plan, cancel) is not { } seen)
            return null;
        var plan = seen.Document;
        var runs = await RunHead.Of(db, cycle, cancel);
        var sheets = SheetLine.Of(plan, head.FiscalYear, today);
        return new CyclePage(
            head,
            await StepLine.Read(db, cycle, today, cancel),
            runs,
            await IssueLine.Read(db, cycle, cancel),
            sheets,
            ActionCounts.Of(plan, head.FiscalYear, new SubjectReach(plan, db.Viewer, seen.Head.Municipality), today),
            GovernedCycle.Of(plan, head.FiscalYear)?.Comments?.Count ?? 0,
            await MeetingLine.Read(db, plan, head, cancel),
            await OpenWork.Read(db, plan, head, runs.FirstOrDefault(), cancel),
            await CycleClosing.ToFreeze(db, cycle, head.FiscalYear, cancel),
            [.. sheets.Where(sheet => sheet.SubmittedOn is null && db.Viewer.Departments.Contains($"{seen.Head.Municipality}/{sheet.DepartmentId}"))],
            EndingPlan.Is(plan, today),
            plan.Plan.Predecessors.Count > 0,
            GovernedCycle.Of(plan, head.FiscalYear));
    }
}

/// <param name="DaysLeft">Until it is due; negative where it is over.</param>
internal sealed record StepLine(CycleStep Step, DateOnly DueOn, DateTimeOffset? DoneAt, string? DoneBy, int DaysLeft)
{
    public bool IsLate => DoneAt is null && DaysLeft < 0;

    /// <summary>In their order.</summary>
    public static async Task<IReadOnlyList<StepLine>> Read(AdminDb db, int cycle, DateOnly today, CancellationToken cancel)
    {
        var steps = await db.CycleSteps.AsNoTracking().Where(step => step.CycleId == cycle)
            .Select(step => new { step.Step, step.DueOn, step.DoneAt, step.DoneBy!.DisplayName }).ToListAsync(cancel);
        return [.. steps.OrderBy(step => step.Step).Select(step => new StepLine(step.Step, step.DueOn, step.DoneAt, step.DisplayName, step.DueOn.DayNumber - today.DayNumber))];
    }
}

/// <param name="ReportHash">Of what the viewer may see.</param>
internal sealed record IssueLine(int Number, int Run, int RunNumber, DateOnly AsOf, DateTimeOffset At, string? By, string? Reason, string ReportHash, string Engine)
{
    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<IssueLine>> Read(AdminDb db, int cycle, CancellationToken cancel) =>
        await db.CycleIssues.AsNoTracking().Where(issue => issue.CycleId == cycle).OrderByDescending(issue => issue.Number)
            .Select(issue => new IssueLine(
                issue.Number, issue.RunId, issue.Run!.Number, issue.Run.AsOf, issue.At, issue.By!.DisplayName, issue.Reason,
                db.Viewer.SeesSecrets ? issue.Run.ReportHash : issue.Run.OpenReportHash, issue.Run.Engine))
            .ToListAsync(cancel);
}

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

/// <summary>How many corrective actions of a review the viewer sees.</summary>
internal sealed record ActionCounts(int All, int Open, int Late, int CarriedHere)
{
    public static ActionCounts Of(PlanDocument plan, int fiscalYear, SubjectReach reach, DateOnly today)
    {
        var actions = CarriedActions.Of(plan, fiscalYear).Where(found => reach.Holds(found.Action.Id)).ToList();
        var open = actions.Where(found => !CarriedActions.IsSettled(found.Action)).ToList();
        return new(actions.Count, open.Count, open.Count(found => found.Action.DueOn?.Day < today), open.Count(found => found.FiscalYear < fiscalYear));
    }
}

/// <summary>A meeting in the year in which a review is worked on.</summary>
/// <param name="Agenda">Empty where nothing was recorded.</param>
internal sealed record MeetingLine(string Id, string Body, DateOnly On, string Agenda, string Outcome)
{
    public static async Task<IReadOnlyList<MeetingLine>> Read(AdminDb db, PlanDocument plan, CycleHead cycle, CancellationToken cancel)
    {
        var (first, last) = (FiscalYear.Start(cycle.FiscalYear + 1), FiscalYear.End(cycle.FiscalYear + 1));
        var minutes = await db.Minutes.AsNoTracking().Where(row => row.PlanId == cycle.Plan).ToDictionaryAsync(row => row.MeetingId, StringComparer.Ordinal, cancel);
        return
        [
            .. (plan.Governance?.Bodies ?? []).SelectMany(body => body.Meetings ?? [], (body, meeting) => (body, meeting))
                .Where(held => held.meeting.On.Day >= first && held.meeting.On.Day <= last).OrderByDescending(held => held.meeting.On.Day)
                .Select(held => new MeetingLine(
                    held.meeting.Id, held.body.Name, held.meeting.On.Day, minutes.GetValueOrDefault(held.meeting.Id)?.Agenda ?? "", minutes.GetValueOrDefault(held.meeting.Id)?.Outcome ?? "")),
        ];
    }
}
