using DxRules.Admin.Hosting;

namespace DxRules.Admin.Keeping;

/// <summary>What is done with the data of a folder before this version of the program opens them.</summary>
internal static class BeforeUpdate
{
    /// <summary>Begins the name of a backup made before an update.</summary>
    public const string Kind = "before-update";

    /// <summary>Makes a backup of data of an earlier version, which this one is about to change.</summary>
    /// <exception cref="BackupRefused">They are of a later version, which this one would spoil, or are damaged.</exception>
    public static BackupMade? Save(SiteOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var database = options.DatabaseFile;
        if (!File.Exists(database) || new FileInfo(database).Length == 0)
            return null;
        if (DatabaseFile.UnknownMigrations(database) is [.., var newest])
            throw new BackupRefused(BackupProblems.Newer(database, "", newest, Backup.Version));
        if (options.Demo || DatabaseFile.IsCurrent(database) || DatabaseFile.Migration(database).Length == 0)
            return null;
        var now = clock.GetUtcNow();
        return Backup.Make(database, Path.Combine(options.BackupFolder, Backup.NameAt(now, Kind)), options.Demo, now, cancel);
    }
}
