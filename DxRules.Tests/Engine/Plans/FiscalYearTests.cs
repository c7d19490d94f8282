using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("2024-04-01", 2024)]
    [InlineData("2024-12-31", 2024)]
    [InlineData("2025-03-31", 2024)]
    [InlineData("2025-04-01", 2025)]
    public void January_to_March_belong_to_the_year_before(string day, int year) =>
        FiscalYear.Of(DateOnly.Parse(day)).ShouldBe(year);

    [Fact]
    public void A_system_due_in_January_2024_is_due_in_fiscal_2023() =>
        FiscalYear.Of(new DateOnly(2024, 1, 1)).ShouldBe(2023);

    [Fact]
    public void A_year_runs_from_April_to_March()
    {
        FiscalYear.Start(2024).ShouldBe(new DateOnly(2024, 4, 1));
        FiscalYear.End(2024).ShouldBe(new DateOnly(2025, 3, 31));
    }

    [Theory]
    [InlineData(2025, 6, 30, "2025-06-30")]
    [InlineData(2025, 4, 1, "2025-04-01")]
    [InlineData(2025, 1, 31, "2026-01-31")]
    [InlineData(2025, 3, 31, "2026-03-31")]
    [InlineData(2023, 2, 29, "2024-02-29")]
    [InlineData(2024, 2, 29, "2025-02-28")]
    public void A_month_and_day_lie_in_the_fiscal_year(int year, int month, int day, string expected) =>
        FiscalYear.Day(year, month, day).ShouldBe(DateOnly.Parse(expected));

    [Fact]
    public void A_range_ascends_and_is_empty_where_its_ends_are_crossed()
    {
        FiscalYear.Range(2022, 2024).ShouldBe([2022, 2023, 2024]);
        FiscalYear.Range(2024, 2024).ShouldBe([2024]);
        FiscalYear.Range(2025, 2024).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9999)]
    public void A_year_outside_the_calendar_is_refused_with_its_number(int year) =>
        Should.Throw<ArgumentOutOfRangeException>(() => FiscalYear.End(year)).Message.ShouldContain($"but this is {year}");
}
