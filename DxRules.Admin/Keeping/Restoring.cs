using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;
using Microsoft.Data.Sqlite;

namespace DxRules.Admin.Keeping;

/// <summary>A backup whose database was unpacked and verified, beside the place it is to take.</summary>
/// <param name="IsCurrent">Whether its schema is the one of this program; if not, the next start of the site brings it up to date.</param>
internal sealed record Unpacked(string Place, BackupManifest Manifest, bool IsCurrent)
{
    public string Database => Path.Combine(Place, BackupPart.Database);
}

/// <summary>
/// Puts the database of a backup in its place. Nothing that is there is touched before all of the backup is verified, and what it replaces is kept.
/// </summary>
internal static class Restoring
{
    /// <summary>Lies in the folder as long as the old is moved out and the new moved in; a site does not start on such a folder.</summary>
    private const string Mark = "restore.unfinished";

    public static bool IsUnfinished(string folder) => File.Exists(Path.Combine(folder, Mark));

    /// <summary>Unpacks a backup into a folder of its own and verifies it: hashes, the file itself, schema, audit log.</summary>
    /// <param name="place">Made by this, for the caller to delete.</param>
    /// <exception cref="BackupRefused">It cannot be restored.</exception>
    public static Unpacked Unpack(string file, string place, bool despiteTampering, CancellationToken cancel)
    {
        OwnFiles.Folder(place);
        var database = Path.Combine(place, BackupPart.Database);
        BackupManifest manifest;
        using (var content = OwnFiles.New(database))
        {
            manifest = BackupFile.Read(file, file, content, cancel);
            content.Flush(flushToDisk: true);
        }
        if (manifest.Demo)
            throw new BackupRefused(BackupProblems.OfDemonstration(file));
        if (DatabaseFile.FirstDamage(database) is { } damage)
            throw new BackupRefused(BackupProblems.Damaged(file, damage));
        if (DatabaseFile.UnknownMigrations(database) is [.., var newest])
            throw new BackupRefused(BackupProblems.Newer(file, manifest.Dxrules, newest, Backup.Version));
        var verdict = AuditVerification.Verify(DatabaseFile.ConnectionString(database, SqliteOpenMode.ReadOnly), null, cancel);
        if (verdict.Tampering is not null && !despiteTampering)
            throw new BackupRefused(BackupProblems.Tampered(file, Said(verdict)));
        return new Unpacked(place, manifest, DatabaseFile.IsCurrent(database));
    }

    /// <summary>Puts an unpacked database in its place, within the same folder.</summary>
    /// <returns>Where what was there before lies now; null where there was nothing.</returns>
    public static string? Put(Unpacked unpacked, string databaseFile, DateTimeOffset now)
    {
        var folder = Path.GetDirectoryName(databaseFile)!;
        var mark = Path.Combine(folder, Mark);
        File.WriteAllText(mark, "dxrules restore\n");
        var kept = Keep(databaseFile, now);
        File.Move(unpacked.Database, databaseFile);
        File.Delete(mark);
        return kept;
    }

    // The keys go with the old data: a session of the time of the backup, which may have ended since, must not be good again.
    private static string? Keep(string databaseFile, DateTimeOffset now)
    {
        var folder = Path.GetDirectoryName(databaseFile)!;
        string[] old = [databaseFile, databaseFile + "-wal", databaseFile + "-shm", databaseFile + "-journal", Path.Combine(folder, "keys")];
        var there = old.Where(Path.Exists).ToList();
        if (there.Count == 0)
            return null;
        var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"before-restore-{Dates.ClockInJapan(now):yyyyMMdd-HHmmss}"));
        var kept = name;
        for (var i = 2; Path.Exists(kept); i++)
            kept = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        OwnFiles.Folder(kept);
        foreach (var path in there)
            Directory.Move(path, Path.Combine(kept, Path.GetFileName(path)));
        return kept;
    }

    private static LocalizedText Said(AuditVerdict verdict) => new(
        VerdictText.Of(verdict, numbers: true, new Texts(Language.Japanese)), VerdictText.Of(verdict, numbers: true, new Texts(Language.English)));
}
