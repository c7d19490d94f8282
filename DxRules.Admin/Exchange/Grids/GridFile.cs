using ExcelDataReader.Exceptions;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>The one place that opens what people send: .xlsx, .xlsm, .xls, .csv, .tsv. Whatever is sent, reading it ends soon and in little memory.</summary>
internal static class GridFile
{
    /// <summary>Bytes of a file; the largest plan has some hundred thousand.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Bytes of a workbook unpacked: a file of a few kilobytes can hold gigabytes of the same letter.</summary>
    public const long LargestContent = 200L * 1024 * 1024;

    /// <summary>Rows of a sheet that are looked at.</summary>
    public const int MostRows = 100_000;

    /// <summary>Filled cells of a file.</summary>
    public const int MostCells = 2_000_000;

    /// <summary>Reads the sheets of a file; what it is is told by its content first, then by its name.</summary>
    /// <param name="name">How messages name the file.</param>
    public static GridReading Read(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        var problems = new CellProblems(name);
        if (content.Length > LargestFile)
            problems.File("DX601", $"ファイルが大きすぎます（{content.Length:#,0}バイト、上限{LargestFile:#,0}バイト）。", $"The file is too large ({content.Length:#,0} bytes; at most {LargestFile:#,0}).");
        else if (WorkbookContent.IsWorkbook(content.Span))
            return new GridReading(ReadWorkbook(content, problems, cancel), null, problems.All);
        else if (content.Span.StartsWith("%PDF-"u8))
            problems.File("DX604", "PDFの表は読めません。元のExcelのブック（.xlsx）かCSVを送ってください。", "Tables in a PDF cannot be read. Send the Excel workbook (.xlsx) or a CSV file that it was made from.");
        else if (IsNamedAsWorkbook(name))
            TellNoWorkbook(problems);
        else
            return TextGrid.Read(name, content, problems, cancel);
        return new GridReading(null, null, problems.All);
    }

    private static bool IsNamedAsWorkbook(string name) => Path.GetExtension(name).StartsWith(".xl", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Grid>? ReadWorkbook(ReadOnlyMemory<byte> content, CellProblems problems, CancellationToken cancel)
    {
        if (WorkbookContent.IsCutOff(content.Span))
        {
            problems.File("DX604", "Excelのブックとして読めません。ファイルが途中で切れています。もう一度送ってください。", "It cannot be read as an Excel workbook: it breaks off. Send it once more.");
            return null;
        }
        try
        {
            var packed = WorkbookContent.Of(content, LargestContent);
            if (packed.HasMacros)
                problems.Warn(null, "DX620", "マクロを含むブックです。マクロは動かさず、保存されている値だけを読みました。", "The workbook holds macros. They were not run; only the values stored in it were read.");
            if (!packed.IsTooLarge)
                return WorkbookGrids.Read(content, problems, cancel);
            problems.File("DX602", "中身が大きすぎます。圧縮されたファイルとして異常です。", "Its content is too large for a workbook of that size.");
        }
        catch (InvalidPasswordException)
        {
            problems.File("DX603", "パスワードで保護されています。保護を外して保存し直してください。", "It is protected by a password. Save it without one.");
        }
        catch (Exception wrong) when (wrong is ExcelReaderException or InvalidDataException or System.Xml.XmlException or IOException or ArgumentException or FormatException or IndexOutOfRangeException or InvalidOperationException or KeyNotFoundException or NullReferenceException or NotSupportedException or OverflowException)
        {
            // The library says so in many ways; whatever it says, this is no workbook that Excel would have saved.
            TellNoWorkbook(problems);
        }
        return null;
    }

    private static void TellNoWorkbook(CellProblems problems) =>
        problems.File("DX604", "Excelのブックとして読めません。Excelで開き、.xlsx形式で保存し直してください。", "It cannot be read as an Excel workbook. Open it in Excel and save it as .xlsx.");
}

/// <summary>What came of opening a file.</summary>
/// <param name="Grids">Its sheets in their order, one of a text file; null where it cannot be read.</param>
/// <param name="Encoding">Of a text file, as officials name it: Shift_JIS（CP932）, UTF-8.</param>
internal sealed record GridReading(IReadOnlyList<Grid>? Grids, string? Encoding, IReadOnlyList<CellProblem> Problems);
