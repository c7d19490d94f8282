using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Checks the plan of a cycle as it stands now, and keeps the result as a run.</summary>
internal sealed class CycleCheck(AdminDb db, AuditLog audit, CityCheck city, Viewer viewer, TimeProvider clock)
{
    /// <summary>The new run and the one before it in the cycle, or null where there is no such cycle or it is closed.</summary>
    public async Task<CheckedCycle?> Run(int cycleId, DateOnly asOf, CancellationToken cancel)
    {
        var cycle = await db.Cycles.SingleOrDefaultAsync(row => row.Id == cycleId && row.ClosedAt == null, cancel);
        if (cycle is null)
            return null;
        var version = await db.PlanVersions.Where(row => row.PlanId == cycle.PlanId).OrderByDescending(row => row.Number).FirstAsync(cancel);
        var plan = PlanVersions.Read(version);
        var found = (await city.For(plan.Municipality.Code, cancel))(plan, asOf);
        var run = await Runs.Store(db, audit, cycle, version, found, viewer, clock.GetUtcNow(), cancel);
        var before = await db.Runs.Where(row => row.CycleId == cycleId && row.Number < run.Number).OrderByDescending(row => row.Number)
            .Select(row => new { row.ReportHash, row.OpenReportHash }).FirstOrDefaultAsync(cancel);
        return viewer.SeesSecrets
            ? new CheckedCycle(run.Number, run.ReportHash, before?.ReportHash)
            : new CheckedCycle(run.Number, run.OpenReportHash, before?.OpenReportHash);
    }
}

/// <param name="ReportHash">Of what the viewer may see.</param>
/// <param name="Before">Report hash of the run before; null where this is the first.</param>
internal sealed record CheckedCycle(int Number, string ReportHash, string? Before)
{
    public bool FoundTheSame => Before == ReportHash;
}
