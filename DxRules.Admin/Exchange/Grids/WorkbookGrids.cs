using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>The sheets of an Excel workbook. Formulas give what Excel last worked out; nothing is run.</summary>
internal static class WorkbookGrids
{
    public static IReadOnlyList<Grid> Read(ReadOnlyMemory<byte> content, CellProblems problems, CancellationToken cancel)
    {
        // Old workbooks (.xls) name their texts' encoding by its code page.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        using var workbook = ExcelReaderFactory.CreateReader(stream);
        var grids = new List<Grid>();
        do
            grids.Add(ReadSheet(workbook, problems, cancel));
        while (workbook.NextResult());
        return grids;
    }

    private static Grid ReadSheet(IExcelDataReader workbook, CellProblems problems, CancellationToken cancel)
    {
        var rows = new List<GridCell?[]>();
        for (var number = 1; workbook.Read(); number++)
        {
            cancel.ThrowIfCancellationRequested();
            var cells = ReadRow(workbook, number, problems);

            // A sheet that was formatted down to its end holds a million empty rows.
            if (cells.Length > 0 && number > GridFile.MostRows)
            {
                problems.Cell(new CellPlace(workbook.Name, number, 0), "DX607", $"{GridFile.MostRows:#,0}行を超えています。不要な行を削除してください。", $"More than {GridFile.MostRows:#,0} rows. Delete those that are not needed.");
                break;
            }
            if (cells.Length == 0)
                continue;
            while (rows.Count < number - 1)
                rows.Add([]);
            rows.Add(cells);
        }
        return new Grid(workbook.Name, rows);
    }

    private static GridCell?[] ReadRow(IExcelDataReader workbook, int number, CellProblems problems)
    {
        var last = workbook.FieldCount - 1;
        while (last >= 0 && IsEmpty(workbook, last))
            last--;
        var cells = last < 0 ? [] : new GridCell?[last + 1];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = ReadCell(workbook, i);
            if (cells[i]?.Value is CellError error)
                problems.Warn(new CellPlace(workbook.Name, number, i), "DX608", $"数式がエラー（{error.Text}）になっています。値を入力し直してください。", $"The formula gives an error ({error.Text}). Enter the value.");
        }
        return cells;
    }

    private static bool IsEmpty(IExcelDataReader workbook, int column) =>
        workbook.GetValue(column) is not { } value || (value is string text && string.IsNullOrWhiteSpace(text));

    private static GridCell? ReadCell(IExcelDataReader workbook, int column) => workbook.GetValue(column) switch
    {
        null => null,
        string text when string.IsNullOrWhiteSpace(text) => null,
        string text when Errors.Contains(text) => new GridCell(new CellError(text), text),
        string text => TextCell(text.ReplaceLineEndings("\n")),
        IFormattable value => new GridCell(value, value.ToString(null, CultureInfo.InvariantCulture)),
        { } value => new GridCell(value, value.ToString() ?? ""),
    };

    private static GridCell TextCell(string text) => new(text, text);

    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal) { "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!" };
}
