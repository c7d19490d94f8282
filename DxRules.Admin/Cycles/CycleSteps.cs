using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Why a step of a cycle cannot be taken.</summary>
internal enum StepRefusal
{
    None,

    /// <summary>There is no such cycle, or it is closed.</summary>
    NoCycle,

    /// <summary>Nothing was checked yet.</summary>
    NotChecked,

    /// <summary>The day is no day, or before the cycle.</summary>
    BadDay,

    /// <summary>A step would be due before the one that comes first.</summary>
    OutOfOrder,

    /// <summary>Somebody changed the same of the plan meanwhile.</summary>
    PlanChanged,
}

/// <summary>Takes the steps of a cycle, and moves the days by which they should be done. What rules read of it (reported, published) is written into the plan.</summary>
internal sealed class CycleSteps(AdminDb db, PlanAmendments plans, AuditLog audit, TimeProvider clock)
{
    /// <summary>Says that a step is done; closing has a class of its own.</summary>
    public async Task<StepRefusal> Finish(int cycleId, CycleStep step, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var row = await Open(cycleId, step, cancel);
        if (row is not { DoneAt: null } || step == CycleStep.Close)
            return StepRefusal.NoCycle;
        if (step != CycleStep.Entry && !await db.Runs.AnyAsync(run => run.CycleId == cycleId, cancel))
            return StepRefusal.NotChecked;
        row.DoneAt = clock.GetUtcNow();
        row.DoneById = db.Viewer.UserId;
        return await Tell(row, Dates.InJapan(clock.GetUtcNow()), AuditActions.StepFinished, cancel);

        async Task<StepRefusal> Tell(CycleStepRow done, DateOnly? day, string action, CancellationToken stop)
        {
            await audit.Add(Entry(action, done), stop);
            await db.SaveChangesAsync(stop);
            if (!await Write(done, day, stop))
                return StepRefusal.PlanChanged;
            await writing.Commit(stop);
            return StepRefusal.None;
        }
    }

    /// <summary>
    /// Says that a review was published through the gate, also of one that is closed already; what says so stays as it is. Within the transaction of the
    /// caller. False where the plan could not be changed.
    /// </summary>
    public async Task<bool> Publish(int cycleId, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var row = await db.CycleSteps.Include(row => row.Cycle).SingleAsync(row => row.CycleId == cycleId && row.Step == CycleStep.Publication, cancel);
        if (row.DoneAt is null)
        {
            (row.DoneAt, row.DoneById) = (clock.GetUtcNow(), db.Viewer.UserId);
            await audit.Add(Entry(AuditActions.StepFinished, row), cancel);
            await db.SaveChangesAsync(cancel);
        }
        if (!await Write(row, Dates.InJapan(clock.GetUtcNow()), cancel))
            return false;
        await writing.Commit(cancel);
        return true;
    }

    /// <summary>Takes a step back that was finished by mistake.</summary>
    public async Task<StepRefusal> Reopen(int cycleId, CycleStep step, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var row = await Open(cycleId, step, cancel);
        if (row is not { DoneAt: not null })
            return StepRefusal.NoCycle;
        (row.DoneAt, row.DoneById) = (null, null);
        await audit.Add(Entry(AuditActions.StepReopened, row), cancel);
        await db.SaveChangesAsync(cancel);
        if (!await Write(row, null, cancel))
            return StepRefusal.PlanChanged;
        await writing.Commit(cancel);
        return StepRefusal.None;
    }

    /// <summary>Moves the days by which steps should be done; all of them or none. Steps that are not named stay.</summary>
    public async Task<StepRefusal> Move(int cycleId, IReadOnlyDictionary<CycleStep, DateOnly> dueOn, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var rows = await db.CycleSteps.Include(row => row.Cycle).Where(row => row.CycleId == cycleId && row.Cycle!.ClosedAt == null).ToListAsync(cancel);
        if (rows.Count == 0)
            return StepRefusal.NoCycle;
        var days = rows.OrderBy(row => row.Step).Select(row => (Row: row, On: dueOn.GetValueOrDefault(row.Step, row.DueOn))).ToList();
        if (days.Exists(day => day.On <= FiscalYear.Start(day.Row.Cycle!.FiscalYear)))
            return StepRefusal.BadDay;
        if (days.Zip(days.Skip(1)).Any(pair => pair.Second.On < pair.First.On))
            return StepRefusal.OutOfOrder;
        var moved = days.Where(day => day.On != day.Row.DueOn).ToList();
        foreach (var (row, on) in moved)
        {
            var change = new AuditChange("期限", Text(row.DueOn), Text(on));
            row.DueOn = on;
            await audit.Add(Entry(AuditActions.StepMoved, row) with { Changes = [change] }, cancel);
        }
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return StepRefusal.None;
    }

    private Task<CycleStepRow?> Open(int cycle, CycleStep step, CancellationToken cancel) =>
        db.CycleSteps.Include(row => row.Cycle).SingleOrDefaultAsync(row => row.CycleId == cycle && row.Step == step && row.Cycle!.ClosedAt == null, cancel);

    private Task<bool> Write(CycleStepRow row, DateOnly? day, CancellationToken cancel)
    {
        PlanDate? on = day is { } known ? known : null;
        Func<Cycle, Cycle>? change = row.Step switch
        {
            CycleStep.Check => cycle => cycle with { EvaluatedOn = Told(cycle.EvaluatedOn) },
            CycleStep.Report => cycle => cycle with { ReportedOn = Told(cycle.ReportedOn) },
            CycleStep.Publication => cycle => cycle with { PublishedOn = Told(cycle.PublishedOn) },
            _ => null,
        };
        return change is null ? Task.FromResult(true) : plans.Write(row.Cycle!.PlanId, plan => GovernedCycle.Change(plan, row.Cycle.FiscalYear, change), Reason(row), cancel);

        // A document that tells the day already knows it better.
        PlanDate? Told(PlanDate? known) => on is null ? null : known ?? on;
    }

    private static string Reason(CycleStepRow row) => string.Create(CultureInfo.InvariantCulture, $"{Wareki.FormatFiscalYear(row.Cycle!.FiscalYear)}の点検の記録");

    private static AuditEntry Entry(string action, CycleStepRow row) => new(action)
    {
        Plan = row.Cycle!.PlanId,
        Cycle = row.CycleId,
        Details = [row.Cycle.FiscalYear.ToString(CultureInfo.InvariantCulture), row.Step.ToString()],
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
