using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>Two checks that are set side by side.</summary>
/// <param name="Run">The latest check of the cycle.</param>
/// <param name="IsNext">Whether the earlier is the one with which the later check itself was compared.</param>
/// <param name="NewIds">Ids that are others since: renumbered within a plan, or taken over by the later one.</param>
internal sealed record ComparedPair(CycleHead Cycle, RunHead Run, ComparableCycle Before, bool IsNext, IReadOnlyDictionary<string, string> NewIds, Viewer Viewer)
{
    public static async Task<ComparedPair> Of(AdminDb db, CycleHead cycle, RunHead run, ComparableCycle before, bool isNext, CancellationToken cancel)
    {
        var ids = new Dictionary<string, string>((await RenumberedIds.Of(db, cycle.Plan, cancel)).NewIds, StringComparer.Ordinal);
        if (before.IsOtherPlan)
        {
            foreach (var (old, id) in (await RenumberedIds.Of(db, before.Plan, cancel)).NewIds)
                ids.TryAdd(old, id);
            var taken = await db.CarryOvers.AsNoTracking().Where(row => row.PlanId == before.Plan && row.SuccessorSubjectId != null).ToListAsync(cancel);
            foreach (var row in taken)
                ids.TryAdd(row.SubjectId, row.SuccessorSubjectId!);
        }
        return new ComparedPair(cycle, run, before, isNext, ids, db.Viewer);
    }

    /// <summary>What of one of the two plans the viewer reaches.</summary>
    public SubjectReach Reach(SeenVersion plan) => new(plan.Document, Viewer, plan.Head.Municipality);
}
