using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Workbooks;

namespace DxRules.Admin.Exchange.Listings;

/// <summary>Writes tables as an Excel workbook, a sheet each. As statistics are to be given out: nothing merged, no formulas, figures as figures.</summary>
internal static class ListingWorkbook
{
    private const double Widest = 50;

    public static byte[] Write(IReadOnlyList<Listing> listings)
    {
        using var content = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            workbook.ChangeIdOfPart(book, "rBook");
            book.AddNewPart<WorkbookStylesPart>("rStyles").Stylesheet = WorkbookStyles.Sheet();
            var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            foreach (var listing in listings)
                WriteSheet(PlanWorkbook.AddSheet(book, sheets, Marks.GridWorkbook.NameOf(listing.Name)), listing);
            book.Workbook = new Workbook(sheets);
        }
        return content.ToArray();
    }

    private static void WriteSheet(WorksheetPart part, Listing listing)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(listing.Columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = WidthOf(listing, i), CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        PlanWorkbook.WriteRow(writer, 1, [.. listing.Columns.Select(column => ((object?)column.Heading, WorkbookStyles.Heading))]);
        for (var i = 0; i < listing.Rows.Count; i++)
            PlanWorkbook.WriteRow(writer, i + 2, [.. listing.Rows[i].Select(CellOf)]);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static (object? Value, uint Format) CellOf(object? value) => value switch
    {
        null or "" => (null, WorkbookStyles.Text),
        bool flag => (ListingFile.Word(flag), WorkbookStyles.Text),
        DateOnly => (value, WorkbookStyles.Date),
        int or decimal => (value, WorkbookStyles.Number),
        _ => (value.ToString(), WorkbookStyles.Text),
    };

    // Of the heading and the first rows; a full-width sign is two wide.
    private static double WidthOf(Listing listing, int column) =>
        Math.Clamp(listing.Rows.Take(50).Select(row => row[column]?.ToString() ?? "").Append(listing.Columns[column].Heading).Max(Engine.Text.DiagnosticPrinter.Width) + 2, 8, Widest);
}
