using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>
/// Writes a plan as an Excel workbook to be filled in and read back: locked headings, a list to choose from wherever there are words, and room for more
/// rows. What is read back without a change is the same plan.
/// </summary>
internal static class PlanWorkbook
{
    public const string HolderHeading = "属する対象のID";
    public const string HolderTitleHeading = "属する対象（参考）";

    /// <summary>To which row lists to choose from and unlocked cells reach at least.</summary>
    private const int Room = 1000;

    /// <summary>The workbook and nothing but the plan.</summary>
    /// <param name="plan">What is in it; null for an empty one.</param>
    public static byte[] Write(PlanDocument? plan) => Write(plan is null ? null : PlanSlice.Whole(plan), null);

    /// <summary>The workbook to be handed out and taken back: before its rows it says what it was made from, and rows that are only there to be read are locked.</summary>
    /// <param name="slice">What is in it; null for an empty one.</param>
    /// <param name="version">The number of the plan's version; null where it comes from a file.</param>
    public static byte[] WriteTemplate(PlanSlice? slice, int? version, DateOnly madeOn) => Write(slice, [.. WorkbookAbout.Rows(slice, version, madeOn)]);

    private static byte[] Write(PlanSlice? slice, IReadOnlyList<(string Label, string? Value)>? about)
    {
        var rows = slice is null ? null : PlanRow.Of(slice.Document);
        var choices = new WorkbookChoices(slice?.Document);
        using var content = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();

            // Named by us: otherwise by chance, and the same plan would give another workbook each time.
            workbook.ChangeIdOfPart(book, "rBook");
            book.AddNewPart<WorkbookStylesPart>("rStyles").Stylesheet = WorkbookStyles.Sheet();
            var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            if (about is not null)
                WriteAbout(AddSheet(book, sheets, WorkbookAbout.SheetName), about);
            foreach (var shape in WorkbookShape.Instance.Sheets)
            {
                WriteSheet(AddSheet(book, sheets, shape.Name), shape, rows?[shape] ?? [], slice?.Context, choices, isForm: about is not null);
                if (slice?.Department is not null && !IsTheirs(shape, rows!, slice.Context))
                    sheets.Elements<Sheet>().Last().State = SheetStateValues.Hidden;
            }
            choices.Write(AddSheet(book, sheets, WorkbookChoices.SheetName));
            sheets.Elements<Sheet>().Last().State = SheetStateValues.Hidden;
            book.Workbook = new Workbook(sheets);
        }
        return content.ToArray();
    }

    // A department looks at the sheets that hold rows of theirs, or where rows of theirs can hold more.
    private static bool IsTheirs(SheetShape shape, IReadOnlyDictionary<SheetShape, List<PlanRow>> rows, IReadOnlySet<PlanObject> context) =>
        shape.Holders.Select(holder => holder.Sheet).Prepend(shape).Any(sheet => rows[sheet].Exists(row => !context.Contains(row.Record)));

    internal static WorksheetPart AddSheet(WorkbookPart book, DocumentFormat.OpenXml.Spreadsheet.Sheets sheets, string name)
    {
        var number = sheets.ChildElements.Count + 1;
        var part = book.AddNewPart<WorksheetPart>($"rSheet{number}");
        sheets.Append(new Sheet { Name = name, SheetId = (uint)number, Id = book.GetIdOfPart(part) });
        return part;
    }

    private static void WriteAbout(WorksheetPart part, IReadOnlyList<(string Label, string? Value)> about)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new Columns(
            new Column { Min = 1, Max = 1, Width = 22, CustomWidth = true }, new Column { Min = 2, Max = 2, Width = 90, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        for (var i = 0; i < about.Count; i++)
            WriteRow(writer, i + 1, [(about[i].Label, WorkbookStyles.Heading), (about[i].Value, WorkbookStyles.LockedText)]);
        writer.WriteEndElement();
        writer.WriteElement(new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false });
        writer.WriteEndElement();
    }

    private static void WriteSheet(WorksheetPart part, SheetShape shape, List<PlanRow> rows, IReadOnlySet<PlanObject>? context, WorkbookChoices choices, bool isForm)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(Columns(shape, isForm));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, [.. Headings(shape).Select(heading => ((object?)heading, WorkbookStyles.Heading))]);
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = Leading(shape, rows[i]).Concat(shape.Columns.Zip(rows[i].Cells).Select(cell => (cell.Second, FormatOf(cell.First))));
            var isLocked = context?.Contains(rows[i].Record) == true;
            WriteRow(writer, i + 2, [.. isLocked ? cells.Select(cell => (cell.Item1, WorkbookStyles.Locked(cell.Item2))) : cells], isWhole: isLocked);
        }
        writer.WriteEndElement();

        // Without a password: it keeps headings from slipping, not people out.
        writer.WriteElement(new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false, FormatCells = false, InsertRows = false, DeleteRows = false, Sort = false, AutoFilter = false });
        if (choices.Of(shape, Math.Max(Room, rows.Count + 200)) is { Count: not null and not { Value: 0 } } validations)
            writer.WriteElement(validations);
        writer.WriteEndElement();
    }

    public static IEnumerable<string> Headings(SheetShape shape) =>
        [.. shape.NamesHolder ? [HolderHeading, HolderTitleHeading] : Array.Empty<string>(), .. shape.Columns.Select(column => column.Heading)];

    private static IEnumerable<(object? Value, uint Format)> Leading(SheetShape shape, PlanRow row) =>
        shape.NamesHolder ? [(row.Holder, WorkbookStyles.Text), (row.HolderTitle, WorkbookStyles.Reference)] : [];

    // What nobody fills in stands aside in a form; it comes back all the same.
    private static Columns Columns(SheetShape shape, bool isForm)
    {
        var columns = new Columns();
        var first = shape.NamesHolder ? [(WorkbookStyles.Text, 16d, false), (WorkbookStyles.Reference, 24d, false)] : Array.Empty<(uint, double, bool)>();
        foreach (var (format, width, isAside) in first.Concat(shape.Columns.Select(column => (FormatOf(column), WidthOf(column), column.Kind is ColumnKind.Raw or ColumnKind.Inferred))))
        {
            var place = (uint)columns.ChildElements.Count + 1;
            columns.Append(new Column { Min = place, Max = place, Width = width, CustomWidth = true, Style = format, Hidden = isForm && isAside ? true : null });
        }
        return columns;
    }

    private static uint FormatOf(ColumnShape column) => column switch
    {
        { Kind: not ColumnKind.Value } => WorkbookStyles.Text,
        { Member.ValueKind: PlanValueKind.Number or PlanValueKind.Whole } => WorkbookStyles.Number,
        { Member.ValueKind: PlanValueKind.Date } => WorkbookStyles.Date,
        _ => WorkbookStyles.Text,
    };

    private static double WidthOf(ColumnShape column) => column.Member switch
    {
        { ValueKind: PlanValueKind.Text, IsId: false } => 28,
        _ => 14,
    };

    /// <param name="isWhole">Whether cells without a value are written for their format.</param>
    /// <param name="height">In points; null where the program that opens it may decide.</param>
    internal static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<(object? Value, uint Format)> cells, bool isWhole = false, double? height = null)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number, Height = height, CustomHeight = height is null ? null : true });
        for (var i = 0; i < cells.Count; i++)
        {
            if ((CellOf(cells[i].Value, cells[i].Format) ?? (isWhole ? new Cell { StyleIndex = cells[i].Format } : null)) is not { } cell)
                continue;
            cell.CellReference = CellPlace.NameOf(i) + number.ToString(CultureInfo.InvariantCulture);
            writer.WriteElement(cell);
        }
        writer.WriteEndElement();
    }

    private static Cell? CellOf(object? value, uint format) => value switch
    {
        null => null,
        DateOnly day => new Cell(new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture))) { StyleIndex = format },
        int whole => new Cell(new CellValue(whole)) { StyleIndex = format },

        // Excel counts in binary to 15 digits; what it would not keep stays a text.
        decimal figure when (decimal)(double)figure == figure => new Cell(new CellValue(PlanText.Of(figure)!)) { StyleIndex = format },
        _ => new Cell(new InlineString(new Text(WorkbookText.Plain(PlanText.Of(value)!)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = format },
    };
}
