using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Some columns of a sheet, each cell with what kind of thing it holds.</summary>
/// <param name="first">Counted from 0.</param>
/// <param name="last">The last column that belongs to it.</param>
internal sealed class SheetView(Grid grid, int first, int last)
{
    // Looked at once, and only where it matters: a long table has a million cells.
    private readonly CellKind?[]?[] kinds = new CellKind?[grid.Rows.Count + 1][];

    public Grid Grid => grid;

    public int First => first;

    public int Last => last;

    public static SheetView Of(Grid grid) => new(grid, 0, grid.Rows.Count == 0 ? 0 : Math.Max(0, grid.Rows.Max(row => row.Length) - 1));

    /// <summary>The places of the filled cells of a row; a merged area counts once, by its first cell.</summary>
    public IReadOnlyList<int> Filled(int row)
    {
        var cells = row >= 1 && row <= grid.Rows.Count ? grid.Rows[row - 1] : [];
        var filled = new List<int>();
        for (var column = first; column <= Math.Min(last, cells.Length - 1); column++)
        {
            if (cells[column] is not null)
                filled.Add(column);
        }
        return filled;
    }

    public CellKind Kind(int row, int column)
    {
        if (row < 1 || row > grid.Rows.Count || column < first || column > last)
            return CellKind.Blank;
        var inRow = kinds[row] ??= new CellKind?[last - first + 1];
        return inRow[column - first] ??= KindOf(grid.At(row, column));
    }

    public string Text(int row, int column) => grid.At(row, column)?.Text ?? "";

    /// <summary>How many columns the cell at a place takes.</summary>
    public int Width(int row, int column) => grid.AreaAt(row, column) is { } area ? Math.Min(area.LastColumn, last) - column + 1 : 1;

    private static CellKind KindOf(GridCell? cell) => cell?.Value switch
    {
        null => CellKind.Blank,
        double and >= 1950 and < 2100 and var year when year == Math.Floor(year) => CellKind.YearOrFigure,
        double or CellError => CellKind.Figure,
        DateTime => CellKind.Day,
        string text when text.Length > 40 => CellKind.Text,
        string text when YearText.IsYear(text) => CellWording.Folded(text).Trim().All(char.IsAsciiDigit) ? CellKind.YearOrFigure : CellKind.Year,
        string => FigureText.Read(cell, null) switch
        {
            { IsReadable: false } => CellKind.Text,
            { Gap: not null } => CellKind.Gap,
            _ => CellKind.Figure,
        },
        _ => CellKind.Text,
    };
}

/// <summary>What a cell holds, as far as it matters where tables begin and end.</summary>
internal enum CellKind
{
    Blank,
    Text,

    /// <summary>令和６年度.</summary>
    Year,

    /// <summary>2024.</summary>
    YearOrFigure,
    Day,
    Figure,

    /// <summary>－, …, x.</summary>
    Gap,
}
