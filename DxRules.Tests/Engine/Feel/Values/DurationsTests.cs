using DxRules.Engine.Feel.Values;

namespace DxRules.Tests.Engine.Feel.Values;

public sealed class DurationsTests
{
    [Fact]
    public void Months_clamp_at_the_end_of_a_shorter_month()
    {
        new MonthsDuration(12).AddTo(new DateOnly(2024, 2, 29)).ShouldBe(new DateOnly(2025, 2, 28));
        new MonthsDuration(1).SubtractFrom(new DateOnly(2025, 3, 31)).ShouldBe(new DateOnly(2025, 2, 28));
    }

    [Theory]
    [InlineData("9999-12-31", 1)]
    [InlineData("0001-01-01", -1)]
    [InlineData("2025-04-01", int.MaxValue)]
    public void A_day_beyond_the_calendar_is_an_overflow(string text, int amount)
    {
        var date = DateOnly.Parse(text);

        Should.Throw<OverflowException>(() => new MonthsDuration(amount).AddTo(date));
        Should.Throw<OverflowException>(() => DaysDuration.OfDays(amount).AddTo(date));
    }

    [Fact]
    public void The_last_day_of_the_calendar_can_be_reached()
    {
        new MonthsDuration(1).AddTo(new DateOnly(9999, 11, 30)).ShouldBe(new DateOnly(9999, 12, 30));
        DaysDuration.OfDays(1).AddTo(new DateOnly(9999, 12, 30)).ShouldBe(DateOnly.MaxValue);
        new MonthsDuration(-1).AddTo(new DateOnly(1, 2, 1)).ShouldBe(DateOnly.MinValue);
    }

    [Theory]
    [InlineData("2015-01-21", "2016-01-21", 12)]
    [InlineData("2011-12-22", "2013-08-24", 20)]
    [InlineData("2013-08-24", "2011-12-22", -20)]
    [InlineData("2025-01-31", "2025-02-28", 0)]
    [InlineData("2025-02-28", "2025-01-31", 0)]
    [InlineData("2025-04-30", "2025-05-31", 1)]
    public void Months_between_two_days_are_whole_ones(string from, string to, int months)
    {
        MonthsDuration.Between(DateOnly.Parse(from), DateOnly.Parse(to)).ShouldBe(new MonthsDuration(months));
    }

    [Fact]
    public void A_duration_of_days_is_exact_and_converts_to_a_time_span()
    {
        new DaysDuration(TimeSpan.FromDays(1.5)).ShouldBe(new DaysDuration(TimeSpan.FromHours(36)));
        DaysDuration.Between(new DateOnly(2024, 2, 28), new DateOnly(2024, 3, 1)).Span.ShouldBe(TimeSpan.FromDays(2));
        (DaysDuration.OfDays(10) / DaysDuration.OfDays(4)).ShouldBe(2.5m);
    }

    [Fact]
    public void Typed_arithmetic_and_comparison_allocate_nothing()
    {
        var (date, months, days) = (new DateOnly(2025, 4, 1), new MonthsDuration(7), DaysDuration.OfDays(30));
        Measured();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var later = Measured();
        var after = GC.GetAllocatedBytesForCurrentThread();

        later.ShouldBeTrue();
        (after - before).ShouldBe(0);

        bool Measured()
        {
            var later = true;
            for (var i = 0; i < 1_000; i++)
                later &= months.AddTo(date) > days.AddTo(date) && DaysDuration.Between(date, months.AddTo(date)) > days * 2m;
            return later;
        }
    }
}
