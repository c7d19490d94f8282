namespace DxRules.Admin.Keeping;

/// <summary>A backup that lies in the folder of a site.</summary>
internal sealed record StoredBackup(string File, long Bytes, BackupManifest Manifest)
{
    public string Name => Path.GetFileName(File);
}

/// <summary>The backups that lie in a folder.</summary>
internal static class StoredBackups
{
    /// <summary>Begins the name of what was made by night, and is deleted again by night.</summary>
    public const string Nightly = "nightly";

    /// <summary>Newest first; what cannot be read is none.</summary>
    public static IReadOnlyList<StoredBackup> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + Backup.Extension).Select(Read).OfType<StoredBackup>().OrderByDescending(backup => backup.Manifest.MadeAt).ThenBy(backup => backup.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>Deletes the oldest of those made by night.</summary>
    public static void Thin(string folder, int keep)
    {
        foreach (var old in In(folder).Where(backup => backup.Name.StartsWith(Nightly + "-", StringComparison.Ordinal)).Skip(keep))
            File.Delete(old.File);
    }

    private static StoredBackup? Read(string file) => BackupFile.Manifest(file) is { } manifest ? new StoredBackup(file, new FileInfo(file).Length, manifest) : null;
}
