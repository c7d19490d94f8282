namespace DxRules.Admin.Exchange.Tables;

/// <summary>The rows below the headings of a table, down to the end of it.</summary>
internal sealed class TableBody(SheetView view, HeadingRows headings)
{
    private const int LongestText = 60, MostLabels = 4;

    private readonly List<int> rows = [];
    private readonly HashSet<int> totals = [];
    private readonly List<SkippedRow> skipped = [];

    // Lines of one cell: a heading over the rows below it, a note, or the title of the next table, as what follows says.
    private readonly List<int> single = [];

    public IReadOnlyList<int> Rows => rows;

    public IReadOnlySet<int> Totals => totals;

    public IReadOnlyList<SkippedRow> Skipped => skipped;

    /// <summary>Where the next table may begin.</summary>
    public int Next { get; private set; }

    /// <param name="end">The last row that is looked at.</param>
    /// <param name="isAlone">Whether all of it belongs to this table, as a person has said.</param>
    public static TableBody Read(SheetView view, HeadingRows headings, int end, bool isAlone)
    {
        var body = new TableBody(view, headings);
        body.Read(end, isAlone);
        return body;
    }

    private void Read(int end, bool isAlone)
    {
        var (inNotes, afterGap) = (false, false);
        for (var row = headings.Last + 1; row <= end; row++)
        {
            var filled = view.Filled(row);
            if (filled.Count == 0)
            {
                afterGap = true;
                continue;
            }
            if (IsRepeated(row, filled) && (isAlone || single.Count == 0))
            {
                skipped.Add(Skip(row, SkippedRowKind.RepeatedHeading, filled));
                inNotes = false;
            }
            else if (!isAlone && IsOfNextTable(row, filled, afterGap, end))
            {
                Next = rows.Count == 0 ? row : rows[^1] + 1;
                Next = skipped.Count == 0 ? Next : Math.Max(Next, skipped[^1].Row + 1);
                return;
            }
            else if (LineWording.IsNote(view.Text(row, filled[0])) && !HasFigures(row) || LineWording.IsMark(view.Text(row, filled[0])) || (inNotes && !HasFigures(row) && filled.Count < 3))
            {
                TakeSingleAs(SkippedRowKind.Note);
                skipped.Add(Skip(row, SkippedRowKind.Note, filled));
                inNotes = true;
            }
            else if (filled.Count == 1 && !HasFigures(row))
                single.Add(row);
            else
                AddRow(row, filled);
            afterGap = false;
        }
        TakeSingleAs(SkippedRowKind.Note);
        Next = end + 1;
    }

    private void AddRow(int row, IReadOnlyList<int> filled)
    {
        TakeSingleAs(SkippedRowKind.Subheading);
        rows.Add(row);
        if (filled.Take(MostLabels).Any(column => LineWording.IsTotal(view.Text(row, column))))
            totals.Add(row);
    }

    private void TakeSingleAs(SkippedRowKind kind)
    {
        foreach (var row in single)
            skipped.Add(Skip(row, kind, view.Filled(row)));
        single.Clear();
    }

    private SkippedRow Skip(int row, SkippedRowKind kind, IReadOnlyList<int> filled)
    {
        var text = string.Join(' ', filled.Select(column => CellWording.Line(view.Text(row, column))));
        return new SkippedRow(row, kind, text.Length <= LongestText ? text : text[..LongestText] + "…");
    }

    private bool HasFigures(int row)
    {
        foreach (var column in headings.Figures)
        {
            if (view.Kind(row, column) is CellKind.Figure or CellKind.YearOrFigure)
                return true;
        }
        return false;
    }

    /// <summary>Whether a row says the same as one of the rows of headings.</summary>
    private bool IsRepeated(int row, IReadOnlyList<int> filled)
    {
        for (var heading = headings.First; heading <= headings.Last; heading++)
        {
            if (filled.Count > 1 && filled.SequenceEqual(view.Filled(heading)) && filled.All(column => view.Text(row, column) == view.Text(heading, column)))
                return true;
        }
        return false;
    }

    /// <summary>Words where this table has figures: the headings of another one.</summary>
    private bool IsOfNextTable(int row, IReadOnlyList<int> filled, bool afterGap, int end)
    {
        if (filled.Count < 2 || rows.Count == 0 || HasFigures(row))
            return false;
        var words = headings.Figures.Where(column => view.Kind(row, column) is CellKind.Text or CellKind.Year or CellKind.Day).Select(column => view.Text(row, column)).Where(text => !IsUnclear(text)).ToList();
        var isApart = single.Count > 0 || afterGap;

        // 調査中 in a row, once or in every column, is no heading: headings differ from each other.
        var areHeadings = words.Count * 2 >= headings.Figures.Count && (isApart ? words.Count > 0 : words.Count > 1 && words.Distinct().Count() == words.Count);
        return (IsRepeated(row, filled) || areHeadings || (headings.Figures.Count == 0 && single.Count > 0 && afterGap)) && HeadingRows.At(view, row, rows[^1] + 1, end) is not null;
    }

    // 29（4）, 10～20: figures that nobody can read for sure.
    private static bool IsUnclear(string text) => text.Any(char.IsAsciiDigit) && !text.Any(char.IsLetter);
}
