using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Finds the tables on a sheet.</summary>
internal static class TableFinder
{
    /// <summary>All of them, from the top and from the left; none on a form.</summary>
    public static IReadOnlyList<Table> Find(Grid grid) => grid.Rows.Count < 2 ? [] : [At(grid, 1, 2, null)];

    /// <summary>The table whose headings and rows a person has pointed out.</summary>
    /// <param name="firstHeadingRow">Counted from 1.</param>
    /// <param name="firstRow">The first row below the headings.</param>
    /// <param name="lastRow">Null for the last one that is filled.</param>
    public static Table At(Grid grid, int firstHeadingRow, int firstRow, int? lastRow)
    {
        var last = lastRow ?? grid.Rows.Count;
        var columns = grid.Rows[firstHeadingRow - 1].Select((cell, place) => new TableColumn(place, cell?.Text ?? "", null, null, false)).Where(column => column.Heading.Length > 0);
        return new Table(grid, firstHeadingRow, firstRow, last, [.. columns]) { Rows = [.. Enumerable.Range(firstRow, Math.Max(0, last - firstRow + 1))] };
    }
}
