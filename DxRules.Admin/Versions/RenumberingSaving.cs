using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Versions;

/// <summary>Why a renumbering is not written down.</summary>
internal enum RenumberingRefusal
{
    None,

    /// <summary>The old id is not that of an item that was checked and is gone, or its new id is known already.</summary>
    OldUnknown,

    /// <summary>The new id is not that of an item that came since, or another item became it.</summary>
    NewUnknown,
    NoReason,
}

/// <summary>Writes down that an item of a plan has another id since a revision. From the next check on its history goes on.</summary>
internal sealed class RenumberingSaving(AdminDb db, PlanDocuments documents, AuditLog audit, TimeProvider clock)
{
    public async Task<RenumberingRefusal> Save(int plan, string oldId, string newId, string reason, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return RenumberingRefusal.NoReason;
        await using var writing = await db.Write(cancel);
        var items = await RenumberedItems.Read(db, documents, plan, cancel);
        if (items?.Vanished.FirstOrDefault(item => item.Item.Id == oldId) is not { } vanished)
            return RenumberingRefusal.OldUnknown;
        if (!items.Appeared.Any(item => item.Id == newId))
            return RenumberingRefusal.NewUnknown;
        db.Renumberings.Add(new RenumberingRow { PlanId = plan, OldId = oldId, NewId = newId, Reason = reason.Trim(), At = clock.GetUtcNow(), ById = db.Viewer.UserId });
        await audit.Add(Entry(AuditActions.ItemRenumbered, plan, oldId, newId, reason.Trim()), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return RenumberingRefusal.None;
    }

    /// <summary>Takes a renumbering back; false where there is none.</summary>
    public async Task<bool> TakeBack(int plan, string oldId, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (await db.Renumberings.SingleOrDefaultAsync(row => row.PlanId == plan && row.OldId == oldId, cancel) is not { } row)
            return false;
        db.Renumberings.Remove(row);
        await audit.Add(Entry(AuditActions.RenumberingTakenBack, plan, row.OldId, row.NewId, row.Reason), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return true;
    }

    private static AuditEntry Entry(string action, int plan, string oldId, string newId, string reason) =>
        new(action) { Plan = plan, Subject = newId, Details = [oldId, newId, reason] };
}
