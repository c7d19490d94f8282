using System.IO.Compression;
using DxRules.Engine.Text;

namespace DxRules.Admin.Keeping;

/// <summary>A backup as it lies on a disk: what it says of itself, and whether that is so.</summary>
internal static class BackupFile
{
    private const int LargestManifest = 64 * 1024;

    /// <summary>What a backup says of itself; the content is not looked at. Null where the file is none.</summary>
    public static BackupManifest? Manifest(string file)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file);
            return Manifest(archive);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads all of it; gives what is wrong, or null.</summary>
    /// <param name="name">How messages call it.</param>
    public static Diagnostic? Verify(string file, string name, CancellationToken cancel)
    {
        try
        {
            Read(file, name, Stream.Null, cancel);
            return null;
        }
        catch (BackupRefused refused)
        {
            return refused.Problem;
        }
    }

    /// <summary>Writes the database of a backup to a stream; gives what the backup says of itself.</summary>
    /// <exception cref="BackupRefused">It is no backup, or not what it was when it was made.</exception>
    public static BackupManifest Read(string file, string name, Stream database, CancellationToken cancel)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file);
            if (archive.GetEntry(BackupManifest.FileName) is null)
                throw new BackupRefused(BackupProblems.NoBackup(name));
            if (Manifest(archive) is not { } manifest)
                throw new BackupRefused(BackupProblems.WrongManifest(name));
            var part = manifest.Parts[0];
            if (archive.GetEntry(part.Name) is not { } entry)
                throw new BackupRefused(BackupProblems.Incomplete(name));
            using var content = entry.Open();
            var found = Streams.Copy(content, database, cancel, part.Bytes);
            return found == part.Sha256 ? manifest : throw new BackupRefused(BackupProblems.Changed(name, part, found));
        }
        catch (InvalidDataException)
        {
            throw new BackupRefused(Begins(file, "PK"u8) ? BackupProblems.Incomplete(name) : BackupProblems.NoBackup(name));
        }
    }

    private static BackupManifest? Manifest(ZipArchive archive)
    {
        if (archive.GetEntry(BackupManifest.FileName) is not { Length: <= LargestManifest } entry)
            return null;
        using var content = entry.Open();
        var utf8 = new byte[entry.Length];
        content.ReadExactly(utf8);
        return BackupManifest.Read(utf8);
    }

    private static bool Begins(string file, ReadOnlySpan<byte> with)
    {
        using var content = File.OpenRead(file);
        Span<byte> head = stackalloc byte[with.Length];
        return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == with.Length && head.SequenceEqual(with);
    }
}
