using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>The sheets of an Excel workbook. Formulas give what Excel last worked out; nothing is run.</summary>
internal sealed class WorkbookGrids(IExcelDataReader workbook, FormulaErrors errors, CellProblems problems, CancellationToken cancel)
{
    private int cellsLeft = GridFile.MostCells;

    public static IReadOnlyList<Grid> Read(ReadOnlyMemory<byte> content, CellProblems problems, CancellationToken cancel)
    {
        // Old workbooks (.xls) name their texts' encoding by its code page.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        using var workbook = ExcelReaderFactory.CreateReader(stream);
        var reading = new WorkbookGrids(workbook, FormulaErrors.Of(content), problems, cancel);
        var grids = new List<Grid>();
        do
            grids.Add(reading.ReadSheet());
        while (workbook.NextResult());
        return grids;
    }

    private Grid ReadSheet()
    {
        var (rows, hiddenRows) = (new List<GridCell?[]>(), new SortedSet<int>());
        for (var number = 1; workbook.Read() && cellsLeft > 0; number++)
        {
            cancel.ThrowIfCancellationRequested();
            var cells = ReadRow(number);

            // A sheet that was formatted down to its end holds a million empty rows.
            if (cells.Length == 0)
                continue;
            if (number > GridFile.MostRows)
            {
                problems.Cell(new CellPlace(workbook.Name, number, 0), "DX607", $"{GridFile.MostRows:#,0}行を超えています。不要な行を削除してください。", $"More than {GridFile.MostRows:#,0} rows. Delete those that are not needed.");
                break;
            }
            while (rows.Count < number - 1)
                rows.Add([]);
            rows.Add(cells);
            TellErrors(cells, number);
            if (workbook.RowHeight == 0)
                hiddenRows.Add(number);
        }
        if (cellsLeft <= 0)
            problems.Sheet(workbook.Name, "DX621", $"値の入ったセルが{GridFile.MostCells:#,0}個を超えています。必要なシートだけのファイルにしてください。", $"More than {GridFile.MostCells:#,0} filled cells. Keep only the sheets that are needed.");
        return ToGrid(rows, hiddenRows);
    }

    private Grid ToGrid(List<GridCell?[]> rows, SortedSet<int> hiddenRows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Length);
        var hiddenColumns = new SortedSet<int>(Enumerable.Range(0, width).Where(column => workbook.GetColumnWidth(column) == 0 && rows.Exists(row => column < row.Length && row[column] is not null)));
        var grid = new Grid(workbook.Name, rows)
        {
            IsHidden = workbook.VisibleState != "visible",
            HiddenRows = hiddenRows,
            HiddenColumns = hiddenColumns,
            Merges = [.. (workbook.MergeCells ?? []).Select(area => new GridArea(area.FromRow + 1, area.FromColumn, area.ToRow + 1, area.ToColumn))],
        };
        HiddenCells.Tell(grid, problems);
        return grid;
    }

    private GridCell?[] ReadRow(int number)
    {
        var last = workbook.FieldCount - 1;
        while (last >= 0 && IsEmpty(workbook.GetValue(last)) && errors.At(workbook.Name, number, last) is null)
            last--;
        var cells = last < 0 ? [] : new GridCell?[last + 1];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = errors.At(workbook.Name, number, i) is { } error ? new GridCell(new CellError(error), error) : ReadCell(i);
            cellsLeft -= cells[i] is null ? 0 : 1;
        }
        return cells;
    }

    private static bool IsEmpty(object? value) => value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    private GridCell? ReadCell(int column)
    {
        var value = workbook.GetValue(column);
        if (IsEmpty(value))
            return null;
        if (value is string text)
            return FormulaErrors.All.Contains(text) ? new GridCell(new CellError(text), text) : CellOf(text.ReplaceLineEndings("\n"));
        var format = DateFormat.Of(workbook.GetNumberFormatIndex(column), workbook.GetNumberFormatString(column));
        return value switch
        {
            // The library does not know the formats of the Japanese calendar.
            double serial and >= 1 and < 2_958_466 when DateFormat.IsOfDays(format) => DayCell(DateTime.FromOADate(serial), format),
            double figure => new GridCell(figure, NumberFormat.Text(figure, format)),
            int figure => new GridCell((double)figure, NumberFormat.Text(figure, format)),
            DateTime day => DayCell(day, format),
            bool flag => new GridCell(flag, flag ? "TRUE" : "FALSE"),
            IFormattable other => new GridCell(value, other.ToString(null, CultureInfo.InvariantCulture)),
            _ => CellOf(value.ToString() ?? ""),
        };
    }

    private static GridCell CellOf(string text) => new(text, text);

    private static GridCell DayCell(DateTime day, string? format) => new(day, DateFormat.Text(day, format));

    private void TellErrors(GridCell?[] cells, int number)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i]?.Value is CellError error)
                problems.Warn(new CellPlace(workbook.Name, number, i), "DX608", $"数式がエラー（{error.Text}）になっています。値を入力し直してください。", $"The formula gives an error ({error.Text}). Enter the value.");
        }
    }
}
