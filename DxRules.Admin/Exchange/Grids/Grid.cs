namespace DxRules.Admin.Exchange.Grids;

/// <summary>The cells of a sheet, or of a text file, as they stand.</summary>
/// <param name="Rows">From row 1 on, each as long as its last filled cell.</param>
internal sealed record Grid(string Name, IReadOnlyList<GridCell?[]> Rows)
{
    public bool IsHidden { get; init; }

    /// <summary>Counted from 1.</summary>
    public IReadOnlySet<int> HiddenRows { get; init; } = new HashSet<int>();

    /// <summary>Counted from 0.</summary>
    public IReadOnlySet<int> HiddenColumns { get; init; } = new HashSet<int>();

    /// <summary>Merged cells; a value stands in the first cell of each.</summary>
    public IReadOnlyList<GridArea> Merges { get; init; } = [];

    /// <summary>What stands in a cell itself; null in the rest of a merged area, so that no figure counts twice.</summary>
    /// <param name="row">Counted from 1.</param>
    /// <param name="column">Counted from 0.</param>
    public GridCell? At(int row, int column) =>
        row >= 1 && row <= Rows.Count && column >= 0 && column < Rows[row - 1].Length ? Rows[row - 1][column] : null;

    /// <summary>What a person reads at a place: within a merged area what it holds, as is right for headings and labels.</summary>
    public GridCell? LabelAt(int row, int column) =>
        At(row, column) ?? (AreaAt(row, column) is { } area ? At(area.FirstRow, area.FirstColumn) : null);

    /// <summary>The merged area over a cell; null where it stands alone.</summary>
    public GridArea? AreaAt(int row, int column)
    {
        areas ??= AreasByRow();
        if (!areas.TryGetValue(row, out var inRow))
            return null;
        foreach (var area in inRow)
        {
            if (area.Holds(row, column))
                return area;
        }
        return null;
    }

    private Dictionary<int, List<GridArea>>? areas;

    // A sheet can have a merged area in each of its rows.
    private Dictionary<int, List<GridArea>> AreasByRow()
    {
        var byRow = new Dictionary<int, List<GridArea>>();
        foreach (var area in Merges)
        {
            for (var row = area.FirstRow; row <= Math.Min(area.LastRow, Rows.Count); row++)
            {
                if (!byRow.TryGetValue(row, out var inRow))
                    byRow.Add(row, inRow = []);
                inRow.Add(area);
            }
        }
        return byRow;
    }
}

/// <summary>What stands in a cell.</summary>
/// <param name="Value">A string, double, DateTime, TimeSpan, bool or <see cref="CellError"/>.</param>
/// <param name="Text">As a person reads it on the sheet: ▲ 3.5, 93%, 令和6年3月31日.</param>
internal sealed record GridCell(object Value, string Text);

/// <summary>What a formula gives that cannot be worked out: #N/A, #REF!.</summary>
internal sealed record CellError(string Text);

/// <summary>Cells that were merged into one. Rows are counted from 1, columns from 0; the last ones belong to it.</summary>
internal sealed record GridArea(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Holds(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}
