using DxRules.Engine.Feel.Values;

namespace DxRules.Tests.Engine.Feel.Values;

public sealed class TemporalTextsTests
{
    [Theory]
    [InlineData("2025-04-01", "2025-04-01")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("-2021-01-01", "-2021-01-01")]
    [InlineData("99999-12-31", "99999-12-31")]
    [InlineData("10:30:00", "10:30:00")]
    [InlineData("10:30:00.0001000", "10:30:00.0001")]
    [InlineData("10:30:00Z", "10:30:00Z")]
    [InlineData("10:30:00-00:00", "10:30:00Z")]
    [InlineData("10:30:00+05:00:01", "10:30:00+05:00:01")]
    [InlineData("10:30:00@Asia/Tokyo", "10:30:00@Asia/Tokyo")]
    [InlineData("24:00:00", "00:00:00")]
    [InlineData("2025-04-01T10:30:00.123456789+09:00", "2025-04-01T10:30:00.123456789+09:00")]
    [InlineData("2025-03-31T24:00:00", "2025-04-01T00:00:00")]
    [InlineData("P1D", "P1D")]
    [InlineData("PT61M", "PT1H1M")]
    [InlineData("PT0.S", "PT0S")]
    [InlineData("-PT36H0.5S", "-P1DT12H0.5S")]
    [InlineData("P26M", "P2Y2M")]
    [InlineData("P0Y", "P0M")]
    [InlineData("-P1Y0M", "-P1Y")]
    [InlineData("2025-02-29", null)]
    [InlineData("2025-13-01", null)]
    [InlineData("2025-4-1", null)]
    [InlineData("998-12-31", null)]
    [InlineData("02025-04-01", null)]
    [InlineData("+2025-04-01", null)]
    [InlineData("2025/04/01", null)]
    [InlineData("２０２５-04-01", null)]
    [InlineData(" 2025-04-01", null)]
    [InlineData("25:00:00", null)]
    [InlineData("24:00:01", null)]
    [InlineData("10:60:00", null)]
    [InlineData("10:30", null)]
    [InlineData("10:30:00+5:00", null)]
    [InlineData("10:30:00+19:00", null)]
    [InlineData("10:30:00@Mars/Base", null)]
    [InlineData("10:30:00+09:00@Asia/Tokyo", null)]
    [InlineData("2025-04-01T10:30", null)]
    [InlineData("P", null)]
    [InlineData("PT", null)]
    [InlineData("P1H", null)]
    [InlineData("P1DT", null)]
    [InlineData("P1Y1D", null)]
    [InlineData("P1M1Y", null)]
    [InlineData("P-1D", null)]
    [InlineData("P99999999999999999D", null)]
    [InlineData("P9999999999Y", null)]
    [InlineData("", null)]
    public void Reads_what_the_standard_writes_and_nothing_else(string text, string? value)
    {
        ValueText.Of(TemporalTexts.Parse(text)).ShouldBe(value);
    }

    [Theory]
    [InlineData("2018-12-10", "weekday", "1")]
    [InlineData("2018-12-10", "year", "2018")]
    [InlineData("2018-12-10T10:30:01", "day", "10")]
    [InlineData("2018-12-10T10:30:01", "minute", "30")]
    [InlineData("2018-12-10T10:30:01", "time offset", null)]
    [InlineData("2018-07-10T10:30:01@Europe/Paris", "time offset", "PT2H")]
    [InlineData("2018-12-10T10:30:01@Etc/UTC", "timezone", "Etc/UTC")]
    [InlineData("10:30:00-05:00", "time offset", "-PT5H")]
    [InlineData("P1DT2H3M4S", "days", "1")]
    [InlineData("-P1DT2H3M4S", "hours", "-2")]
    [InlineData("P2Y3M", "years", "2")]
    [InlineData("P2Y3M", "months", "3")]
    public void Temporal_values_have_parts(string text, string name, string? value)
    {
        var reasons = new NullReasons();

        ValueText.Of(Members.Of(TemporalTexts.Parse(text), name, reasons)).ShouldBe(value);
        reasons.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("P2Y3M", "days")]
    [InlineData("P1D", "years")]
    [InlineData("2018-12-10", "hour")]
    public void A_part_that_a_value_lacks_is_null_with_a_reason(string text, string name)
    {
        var reasons = new NullReasons();

        Members.Of(TemporalTexts.Parse(text), name, reasons).ShouldBeNull();
        reasons.All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2003-12-31", 1)]
    [InlineData("2004-01-01", 1)]
    [InlineData("2010-01-01", 53)]
    [InlineData("2019-09-17", 38)]
    [InlineData("2024-12-30", 1)]
    public void Weeks_are_those_of_ISO_8601(string date, int week)
    {
        CivilDate.Of(DateOnly.Parse(date)).WeekOfYear.ShouldBe(week);
    }

    [Fact]
    public void Day_numbers_agree_with_those_of_the_library_and_are_reversible()
    {
        var first = CivilDate.Of(DateOnly.MinValue).DayNumber;
        for (var day = 0; day < DateOnly.MaxValue.DayNumber; day += 97)
        {
            var date = CivilDate.Of(DateOnly.FromDayNumber(day));
            date.DayNumber.ShouldBe(first + day);
            CivilDate.FromDayNumber(date.DayNumber).ShouldBe(date);
        }
        foreach (var day in new[] { -800_000L, -719_529, -146_097_000_001, 365_000_000_000 })
            CivilDate.FromDayNumber(day).DayNumber.ShouldBe(day);
    }
}
