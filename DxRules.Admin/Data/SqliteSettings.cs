using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DxRules.Admin.Data;

/// <summary>
/// What every connection is told: write-ahead logging, so that reading never waits for writing; and to wait for another writer instead of failing.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Waiting = "PRAGMA busy_timeout=10000;";
    private const string WritingAhead = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = PragmasOf(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = PragmasOf(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // EF Core looks with a connection that only reads whether there is a database: it cannot change that of a backup, which writes no log ahead.
    private static string PragmasOf(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Waiting : Waiting + WritingAhead;
}
