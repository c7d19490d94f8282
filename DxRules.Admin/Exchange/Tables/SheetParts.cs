using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Parts of a sheet in which tables stand side by side.</summary>
internal static class SheetParts
{
    /// <summary>From the top: rows, and what stands in them from left to right.</summary>
    public static IReadOnlyList<(IReadOnlyList<SheetView> Views, int First, int Last)> Of(Grid grid)
    {
        var whole = SheetView.Of(grid);
        var parts = new List<(IReadOnlyList<SheetView> Views, int First, int Last)>();
        foreach (var (first, last) in Bands(grid))
        {
            if (parts.Count > 0 && GoesOn(parts[^1].Views, whole, first, last))
                parts[^1] = parts[^1] with { Last = last };
            else if (Split(whole, first, last) is { Count: > 1 } views)
                parts.Add((views, first, last));
            else if (parts.Count > 0 && parts[^1].Views.Count == 1)
                parts[^1] = parts[^1] with { Last = last };
            else
                parts.Add(([whole], first, last));
        }
        return parts;
    }

    /// <summary>Rows without a blank one between them.</summary>
    private static IEnumerable<(int First, int Last)> Bands(Grid grid)
    {
        for (var row = 1; row <= grid.Rows.Count; row++)
        {
            var first = row;
            while (row <= grid.Rows.Count && grid.Rows[row - 1].Length > 0)
                row++;
            if (row > first)
                yield return (first, row - 1);
        }
    }

    /// <summary>Whether tables side by side go on below a blank row: nothing stands in the columns between them.</summary>
    private static bool GoesOn(IReadOnlyList<SheetView> views, SheetView whole, int first, int last) =>
        views.Count > 1 && Split(whole, first, last).Count < 2
        && Enumerable.Range(first, last - first + 1).All(row => whole.Filled(row).All(column => views.Any(view => column >= view.First && column <= view.Last)));

    /// <summary>At blank columns, where a table with labels of its own begins behind them.</summary>
    private static List<SheetView> Split(SheetView whole, int first, int last)
    {
        var (views, from) = (new List<SheetView>(), whole.First);
        var taken = TakenColumns(whole, first, last);
        for (var column = whole.First + 1; column < whole.Last; column++)
        {
            if (taken[column] || !taken[column + 1] || !taken.Take(column).Skip(from).Contains(true))
                continue;
            var (left, right) = (new SheetView(whole.Grid, from, column - 1), new SheetView(whole.Grid, column + 1, whole.Last));
            if (TableFinder.Find(left, first, last).Count == 0 || TableFinder.Find(right, first, last) is not [var table, ..] || !BeginsWithLabels(table, column + 1))
                continue;
            views.Add(left);
            from = column + 1;
        }
        views.Add(new SheetView(whole.Grid, from, whole.Last));
        return views;
    }

    /// <summary>Whether the first column holds words that say what its rows are.</summary>
    private static bool BeginsWithLabels(Table table, int column)
    {
        var cells = table.Rows.Select(row => table.Grid.At(row, column)).Where(cell => cell is not null).ToList();
        return table.Columns[0].Place == column && table.Columns[0].Heading.Length > 0 && cells.Count * 2 >= table.Rows.Count && cells.Count(cell => cell!.Value is string && !FigureText.Read(cell, null).IsReadable) * 2 > cells.Count;
    }

    // Merged cells over everything are a title, and no bridge between tables.
    private static bool[] TakenColumns(SheetView whole, int first, int last)
    {
        var taken = new bool[whole.Last + 2];
        for (var row = first; row <= last; row++)
        {
            var filled = whole.Filled(row);
            foreach (var column in filled)
            {
                for (var i = column; i < column + (filled.Count == 1 ? 1 : whole.Width(row, column)); i++)
                    taken[i] = true;
            }
        }
        return taken;
    }
}
