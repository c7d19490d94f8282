namespace DxRules.Admin.Exchange.Tables;

/// <summary>The rows of a table's headings. Counted from 1; the last one belongs to them.</summary>
/// <param name="Figures">The columns that hold figures further down.</param>
internal sealed record HeadingRows(int First, int Last, IReadOnlyList<int> Figures)
{
    private const int MostRows = 6, Sample = 40;

    /// <summary>The headings whose widest row, or a row above it, is this one; null where none begin here.</summary>
    /// <param name="earliest">The first row that may belong to them.</param>
    /// <param name="end">The last row of the sheet's part that is looked at.</param>
    public static HeadingRows? At(SheetView view, int row, int earliest, int end)
    {
        var filled = view.Filled(row);
        if (filled.Count < 2 || !IsOfHeadings(view, row, filled))
            return null;
        var body = SampleRows(view, row, end);
        var used = body.SelectMany(view.Filled).ToHashSet();
        var covered = filled.SelectMany(column => Enumerable.Range(column, view.Width(row, column))).Count(used.Contains);
        if (body.Count == 0 || covered * 2 < used.Count || covered < 2)
            return null;
        var figures = used.Where(column => IsOfFigures(view, body, column)).Order().ToList();
        var last = row;
        var label = used.Except(figures).DefaultIfEmpty(filled[0]).Min();
        while (last - row < MostRows - 1 && last < end && GoesOn(view, row, last, label, figures))
            last++;

        // The boxes of a form stand beside what is to be filled in, not above it.
        if (Enumerable.Range(view.First, view.Last - view.First + 1).Any(column => view.Grid.AreaAt(row, column) is { } area && area.LastRow > last))
            return null;
        return new HeadingRows(FirstOf(view, row, earliest, used), last, figures);
    }

    /// <summary>The headings that a person has pointed out.</summary>
    public static HeadingRows Told(SheetView view, int first, int last, int end)
    {
        var body = SampleRows(view, last, end);
        return new HeadingRows(first, last, [.. body.SelectMany(view.Filled).Distinct().Where(column => IsOfFigures(view, body, column)).Order()]);
    }

    /// <summary>Whether a row holds words, and years, rather than figures.</summary>
    private static bool IsOfHeadings(SheetView view, int row, IReadOnlyList<int> filled)
    {
        var text = view.Text(row, filled[0]);
        if (LineWording.IsNote(text) || (LineWording.IsMark(text) && filled.Count < 3))
            return false;
        var (words, years) = (0, 0);
        foreach (var column in filled)
        {
            var kind = view.Kind(row, column);
            words += kind is CellKind.Text or CellKind.Year or CellKind.Day ? 1 : 0;
            years += kind is CellKind.YearOrFigure ? 1 : 0;
        }
        return words + years >= filled.Count * 0.8 && words > 0 && (words * 2 >= filled.Count || years > 1)
            && filled.Count(column => LineWording.IsInstruction(view.Text(row, column))) * 2 < filled.Count
            && filled.Count(column => LineWording.IsLabelled(view.Text(row, column)) || UnitText.Only(view.Text(row, column)) is not null) * 2 < filled.Count;
    }

    private static List<int> SampleRows(SheetView view, int row, int end)
    {
        var body = new List<int>();
        for (var next = row + 1; next <= end && body.Count < Sample; next++)
        {
            if (view.Filled(next).Count > 1)
                body.Add(next);
        }
        return body;
    }

    private static bool IsOfFigures(SheetView view, IReadOnlyList<int> body, int column)
    {
        // Further rows of headings may stand above the first figure.
        var (figures, gaps, words, wordsAbove) = (0, 0, 0, 0);
        foreach (var row in body)
        {
            switch (view.Kind(row, column))
            {
                case CellKind.Figure or CellKind.YearOrFigure:
                    figures++;
                    break;
                case CellKind.Gap:
                    gaps++;
                    break;
                case not CellKind.Blank when figures + gaps == 0:
                    wordsAbove++;
                    break;
                case not CellKind.Blank:
                    words++;
                    break;
            }
        }
        return figures > 0 && figures + gaps > words && wordsAbove < MostRows;
    }

    /// <summary>Whether the row below still belongs to the headings.</summary>
    private static bool GoesOn(SheetView view, int first, int last, int label, IReadOnlyList<int> figures)
    {
        var (next, filled) = (last + 1, view.Filled(last + 1));
        if (filled.Count == 0)
            return false;
        if (LineWording.IsMark(view.Text(next, filled[0])))
            return false;
        if (IsCounted(view, next, filled))
            return true;
        var hasLabel = view.Kind(next, label) != CellKind.Blank;
        var isOfYears = !hasLabel && filled.All(column => view.Kind(next, column) is CellKind.Text or CellKind.Year or CellKind.YearOrFigure or CellKind.Day);
        if (Enumerable.Range(view.First, view.Last - view.First + 1).Any(column => view.Grid.AreaAt(next, column) is { } area && area.FirstRow >= first && area.FirstRow <= last && area.FirstRow < next && !(area.FirstColumn == label && hasLabel)))
            return !figures.Any(column => view.Kind(next, column) == CellKind.Figure);
        if (isOfYears && IsUnderGroups(view, last, next, filled))
            return true;
        var words = figures.Count(column => view.Kind(next, column) is CellKind.Text or CellKind.Year or CellKind.Day);
        var values = figures.Count(column => view.Kind(next, column) is CellKind.Figure or CellKind.YearOrFigure or CellKind.Gap);
        return values == 0 && words > 0 && words >= figures.Count * (hasLabel ? 0.8 : 0.5);
    }

    /// <summary>1, 2, 3 …: numbers of the columns below the headings.</summary>
    private static bool IsCounted(SheetView view, int row, IReadOnlyList<int> filled)
    {
        for (var i = 0; i < filled.Count; i++)
        {
            if (CellWording.Folded(view.Text(row, filled[i])).Trim('(', ')', ' ') != (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
                return false;
        }
        return filled.Count > 2;
    }

    private static bool IsUnderGroups(SheetView view, int last, int next, IReadOnlyList<int> filled) =>
        filled.Count > 1 && filled.Any(column => view.Kind(last, column) == CellKind.Blank || view.Width(last, column) > 1);

    /// <summary>With the rows of groups above: 令和６年度 over 計画 and 実績.</summary>
    private static int FirstOf(SheetView view, int row, int earliest, HashSet<int> used)
    {
        var first = row;
        while (first > earliest && row - first < 3 && IsOfGroups(view, first - 1, used))
            first--;
        return first;
    }

    private static bool IsOfGroups(SheetView view, int row, HashSet<int> used)
    {
        var filled = view.Filled(row);
        if (filled.Count == 0 || filled.Any(column => view.Kind(row, column) is CellKind.Figure or CellKind.Gap) || filled.Any(column => LineWording.IsNote(view.Text(row, column)) || LineWording.IsLabelled(view.Text(row, column)) || UnitText.Only(view.Text(row, column)) is not null))
            return false;
        if (filled.Count(column => LineWording.IsInstruction(view.Text(row, column))) * 2 >= filled.Count)
            return false;
        if (filled.Any(column => view.Grid.AreaAt(row, column) is { } area && area.LastRow > row && area.LastRow - row < MostRows))
            return true;
        var isWide = filled.Count == 1 && (filled[0] <= used.Min() || view.Width(row, filled[0]) >= used.Count);
        return !isWide && filled.Any(column => view.Width(row, column) > 1 || IsYearOfGroup(view, row, column));
    }

    // 令和7年4月1日現在 in the corner is the day of the whole table.
    private static bool IsYearOfGroup(SheetView view, int row, int column) =>
        view.Kind(row, column) is CellKind.Year or CellKind.YearOrFigure && !view.Text(row, column).Contains('月', StringComparison.Ordinal);
}
