using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Versions;

/// <summary>Adds plans that the site does not have yet.</summary>
internal sealed class PlanAdding(AdminDb db, AuditLog audit, TimeProvider clock)
{
    /// <summary>The id of the new plan; null where the municipality has a plan of that id here already, which stays as it is.</summary>
    /// <param name="reason">As the history of the plan tells it.</param>
    public async Task<int?> Add(PlanDocument document, string reason, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (await PlanVersions.Find(db, document, cancel) is not null)
            return null;
        var version = await PlanVersions.Add(db, audit, document, db.Viewer.UserId, reason, clock.GetUtcNow(), cancel);
        await writing.Commit(cancel);
        return version.PlanId;
    }
}
