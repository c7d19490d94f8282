using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;

namespace DxRules.Admin.Exchange.Marks;

/// <summary>Cells that were read from another kind of file, as an .xlsx workbook.</summary>
internal static class GridWorkbook
{
    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create("[]:*?/\\");

    public static byte[] Write(IReadOnlyList<Grid> grids)
    {
        using var content = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Sheet();
            var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            book.Workbook = new Workbook(sheets);
            foreach (var grid in grids)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = SheetOf(grid);
                sheets.Append(new Sheet { Name = NameOf(grid.Name), SheetId = (uint)sheets.ChildElements.Count + 1, Id = book.GetIdOfPart(part), State = grid.IsHidden ? SheetStateValues.Hidden : null });
            }
        }
        return content.ToArray();
    }

    /// <summary>A name as Excel takes it.</summary>
    public static string NameOf(string name)
    {
        var fit = string.Concat(name.Select(sign => NotInNames.Contains(sign) || char.IsControl(sign) ? '_' : sign)).Trim('\'', ' ');
        return fit.Length switch
        {
            0 => "Sheet1",
            > 31 => fit[..31],
            _ => fit,
        };
    }

    private static Worksheet SheetOf(Grid grid)
    {
        var data = new SheetData();
        for (var i = 0; i < grid.Rows.Count; i++)
        {
            var row = new Row { RowIndex = (uint)i + 1, Hidden = grid.HiddenRows.Contains(i + 1) ? true : null };
            for (var column = 0; column < grid.Rows[i].Length; column++)
            {
                if (grid.Rows[i][column] is { } cell)
                    row.Append(CellOf(cell, CellPlace.NameOf(column) + (i + 1).ToString(CultureInfo.InvariantCulture)));
            }
            data.Append(row);
        }
        var sheet = new Worksheet(data);
        if (grid.Merges.Count > 0)
            sheet.Append(new MergeCells(grid.Merges.Select(area => new MergeCell { Reference = $"{CellPlace.NameOf(area.FirstColumn)}{area.FirstRow}:{CellPlace.NameOf(area.LastColumn)}{area.LastRow}" })));
        return sheet;
    }

    private static Cell CellOf(GridCell cell, string at) => cell.Value switch
    {
        double figure when double.IsFinite(figure) => new Cell(new CellValue(figure.ToString("R", CultureInfo.InvariantCulture))) { CellReference = at, StyleIndex = WorkbookStyles.Number },
        DateTime { TimeOfDay.Ticks: 0 } day => new Cell(new CellValue(day.ToOADate().ToString(CultureInfo.InvariantCulture))) { CellReference = at, StyleIndex = WorkbookStyles.Date },
        bool flag => new Cell(new CellValue(flag)) { CellReference = at, DataType = CellValues.Boolean },
        _ => new Cell(new InlineString(new Text(cell.Value as string ?? cell.Text) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = at, DataType = CellValues.InlineString, StyleIndex = WorkbookStyles.Text },
    };
}
