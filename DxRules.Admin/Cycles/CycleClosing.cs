using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Ends a cycle: freezes its last run, and carries what was not finished into the next year. What was frozen is corrected by a new issue only.</summary>
internal sealed class CycleClosing(AdminDb db, PlanAmendments plans, PlanDocuments documents, CityCheck city, AuditLog audit, TimeProvider clock)
{
    /// <summary>Closes a cycle whose last run stands; the actions that are not done are carried into the next year.</summary>
    public async Task<StepRefusal> Close(int cycleId, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var cycle = await db.Cycles.Include(row => row.Steps).SingleOrDefaultAsync(row => row.Id == cycleId && row.ClosedAt == null, cancel);
        if (cycle is null)
            return StepRefusal.NoCycle;
        if (await ToFreeze(db, cycle.Id, cycle.FiscalYear, cancel) is not { } frozen)
            return StepRefusal.NotChecked;
        var last = await db.Runs.SingleAsync(run => run.Id == frozen, cancel);
        cycle.ClosedAt = clock.GetUtcNow();
        if (cycle.Steps.Find(step => step.Step == CycleStep.Close) is { } step)
            (step.DoneAt, step.DoneById) = (cycle.ClosedAt, db.Viewer.UserId);
        await Issue(cycle, last, null, AuditActions.CycleClosed, cancel);
        if (!await plans.WriteWhole(cycle.PlanId, plan => CarriedActions.HandOn(plan, cycle.FiscalYear), $"{Wareki.FormatFiscalYear(cycle.FiscalYear)}の点検の完了", cancel))
            return StepRefusal.PlanChanged;
        await writing.Commit(cancel);
        return StepRefusal.None;
    }

    /// <summary>Id of the run that closing freezes: the last one of the year itself; where there is none, the last one. Null where nothing was checked.</summary>
    public static async Task<int?> ToFreeze(AdminDb db, int cycle, int fiscalYear, CancellationToken cancel)
    {
        var midYear = HalfYear.UsualDays(fiscalYear);
        return await db.Runs.Where(run => run.CycleId == cycle).OrderBy(run => midYear.Contains(run.AsOf)).ThenByDescending(run => run.Number)
            .Select(run => (int?)run.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Issues a closed cycle anew (正誤): the plan as it says now, checked as of the same day. What was issued before stays as it is.</summary>
    public async Task<StepRefusal> Correct(int cycleId, string reason, CancellationToken cancel)
    {
        var cycle = await db.Cycles.SingleOrDefaultAsync(row => row.Id == cycleId && row.ClosedAt != null, cancel);
        if (cycle is null)
            return StepRefusal.NoCycle;
        var frozen = await db.CycleIssues.Where(issue => issue.CycleId == cycleId).OrderByDescending(issue => issue.Number).Select(issue => issue.Run!.AsOf).FirstAsync(cancel);
        var version = (await PlanVersions.Newest(db, cycle.PlanId, cancel))!;
        var plan = await documents.Whole(version.Id, cancel);
        var found = (await city.For(plan.Municipality.Code, cancel))(plan, frozen);
        await using var writing = await db.Write(cancel);
        var run = await Runs.Store(db, audit, cycle, version, found, db.Viewer, clock.GetUtcNow(), cancel);
        await Issue(cycle, run, reason, AuditActions.CycleCorrected, cancel);
        await writing.Commit(cancel);
        return StepRefusal.None;
    }

    private async Task Issue(CycleRow cycle, RunRow run, string? reason, string action, CancellationToken cancel)
    {
        var number = 1 + await db.CycleIssues.CountAsync(issue => issue.CycleId == cycle.Id, cancel);
        db.CycleIssues.Add(new CycleIssueRow { CycleId = cycle.Id, Number = number, RunId = run.Id, Reason = reason, At = clock.GetUtcNow(), ById = db.Viewer.UserId });
        var details = new[] { cycle.FiscalYear.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture), reason ?? "" };
        await audit.Add(new AuditEntry(action) { Plan = cycle.PlanId, Cycle = cycle.Id, Details = details }, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
