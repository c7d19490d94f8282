using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

public sealed class ProgressTests
{
    [Fact]
    public void A_life_expectancy_that_did_not_change_made_no_progress() =>
        Progress.Ratio(actual: 80.64m, baseline: 80.64m, target: 81.14m).ShouldBe(0m);

    [Fact]
    public void A_share_that_should_fall_and_did_not_change_made_no_progress() =>
        Progress.Ratio(actual: 17.5m, baseline: 17.5m, target: 16.0m).ShouldBe(0m);

    [Fact]
    public void A_share_that_should_fall_and_rose_went_backwards() =>
        Progress.Ratio(actual: 18.0m, baseline: 17.5m, target: 16.0m)!.Value.ShouldBeLessThan(0m);

    [Fact]
    public void Twenty_of_the_RPA_cases_are_44_per_cent_against_60_expected_a_pace_of_074()
    {
        var progress = Progress.Ratio(actual: 20, baseline: 16, target: 25);
        var expected = ProgressExpectation.ByYear(2024, originYear: 2021, targetYear: 2026);
        var pace = Progress.Pace(progress!.Value, expected!.Value);

        decimal.Round(progress.Value, 2).ShouldBe(0.44m);
        expected.ShouldBe(0.6m);
        decimal.Round(pace!.Value, 2).ShouldBe(0.74m);
    }

    [Fact]
    public void The_expectation_depends_on_the_year_from_which_it_counts()
    {
        ProgressExpectation.ByYear(2024, originYear: 2021, targetYear: 2026).ShouldBe(0.6m);
        decimal.Round(ProgressExpectation.ByYear(2024, originYear: 2020, targetYear: 2026)!.Value, 2).ShouldBe(0.67m);
    }

    [Fact]
    public void There_is_no_ratio_towards_a_target_that_equals_the_baseline() =>
        Progress.Ratio(actual: 10, baseline: 16, target: 16).ShouldBeNull();

    [Fact]
    public void There_is_no_pace_before_anything_was_due() =>
        Progress.Pace(0.2m, expectedRatio: 0).ShouldBeNull();

    [Theory]
    [InlineData(2021, 0)]
    [InlineData(2020, 0)]
    [InlineData(2026, 1)]
    [InlineData(2028, 1)]
    public void The_expectation_stays_between_nothing_and_all(int year, int expected) =>
        ProgressExpectation.ByYear(year, originYear: 2021, targetYear: 2026).ShouldBe(expected);

    [Fact]
    public void A_target_year_that_is_not_after_the_origin_gives_no_expectation() =>
        ProgressExpectation.ByYear(2024, originYear: 2026, targetYear: 2026).ShouldBeNull();

    [Fact]
    public void By_month_the_expectation_counts_from_the_month_of_the_baseline() =>
        // December 2021 to December 2024 are 36 of the 63 months to March 2027.
        ProgressExpectation.ByMonth(new(2024, 12, 31), new(2021, 12, 31), targetYear: 2026).ShouldBe(36m / 63);

    [Fact]
    public void Annual_targets_give_the_expectation_of_their_year() =>
        ProgressExpectation.FromAnnualTargets(2023, (2021, 10), [(2022, 11), (2023, 12), (2024, 30)], (2026, 50)).ShouldBe(0.05m);

    [Fact]
    public void A_year_without_an_annual_target_lies_evenly_between_its_neighbours()
    {
        ProgressExpectation.FromAnnualTargets(2023, (2021, 10), [(2022, 10), (2024, 30)], (2026, 50)).ShouldBe(0.25m);
        ProgressExpectation.FromAnnualTargets(2025, (2021, 10), [(2024, 30)], (2026, 50)).ShouldBe(0.75m);
        ProgressExpectation.FromAnnualTargets(2022, (2021, 10), [], (2026, 50)).ShouldBe(0.2m);
        ProgressExpectation.FromAnnualTargets(2027, (2021, 10), [(2024, 30)], (2026, 50)).ShouldBe(1m);
    }

    [Fact]
    public void An_annual_target_may_lie_beyond_the_final_one() =>
        ProgressExpectation.FromAnnualTargets(2024, (2021, 10), [(2024, 60)], (2026, 50)).ShouldBe(1.25m);

    [Theory]
    [InlineData("2021-05-31", "0")]
    [InlineData("2021-06-29", "0")]
    [InlineData("2021-06-30", "1")]
    [InlineData("2022-03-31", "10")]
    [InlineData("2024-03-31", "34")]
    [InlineData("2025-03-31", "34")]
    public void A_period_that_begins_within_a_year_elapses_by_month(string asOf, string months) =>
        Progress.ElapsedRatio(new(2021, 6, 1), new(2024, 3, 31), DateOnly.Parse(asOf)).ShouldBe(decimal.Parse(months) / 34);

    [Fact]
    public void A_period_of_less_than_a_month_has_no_elapsed_ratio() =>
        Progress.ElapsedRatio(new(2021, 6, 1), new(2021, 6, 10), new(2021, 6, 5)).ShouldBeNull();

    [Theory]
    [InlineData("2024-01-31", "2024-02-29", 1)]
    [InlineData("2024-01-31", "2024-02-28", 0)]
    [InlineData("2024-03-15", "2025-03-14", 11)]
    [InlineData("2025-03-15", "2024-03-15", -12)]
    public void Months_are_whole_and_clamp_at_the_end_of_a_month(string from, string to, int months) =>
        Progress.WholeMonths(DateOnly.Parse(from), DateOnly.Parse(to)).ShouldBe(months);

    [Fact]
    public void A_target_in_per_cent_is_taken_from_the_baseline()
    {
        Progress.TargetValue(-50, TargetKind.ChangeRate, baseline: 12000).ShouldBe(6000);
        Progress.TargetValue(1, TargetKind.ChangeRate, baseline: 8633).ShouldBe(8719.33m);
        Progress.TargetValue(-50, TargetKind.ChangeRate, baseline: null).ShouldBeNull();
        Progress.TargetValue(25, TargetKind.Value, baseline: null).ShouldBe(25);
    }

    [Theory]
    [InlineData(Direction.HigherIsBetter, 10, 12, 2)]
    [InlineData(Direction.HigherIsBetter, 12, 10, -2)]
    [InlineData(Direction.LowerIsBetter, 10, 12, -2)]
    [InlineData(Direction.LowerIsBetter, 12, 10, 2)]
    internal void Better_is_positive_whichever_way_is_better(Direction direction, int from, int to, int improvement) =>
        Progress.Improvement(direction, from, to).ShouldBe(improvement);

    [Theory]
    [InlineData(100, 101, 0)]
    [InlineData(100, 105, -5)]
    [InlineData(105, 104, 1)]
    [InlineData(105, 101, 5)]
    [InlineData(95, 105, 0)]
    public void A_figure_to_be_maintained_is_judged_by_its_distance_beyond_the_tolerance(int from, int to, int improvement) =>
        Progress.ImprovementWhenMaintained(from, to, kept: 100, tolerance: 2).ShouldBe(improvement);

    [Fact]
    public void A_forecast_lies_on_the_line_through_the_actuals()
    {
        var forecast = ProgressForecast.At([(2022, 10), (2023, 14), (2024, 18)], 2026);

        forecast!.Value.Value.ShouldBe(26);
        forecast.Value.Low.ShouldBe(26);
        forecast.Value.High.ShouldBe(26);
    }

    [Fact]
    public void A_forecast_tells_how_much_the_steps_varied()
    {
        var forecast = ProgressForecast.At([(2021, 10), (2022, 16), (2024, 18)], 2026);

        forecast!.Value.Low.ShouldBe(20);
        forecast.Value.High.ShouldBe(30);
        decimal.Round(forecast.Value.Value, 2).ShouldBe(23.57m);
    }

    [Fact]
    public void Two_actuals_are_too_few_for_a_forecast() =>
        ProgressForecast.At([(2023, 14), (2024, 18)], 2026).ShouldBeNull();
}
