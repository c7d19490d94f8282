using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>A checked cycle that another can be compared with.</summary>
/// <param name="Run">The run that counts for it: the one that its last issue froze, else its last.</param>
/// <param name="IsOtherPlan">Whether it is a cycle of the plan before.</param>
internal sealed record ComparableCycle(int Id, int Plan, string PlanTitle, int FiscalYear, int Run, DateOnly AsOf, int PlanVersion, bool IsOtherPlan)
{
    /// <summary>The cycles before this one in which something was checked: first those of the same plan, the latest first, then those of the plans before it.</summary>
    public static async Task<IReadOnlyList<ComparableCycle>> Before(AdminDb db, PlanDocuments documents, CycleHead cycle, CancellationToken cancel)
    {
        var found = new List<ComparableCycle>();
        if (await documents.Newest(cycle.Plan, cancel) is not { } plan)
            return found;
        found.AddRange(await Of(db, plan, cycle, cancel));
        foreach (var before in await NeighbourPlans.Predecessors(db, documents, plan, cancel))
            found.AddRange(await Of(db, before, cycle, cancel));
        return found;
    }

    private static async Task<IEnumerable<ComparableCycle>> Of(AdminDb db, SeenVersion plan, CycleHead cycle, CancellationToken cancel)
    {
        var cycles = await db.Cycles.AsNoTracking().Where(row => row.PlanId == plan.Head.Plan && row.FiscalYear < cycle.FiscalYear && row.Runs.Any()).OrderByDescending(row => row.FiscalYear)
            .Select(row => new
            {
                row.Id, row.FiscalYear,
                Run = row.Issues.OrderByDescending(issue => issue.Number).Select(issue => (int?)issue.RunId).FirstOrDefault() ?? row.Runs.OrderByDescending(run => run.Number).First().Id,
            })
            .ToListAsync(cancel);
        var ids = cycles.Select(row => row.Run).ToList();
        var runs = await db.Runs.AsNoTracking().Where(run => ids.Contains(run.Id)).Select(run => new { run.Id, run.AsOf, run.PlanVersion!.Number }).ToDictionaryAsync(run => run.Id, cancel);
        return cycles.Select(row => new ComparableCycle(
            row.Id, plan.Head.Plan, plan.Document.Plan.Title, row.FiscalYear, row.Run, runs[row.Run].AsOf, runs[row.Run].Number, plan.Head.Plan != cycle.Plan));
    }
}
