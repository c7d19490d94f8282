using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>Puts an import aside and frees what its file takes up. That it was brought stays known.</summary>
internal sealed class ImportDiscarding(AdminDb db, AuditLog audit, KeptFiles kept, TimeProvider clock)
{
    /// <summary>False where there is none that the person may put aside: what was taken over stays.</summary>
    public async Task<bool> Discard(int id, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var row = await db.Imports.Include(import => import.File).SingleOrDefaultAsync(import => import.Id == id, cancel);
        if (row is null || !db.Viewer.MayHandle(row) || row.State is ImportState.Taken or ImportState.Discarded)
            return false;
        (row.State, row.EndedAt) = (ImportState.Discarded, clock.GetUtcNow());
        row.Revision++;
        if (row.File is { } file)
            db.ImportFiles.Remove(file);
        await audit.Add(ImportEntries.Of(row, AuditActions.ImportDiscarded), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        kept.Forget(id);
        return true;
    }
}
