using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>Finds the tables on a sheet.</summary>
internal static class TableFinder
{
    /// <summary>All of them, from the top and from the left; none on a form.</summary>
    public static IReadOnlyList<Table> Find(Grid grid)
    {
        var tables = new List<Table>();
        foreach (var (views, first, last) in SheetParts.Of(grid))
        {
            foreach (var view in views)
                tables.AddRange(Find(view, first, last));
        }

        // The title of the first table is that of the sheet.
        return [.. tables.Select(table => table.Period is null ? table with { Period = tables[0].Period } : table)];
    }

    /// <summary>The table whose headings and rows a person has pointed out.</summary>
    /// <param name="firstHeadingRow">Counted from 1.</param>
    /// <param name="firstRow">The first row below the headings.</param>
    /// <param name="lastRow">Null for the last one that is filled.</param>
    public static Table At(Grid grid, int firstHeadingRow, int firstRow, int? lastRow)
    {
        var view = SheetView.Of(grid);
        var rows = HeadingRows.Told(view, firstHeadingRow, Math.Max(firstHeadingRow, firstRow - 1), lastRow ?? grid.Rows.Count);
        return TableOf(view, rows, TableBody.Read(view, rows, Math.Min(lastRow ?? grid.Rows.Count, grid.Rows.Count), isAlone: lastRow is not null), Above(view, 1, firstHeadingRow - 1));
    }

    /// <summary>The tables below each other in some columns of a sheet.</summary>
    internal static List<Table> Find(SheetView view, int first, int last)
    {
        var (tables, from) = (new List<Table>(), first);
        for (var row = first; row < last;)
        {
            if (HeadingRows.At(view, row, from, last) is not { } rows)
            {
                row++;
                continue;
            }
            var body = TableBody.Read(view, rows, last, isAlone: false);
            if (IsTable(view, rows, body))
            {
                tables.Add(TableOf(view, rows, body, Above(view, from, rows.First - 1)));
                row = from = body.Next;
            }
            else
                row++;
        }
        return tables;
    }

    /// <summary>Rows that fill the columns of the headings; the boxes of a form do not.</summary>
    private static bool IsTable(SheetView view, HeadingRows rows, TableBody body)
    {
        if (body.Rows.Count == 0)
            return false;
        var headings = Enumerable.Range(rows.First, rows.Last - rows.First + 1).SelectMany(row => view.Filled(row).Select(column => (Column: column, Width: view.Width(row, column)))).ToList();
        var headed = headings.SelectMany(heading => Enumerable.Range(heading.Column, heading.Width)).ToHashSet();
        var cells = body.Rows.SelectMany(view.Filled).ToList();
        if (cells.Count(headed.Contains) * 10 < cells.Count * 6 || headings.Count * 2 < cells.Distinct().Count())
            return false;
        return rows.Figures.Count > 0 || (headed.Count > 2 && body.Rows.Count > 1 && cells.Count * 10 >= body.Rows.Count * headed.Count * 4);
    }

    private static Table TableOf(SheetView view, HeadingRows rows, TableBody body, IReadOnlyList<string> above)
    {
        var filled = body.Rows.SelectMany(view.Filled).ToHashSet();
        var columns = TableColumns.Of(view, rows, filled);
        var corner = columns.FirstOrDefault(column => column is { Heading: "", Unit: not null } && filled.Contains(column.Place) && !rows.Figures.Contains(column.Place));
        var unit = above.Select(UnitIn).LastOrDefault(other => other is not null) ?? corner?.Unit;
        var titles = above.Where(line => UnitText.Only(line) is null).ToList();
        var last = body.Rows.Count == 0 ? rows.Last : body.Rows[^1];
        return new Table(view.Grid, rows.First, rows.Last + 1, last, [.. columns.Select(column => column == corner ? column with { Unit = null } : column.Unit is null && rows.Figures.Contains(column.Place) && IsIn(unit, column) ? column with { Unit = unit } : column)])
        {
            Title = titles.Count == 0 ? null : string.Join('　', titles),
            Period = titles.Append(view.Grid.Name).Select(PeriodIn).FirstOrDefault(period => period is not null),
            Unit = unit,
            Rows = body.Rows,
            Totals = body.Totals,
            Skipped = [.. body.Skipped.Where(row => row.Row < last || row.Why != SkippedRowKind.Subheading)],
            Problems = MergedFigures.Of(view, rows, body),
        };
    }

    // 令和7年5月30日現在 is the day on which the sheet was made, or of which it tells; the year of its figures it does not say.
    private static TablePeriod? PeriodIn(string line) => YearText.Find(line).Period is { } period && !period.Raw.Contains('月', StringComparison.Ordinal) ? period : null;

    /// <summary>Whether the unit of a table is that of a column too: 執行率 among amounts is not in 千円.</summary>
    private static bool IsIn(string? unit, TableColumn column) => unit == "%" || !(column.Heading.EndsWith('率') || column.Heading.EndsWith("割合", StringComparison.Ordinal));

    // （単位：％）, or 単位：千円 within a line.
    private static string? UnitIn(string line) => UnitText.Only(line) ?? (line.Contains("単位", StringComparison.Ordinal) ? UnitText.Find(line).Unit : null);

    /// <summary>The lines between the table before and this one, cell by cell, without notes.</summary>
    private static List<string> Above(SheetView view, int first, int last)
    {
        var lines = new List<string>();
        for (var row = Math.Max(first, last - 9); row <= last; row++)
        {
            foreach (var column in view.Filled(row))
            {
                var text = CellWording.Line(view.Text(row, column));
                if (view.Kind(row, column) is CellKind.Text or CellKind.Year or CellKind.Day && !LineWording.IsNote(text) && !LineWording.IsMark(text) && !LineWording.IsInstruction(text))
                    lines.Add(text);
            }
        }
        return lines;
    }
}
