using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using DxRules.Admin.Audit;
using DxRules.Admin.Localization;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Keeping;

/// <summary>A backup that was made.</summary>
internal sealed record BackupMade(string File, long Bytes, BackupManifest Manifest);

/// <summary>
/// Makes a backup of a database while the site is in use: a copy of one moment, verified, packed, read back and only then given its name. What is cut off
/// on the way leaves nothing that looks like a backup.
/// </summary>
internal static class Backup
{
    public const string Extension = ".dxbackup";

    public const string Unfinished = ".partial";
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(6);

    public static string Version => PlanCheck.EngineVersion;

    /// <summary>Where the backups of a site lie, unless somebody said otherwise.</summary>
    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "backups");

    /// <summary>A name for a backup of this moment; sorted by name they are sorted by time.</summary>
    public static string NameAt(DateTimeOffset now, string kind = "dxrules") => string.Create(CultureInfo.InvariantCulture, $"{kind}-{Dates.ClockInJapan(now):yyyyMMdd-HHmmss}{Extension}");

    /// <param name="file">Where the backup is to lie; nothing may lie there yet.</param>
    /// <exception cref="BackupRefused">The database is damaged.</exception>
    public static BackupMade Make(string database, string file, bool demo, DateTimeOffset now, CancellationToken cancel)
    {
        OwnFiles.Folder(Path.GetDirectoryName(file)!);
        RemoveAbandoned(Path.GetDirectoryName(file)!);
        var place = file + Unfinished;
        OwnFiles.Folder(place);
        try
        {
            var copy = Path.Combine(place, BackupPart.Database);
            DatabaseFile.Copy(database, copy);
            cancel.ThrowIfCancellationRequested();
            if (DatabaseFile.FirstDamage(copy) is { } damage)
                throw new BackupRefused(BackupProblems.Damaged(database, damage));
            var manifest = Describe(copy, demo, now, cancel);
            var packed = Path.Combine(place, "packed");
            Pack(copy, manifest, packed, cancel);
            File.Delete(copy);

            // Read back: what the disk gives is what counts.
            if (BackupFile.Verify(packed, file, cancel) is { } wrong)
                throw new BackupRefused(wrong);
            File.Move(packed, file);
            return new BackupMade(file, new FileInfo(file).Length, manifest);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static BackupManifest Describe(string copy, bool demo, DateTimeOffset now, CancellationToken cancel)
    {
        var verdict = AuditVerification.Verify(DatabaseFile.ConnectionString(copy, SqliteOpenMode.ReadOnly), null, cancel);
        using var content = File.OpenRead(copy);
        var part = new BackupPart(BackupPart.Database, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        return new BackupManifest(
            BackupManifest.FormatName, Version, now, demo, DatabaseFile.Migration(copy), [part],
            new BackedUpLog(verdict.Entries, verdict.LastHash, verdict.Tampering is null), DatabaseFile.Count(copy));
    }

    private static void Pack(string copy, BackupManifest manifest, string packed, CancellationToken cancel)
    {
        using var file = OwnFiles.New(packed);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var head = archive.CreateEntry(BackupManifest.FileName).Open())
                head.Write(manifest.ToJson());
            using var part = archive.CreateEntry(BackupPart.Database, CompressionLevel.Fastest).Open();
            using var content = File.OpenRead(copy);
            Streams.Copy(content, part, cancel);
        }
        file.Flush(flushToDisk: true);
    }

    private static void RemoveAbandoned(string folder)
    {
        foreach (var place in Directory.EnumerateDirectories(folder, "*" + Extension + Unfinished).Where(place => Directory.GetLastWriteTimeUtc(place) < DateTime.UtcNow - Abandoned))
            Directory.Delete(place, recursive: true);
    }
}

/// <summary>Why there is no backup, or why one is not restored.</summary>
internal sealed class BackupRefused(Diagnostic problem) : Exception(problem.Message.En)
{
    public Diagnostic Problem => problem;
}
