using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Audit;

/// <summary>A log in a file of its own, and somebody who has the file and knows SQL.</summary>
internal sealed class TamperedLog : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>A log of so many entries, one an hour.</summary>
    public TamperedLog(int entries)
    {
        using var db = Open();
        db.Database.Migrate();
        Write(entries).GetAwaiter().GetResult();
    }

    public string DataFolder => folder.Path;

    /// <summary>Adds entries as the site would.</summary>
    public async Task Write(int entries)
    {
        await using var db = Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var log = new AuditLog(db, Viewer.System, new Hourly());
        for (var i = 0; i < entries; i++)
            await log.Add(new AuditEntry(AuditActions.CycleOpened) { Details = [$"{2000 + i}"], Changes = [new("名", "旧", "新")] }, default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Does what the triggers would refuse, and puts them back so that nobody sees it.</summary>
    public void Tamper(string sql, bool tidily = true)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        var triggers = Ask(connection, "SELECT group_concat(sql || ';', char(10)) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Audit'");
        Ask(connection, "DROP TRIGGER Audit_NoUpdate; DROP TRIGGER Audit_NoDelete;");
        Ask(connection, sql);
        if (tidily)
            Ask(connection, triggers!);
    }

    /// <summary>Writes a row's hash anew, so that the row is whole in itself.</summary>
    public void Rehash(int number)
    {
        using var db = Open();
        var row = db.Audit.AsNoTracking().Single(entry => entry.Id == number);
        Tamper($"UPDATE Audit SET Hash = '{AuditChain.HashOf(row)}' WHERE Id = {number}");
    }

    public AuditVerdict Verify(string? noted = null) => AuditVerification.Verify($"Data Source={File};Pooling=False", noted, default);

    public void Dispose() => folder.Dispose();

    private string File => Path.Combine(folder.Path, "dxrules.db");

    private AdminDb Open()
    {
        var options = new DbContextOptionsBuilder<AdminDb>();
        AdminDb.Use(options, File);
        return new AdminDb(options.Options, Viewer.System);
    }

    private static string? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    private sealed class Hourly : TimeProvider
    {
        private DateTimeOffset now = new(2025, 5, 31, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now = now.AddHours(1);
    }
}
