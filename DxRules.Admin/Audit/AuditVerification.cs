using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Audit;

/// <summary>
/// Reads the audit log from its first entry to its last and tells where it was tampered with. It reads columns as they lie in the table, row by row, so
/// that no row is too odd to be told and a long log needs no more memory than a short one.
/// </summary>
internal static class AuditVerification
{
    private static readonly string Select = $"SELECT {string.Join(", ", AuditChain.Columns.Select(column => $"\"{column}\""))}, \"Hash\" FROM \"Audit\" ORDER BY \"Id\"";

    /// <summary>Verifies the log as it is now; whoever writes meanwhile is not kept waiting.</summary>
    /// <param name="noted">A hash that was noted when it was that of the last entry; null where there is none.</param>
    public static AuditVerdict Verify(string connectionString, string? noted, CancellationToken cancel)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();

        // One snapshot for all that is asked.
        using var transaction = connection.BeginTransaction(deferred: true);
        var head = Number(connection, AuditHead.Query);
        var (entries, last, tampering) = Walk(connection, head, noted, out var isThere, cancel);
        tampering ??= noted is not null && !isThere ? new AuditTampering(TamperingKind.NotedMissing) : null;
        tampering ??= IsGuarded(connection) ? null : new AuditTampering(TamperingKind.Unguarded);
        return new AuditVerdict(entries, last, tampering);
    }

    private static AuditVerdict Walk(SqliteConnection connection, long head, string? noted, out bool isThere, CancellationToken cancel)
    {
        var (entries, previous) = (0, AuditChain.Start);
        AuditTampering? tampering = null;
        isThere = false;
        StoredEntry? before = null;
        foreach (var entry in Read(connection, cancel))
        {
            tampering ??= Look(connection, entry, before, previous, expected: entries + 1, head);
            isThere |= string.Equals(entry.Hash, noted, StringComparison.OrdinalIgnoreCase);
            entries++;
            (before, previous) = (entry, entry.Hash ?? "");
        }
        tampering ??= entries < head ? new AuditTampering(TamperingKind.CutOff, entries + 1) : null;
        return new AuditVerdict(entries, previous, tampering);
    }

    private static AuditTampering? Look(SqliteConnection connection, StoredEntry entry, StoredEntry? before, string previous, long expected, long head)
    {
        if (entry.Id < expected || entry.Id > head)
            return new AuditTampering(TamperingKind.Inserted, entry.Id, entry.At);
        if (entry.Id > expected)
            return new AuditTampering(TamperingKind.Missing, expected);
        if (!entry.IsWhole(entry.Id))
            return Diagnose(connection, entry, previous, head);
        if (entry.PreviousHash == previous)
            return null;

        // This entry is whole and follows another than the one that stands there, which so was written anew with its hash.
        return before is null ? new AuditTampering(TamperingKind.Changed, entry.Id, entry.At) : new AuditTampering(TamperingKind.Changed, before.Id, before.At);
    }

    private static AuditTampering Diagnose(SqliteConnection connection, StoredEntry entry, string previous, long head)
    {
        for (var number = 1L; number <= head; number++)
        {
            if (entry.IsWhole(number))
            {
                return Number(connection, "SELECT count(*) FROM \"Audit\" WHERE \"Hash\" = @value", entry.PreviousHash) == 0 && entry.PreviousHash != AuditChain.Start
                    ? new AuditTampering(TamperingKind.Missing, entry.Id)
                    : new AuditTampering(TamperingKind.Moved, entry.Id, entry.At, number);
            }
        }

        // Where the next entry is the one that stood here, this one was put before it.
        var next = Number(connection, "SELECT count(*) FROM \"Audit\" WHERE \"PreviousHash\" = @value AND \"Id\" > @id", previous, entry.Id);
        return new AuditTampering(next > 0 ? TamperingKind.Inserted : TamperingKind.Changed, entry.Id, entry.At);
    }

    private static IEnumerable<StoredEntry> Read(SqliteConnection connection, CancellationToken cancel)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Select;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var columns = new string?[row.FieldCount];
            for (var i = 0; i < columns.Length; i++)
                columns[i] = row.IsDBNull(i) ? null : row.GetString(i);
            yield return new StoredEntry(columns[..^1], columns[^1]);
        }
    }

    private static bool IsGuarded(SqliteConnection connection) =>
        Number(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Audit' AND name IN ('Audit_NoUpdate', 'Audit_NoDelete')") == 2;

    private static long Number(SqliteConnection connection, string query, string? value = null, long id = 0)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("@value", (object?)value ?? DBNull.Value);
        command.Parameters.AddWithValue("@id", id);
        return (long)command.ExecuteScalar()!;
    }

    /// <param name="Columns">As <see cref="AuditChain.Columns"/> names them.</param>
    private sealed record StoredEntry(string?[] Columns, string? Hash)
    {
        private const int IdColumn = 1;

        public string? PreviousHash => Columns[0];
        public long Id { get; } = long.Parse(Columns[IdColumn]!, CultureInfo.InvariantCulture);
        public string? At => Columns[2];

        /// <summary>Whether the hash is the right one if the entry has this number.</summary>
        public bool IsWhole(long number)
        {
            Columns[IdColumn] = number.ToString(CultureInfo.InvariantCulture);
            return AuditChain.HashOf(Columns) == Hash;
        }
    }
}
