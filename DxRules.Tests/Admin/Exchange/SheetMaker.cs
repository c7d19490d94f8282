using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;

namespace DxRules.Tests.Admin.Exchange;

/// <summary>Makes workbooks as departments do, with merged and hidden cells and formats of their own.</summary>
internal sealed class SheetMaker
{
    private readonly List<object?[]> rows = [];
    private readonly List<string> formats = [];
    private readonly MergeCells merges = new();
    private readonly HashSet<int> hiddenRows = [];
    private int? hiddenColumn;

    /// <summary>A figure as its cell shows it.</summary>
    public sealed record Shown(double Value, string Format);

    /// <summary>What a formula gave when the workbook was saved.</summary>
    public sealed record Formula(string Text, string Result, bool IsError = false);

    public SheetMaker Row(params object?[] cells)
    {
        rows.Add(cells);
        return this;
    }

    public SheetMaker Blank(int count = 1)
    {
        for (var i = 0; i < count; i++)
            rows.Add([]);
        return this;
    }

    public SheetMaker Merge(string area)
    {
        merges.Append(new MergeCell { Reference = area });
        return this;
    }

    public SheetMaker Hide(int row)
    {
        hiddenRows.Add(row);
        return this;
    }

    public SheetMaker HideColumn(int column)
    {
        hiddenColumn = column;
        return this;
    }

    public Grid Grid() => GridFile.Read("表.xlsx", Content()).Grids!.Single();

    public byte[] Content(bool isHidden = false)
    {
        using var stream = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            var data = new SheetData(rows.Select((row, i) => RowOf(row, i + 1)));
            part.Worksheet = new Worksheet();
            if (hiddenColumn is { } column)
                part.Worksheet.Append(new Columns(new Column { Min = (uint)column + 1, Max = (uint)column + 1, Hidden = true, Width = 0, CustomWidth = true }));
            part.Worksheet.Append(data);
            if (merges.HasChildren)
                part.Worksheet.Append(merges);
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = "表", SheetId = 1, Id = book.GetIdOfPart(part), State = isHidden ? SheetStateValues.Hidden : SheetStateValues.Visible }));
        }
        return stream.ToArray();
    }

    private Row RowOf(object?[] cells, int number)
    {
        var row = new Row { RowIndex = (uint)number, Hidden = hiddenRows.Contains(number) ? true : null };
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is { } value)
                row.Append(CellOf(value, CellPlace.NameOf(i) + number));
        }
        return row;
    }

    private Cell CellOf(object value, string place) => value switch
    {
        string text => new Cell { CellReference = place, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }) },
        Shown shown => new Cell { CellReference = place, StyleIndex = StyleOf(shown.Format), CellValue = new CellValue(shown.Value) },
        Formula formula => new Cell { CellReference = place, DataType = formula.IsError ? CellValues.Error : null, CellFormula = new CellFormula(formula.Text), CellValue = new CellValue(formula.Result) },
        DateTime day => new Cell { CellReference = place, StyleIndex = StyleOf("yyyy/m/d"), CellValue = new CellValue(day.ToOADate()) },
        _ => new Cell { CellReference = place, CellValue = new CellValue(Convert.ToDouble(value)) },
    };

    private uint StyleOf(string format)
    {
        if (!formats.Contains(format))
            formats.Add(format);
        return (uint)formats.IndexOf(format) + 1;
    }

    private Stylesheet Styles() => new(
        new NumberingFormats(formats.Select((format, i) => new NumberingFormat { NumberFormatId = (uint)i + 200, FormatCode = format })),
        new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([new CellFormat(), .. formats.Select((_, i) => new CellFormat { NumberFormatId = (uint)i + 200, ApplyNumberFormat = true })]));
}
