using System.Globalization;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DxRules.Admin.Audit;

/// <summary>
/// The number of the last entry, kept apart from the entries: a chain that is cut off at its end is whole in itself. It is SQLite's <c>user_version</c>,
/// which belongs to the transaction like any row and stands in the head of the file, where nobody who deletes rows comes by.
/// </summary>
internal static class AuditHead
{
    public const string Query = "PRAGMA user_version";

    /// <summary>Within the transaction of a context.</summary>
    public static async Task<int> Read(AdminDb db, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Query;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    public static string Statement(int number) => string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}");
}
