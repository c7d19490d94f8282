using System.IO.Compression;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>A package (.xlsx, .zip) that is the same to the byte whenever it is made: it does not tell when that was.</summary>
internal static class SteadyPackage
{
    // The first day that a package can tell.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same parts in the same order, none of which tells its time.</summary>
    public static byte[] Of(byte[] package)
    {
        using var read = new ZipArchive(new MemoryStream(package));
        return Pack(read.Entries.Select(part => (part.FullName, Content(part))));
    }

    public static byte[] Pack(IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> parts)
    {
        using var content = new MemoryStream();
        using (var packed = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, part) in parts)
            {
                var entry = packed.CreateEntry(path);
                entry.LastWriteTime = Always;
                using var stream = entry.Open();
                stream.Write(part.Span);
            }
        }
        return content.ToArray();
    }

    private static ReadOnlyMemory<byte> Content(ZipArchiveEntry part)
    {
        using var content = new MemoryStream();
        using var stream = part.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
