using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>
/// A plan as text tables: a CSV file for each sheet of its workbook, with the same headings, in UTF-8 with a byte order mark. What is read back without a
/// change is the same plan.
/// </summary>
internal static class PlanCsv
{
    public const string Extension = ".csv";

    private const int ShiftJis = 932;

    /// <summary>Files in an archive; a plan has some forty.</summary>
    private const int MostFiles = 500;

    // Of one time for all, so that the same plan gives the same archive.
    private static readonly DateTimeOffset Packed = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The files by their names, in the order of the workbook.</summary>
    /// <param name="slice">What is in them; null for empty ones.</param>
    /// <param name="about">What they say of themselves (<see cref="WorkbookAbout.Rows"/>); null where nothing.</param>
    public static IEnumerable<(string Name, byte[] Content)> Write(PlanSlice? slice, IEnumerable<(string Label, string? Value)>? about = null)
    {
        if (about is not null)
            yield return (WorkbookAbout.SheetName + Extension, Content(about.Select(row => (object?[])[row.Label, row.Value])));
        var rows = slice is null ? null : PlanRow.Of(slice.Document);
        foreach (var shape in WorkbookShape.Instance.Sheets)
            yield return (shape.Name + Extension, Content(Rows(shape, rows?[shape] ?? [])));
    }

    /// <summary>The files of <see cref="Write"/> or any others in a .zip archive.</summary>
    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, file) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Packed;
                using var stream = entry.Open();
                stream.Write(file);
            }
        }
        return content.ToArray();
    }

    /// <summary>Reads the files of a folder or of an archive.</summary>
    /// <param name="name">How messages name the whole.</param>
    public static WorkbookReading Read(string name, IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> files)
    {
        var problems = new CellProblems(name);
        return PlanWorkbookReader.Read(name, [.. files.Select(file => Table(Path.GetFileNameWithoutExtension(file.Name), file.Content, problems))], problems);
    }

    /// <summary>Reads an archive; entries that are no CSV files are told.</summary>
    public static WorkbookReading ReadZip(string name, ReadOnlyMemory<byte> content)
    {
        var problems = new CellProblems(name);
        try
        {
            if (content.Length > GridFile.LargestFile)
                problems.File("DX601", $"ファイルが大きすぎます（{content.Length:#,0}バイト、上限{GridFile.LargestFile:#,0}バイト）。", $"The file is too large ({content.Length:#,0} bytes; at most {GridFile.LargestFile:#,0}).");
            else if (Unpack(content) is { } files)
                return Read(name, files);
            else
                problems.File("DX602", "中身が大きすぎます。圧縮されたファイルとして異常です。", "Its content is too large for an archive of that size.");
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            problems.File("DX676", "ZIPとして読めません。CSVのファイルをまとめて圧縮し直してください。", "It cannot be read as a .zip archive. Pack the CSV files anew.");
        }
        return new WorkbookReading(null, problems.All);
    }

    private static List<(string, ReadOnlyMemory<byte>)>? Unpack(ReadOnlyMemory<byte> content)
    {
        // Windows names files so where the archive does not say UTF-8.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.GetEncoding(ShiftJis));
        if (zip.Entries.Count > MostFiles)
            return null;
        var (files, left) = (new List<(string, ReadOnlyMemory<byte>)>(), GridFile.LargestContent);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0))
        {
            // What an entry says of its size can be a lie, so it is counted as it is unpacked.
            using var stream = entry.Open();
            using var file = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = stream.Read(buffer)) > 0; file.Write(buffer, 0, read))
            {
                if ((left -= read) < 0)
                    return null;
            }
            files.Add((entry.Name, file.ToArray()));
        }
        return files;
    }

    private static IEnumerable<object?[]> Rows(SheetShape shape, IEnumerable<PlanRow> rows) =>
        rows.Select(row => (object?[])[.. shape.NamesHolder ? [row.Holder, row.HolderTitle] : Array.Empty<object?>(), .. row.Cells]).Prepend([.. PlanWorkbook.Headings(shape)]);

    private static byte[] Content(IEnumerable<object?[]> rows) =>
        Encoding.UTF8.GetBytes(Csv.Bom + string.Concat(rows.Select(row => Csv.Row(row.Select(cell => CsvCell.Value(cell))))));

    private static SheetTable Table(string sheet, ReadOnlyMemory<byte> content, CellProblems problems)
    {
        var rows = new List<object?[]>();
        using var parser = new CsvParser(new StringReader(Decoded(content.Span)), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null, IgnoreBlankLines = false, DetectColumnCountChanges = false, HasHeaderRecord = false,
        });
        while (parser.Read())
        {
            if (rows.Count == GridFile.MostRows)
            {
                problems.Cell(new CellPlace(sheet, rows.Count + 1, 0), "DX607", $"{GridFile.MostRows:#,0}行を超えています。不要な行を削除してください。", $"More than {GridFile.MostRows:#,0} rows. Delete those that are not needed.");
                break;
            }
            rows.Add(Array.ConvertAll(parser.Record ?? [], field => string.IsNullOrWhiteSpace(field) ? null : (object)CsvCell.TextOf(field.ReplaceLineEndings("\n"))));
        }
        return new SheetTable(sheet, rows);
    }

    // Excel saves as Shift_JIS where it is not told otherwise.
    private static string Decoded(ReadOnlySpan<byte> content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(ShiftJis).GetString(content);
        }
    }
}
