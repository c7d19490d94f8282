using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Opens the review of a plan for a fiscal year.</summary>
internal sealed class CycleOpening(AdminDb db, PlanAmendments plans, AuditLog audit, TimeProvider clock)
{
    // Plans of municipalities for their digitalisation are younger than this, and none looks ahead further.
    private const int First = 1990;
    private const int Last = 2099;

    /// <summary>
    /// The new cycle, with its calendar; the plan document then says since when it is open and which departments owe a sheet. Null where the plan is
    /// not there, has an open cycle, or had one for that year.
    /// </summary>
    public async Task<CycleRow?> Open(int plan, int fiscalYear, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (await Begin(plan, fiscalYear, cancel) is not { } cycle)
            return null;
        var sheetsDueOn = cycle.Steps.Single(step => step.Step == CycleStep.Entry).DueOn;
        var today = Dates.InJapan(clock.GetUtcNow());
        var written = await plans.Write(plan, document => GovernedCycle.Open(document, fiscalYear, today, sheetsDueOn), $"{Wareki.FormatFiscalYear(fiscalYear)}の点検の開始", cancel);
        if (!written)
            return null;
        await writing.Commit(cancel);
        return cycle;
    }

    /// <summary>The same for a plan whose document tells of the cycle already; it stays as it is.</summary>
    public async Task<CycleRow?> OpenAsDocumented(int plan, int fiscalYear, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var cycle = await Begin(plan, fiscalYear, cancel);
        await writing.Commit(cancel);
        return cycle;
    }

    private async Task<CycleRow?> Begin(int plan, int fiscalYear, CancellationToken cancel)
    {
        if (fiscalYear is < First or > Last || !await db.Plans.AnyAsync(row => row.Id == plan, cancel)
            || await db.Cycles.AnyAsync(row => row.PlanId == plan && (row.ClosedAt == null || row.FiscalYear == fiscalYear), cancel))
            return null;
        var cycle = new CycleRow { PlanId = plan, FiscalYear = fiscalYear, OpenedAt = clock.GetUtcNow() };
        cycle.Steps.AddRange(CycleCalendar.Usual(fiscalYear).Select(step => new CycleStepRow { Step = step.Step, DueOn = step.DueOn }));
        db.Cycles.Add(cycle);
        await db.SaveChangesAsync(cancel);
        await audit.Add(new AuditEntry(AuditActions.CycleOpened) { Plan = plan, Cycle = cycle.Id, Details = [fiscalYear.ToString(CultureInfo.InvariantCulture)] }, cancel);
        await db.SaveChangesAsync(cancel);
        return cycle;
    }
}
