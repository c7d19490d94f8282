using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>A sheet as it was filled in: the cells of its rows from the first one on.</summary>
/// <param name="Rows">As many cells a row as the sheet is wide; null for an empty one.</param>
internal sealed record SheetTable(string Name, IReadOnlyList<object?[]> Rows)
{
    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal) { "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!" };

    /// <summary>Every sheet of a workbook.</summary>
    public static IReadOnlyList<SheetTable> Read(ReadOnlyMemory<byte> content, int mostRows, WorkbookProblems problems)
    {
        // Old workbooks (.xls) name their texts' encoding by its code page.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        using var workbook = ExcelReaderFactory.CreateReader(stream);
        var tables = new List<SheetTable>();
        do
            tables.Add(new SheetTable(workbook.Name, ReadRows(workbook, mostRows, problems)));
        while (workbook.NextResult());
        return tables;
    }

    private static List<object?[]> ReadRows(IExcelDataReader workbook, int mostRows, WorkbookProblems problems)
    {
        var rows = new List<object?[]>();
        var filled = 0;
        for (var number = 1; workbook.Read(); number++)
        {
            var cells = new object?[workbook.FieldCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = ReadCell(workbook, i, number, problems);
            if (cells.Any(cell => cell is not null))
                filled = number;

            // A sheet that was formatted down to its end holds a million empty rows.
            if (filled == number)
            {
                while (rows.Count < number - 1 && number <= mostRows)
                    rows.Add([]);
                rows.Add(cells);
            }
            if (number > mostRows)
            {
                if (filled == number)
                    problems.Cell(new CellPlace(workbook.Name, number, 0), "DX607", $"{mostRows:#,0}行を超えています。不要な行を削除してください。", $"More than {mostRows:#,0} rows. Delete those that are not needed.");
                break;
            }
        }
        return rows;
    }

    private static object? ReadCell(IExcelDataReader workbook, int column, int row, WorkbookProblems problems)
    {
        if (workbook.GetValue(column) is string value && Errors.Contains(value))
        {
            problems.Cell(new CellPlace(workbook.Name, row, column), "DX608", $"数式がエラー（{value}）になっています。値を入力し直してください。", $"The formula gives an error ({value}). Enter the value.");
            return null;
        }
        return workbook.GetValue(column) is string text ? (string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n")) : workbook.GetValue(column);
    }
}

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
