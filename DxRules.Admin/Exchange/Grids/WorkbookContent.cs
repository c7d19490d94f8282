using System.IO.Compression;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>What a workbook is packed in.</summary>
internal static class WorkbookContent
{
    /// <summary>Whether its parts say, or turn out, to be larger than allowed. Old workbooks (.xls) are not packed.</summary>
    public static bool IsTooLarge(ReadOnlyMemory<byte> content, long largest)
    {
        if (!content.Span.StartsWith("PK"u8))
            return false;
        using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false));
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
                    return true;
            }
        }
        return false;
    }
}
