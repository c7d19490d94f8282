using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using static DxRules.Tests.Engine.PlanChecks.Subjects.SmallPlans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

public sealed class SeriesMeasuresTests
{
    [Fact]
    public void The_RPA_series_is_44_per_cent_of_the_way_against_60_expected_at_a_pace_of_074()
    {
        var series = Build(Rpa);

        Rounded(series.ProgressRatio).ShouldBe(0.44m);
        Rounded(series.ExpectedRatio).ShouldBe(0.60m);
        Rounded(series.Pace).ShouldBe(0.74m);
        series.Grade.Value.Label.Ja.ShouldBe("やや遅れ");
    }

    [Theory]
    [InlineData(100, GradeKind.Good)]
    [InlineData(98, GradeKind.Good)]
    [InlineData(97.9, GradeKind.Behind)]
    [InlineData(103, GradeKind.Behind)]
    public void A_figure_to_be_maintained_is_graded_by_its_tolerance(double actual, GradeKind kind)
    {
        var kept = new Series { Id = "s", Target = new Target { Value = 100, FiscalYear = 2026 }, Actuals = [Actual(2024, (decimal)actual)] };

        Build(kept, Annual with { Direction = Direction.Maintain, Tolerance = 2 }).Grade.Value.Kind.ShouldBe(kind);
        Missing(Build(kept, Annual with { Direction = Direction.Maintain }).Grade).ShouldBe(["指標.許容差"]);
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var series = Build(Rpa with { Baseline = null, Target = null, Actuals = null });

        Missing(series.Pace).ShouldBe(["現況値", "目標", "実績"], ignoreOrder: true);
    }

    [Fact]
    public void Actuals_without_a_value_lack_the_value_and_not_the_list()
    {
        Missing(Build(Rpa with { Actuals = [] }).Pace).ShouldBe(["実績.値"]);
        Missing(Build(Rpa with { Actuals = [Actual(2024, null)] }).Pace).ShouldBe(["実績.値"]);
    }

    [Fact]
    public void A_target_without_a_year_lacks_its_year() =>
        Missing(Build(Rpa with { Target = new Target { Value = 25 } }).Pace).ShouldBe(["目標.年度"]);

    [Fact]
    public void A_pilot_without_a_target_owes_no_target_year()
    {
        Build(Rpa).TargetYear.Value.ShouldBe(2026);
        Build(Rpa with { Target = null }).TargetYear.Missing.ShouldBe(Lacking.Target);
        Build(Rpa with { Target = null, Stage = Stage.Pilot }).TargetYear.Missing.ShouldBe(Lacking.PilotWithoutTarget);
    }

    [Fact]
    public void A_cumulative_KPI_without_a_baseline_begins_at_nothing_before_the_plan()
    {
        var series = Build(Rpa with { Baseline = null }, Annual with { Aggregation = Aggregation.Cumulative });

        series.OriginValue.Value.ShouldBe(0);
        series.OriginYear.Value.ShouldBe(2021);
        series.ProgressRatio.Value.ShouldBe(20m / 25);
    }

    [Fact]
    public void Without_a_baseline_an_annual_KPI_or_one_of_unknown_aggregation_lacks_it()
    {
        Missing(Build(Rpa with { Baseline = null }).Pace).ShouldBe(["現況値"]);
        Missing(Build(Rpa with { Baseline = null }, Annual with { Aggregation = null }).Pace).ShouldBe(["現況値"]);
    }

    [Fact]
    public void A_plan_may_count_from_its_own_start()
    {
        var series = Build(
            Rpa with { Baseline = new Baseline { Value = 16, FiscalYear = 2020 } },
            header: Empty.Plan with { ExpectedFrom = ExpectedFrom.PlanStart });

        series.OriginYear.Value.ShouldBe(2021);
        series.ExpectedRatio.Value.ShouldBe(0.6m);
    }

    [Fact]
    public void A_plan_that_counts_from_an_unknown_start_lacks_its_period() =>
        Missing(Build(Rpa, header: Empty.Plan with { ExpectedFrom = ExpectedFrom.PlanStart, Period = null }).Pace).ShouldBe(["計画.期間"]);

    [Fact]
    public void The_expectation_runs_by_month_where_both_ends_are_dated()
    {
        var atAnyTime = Annual with { Aggregation = Aggregation.PointInTime };
        var dated = Rpa with
        {
            Baseline = new Baseline { Value = 16, FiscalYear = 2021, AsOf = new DateOnly(2021, 12, 31) },
            Actuals = [Actual(2024, 20, "2024-12-31")],
        };

        Build(dated, atAnyTime).ExpectedRatio.Value.ShouldBe(36m / 63);
        Build(dated with { Baseline = Rpa.Baseline }, atAnyTime).ExpectedRatio.Value.ShouldBe(0.6m);
    }

    [Fact]
    public void Annual_targets_say_what_was_due()
    {
        var series = Build(Rpa with { AnnualTargets = [new AnnualTarget { FiscalYear = 2024, Value = 17 }] });

        Rounded(series.ExpectedRatio).ShouldBe(0.11m);
        Rounded(series.Pace).ShouldBe(4m);
    }

    [Fact]
    public void A_KPI_to_be_maintained_has_no_pace_whatever_else_is_missing()
    {
        var series = Build(Rpa with { Actuals = null }, Annual with { Direction = Direction.Maintain });

        series.Pace.Missing.ShouldBe(Lacking.Maintained);
        Missing(series.Grade).ShouldBe(["実績", "指標.許容差"], "its grade asks for the tolerance instead");
    }

    [Fact]
    public void A_pace_needs_no_direction() =>
        Build(Rpa, Annual with { Direction = null }).Pace.IsKnown.ShouldBeTrue();

    [Fact]
    public void A_target_that_equals_the_baseline_leaves_no_way_to_go() =>
        Build(Rpa with { Target = new Target { Value = 16, FiscalYear = 2026 } }).Pace.Missing.ShouldBe(Lacking.TargetIsOrigin);

    [Fact]
    public void A_pilot_without_a_target_is_shown_and_not_judged()
    {
        var series = Build(Rpa with { Stage = Stage.Pilot, Target = null });

        series.LatestActual.Value!.Record.Value.ShouldBe(20);
        series.JudgedActual.Missing.ShouldBe(Lacking.PilotWithoutTarget);
        series.Pace.Missing.ShouldBe(Lacking.PilotWithoutTarget);
        series.ImprovementOnBaseline.Missing.ShouldBe(Lacking.PilotWithoutTarget);
    }

    [Fact]
    public void Nothing_is_due_in_the_year_of_the_baseline() =>
        Build(Rpa with { Actuals = [Actual(2021, 16)] }).Pace.Missing.ShouldBe(Lacking.NothingDueYet);

    [Fact]
    public void A_target_in_per_cent_is_a_figure_and_needs_a_baseline()
    {
        var halved = new Target { Value = -50, Kind = TargetKind.ChangeRate, FiscalYear = 2026 };

        Build(Rpa with { Target = halved }).TargetValue.Value.ShouldBe(8);
        Missing(Build(Rpa with { Target = halved, Baseline = null }).TargetValue).ShouldBe(["現況値"]);
    }

    [Fact]
    public void Improvement_is_positive_for_the_better()
    {
        Build(Rpa).ImprovementOnBaseline.Value.ShouldBe(4);
        Build(Rpa, Annual with { Direction = Direction.LowerIsBetter }).ImprovementOnBaseline.Value.ShouldBe(-4);
        Missing(Build(Rpa, Annual with { Direction = null }).ImprovementOnBaseline).ShouldBe(["指標.方向"]);
    }

    [Fact]
    public void A_KPI_to_be_maintained_loses_nothing_within_its_tolerance()
    {
        var kept = Rpa with { Target = new Target { Value = 16, FiscalYear = 2026 } };

        Build(kept, Annual with { Direction = Direction.Maintain, Tolerance = 5 }).ImprovementOnBaseline.Value.ShouldBe(0);
        Build(kept, Annual with { Direction = Direction.Maintain, Tolerance = 1 }).ImprovementOnBaseline.Value.ShouldBe(-4);
        Missing(Build(kept, Annual with { Direction = Direction.Maintain }).ImprovementOnBaseline).ShouldBe(["指標.許容差"]);
    }

    [Fact]
    public void A_change_on_the_year_before_needs_that_year()
    {
        var series = Build(Rpa with { Actuals = [Actual(2022, 20), Actual(2023, 18), Actual(2024, 21)] });

        series.Actuals!.Select(a => a.ImprovementOnYear.Missing).ShouldBe([Lacking.NoPreviousYear, null, null]);
        series.Actuals!.Skip(1).Select(a => a.ImprovementOnYear.Value).ShouldBe([-2m, 3m]);
    }

    [Fact]
    public void A_year_before_without_a_value_lacks_the_value()
    {
        var series = Build(Rpa with { Actuals = [Actual(2023, null), Actual(2024, 21)] });

        Missing(series.Actuals![1].ImprovementOnYear).ShouldBe(["実績.値"]);
    }

    [Fact]
    public void Three_years_make_a_forecast_with_the_span_of_past_steps()
    {
        var series = Build(Rpa with { Actuals = [Actual(2022, 17), Actual(2023, 18), Actual(2024, 20)] });

        Rounded(series.Forecast).ShouldBe(22.83m);
        series.ForecastLow.Value.ShouldBe(22);
        series.ForecastHigh.Value.ShouldBe(24);
        Build(Rpa).Forecast.Missing.ShouldBe(Lacking.TooFewActuals);
    }

    private static decimal Rounded(Maybe<decimal> value)
    {
        value.IsKnown.ShouldBeTrue();
        return decimal.Round(value.Value, 2, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<string> Missing<T>(Maybe<T> value) => value.Missing.ShouldNotBeNull().Facts.Select(f => f.Ja);
}
