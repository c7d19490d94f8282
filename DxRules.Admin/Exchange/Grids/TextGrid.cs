using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>The cells of a text file: CSV or TSV, in whichever encoding.</summary>
internal sealed class TextGrid(string sheet, DecodedText text, CellProblems problems, CancellationToken cancel)
{
    /// <summary>So many cells are told one by one.</summary>
    private const int MostTold = 20;

    private readonly List<GridCell?[]> rows = [];
    private readonly List<int> widths = [];
    private int undecodable;

    public static GridReading Read(string name, ReadOnlyMemory<byte> content, CellProblems problems, CancellationToken cancel)
    {
        if (TextEncoding.Decode(content.Span) is not { } text)
            problems.File("DX604", "表として読めません。Excelのブック（.xlsx）かCSVを送ってください。", "It cannot be read as a table. Send an Excel workbook (.xlsx) or a CSV file.");
        else if (string.IsNullOrWhiteSpace(text.Text))
            problems.File("DX622", "何も入っていません。", "There is nothing in the file.");
        else
        {
            var grid = new TextGrid(Path.GetFileNameWithoutExtension(name), text, problems, cancel).ReadRows();
            return new GridReading(problems.AnyErrorsInFile ? null : [grid], text.Name, problems.All);
        }
        return new GridReading(null, null, problems.All);
    }

    private Grid ReadRows()
    {
        var separator = SeparatorOf(text.Text);
        using var parser = new CsvParser(new StringReader(text.Text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(), BadDataFound = null, IgnoreBlankLines = false, DetectColumnCountChanges = false, HasHeaderRecord = false,
        });
        var cellsLeft = GridFile.MostCells;
        while (parser.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (rows.Count == GridFile.MostRows || cellsLeft <= 0)
            {
                problems.Cell(new CellPlace(sheet, rows.Count + 1, 0), "DX607", $"{GridFile.MostRows:#,0}行を超えています。不要な行を削除してください。", $"More than {GridFile.MostRows:#,0} rows. Delete those that are not needed.");
                break;
            }
            var cells = ReadRow(parser.Record ?? []);
            cellsLeft -= cells.Length;
            rows.Add(cells);
            widths.Add(parser.Record?.Length ?? 0);
            if (parser.RawRecord.StartsWith('"') | parser.RawRecord.Contains(separator + "\"", StringComparison.Ordinal) && parser.RawRecord.Count(c => c == '"') % 2 == 1)
                problems.Cell(new CellPlace(sheet, rows.Count, 0), "DX623", "引用符（\"）が閉じていません。ファイルが途中で切れているか、引用符が一つ足りません。", "A quotation mark is not closed: the file breaks off, or a mark is missing.");
        }
        TellTooLong();
        if (undecodable > MostTold)
            problems.File("DX626", $"読めない文字のあるセルが、ほかに{undecodable - MostTold:#,0}個あります。", $"{undecodable - MostTold:#,0} more cells hold characters that cannot be read.");
        if (TextEncoding.IsGarbled(text.Text))
            problems.File("DX627", "文字化けしたまま保存されています。UTF-8のファイルをShift_JISとして開いて保存したもののようです。元のファイルを送ってください。", "The text is garbled: it seems to be UTF-8 that was opened as Shift_JIS and saved so. Send the original file.");
        return new Grid(sheet, rows);
    }

    private GridCell?[] ReadRow(string[] fields)
    {
        var last = fields.Length - 1;
        while (last >= 0 && string.IsNullOrWhiteSpace(fields[last]))
            last--;
        var cells = last < 0 ? [] : new GridCell?[last + 1];
        for (var i = 0; i < cells.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(fields[i]))
                continue;
            var value = fields[i].ReplaceLineEndings("\n");
            cells[i] = new GridCell(value, value);
            if (value.Contains(DecodedText.Undecodable) && ++undecodable <= MostTold)
                problems.Cell(new CellPlace(sheet, rows.Count + 1, i), "DX626", $"読めない文字があります。{text.Name}とみて読みました。違うときは、文字コードをUTF-8にして保存し直してください。", $"Some characters cannot be read. The file was taken to be {text.Name}. If it is not, save it anew as UTF-8.");
        }
        return cells;
    }

    // 1,234 without quotation marks makes two cells of one, and every value behind it stands in the wrong column.
    private void TellTooLong()
    {
        var several = widths.Where(width => width > 1).ToList();
        var usual = several.Count == 0 ? 0 : several.GroupBy(width => width).MaxBy(group => group.Count())!.Key;
        if (several.Count(width => width == usual) * 2 <= several.Count)
            return;
        foreach (var number in Enumerable.Range(1, rows.Count).Where(number => rows[number - 1].Length > usual).Take(MostTold))
            problems.Cell(new CellPlace(sheet, number, usual), "DX628", $"この行は{rows[number - 1].Length}列あり、他の行（{usual}列）より多くなっています。桁区切りのカンマがあれば、値を引用符（\"）で囲んでください。",
                $"This row has {rows[number - 1].Length} columns and the others {usual}. Where a figure holds a comma, put it into quotation marks.");
    }

    /// <summary>What stands between values: what most of the first lines hold, a tab before a comma, a comma before a semicolon.</summary>
    private static char SeparatorOf(string text)
    {
        var lines = text.Split('\n', 51).Take(50).Select(line => line.TrimStart()).ToList();
        return new[] { '\t', ',', ';' }.MaxBy(separator => lines.Count(line => line.Contains(separator)));
    }
}
