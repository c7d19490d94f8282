using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using static DxRules.Tests.Engine.PlanChecks.Subjects.SmallPlans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

public sealed class SeriesTrajectoryTests
{
    [Fact]
    public void What_is_due_each_year_lies_evenly_between_origin_and_target()
    {
        var series = Build(Rpa);

        new[] { 2020, 2021, 2022, 2024, 2026, 2027 }.Select(series.ExpectedIn).ShouldBe([16m, 16m, 17.8m, 21.4m, 25m, 25m]);
        series.ExpectedBy().ShouldBe(ExpectationBasis.Years);
        series.ExpectedAt(series.JudgedActual.Value).ShouldBe(16 + series.ExpectedRatio.Value * 9);
    }

    [Fact]
    public void Annual_targets_say_what_is_due()
    {
        var series = Build(Rpa with { AnnualTargets = [new() { FiscalYear = 2023, Value = 17 }, new() { FiscalYear = 2024, Value = 22 }] });

        new[] { 2022, 2023, 2024, 2025 }.Select(series.ExpectedIn).ShouldBe([16.5m, 17m, 22m, 23.5m]);
        series.ExpectedBy().ShouldBe(ExpectationBasis.AnnualTargets);
    }

    [Fact]
    public void A_figure_taken_within_the_year_is_measured_by_months_and_its_year_by_years()
    {
        var series = Build(
            Rpa with { Baseline = new Baseline { Value = 16, FiscalYear = 2021, AsOf = new DateOnly(2022, 3, 31) }, Actuals = [Actual(2024, 20, "2024-09-30")] },
            Annual with { Aggregation = Aggregation.Cumulative });

        series.ExpectedBy().ShouldBe(ExpectationBasis.Months);
        series.ExpectedAt(series.JudgedActual.Value).ShouldBe(20.5m, "30 of 60 months");
        series.ExpectedIn(2024).ShouldBe(21.4m);
    }

    [Fact]
    public void Without_a_way_to_go_nothing_is_due()
    {
        Build(Rpa with { Target = null }).ExpectedIn(2024).ShouldBeNull();
        Build(Rpa with { Baseline = null }).ExpectedIn(2024).ShouldBeNull();
        Build(Rpa, Annual with { Direction = Direction.Maintain, Tolerance = 1 }).ExpectedIn(2024).ShouldBeNull();
        Build(Rpa with { Target = null }).ExpectedBy().ShouldBeNull();
    }

    [Fact]
    public void The_forecast_of_the_target_year_is_the_measure_itself_and_takes_three_years()
    {
        var series = Build(Rpa with { Actuals = [Actual(2022, 17), Actual(2023, 19), Actual(2024, 20)] });

        series.JudgedYearCount.Value.ShouldBe(3);
        series.ForecastIn(2026).Value.ShouldBe(new ProgressForecast(series.Forecast.Value, series.ForecastLow.Value, series.ForecastHigh.Value));
        series.ForecastIn(2025).Value.Low.ShouldBe(21);
        Build(Rpa with { Actuals = [Actual(2023, 19), Actual(2024, 20)] }).ForecastIn(2026).Missing.ShouldBe(Lacking.TooFewActuals);
    }
}
