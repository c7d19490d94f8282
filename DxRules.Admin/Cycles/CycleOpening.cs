using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Opens the review of a plan for a fiscal year.</summary>
internal sealed class CycleOpening(AdminDb db, AuditLog audit, TimeProvider clock)
{
    // Plans of municipalities for their digitalisation are younger than this, and none looks ahead further.
    private const int First = 1990;
    private const int Last = 2099;

    /// <summary>The new cycle; null where the plan is not there, has an open cycle, or had one for that year.</summary>
    public async Task<CycleRow?> Open(int plan, int fiscalYear, CancellationToken cancel)
    {
        if (fiscalYear is < First or > Last || !await db.Plans.AnyAsync(row => row.Id == plan, cancel))
            return null;
        var cycle = new CycleRow { PlanId = plan, FiscalYear = fiscalYear, OpenedAt = clock.GetUtcNow() };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Cycles.AnyAsync(row => row.PlanId == plan && (row.ClosedAt == null || row.FiscalYear == fiscalYear), cancel))
            return null;
        db.Cycles.Add(cycle);
        await db.SaveChangesAsync(cancel);
        await audit.Add(
            new AuditEntry(AuditActions.CycleOpened) { Plan = plan, Cycle = cycle.Id, Details = [fiscalYear.ToString(CultureInfo.InvariantCulture)] }, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return cycle;
    }
}
