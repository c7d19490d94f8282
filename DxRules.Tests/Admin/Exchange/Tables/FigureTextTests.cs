using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Tables;

namespace DxRules.Tests.Admin.Exchange.Tables;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("8,633千人", 8633, "千人")]
    [InlineData("２,２４３", 2243, null)]
    [InlineData("１２．５％", 12.5, "%")]
    [InlineData("93％", 93, "%")]
    [InlineData("△3.5", -3.5, null)]
    [InlineData("▲ 3.5", -3.5, null)]
    [InlineData("－0.5", -0.5, null)]
    [InlineData("−12", -12, null)]
    [InlineData("-12", -12, null)]
    [InlineData("+5", 5, null)]
    [InlineData("104,602\t", 104602, null)]
    [InlineData("約8,600人", 8600, "人")]
    [InlineData("90％以上", 90, "%")]
    [InlineData("12,345注1)", 12345, null)]
    [InlineData("12,345 *1", 12345, null)]
    [InlineData("12,345※2", 12345, null)]
    [InlineData("①", 1, null)]
    [InlineData("0", 0, null)]
    [InlineData("１", 1, null)]
    [InlineData("1,234.5t-CO2", 1234.5, "t-CO2")]
    [InlineData("￥1,000", 1000, null)]
    [InlineData("5件/月", 5, "件/月")]
    [InlineData("120\n件", 120, "件")]
    public void A_figure_is_read_with_its_unit(string text, double value, string? unit)
    {
        var reading = Read(text);

        (reading.Value, reading.Unit, reading.IsReadable, reading.IsProvisional, reading.Gap).ShouldBe(((decimal)value, unit, true, false, null));
        reading.Raw.ShouldBe(text);
    }

    [Theory]
    [InlineData("93%（見込）", 93)]
    [InlineData("1,234（速報値）", 1234)]
    [InlineData("速報 1,234", 1234)]
    [InlineData("1,234(p)", 1234)]
    [InlineData("1,234p", 1234)]
    [InlineData("※93", 93)]
    [InlineData("93※", 93)]
    [InlineData("見込 93", 93)]
    public void What_is_said_to_be_expected_or_preliminary_is_provisional(string text, double value) =>
        (Read(text).Value, Read(text).IsProvisional, Read(text).IsReadable).ShouldBe(((decimal)value, true, true));

    [Theory]
    [InlineData(null, "Blank")]
    [InlineData("　", "Blank")]
    [InlineData("-", "NotApplicable")]
    [InlineData("－", "NotApplicable")]
    [InlineData("—", "NotApplicable")]
    [InlineData("―", "NotApplicable")]
    [InlineData("ー", "NotApplicable")]
    [InlineData("−", "NotApplicable")]
    [InlineData("‐", "NotApplicable")]
    [InlineData("該当なし", "NotApplicable")]
    [InlineData("…", "NotKnown")]
    [InlineData("・・・", "NotKnown")]
    [InlineData("不詳", "NotKnown")]
    [InlineData("集計中", "NotKnown")]
    [InlineData("x", "Withheld")]
    [InlineData("ｘ", "Withheld")]
    [InlineData("X", "Withheld")]
    public void What_stands_for_no_figure_is_never_zero(string? text, string gap)
    {
        var reading = FigureText.Read(text is null ? null : new GridCell(text, text), "人");

        (reading.Value, reading.Gap, reading.IsReadable, reading.Unit).ShouldBe((null, Enum.Parse<FigureGap>(gap), true, "人"));
    }

    [Theory]
    [InlineData("29（4）")]
    [InlineData("10～20")]
    [InlineData("10-20")]
    [InlineData("80％～90％")]
    [InlineData("29 4")]
    [InlineData("12,34")]
    [InlineData("3/5")]
    [InlineData("R6.3.31")]
    [InlineData("20%増")]
    [InlineData("5件実施済み")]
    [InlineData("1万2千人")]
    [InlineData("△")]
    [InlineData("◎")]
    [InlineData("実施")]
    [InlineData("100未満")]
    [InlineData("①120人②35人")]
    [InlineData("1.2.3")]
    [InlineData("※")]
    public void What_is_not_clear_is_not_guessed(string text)
    {
        var reading = Read(text);

        (reading.Value, reading.IsReadable).ShouldBe((null, false));
    }

    [Theory]
    [InlineData("2024年度: 93%", 93, 2024, false)]
    [InlineData("令和６年度：93％", 93, 2024, false)]
    [InlineData("R6:93%", 93, 2024, false)]
    [InlineData("令和6年度 93%", 93, 2024, false)]
    [InlineData("93%（令和5年度）", 93, 2023, false)]
    [InlineData("29（R4）", 29, 2022, false)]
    [InlineData("1,200人(2020年)", 1200, 2020, true)]
    public void A_year_in_the_cell_is_that_of_the_figure(string text, double value, int year, bool isCalendarYear)
    {
        var reading = Read(text);

        (reading.Value, reading.Period?.Year, reading.Period?.IsCalendarYear).ShouldBe(((decimal)value, year, isCalendarYear));
    }

    [Theory]
    [InlineData(5.0999999999999996, "5.1", "5.1", null)]
    [InlineData(0.93, "93%", "93", "%")]
    [InlineData(0.9345, "93%", "93.45", "%")]
    [InlineData(0.30000000000000004, "0.3", "0.3", null)]
    [InlineData(-3.508, "▲ 3.5", "-3.508", null)]
    [InlineData(8633000, "8,633千人", "8633", "千人")]
    [InlineData(8633, "8,633人", "8633", "人")]
    [InlineData(0, "-", "0", null)]
    [InlineData(12, "", "12", null)]
    [InlineData(-1, "(1)", "-1", null)]
    [InlineData(1234567, "####", "1234567", null)]
    public void A_stored_figure_is_exact_and_the_sheet_says_its_scale_and_unit(double stored, string shown, string value, string? unit)
    {
        var reading = FigureText.Read(new GridCell(stored, shown), null);

        (reading.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture), reading.Unit, reading.IsReadable).ShouldBe((value, unit, true));
    }

    [Fact]
    public void A_unit_in_the_cell_comes_before_that_of_its_column() =>
        (FigureText.Read(new GridCell("5千人", "5千人"), "人").Unit, FigureText.Read(new GridCell("5", "5"), "人").Unit).ShouldBe(("千人", "人"));

    [Fact]
    public void A_formula_that_gives_an_error_is_none_of_the_other_gaps()
    {
        var reading = FigureText.Read(new GridCell(new CellError("#N/A"), "#N/A"), null);

        (reading.Gap, reading.IsReadable).ShouldBe((FigureGap.Error, false));
    }

    [Fact]
    public void A_day_is_no_figure() => FigureText.Read(new GridCell(new DateTime(2026, 1, 2), "1/2"), null).IsReadable.ShouldBeFalse();

    private static FigureReading Read(string text) => FigureText.Read(new GridCell(text, text), null);
}
