using System.IO.Compression;
using System.Text;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>What a workbook is packed in, looked at before it is read.</summary>
/// <param name="IsTooLarge">Whether its parts say, or turn out, to be larger than allowed.</param>
/// <param name="HasMacros">Whether it holds macros, which nothing here runs.</param>
internal readonly record struct WorkbookContent(bool IsTooLarge, bool HasMacros)
{
    private static readonly byte[] OldMacros = Encoding.Unicode.GetBytes("_VBA_PROJECT_CUR");

    /// <summary>A workbook with a hundred sheets has some hundred parts.</summary>
    public const int MostParts = 10_000;

    /// <summary>Whether these are the first bytes of a workbook of any age.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> content) => IsPacked(content) || IsCompound(content);

    /// <summary>Whether a packed workbook ends before the list of its parts, as one does that was sent only in part.</summary>
    public static bool IsCutOff(ReadOnlySpan<byte> content) =>
        IsPacked(content) && content[Math.Max(0, content.Length - 65_557)..].IndexOf("PK\u0005\u0006"u8) < 0;

    public static WorkbookContent Of(ReadOnlyMemory<byte> content, long largest)
    {
        // Old workbooks (.xls) are not packed.
        if (!IsPacked(content.Span))
            return new WorkbookContent(false, content.Span.IndexOf(OldMacros) >= 0);
        using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false));
        if (zip.Entries.Count > MostParts)
            return new WorkbookContent(true, false);
        var hasMacros = zip.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        var left = largest;
        var buffer = new byte[81920];
        foreach (var entry in zip.Entries)
        {
            // What a part says of its size can be a lie, so it is unpacked and counted.
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                if ((left -= read) < 0)
                    return new WorkbookContent(true, hasMacros);
            }
        }
        return new WorkbookContent(false, hasMacros);
    }

    private static bool IsPacked(ReadOnlySpan<byte> content) => content.StartsWith("PK"u8);

    private static bool IsCompound(ReadOnlySpan<byte> content) => content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) || content.StartsWith<byte>([0x09, 0x08]);
}
