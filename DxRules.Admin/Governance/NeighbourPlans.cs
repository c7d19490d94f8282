using DxRules.Admin.Data;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Governance;

/// <summary>The plans of the same municipality that come before and after a plan, where they are here: as either of the two documents says.</summary>
internal static class NeighbourPlans
{
    public static async Task<SeenVersion?> Successor(AdminDb db, PlanDocuments documents, SeenVersion plan, CancellationToken cancel) =>
        (await Others(db, documents, plan, cancel)).FirstOrDefault(other => Follows(other.Document, plan.Document));

    public static async Task<IReadOnlyList<SeenVersion>> Predecessors(AdminDb db, PlanDocuments documents, SeenVersion plan, CancellationToken cancel) =>
        [.. (await Others(db, documents, plan, cancel)).Where(other => Follows(plan.Document, other.Document))];

    private static bool Follows(PlanDocument later, PlanDocument earlier) =>
        later.Plan.Predecessors.Any(before => before.Id == earlier.Plan.Id) || earlier.Plan.Successors?.Any(after => after.Id == later.Plan.Id) == true;

    private static async Task<IReadOnlyList<SeenVersion>> Others(AdminDb db, PlanDocuments documents, SeenVersion plan, CancellationToken cancel)
    {
        var ids = await db.Plans.AsNoTracking().Where(row => row.Municipality == plan.Head.Municipality && row.Id != plan.Head.Plan).OrderByDescending(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
        var others = new List<SeenVersion>();
        foreach (var id in ids)
        {
            if (await documents.Newest(id, cancel) is { } other)
                others.Add(other);
        }
        return others;
    }
}
