using DocumentFormat.OpenXml.Spreadsheet;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>The cell formats of our workbooks, by their place in the style sheet.</summary>
internal static class WorkbookStyles
{
    public const uint Text = 0;
    public const uint Heading = 1;
    public const uint Number = 2;
    public const uint Date = 3;
    public const uint Reference = 4;
    public const uint LockedText = 5;
    private const uint LockedNumber = 6;
    private const uint LockedDate = 7;

    private const uint AsText = 49;
    private const uint AsDay = 164;

    /// <summary>The format of a cell that is only there to be read.</summary>
    public static uint Locked(uint format) => format switch
    {
        Number => LockedNumber,
        Date => LockedDate,
        _ => LockedText,
    };

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = AsDay, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(new Font(new FontSize { Val = 11 }), new Font(new Bold(), new FontSize { Val = 11 }), new Font(new FontSize { Val = 11 }, new Color { Rgb = "FF4D4D4D" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Filled("FFE6E6E6"), Filled("FFF2F2F2")),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(AsText, 0, 0, isLocked: false, wraps: true),
            Format(AsText, 1, 2, isLocked: true, wraps: true),
            Format(0, 0, 0, isLocked: false, wraps: false),
            Format(AsDay, 0, 0, isLocked: false, wraps: false),
            Format(AsText, 2, 0, isLocked: false, wraps: true),
            Format(AsText, 2, 3, isLocked: true, wraps: true),
            Format(0, 2, 3, isLocked: true, wraps: false),
            Format(AsDay, 2, 3, isLocked: true, wraps: false)));

    private static Fill Filled(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static CellFormat Format(uint number, uint font, uint fill, bool isLocked, bool wraps) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps }, new Protection { Locked = isLocked })
    {
        NumberFormatId = number, FontId = font, FillId = fill, BorderId = 0, FormatId = 0,
        ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyAlignment = true, ApplyProtection = true,
    };
}
