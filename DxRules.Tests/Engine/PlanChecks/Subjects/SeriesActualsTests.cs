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
    public void The_change_on_the_year_is_a_share_of_the_figure_before()
    {
        var series = Build(Rpa with { Actuals = [Actual(2021, -10), Actual(2022, 0), Actual(2023, 10), Actual(2024, 7)] });

        Change(2024).ShouldBe(-0.3m);
        Change(2022).ShouldBe(1);
        series.Actuals![2].ChangeOnYear.Missing.ShouldBe(Lacking.ChangeFromZero);
        series.Actuals[0].ChangeOnYear.Missing.ShouldBe(Lacking.NoPreviousYear);

        decimal Change(int year) => series.Actuals!.Single(a => a.Record.FiscalYear == year).ChangeOnYear.Value;
    }

    [Fact]
    public void The_change_on_the_year_is_found_whatever_the_direction_and_the_target()
    {
        var actuals = Rpa with { Actuals = [Actual(2023, 10), Actual(2024, 20, "2024-09-30")] };

        Build(actuals, Annual with { Direction = null, Aggregation = Aggregation.PointInTime }).Actuals![1].ChangeOnYear.Value.ShouldBe(1);
        Build(actuals).Actuals![1].ChangeOnYear.Missing.ShouldBe(Lacking.PartOfYear);
        Build(actuals, Annual with { Aggregation = null }).Actuals![1].ChangeOnYear.Missing.ShouldBe(Lacking.Aggregation);
        Build(Rpa with { Actuals = [Actual(2023, null), Actual(2024, 20)] }).Actuals![1].ChangeOnYear.Missing.ShouldBe(Lacking.ActualValue);
    }

    [Fact]
    public void A_peer_is_set_against_our_best_actual_of_its_year()
    {
        var peer = new Peer { Code = "011002", FiscalYear = 2024, Value = 30 };

        Build(Rpa with { Peers = [peer] }).Peers[0].OwnValue.Value.ShouldBe(20);
        Build(Rpa with { Peers = [peer with { FiscalYear = 2023 }] }).Peers[0].OwnValue.Missing.ShouldBe(Lacking.NoOwnActual);
        Build(Rpa with { Peers = [peer], Actuals = null }).Peers[0].OwnValue.Missing.ShouldBe(Lacking.Actuals);
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
