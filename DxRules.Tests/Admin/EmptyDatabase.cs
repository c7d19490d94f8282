using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin;

/// <summary>A database with all tables and nothing in them, made once: each site of a test begins with a copy.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<byte[]>> Made = new(Make);

    public static Task<byte[]> Content => Made.Value;

    private static async Task<byte[]> Make()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "empty.db");
        var options = new DbContextOptionsBuilder<AdminDb>();
        AdminDb.Use(options, file);
        await using (var db = new AdminDb(options.Options, Viewer.System))
            await db.Database.MigrateAsync();

        // What was written lies beside the file until the last connection is closed.
        SqliteConnection.ClearAllPools();
        return await File.ReadAllBytesAsync(file);
    }
}
