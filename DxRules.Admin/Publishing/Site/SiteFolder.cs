using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing.Site;

/// <summary>
/// The public site as a folder. It is written beside the folder and takes its place when all of it is there, so that nobody ever finds half of it. A list
/// of its files (as <c>sha256sum -c</c> reads it) tells what an earlier writing left, which alone may be replaced.
/// </summary>
internal static class SiteFolder
{
    public const string List = "dxrules-publish.sha256";

    private const int MostNamed = 3;

    /// <summary>Why the folder may not be written, or null where it may.</summary>
    /// <param name="replace">Whether what an earlier writing left may be replaced.</param>
    public static LocalizedText? Refuse(string folder, bool replace)
    {
        if (File.Exists(folder))
            return new($"{folder} はファイルです。フォルダーを指定してください。", $"{folder} is a file. Name a folder.");
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
            return null;
        if (!File.Exists(Path.Combine(folder, List)))
            return new($"フォルダー {folder} には、ほかのものが入っています。空のフォルダーか、まだないフォルダーを指定してください。", $"The folder {folder} holds something else. Name an empty folder or one that is not there yet.");
        if (!replace)
            return new($"フォルダー {folder} には、前に書き出したものがあります。置き換えるには --replace を付けてください。", $"The folder {folder} holds what was published before. Use --replace to replace it.");
        return Foreign(folder) is { Count: > 0 } foreign
            ? new(
                $"フォルダー {folder} には、書き出したもののほかに手を加えたファイルがあります: {string.Join("、", foreign.Take(MostNamed))}{(foreign.Count > MostNamed ? $" ほか{foreign.Count - MostNamed}件" : "")}。別の場所へ移してから、もう一度実行してください。",
                $"The folder {folder} holds files that were added or changed since: {string.Join(", ", foreign.Take(MostNamed))}{(foreign.Count > MostNamed ? $" and {foreign.Count - MostNamed} more" : "")}. Move them elsewhere and try again.")
            : null;
    }

    /// <summary>Writes all files, or none. Where the folder is there already, it has to be one that <see cref="Refuse"/> let pass.</summary>
    /// <param name="written">Hears how many files are there already.</param>
    public static void Write(PublicSite site, string folder, Action<int> written, CancellationToken cancel)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var (fresh, old) = ($"{target}.new-{Environment.ProcessId}", $"{target}.old-{Environment.ProcessId}");
        try
        {
            WriteFiles(site, fresh, written, cancel);
            var isThere = Directory.Exists(target);
            if (isThere)
                Directory.Move(target, old);
            try
            {
                Directory.Move(fresh, target);
            }
            catch when (isThere)
            {
                Directory.Move(old, target);
                throw;
            }
            if (isThere)
                Directory.Delete(old, recursive: true);
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
    }

    private static void WriteFiles(PublicSite site, string folder, Action<int> written, CancellationToken cancel)
    {
        var hashes = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Directory.CreateDirectory(folder);
        foreach (var below in site.Paths.Select(Path.GetDirectoryName).Distinct())
            Directory.CreateDirectory(Path.Combine(folder, below!));
        Parallel.ForEach(site.Paths, new ParallelOptions { CancellationToken = cancel }, path =>
        {
            var content = site.File(path)!.Content.Span;
            File.WriteAllBytes(Path.Combine(folder, path), content);
            hashes[path] = Convert.ToHexStringLower(SHA256.HashData(content));
            written(hashes.Count);
        });
        File.WriteAllText(Path.Combine(folder, List), string.Concat(hashes.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}\n")), new UTF8Encoding(false));
    }

    // What was added, and what is no longer as it was written.
    private static List<string> Foreign(string folder)
    {
        var known = File.ReadLines(Path.Combine(folder, List)).Select(line => line.Split("  ", 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[1], StringComparer.Ordinal).ToDictionary(file => file.Key, file => file.First()[0], StringComparer.Ordinal);
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Where(path => path != List)
                .Where(path => !known.TryGetValue(path, out var hash) || hash != Hash(Path.Combine(folder, path))).Order(StringComparer.Ordinal),
        ];
    }

    private static string Hash(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
