using DocumentFormat.OpenXml.Spreadsheet;

namespace DxRules.Admin.Papers;

/// <summary>The cell formats of a paper as a workbook, by their place in the style sheet.</summary>
internal static class PaperStyles
{
    public const uint Plain = 0;
    public const uint Heading = 1;
    public const uint Text = 2;
    public const uint Number = 3;
    public const uint Share = 4;
    public const uint Date = 5;
    public const uint Title = 6;
    public const uint Mark = 7;
    public const uint Label = 8;

    private const uint AsText = 49;
    private const uint AsShare = 9;
    private const uint AsDay = 164;

    // By era, as papers of a city hall are dated; the cell holds the day itself.
    private const string EraDay = "[$-411]ggge\"年\"m\"月\"d\"日\"";
    private const string IsoDay = "yyyy\\-mm\\-dd";

    private const uint Bold = 1;
    private const uint Large = 2;
    private const uint Grey = 2;
    private const uint Framed = 1;

    public static Stylesheet Sheet(bool byEra) => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = AsDay, FormatCode = byEra ? EraDay : IsoDay }) { Count = 1 },
        new Fonts(FontOf(10.5, false), FontOf(10.5, true), FontOf(16, true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE6E6E6" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Frame()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(AsText, 0, 0, 0, HorizontalAlignmentValues.General, wraps: false),
            Format(AsText, Bold, Grey, Framed, HorizontalAlignmentValues.Center),
            Format(AsText, 0, 0, Framed, HorizontalAlignmentValues.Left),
            Format(0, 0, 0, Framed, HorizontalAlignmentValues.Right, wraps: false),
            Format(AsShare, 0, 0, Framed, HorizontalAlignmentValues.Right, wraps: false),
            Format(AsDay, 0, 0, Framed, HorizontalAlignmentValues.Left, wraps: false),
            Format(AsText, Large, 0, 0, HorizontalAlignmentValues.Left, wraps: false),
            Format(AsText, Bold, 0, Framed, HorizontalAlignmentValues.Center, wraps: false),
            Format(AsText, Bold, Grey, Framed, HorizontalAlignmentValues.Left)));

    private static Font FontOf(double size, bool isBold) =>
        isBold ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = "游ゴシック" }) : new Font(new FontSize { Val = size }, new FontName { Val = "游ゴシック" });

    private static Border Frame() => new(
        Side(new LeftBorder()), Side(new RightBorder()), Side(new TopBorder()), Side(new BottomBorder()), new DiagonalBorder());

    private static T Side<T>(T side) where T : BorderPropertiesType
    {
        side.Style = BorderStyleValues.Thin;
        side.Append(new Color { Rgb = "FF767676" });
        return side;
    }

    private static CellFormat Format(uint number, uint font, uint fill, uint border, HorizontalAlignmentValues side, bool wraps = true) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, Horizontal = side, WrapText = wraps })
    {
        NumberFormatId = number, FontId = font, FillId = fill, BorderId = border, FormatId = 0,
        ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true,
    };
}
