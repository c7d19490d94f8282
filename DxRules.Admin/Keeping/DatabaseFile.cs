using System.Globalization;
using System.Reflection;
using DxRules.Admin.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DxRules.Admin.Keeping;

/// <summary>A SQLite file as a whole, whatever the rows in it say.</summary>
internal static class DatabaseFile
{
    private static readonly Lazy<IReadOnlyList<string>> Migrations = new(() =>
        [.. typeof(AdminDb).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)]);

    /// <summary>The steps of the schema that this program knows, in their order.</summary>
    public static IReadOnlyList<string> KnownMigrations => Migrations.Value;

    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(ConnectionString(file, mode));
        connection.Open();
        Text(connection, "PRAGMA busy_timeout=10000");
        return connection;
    }

    public static string ConnectionString(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString();

    /// <summary>Copies a database that others may be writing to, as it is at one moment, into a file without a log beside it.</summary>
    public static void Copy(string source, string destination)
    {
        using var from = Open(source, SqliteOpenMode.ReadWrite);
        using var to = Open(destination, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
        Text(to, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>Takes what lies beside a file that nobody uses into it, so that it can be moved.</summary>
    public static void Settle(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadWrite);
        Text(connection, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>The first thing that is broken in the file itself; null where it is whole.</summary>
    public static string? FirstDamage(string file)
    {
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            if (Text(connection, "PRAGMA integrity_check(1)") is not "ok" and var damage)
                return damage ?? "integrity_check";
            return Text(connection, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1") is { } table ? $"foreign key, {table}" : null;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SqliteTrouble.Corrupt or SqliteTrouble.NoDatabase)
        {
            return failure.Message;
        }
    }

    /// <summary>The newest step of the schema that the file has; empty where it has none.</summary>
    public static string Migration(string file) => AppliedMigrations(file).LastOrDefault("");

    /// <summary>The steps of the schema that the file has and this program does not know.</summary>
    public static IReadOnlyList<string> UnknownMigrations(string file) => [.. AppliedMigrations(file).Except(KnownMigrations)];

    /// <summary>Whether the schema is the one this program works with.</summary>
    public static bool IsCurrent(string file) => AppliedMigrations(file).SequenceEqual(KnownMigrations);

    public static BackupCounts Count(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        return new BackupCounts(Of("Users"), Of("Plans"), Of("PlanVersions"), Of("Cycles"), Of("Runs"), Of("Answers"), Of("Publications"));

        // An older schema may lack a table.
        int Of(string table) => Text(connection, $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = '{table}'") is null
            ? 0
            : int.Parse(Text(connection, $"SELECT count(*) FROM \"{table}\"")!, CultureInfo.InvariantCulture);
    }

    private static List<string> AppliedMigrations(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadOnly);
        var applied = new List<string>();
        if (Text(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'") is null)
            return applied;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"";
        using var row = command.ExecuteReader();
        while (row.Read())
            applied.Add(row.GetString(0));
        return applied;
    }

    private static string? Text(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }
}
