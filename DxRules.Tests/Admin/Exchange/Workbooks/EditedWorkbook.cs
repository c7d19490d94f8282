using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;

namespace DxRules.Tests.Admin.Exchange.Workbooks;

/// <summary>Workbooks as people fill them in.</summary>
internal static class EditedWorkbook
{
    public static byte[] Change(byte[] content, Action<WorkbookPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var workbook = SpreadsheetDocument.Open(stream, isEditable: true))
            change(workbook.WorkbookPart!);
        return stream.ToArray();
    }

    public static void Rename(WorkbookPart book, string sheet, string name) =>
        book.Workbook.Descendants<Sheet>().First(other => other.Name == sheet).Name = name;

    public static void Put(WorkbookPart book, string sheet, int row, int column, string value)
    {
        var id = book.Workbook.Descendants<Sheet>().First(other => other.Name == sheet).Id!.Value!;
        var data = ((WorksheetPart)book.GetPartById(id)).Worksheet.GetFirstChild<SheetData>()!;
        var line = data.Elements<Row>().FirstOrDefault(other => other.RowIndex! == (uint)row) ?? data.AppendChild(new Row { RowIndex = (uint)row });
        var place = CellPlace.NameOf(column) + row;
        var cell = line.Elements<Cell>().FirstOrDefault(other => other.CellReference == place);
        if (cell is null)
        {
            cell = new Cell { CellReference = place };
            var after = line.Elements<Cell>().LastOrDefault(other => ColumnOf(other) < column);
            line.InsertAfter(cell, after);
        }
        cell.DataType = CellValues.InlineString;
        cell.RemoveAllChildren();
        cell.Append(new InlineString(new Text(value)));
    }

    private static int ColumnOf(Cell cell) => cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) - 1;

    /// <summary>Takes a row out as a person does, so that those below move up.</summary>
    public static void DeleteRow(WorkbookPart book, string sheet, int row)
    {
        var id = book.Workbook.Descendants<Sheet>().First(other => other.Name == sheet).Id!.Value!;
        foreach (var line in ((WorksheetPart)book.GetPartById(id)).Worksheet.Descendants<Row>().ToList())
        {
            if (line.RowIndex! == (uint)row)
                line.Remove();
            if (line.RowIndex! <= (uint)row)
                continue;
            line.RowIndex = line.RowIndex!.Value - 1;
            foreach (var cell in line.Elements<Cell>())
                cell.CellReference = CellPlace.NameOf(ColumnOf(cell)) + line.RowIndex;
        }
    }

    /// <summary>Takes a whole sheet out.</summary>
    public static void Delete(WorkbookPart book, string sheet) => book.Workbook.Descendants<Sheet>().First(other => other.Name == sheet).Remove();

    /// <summary>Where a heading stands on a sheet, counted from 0.</summary>
    public static int ColumnOf(string sheet, string heading) =>
        PlanWorkbook.Headings(WorkbookShape.Instance.Sheets.First(shape => shape.Name == sheet)).ToList().IndexOf(heading) is var at and >= 0
            ? at : throw new ArgumentException($"There is no heading {heading} on {sheet}.");
}
