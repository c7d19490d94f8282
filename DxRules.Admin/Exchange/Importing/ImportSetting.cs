using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Peers;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>What a person says of a file before it is compared with the plan: what its columns mean, which rows are left out.</summary>
internal sealed class ImportSetting(AdminDb db, ImportTables tables, AuditLog audit)
{
    /// <summary>Keeps what the columns mean, also for the next sheet of the same layout. False where somebody went on with it meanwhile.</summary>
    /// <param name="revision">Of the import, as the person saw it.</param>
    public Task<bool> SetColumns(int id, int revision, ImportMapping mapping, CancellationToken cancel) =>
        Change(id, revision, AuditActions.ImportMapped, async row =>
        {
            (row.Mapping, row.LeftOut, row.State, row.Counts, row.BaseVersion) = (mapping.ToJson(), [], ImportState.Mapped, null, null);
            row.File!.Check = null;
            await tables.Remember(row, mapping, cancel);
        }, cancel);

    /// <summary>Keeps which figures of another municipality belong to which of ours. False where somebody went on with it meanwhile.</summary>
    public Task<bool> SetPairs(int id, int revision, PeerMapping pairs, CancellationToken cancel) =>
        Change(id, revision, AuditActions.ImportPaired, row =>
        {
            (row.Mapping, row.LeftOut, row.State, row.Counts, row.BaseVersion) = (pairs.ToJson(), [], ImportState.Mapped, null, null);
            row.File!.Check = null;
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Leaves rows out, and takes back those that were left out before; it is to be compared with the plan again.</summary>
    public Task<bool> LeaveOut(int id, int revision, IReadOnlyList<ImportPlace> rows, CancellationToken cancel) =>
        Change(id, revision, AuditActions.ImportRowsLeftOut, row =>
        {
            row.LeftOut = rows;
            return Task.CompletedTask;
        }, cancel);

    private async Task<bool> Change(int id, int revision, string action, Func<ImportRow, Task> change, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var row = await db.Imports.Include(import => import.File).SingleOrDefaultAsync(import => import.Id == id, cancel);
        if (row?.File is null || !db.Viewer.MayHandle(row) || row.Revision != revision || row.State is ImportState.Taken or ImportState.Discarded)
            return false;
        await change(row);
        row.Revision++;
        await audit.Add(ImportEntries.Of(row, action, row.LeftOut.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return true;
    }
}
