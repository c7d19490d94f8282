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

    /// <summary>Characters of all words of a list that Excel takes written out.</summary>
    private const int LongestList = 255;

    // The cell formats, by their place in the style sheet.
    private const uint TextCell = 0;
    private const uint HeadingCell = 1;
    private const uint NumberCell = 2;
    private const uint DateCell = 3;
    private const uint ReferenceCell = 4;

    /// <summary>The workbook.</summary>
    /// <param name="plan">What is in it; null for an empty one.</param>
    public static byte[] Write(PlanDocument? plan)
    {
        var rows = plan is null ? null : PlanRow.Of(plan);
        using var content = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();

            // Named by us: otherwise by chance, and the same plan would give another workbook each time.
            workbook.ChangeIdOfPart(book, "rBook");
            book.AddNewPart<WorkbookStylesPart>("rStyles").Stylesheet = Styles();
            var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            foreach (var shape in WorkbookShape.Instance.Sheets)
            {
                var part = book.AddNewPart<WorksheetPart>($"rSheet{sheets.ChildElements.Count + 1}");
                WriteSheet(part, shape, rows?[shape] ?? []);
                sheets.Append(new Sheet { Name = shape.Name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = book.GetIdOfPart(part) });
            }
            book.Workbook = new Workbook(sheets);
        }
        return content.ToArray();
    }

    private static void WriteSheet(WorksheetPart part, SheetShape shape, List<PlanRow> rows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(Columns(shape));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, [.. Headings(shape).Select(heading => ((object?)heading, HeadingCell))]);
        for (var i = 0; i < rows.Count; i++)
            WriteRow(writer, i + 2, [.. Leading(shape, rows[i]), .. shape.Columns.Zip(rows[i].Cells).Select(cell => (cell.Second, FormatOf(cell.First)))]);
        writer.WriteEndElement();

        // Without a password: it keeps headings from slipping, not people out.
        writer.WriteElement(new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false, FormatCells = false, InsertRows = false, DeleteRows = false, Sort = false, AutoFilter = false });
        if (Validations(shape, Math.Max(Room, rows.Count + 200)) is { Count: not null and not { Value: 0 } } validations)
            writer.WriteElement(validations);
        writer.WriteEndElement();
    }

    public static IEnumerable<string> Headings(SheetShape shape) =>
        [.. shape.NamesHolder ? [HolderHeading, HolderTitleHeading] : Array.Empty<string>(), .. shape.Columns.Select(column => column.Heading)];

    private static IEnumerable<(object? Value, uint Format)> Leading(SheetShape shape, PlanRow row) =>
        shape.NamesHolder ? [(row.Holder, TextCell), (row.HolderTitle, ReferenceCell)] : [];

    private static Columns Columns(SheetShape shape)
    {
        var columns = new Columns();
        foreach (var (format, width) in (shape.NamesHolder ? [(TextCell, 16d), (ReferenceCell, 24d)] : Array.Empty<(uint, double)>()).Concat(shape.Columns.Select(column => (FormatOf(column), WidthOf(column)))))
        {
            var place = (uint)columns.ChildElements.Count + 1;
            columns.Append(new Column { Min = place, Max = place, Width = width, CustomWidth = true, Style = format });
        }
        return columns;
    }

    private static uint FormatOf(ColumnShape column) => column switch
    {
        { Kind: not ColumnKind.Value } => TextCell,
        { Member.ValueKind: PlanValueKind.Number or PlanValueKind.Whole } => NumberCell,
        { Member.ValueKind: PlanValueKind.Date } => DateCell,
        _ => TextCell,
    };

    private static double WidthOf(ColumnShape column) => column.Member switch
    {
        { ValueKind: PlanValueKind.Text, IsId: false } => 28,
        _ => 14,
    };

    private static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<(object? Value, uint Format)> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var i = 0; i < cells.Count; i++)
        {
            if (CellOf(cells[i].Value, cells[i].Format) is not { } cell)
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
        _ => new Cell(new InlineString(new Text(PlanText.Of(value)!) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = format },
    };

    private static DataValidations Validations(SheetShape shape, int last)
    {
        var validations = new DataValidations();
        var first = shape.NamesHolder ? 2 : 0;
        for (var i = 0; i < shape.Columns.Count; i++)
        {
            if (ChoicesOf(shape.Columns[i]) is not { Count: > 0 } choices || string.Join(',', choices) is not { Length: <= LongestList } list)
                continue;
            var column = CellPlace.NameOf(first + i);
            validations.Append(new DataValidation(new Formula1($"\"{list}\""))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = true,
                ErrorTitle = shape.Columns[i].Heading[..Math.Min(32, shape.Columns[i].Heading.Length)],
                Error = "一覧から選んでください。分からないときは空欄にします。",
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{column}2:{column}{last}" },
            });
        }
        validations.Count = (uint)validations.ChildElements.Count;
        return validations;
    }

    private static IReadOnlyList<string> ChoicesOf(ColumnShape column) => column switch
    {
        { Kind: ColumnKind.KnownEmpty } => [CellWords.None],
        { Kind: ColumnKind.IsThere } => [CellWords.There],
        { Kind: ColumnKind.Value, Member.ValueKind: PlanValueKind.Boolean } => [CellWords.Yes, CellWords.No],
        { Kind: ColumnKind.Value, Member: { ValueKind: PlanValueKind.Word } member } => CellWords.All(member.ValueType),
        _ => [],
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(new Font(new FontSize { Val = 11 }), new Font(new Bold(), new FontSize { Val = 11 }), new Font(new FontSize { Val = 11 }, new Color { Rgb = "FF4D4D4D" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE6E6E6" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(49, 0, 0, isLocked: false, wraps: true),
            Format(49, 1, 2, isLocked: true, wraps: true),
            Format(0, 0, 0, isLocked: false, wraps: false),
            Format(164, 0, 0, isLocked: false, wraps: false),
            Format(49, 2, 0, isLocked: false, wraps: true)));

    private static CellFormat Format(uint number, uint font, uint fill, bool isLocked, bool wraps) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps }, new Protection { Locked = isLocked })
    {
        NumberFormatId = number, FontId = font, FillId = fill, BorderId = 0, FormatId = 0,
        ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyAlignment = true, ApplyProtection = true,
    };
}
