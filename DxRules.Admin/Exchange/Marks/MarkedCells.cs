using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;

namespace DxRules.Admin.Exchange.Marks;

/// <summary>Fills cells of a workbook with a colour and leaves the rest of their looks as it is.</summary>
internal sealed class MarkedCells(WorkbookPart book)
{
    private const string ErrorColour = "FFFFC9C9";
    private const string WarningColour = "FFFFF0B3";

    private readonly Stylesheet styles = StylesOf(book);
    private readonly Dictionary<(uint Style, bool IsError), uint> marked = [];
    private readonly Dictionary<uint, uint> unmarked = [];
    private readonly Dictionary<bool, uint> fills = [];
    private readonly Dictionary<WorksheetPart, Dictionary<uint, Row>> rows = [];
    private readonly Dictionary<WorksheetPart, List<GridArea>> merges = [];

    /// <summary>The cell that shows a place: of merged ones the first.</summary>
    public CellPlace CellOf(WorksheetPart part, CellPlace at)
    {
        if (!merges.TryGetValue(part, out var areas))
            merges[part] = areas = [.. part.Worksheet.Descendants<MergeCell>().Select(merge => AreaOf(merge.Reference?.Value)).OfType<GridArea>()];
        return areas.Find(area => area.Holds(at.Row, at.Column)) is { } held ? at with { Row = held.FirstRow, Column = held.FirstColumn } : at;
    }

    public void Fill(WorksheetPart part, CellPlace at, bool isError)
    {
        var cell = Cell(Row(part, (uint)at.Row), at);
        cell.StyleIndex = Marked(cell.StyleIndex?.Value ?? 0, isError);
    }

    /// <summary>Takes the colours of an earlier time out of a sheet.</summary>
    public void Clear(WorksheetPart part)
    {
        var filled = styles.Fills!.Elements<Fill>().Select((fill, i) => (Colour: fill.PatternFill?.ForegroundColor?.Rgb?.Value, Number: (uint)i))
            .Where(fill => fill.Colour is ErrorColour or WarningColour).Select(fill => fill.Number).ToHashSet();
        var ours = styles.CellFormats!.Elements<CellFormat>().Select((format, i) => (format.FillId?.Value, Number: (uint)i))
            .Where(format => format.Value is { } fill && filled.Contains(fill)).Select(format => format.Number).ToHashSet();
        foreach (var cell in part.Worksheet.Descendants<Cell>().Where(cell => cell.StyleIndex?.Value is { } style && ours.Contains(style)))
            cell.StyleIndex = Unmarked(cell.StyleIndex!.Value);
    }

    private uint Unmarked(uint style)
    {
        if (unmarked.TryGetValue(style, out var known))
            return known;
        return unmarked[style] = WithFill(style, 0);
    }

    private uint Marked(uint style, bool isError)
    {
        if (marked.TryGetValue((style, isError), out var known))
            return known;
        return marked[(style, isError)] = WithFill(style, FillOf(isError));
    }

    private uint WithFill(uint style, uint fill)
    {
        var formats = styles.CellFormats!;
        var format = (CellFormat)(formats.Elements<CellFormat>().ElementAtOrDefault((int)style)?.CloneNode(true) ?? new CellFormat());
        format.FillId = fill;
        format.ApplyFill = true;
        formats.Append(format);
        formats.Count = (uint)formats.Elements<CellFormat>().Count();
        return formats.Count.Value - 1;
    }

    private uint FillOf(bool isError)
    {
        if (fills.TryGetValue(isError, out var known))
            return known;
        styles.Fills!.Append(new Fill(new PatternFill(new ForegroundColor { Rgb = isError ? ErrorColour : WarningColour }) { PatternType = PatternValues.Solid }));
        styles.Fills.Count = (uint)styles.Fills.Elements<Fill>().Count();
        return fills[isError] = styles.Fills.Count.Value - 1;
    }

    private Row Row(WorksheetPart part, uint number)
    {
        if (!rows.TryGetValue(part, out var known))
            rows[part] = known = Numbered(part);
        if (known.TryGetValue(number, out var row))
            return row;
        row = new Row { RowIndex = number };
        var data = part.Worksheet.GetFirstChild<SheetData>() ?? part.Worksheet.AppendChild(new SheetData());
        var after = known.Keys.Where(other => other < number).DefaultIfEmpty(0u).Max();
        if (after == 0)
            data.PrependChild(row);
        else
            known[after].InsertAfterSelf(row);
        return known[number] = row;
    }

    // Rows and cells need not say where they stand; then they follow the ones before.
    private static Dictionary<uint, Row> Numbered(WorksheetPart part)
    {
        var numbered = new Dictionary<uint, Row>();
        var last = 0u;
        foreach (var row in part.Worksheet.Descendants<Row>())
        {
            last = row.RowIndex?.Value ?? last + 1;
            numbered.TryAdd(last, row);
        }
        return numbered;
    }

    private static Cell Cell(Row row, CellPlace at)
    {
        var (place, after) = (-1, (Cell?)null);
        foreach (var cell in row.Elements<Cell>())
        {
            place = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : place + 1;
            if (place == at.Column)
                return cell;
            if (place > at.Column)
                break;
            after = cell;
        }
        return row.InsertAfter(new Cell { CellReference = at.Name }, after);
    }

    private static GridArea? AreaOf(string? reference) => reference?.Split(':') is [var first, var last]
        ? new GridArea(RowOf(first), ColumnOf(first), RowOf(last), ColumnOf(last)) : null;

    private static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => sum * 26 + char.ToUpperInvariant(letter) - 'A' + 1) - 1;

    private static int RowOf(string reference) => int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static Stylesheet StylesOf(WorkbookPart book)
    {
        var part = book.WorkbookStylesPart ?? book.AddNewPart<WorkbookStylesPart>();
        var styles = part.Stylesheet ??= new Stylesheet();
        styles.Fonts ??= new Fonts(new Font());
        styles.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        styles.Borders ??= new Borders(new Border());
        styles.CellStyleFormats ??= new CellStyleFormats(new CellFormat());
        styles.CellFormats ??= new CellFormats(new CellFormat());
        return styles;
    }
}
