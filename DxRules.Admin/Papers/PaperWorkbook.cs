using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Marks;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Papers;

/// <summary>
/// Writes a paper for the headquarters as an Excel workbook to be printed on A4: a title sheet with what the paper says of itself, then a sheet a part. The
/// same paper gives the same bytes, and its signature is that of the page.
/// </summary>
internal static class PaperWorkbook
{
    private const uint A4 = 9;

    // In points. Rows get their height from us, because not every program finds it by itself.
    private const double Line = 15;
    private const double LargeLine = 26;
    private const double Around = 4;

    private static readonly double[] TitleWidths = [26, 48, 18];

    /// <param name="number">資料1; empty where none is given.</param>
    /// <param name="meeting">Of which meeting it is a paper; likewise.</param>
    public static byte[] Write(CouncilPaper paper, string number, string meeting, Texts texts)
    {
        using var content = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            workbook.ChangeIdOfPart(book, "rBook");
            book.AddNewPart<WorkbookStylesPart>("rStyles").Stylesheet = PaperStyles.Sheet(texts.Language == Language.Japanese);
            var (sheets, names) = (new DocumentFormat.OpenXml.Spreadsheet.Sheets(), new DefinedNames());
            var tables = PaperTable.Of(paper, texts);
            var head = Header(paper, number, texts);
            WriteTitle(PlanWorkbook.AddSheet(book, sheets, texts["paper.xlsx.title"]), PaperTitle.Rows(paper, number, meeting, tables, texts), head);
            foreach (var table in tables)
            {
                var name = GridWorkbook.NameOf(table.Name);
                WriteTable(PlanWorkbook.AddSheet(book, sheets, name), table, head);

                // Headings stand on each printed page.
                names.Append(new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)sheets.ChildElements.Count - 1 });
            }
            book.Workbook = names.HasChildren ? new Workbook(sheets, names) : new Workbook(sheets);
        }
        return SteadyPackage.Of(content.ToArray());
    }

    private static void WriteTitle(WorksheetPart part, IReadOnlyList<IReadOnlyList<(object? Value, uint Format)>> rows, HeaderFooter head)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(OnOnePage());
        writer.WriteElement(ColumnsOf(TitleWidths));
        writer.WriteStartElement(new SheetData());
        for (var i = 0; i < rows.Count; i++)
            PlanWorkbook.WriteRow(writer, i + 1, rows[i], height: HeightOf(rows[i], TitleWidths));
        writer.WriteEndElement();
        WritePrinting(writer, OrientationValues.Portrait, head);
        writer.WriteEndElement();
    }

    private static void WriteTable(WorksheetPart part, PaperTable table, HeaderFooter head)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(OnOnePage());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(ColumnsOf(table.Columns.Select(column => column.Width)));
        writer.WriteStartElement(new SheetData());
        double[] widths = [.. table.Columns.Select(column => column.Width)];
        Write(1, [.. table.Columns.Select(column => ((object?)column.Heading, PaperStyles.Heading))]);
        for (var i = 0; i < table.Rows.Count; i++)
            Write(i + 2, [.. table.Rows[i].Zip(table.Columns, (value, column) => (value, FormatOf(value, column)))]);
        writer.WriteEndElement();
        WritePrinting(writer, OrientationValues.Landscape, head);
        writer.WriteEndElement();

        void Write(int number, IReadOnlyList<(object? Value, uint Format)> cells) => PlanWorkbook.WriteRow(writer, number, cells, isWhole: true, HeightOf(cells, widths));
    }

    // As many lines as the longest text takes in its column; a full-width sign is two digits wide.
    private static double HeightOf(IReadOnlyList<(object? Value, uint Format)> cells, double[] widths)
    {
        if (cells.Any(cell => cell.Format == PaperStyles.Title))
            return LargeLine;
        var lines = cells.Select((cell, i) => cell is { Value: string text, Format: PaperStyles.Text or PaperStyles.Heading or PaperStyles.Label } ? LinesOf(text, widths[i]) : 1).DefaultIfEmpty(1).Max();
        return lines * Line + Around;
    }

    private static int LinesOf(string text, double width) =>
        text.ReplaceLineEndings("\n").Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(DiagnosticPrinter.Width(line) / (width - 1.5))));

    // A word in a column of days or figures stands as a word.
    private static uint FormatOf(object? value, PaperColumn column) => value is string ? PaperStyles.Text : column.Format;

    private static SheetProperties OnOnePage() => new(new PageSetupProperties { FitToPage = true });

    private static Columns ColumnsOf(IEnumerable<double> widths) =>
        new(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));

    private static void WritePrinting(OpenXmlWriter writer, OrientationValues orientation, HeaderFooter head)
    {
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.75, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = A4, Orientation = orientation, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement((HeaderFooter)head.CloneNode(true));
    }

    private static HeaderFooter Header(CouncilPaper paper, string number, Texts texts) => new(
        new OddHeader($"&L{Said(texts["paper.name", paper.Head.Plan, texts.FiscalYear(paper.Head.FiscalYear)])}&R{Said(number)}"),
        new OddFooter($"&L{Said(texts["paper.xlsx.signed", paper.Sign()[..16]])}&C&P / &N&R{Said(paper.Head.Municipality)}"));

    // An ampersand begins an instruction there, and there is little room.
    private static string Said(string text) => (text.Length > 60 ? text[..60] : text).Replace("&", "&&", StringComparison.Ordinal);
}
