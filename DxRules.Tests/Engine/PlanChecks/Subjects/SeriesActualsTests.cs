using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using static DxRules.Tests.Engine.PlanChecks.Subjects.SmallPlans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

public sealed class SeriesActualsTests
{
    [Fact]
    public void The_last_actual_is_the_confirmed_one_of_the_last_year_with_a_value()
    {
        var series = Build(Rpa with
        {
            Actuals = [Actual(2024, 21), Actual(2024, 20, status: ActualStatus.Provisional), Actual(2023, 30), Actual(2025, null)],
        });

        series.LatestActual.Value!.Record.Value.ShouldBe(21);
        series.JudgedActual.Value.Record.Value.ShouldBe(21);
    }

    [Fact]
    public void A_figure_of_a_part_of_the_year_is_judged_only_where_it_means_the_same_at_any_time()
    {
        var series = Rpa with { Actuals = [Actual(2023, 18), Actual(2024, 20, "2024-12-31")] };

        Build(series).LatestActual.Value!.Record.Value.ShouldBe(20);
        Build(series).JudgedActual.Value.Record.Value.ShouldBe(18);
        Build(series, Annual with { Aggregation = Aggregation.Cumulative }).JudgedActual.Value.Record.Value.ShouldBe(20);
        Build(series, Annual with { Aggregation = Aggregation.PointInTime }).JudgedActual.Value.Record.Value.ShouldBe(20);
        Build(series, Annual with { Aggregation = null }).JudgedActual.Missing.ShouldBe(Lacking.Aggregation);
    }

    [Fact]
    public void An_undated_figure_of_a_year_that_is_not_over_is_one_of_a_part_of_it()
    {
        var series = Rpa with { Actuals = [Actual(2024, 20), Actual(2025, 5) with { ReportedOn = new DateOnly(2025, 5, 1) }] };

        Build(series).JudgedActual.Value.Record.Value.ShouldBe(20);
    }

    [Fact]
    public void The_year_before_is_its_best_actual()
    {
        var series = Build(Rpa with
        {
            Actuals = [Actual(2023, 17, status: ActualStatus.Provisional), Actual(2023, 18), Actual(2023, null), Actual(2024, 20)],
        });

        series.JudgedActual.Value.PreviousYear!.Record.Value.ShouldBe(18);
        series.JudgedActual.Value.PreviousYear!.PreviousYear.ShouldBeNull();
    }

    [Fact]
    public void An_annual_figure_is_not_compared_with_one_of_a_part_of_the_year()
    {
        var series = Build(Rpa with { Actuals = [Actual(2023, 10, "2023-09-30"), Actual(2024, 20)] });

        series.JudgedActual.Value.ImprovementOnYear.Missing.ShouldBe(Lacking.PartOfYear);
    }

    [Fact]
    public void No_list_lacks_the_list_and_an_empty_one_has_no_latest()
    {
        Build(Rpa with { Actuals = null }).LatestActual.Missing.ShouldBe(Lacking.Actuals);
        Build(Rpa with { Actuals = [] }).LatestActual.IsKnown.ShouldBeTrue();
        Build(Rpa with { Actuals = [] }).LatestActual.Value.ShouldBeNull();
    }
}
