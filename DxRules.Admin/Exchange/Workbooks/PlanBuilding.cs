using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>Puts the rows of the sheets together to a plan. Sheets come in the order of the workbook, so that what holds rows is there before them.</summary>
internal sealed class PlanBuilding(CellProblems problems)
{
    private readonly Dictionary<string, (SheetShape Sheet, PlanParts.Object Row)> byId = new(StringComparer.Ordinal);

    /// <summary>Null where the sheet of the plan has no row.</summary>
    public PlanParts.Object? Plan { get; private set; }

    public void Add(SheetShape shape, SheetTable table)
    {
        if (table.Rows.Count == 0 || SheetHead.Of(shape, table, problems) is not { } head)
            return;
        for (var i = 1; i < table.Rows.Count; i++)
        {
            if (Array.Exists(table.Rows[i], cell => cell is not null) && !head.IsOnlyTitles(table.Rows[i]))
                AddRow(shape, head, table.Rows[i], i + 1);
        }
        if (shape.Member is null && Plan is null)
            problems.Sheet(table.Name, "DX609", "計画の行がありません。", "There is no row for the plan.");
    }

    private void AddRow(SheetShape shape, SheetHead head, object?[] cells, int number)
    {
        var row = new PlanParts.Object(head.First(number));
        foreach (var (place, column) in head.Columns)
        {
            if (place < cells.Length && cells[place] is { } cell)
                Put(row, column, cell, head.At(number, place));
        }
        if (shape.Member is null)
        {
            if (Plan is not null)
                problems.Cell(head.First(number), "DX610", "計画の行は1行だけです。", "There is one row for the plan and no more.");
            Plan = row;
            row.Members.Insert(0, "format", new PlanParts.Value(row.At, PlanText.Quoted(PlanReader.Format)));
        }
        else if (Holder(shape, head, cells, number) is not { } holder)
            return;
        else
            Into(shape, holder, row).Elements.Add(row);
        if (shape.Id is { } id && TextAt(head, id, cells) is { } text)
            byId.TryAdd(text, (shape, row));
    }

    private static PlanParts.List Into(SheetShape shape, (SheetShape Sheet, PlanParts.Object Row) holder, PlanParts.Object row)
    {
        var list = shape.Holders.First(other => other.Sheet == holder.Sheet).List;
        return holder.Row.Within(list.Path.SkipLast(1), row.At).ListOf(list.Path[^1], row.At);
    }

    private (SheetShape Sheet, PlanParts.Object Row)? Holder(SheetShape shape, SheetHead head, object?[] cells, int number)
    {
        if (!shape.NamesHolder)
            return Plan is null ? null : (WorkbookShape.Instance.Root, Plan);
        var at = head.At(number, head.Holder!.Value);
        var named = head.Holder < cells.Length ? CellReading.TextOf(cells[head.Holder.Value]) : null;
        if (named is null)
            problems.Cell(at, "DX611", $"{PlanWorkbook.HolderHeading}がありません。{HoldersOf(shape)}のIDを入れてください。", $"The id of what holds the row is missing.");
        else if (!byId.TryGetValue(named, out var holder) || shape.Holders.All(other => other.Sheet != holder.Sheet))
            problems.Cell(at, "DX612", $"「{named}」という{HoldersOf(shape)}はありません。", $"There is no such holder: '{named}'.");
        else
            return holder;
        return null;
    }

    private static string HoldersOf(SheetShape shape) => string.Join("・", shape.Holders.Select(holder => holder.Sheet.Name).Distinct());

    private static string? TextAt(SheetHead head, ColumnShape column, object?[] cells) =>
        head.Columns.Where(other => other.Column == column && other.Place < cells.Length).Select(other => CellReading.TextOf(cells[other.Place])).FirstOrDefault();

    private void Put(PlanParts.Object row, ColumnShape column, object cell, CellPlace at)
    {
        if (column.Member?.Reference is ReferenceTo.Department or ReferenceTo.Category && cell is string text)
            cell = string.Join('\n', text.Split('\n').Select(WithoutName));
        if (CellReading.Read(column, cell, at, problems) is not { } part)
            return;
        if (column.Kind == ColumnKind.IsThere)
            row.Within(column.Path, at);
        else
            row.Within(column.Path.SkipLast(1), at).Members[column.Path[^1]] = part;
    }

    // As it stands in the list to choose from: the id of a row with what that row is called.
    private string WithoutName(string text) =>
        text.Trim() is var entry && entry.IndexOf('（', StringComparison.Ordinal) is var at and > 0 && byId.TryGetValue(entry[..at], out var found)
        && new[] { "name", "title" }.Any(member => found.Row.Members.GetValueOrDefault(member) is PlanParts.Value { Json: var json } && json == PlanText.Quoted(entry[(at + 1)..].TrimEnd('）')))
            ? entry[..at] : text;
}

/// <summary>Which column of a sheet is which.</summary>
/// <param name="Columns">Those that were found, by their place.</param>
/// <param name="Holder">Where the id of what holds a row stands; null where rows do not say it.</param>
/// <param name="HolderTitle">Where its title stands, which is not read.</param>
internal sealed record SheetHead(string Sheet, IReadOnlyList<(int Place, ColumnShape Column)> Columns, int? Holder, int? HolderTitle)
{
    /// <summary>By the headings in the first row; null where what a row needs is not among them.</summary>
    public static SheetHead? Of(SheetShape shape, SheetTable table, CellProblems problems)
    {
        var headings = table.Rows[0].Select((cell, place) => (Heading: CellReading.TextOf(cell)?.Trim(), Place: place)).Where(head => head.Heading is not null).ToList();
        var columns = new List<(int, ColumnShape)>();
        int? holder = null, title = null;
        foreach (var (heading, place) in headings)
        {
            if (heading == PlanWorkbook.HolderHeading)
                holder = place;
            else if (heading == PlanWorkbook.HolderTitleHeading)
                title = place;
            else if (shape.Columns.FirstOrDefault(column => column.Heading == heading) is not { } column)
                problems.Cell(new CellPlace(table.Name, 1, place), "DX613", $"知らない見出し「{heading}」です。", $"Unknown heading: '{heading}'.");
            else if (columns.Exists(other => other.Item2 == column))
                problems.Cell(new CellPlace(table.Name, 1, place), "DX614", $"見出し「{heading}」が二つあります。", $"The heading '{heading}' stands twice.");
            else
                columns.Add((place, column));
        }
        if (!shape.NamesHolder || holder is not null)
            return new SheetHead(table.Name, columns, holder, title);
        problems.Sheet(table.Name, "DX615", $"見出し「{PlanWorkbook.HolderHeading}」がありません。", $"The heading '{PlanWorkbook.HolderHeading}' is missing.");
        return null;
    }

    public CellPlace At(int row, int place) => new(Sheet, row, place);

    /// <summary>The cell that stands for a row as a whole.</summary>
    public CellPlace First(int row) => At(row, Columns.Count == 0 ? 0 : Columns.Min(column => column.Place));

    /// <summary>Whether nothing stands in a row but what is not read.</summary>
    public bool IsOnlyTitles(object?[] cells) => !cells.Where((cell, place) => cell is not null && place != HolderTitle).Any();
}
