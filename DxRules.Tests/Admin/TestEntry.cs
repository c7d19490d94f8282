using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin;

/// <summary>Rows that a test puts into the database by hand.</summary>
internal static class TestEntry
{
    /// <summary>Saves with an entry that says so, since nothing is stored of which the audit log says nothing.</summary>
    public static Task SaveByHand(this AdminDb db) => db.ByHand(() => Task.CompletedTask);

    /// <summary>The same around something that saves by itself.</summary>
    public static async Task ByHand(this AdminDb db, Func<Task> work)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await work();
        await new AuditLog(db, Viewer.System, new StoppedClock()).Add(new AuditEntry("test"), default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
