using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using static DxRules.Tests.Engine.PlanChecks.Subjects.SmallPlans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

/// <summary>Each shipped scale, on 10 in fiscal 2020 → 20 in 2025, with 16 expected by the end of 2023.</summary>
public sealed class ShippedScalesTests
{
    private static readonly RuleFolder Shipped = RuleFolder.Packaged();

    [Theory]
    [InlineData("hamamatsu", 17, "A")]
    [InlineData("hamamatsu", 16, "B")]
    [InlineData("hamamatsu", 15.9, "C")]
    [InlineData("fukuoka-indicators", 16, "a")]
    [InlineData("fukuoka-indicators", 15.9, "b")]
    [InlineData("fukuoka-indicators", 10, "b")]
    [InlineData("fukuoka-indicators", 9.9, "c")]
    [InlineData("akiruno", 17, "S")]
    [InlineData("akiruno", 16, "A")]
    [InlineData("akiruno", 13, "B")]
    [InlineData("akiruno", 12.9, "C")]
    [InlineData("ino", 16, "◎")]
    [InlineData("ino", 15.4, "○")]
    [InlineData("ino", 15.3, "△")]
    [InlineData("ino", 10, "×")]
    [InlineData("ino", 9, "×")]
    public void A_KPI_is_graded_as_its_city_would(string scale, double actual, string symbol) =>
        SeriesWith(scale, (decimal)actual).Grade.Value.Symbol.ShouldBe(symbol);

    [Theory]
    [InlineData(7.1, "b")]
    [InlineData(7.0, "c")]
    public void In_a_survey_a_change_below_three_points_counts_as_none(double actual, string symbol) =>
        SeriesWith("fukuoka-indicators", (decimal)actual, Annual with { Survey = true }).Grade.Value.Symbol.ShouldBe(symbol);

    [Theory]
    [InlineData("hamamatsu", "D")]
    [InlineData("fukuoka-indicators", "-")]
    [InlineData("akiruno", "Z")]
    [InlineData("ino", "-")]
    public void What_cannot_be_judged_is_not_assessable_and_no_bad_grade(string scale, string symbol)
    {
        // A pilot whose target speaks of the rollout only.
        var grade = Build(new Series { Id = "s", Stage = Stage.Pilot, Baseline = new() { Value = 3, FiscalYear = 2020 }, Actuals = [Actual(2023, 4)] }, scale).Grade.Value;

        (grade.Symbol, grade.Kind).ShouldBe((symbol, GradeKind.NotAssessable));
    }

    [Theory]
    [InlineData(WorkStatus.Completed, "F")]
    [InlineData(WorkStatus.InProgress, "B")]
    [InlineData(WorkStatus.NotStarted, "X")]
    [InlineData(WorkStatus.Cancelled, "Y")]
    [InlineData(WorkStatus.Suspended, "Z")]
    public void Akiruno_grades_an_initiative_by_its_status_first(WorkStatus status, string symbol)
    {
        var half = InitiativeNodeTests.Build(new Initiative
        {
            Id = "i", Title = "取組", Status = status,
            Lanes = [InitiativeNodeTests.Lane(InitiativeNodeTests.Once("a", 2023, WorkStatus.Completed), InitiativeNodeTests.Once("b", 2024, WorkStatus.InProgress))],
        }, ScalesOf("akiruno"));

        half.Grade.Value.Symbol.ShouldBe(symbol);
    }

    [Fact]
    public void What_is_not_due_to_begin_is_not_graded_as_not_started()
    {
        var later = InitiativeNodeTests.Build(new Initiative
        {
            Id = "i", Title = "取組", Status = WorkStatus.NotStarted, Lanes = [InitiativeNodeTests.Lane(InitiativeNodeTests.Once("a", 2026, WorkStatus.NotStarted))],
        }, ScalesOf("akiruno"));

        later.Grade.Value.Symbol.ShouldBe("Z");
    }

    [Fact]
    public void Two_scales_may_stand_side_by_side_and_the_standard_one_fills_what_they_leave()
    {
        ScalesOf("fukuoka", "fukuoka-indicators").ShouldSatisfyAllConditions(both => both.Kpi.Id.ShouldBe("fukuoka-indicators"), both => both.Initiative.Id.ShouldBe("fukuoka"));
        ScalesOf("ino").ShouldSatisfyAllConditions(one => one.Kpi.Id.ShouldBe("ino"), one => one.Initiative.Id.ShouldBe("standard"));
    }

    [Fact]
    public void Two_scales_for_the_same_are_refused()
    {
        var diagnostics = new List<Diagnostic>();

        Apply(diagnostics, "ino", "hamamatsu");

        diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX140");
    }

    [Fact]
    public void A_boundary_that_a_profile_puts_out_of_order_is_refused_where_it_stands()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "format: dxprofile/1\nname: 例町\nparameters:\n  評価の境界.やや遅れ: { value: 0.9, reason: r }\n");

        var loading = PlanCheck.Open(null, file);
        File.Delete(file);

        loading.Check.ShouldBeNull();
        loading.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX138");
    }

    private static SeriesNode SeriesWith(string scale, decimal actual, Kpi? kpi = null) => Build(
        new Series
        {
            Id = "s",
            Baseline = new Baseline { Value = 10, FiscalYear = 2020 },
            Target = new Target { Value = 20, FiscalYear = 2025 },
            Actuals = [Actual(2023, actual)],
        },
        scale,
        kpi);

    private static SeriesNode Build(Series series, string scale, Kpi? kpi = null) =>
        PlanSubjects.Build(Empty with { Plan = Empty.Plan with { Kpis = [(kpi ?? Annual) with { Series = [series] }] } }, AsOf, ScalesOf(scale)).OwnKpis[0].Series![0];

    private static RatingScales ScalesOf(params string[] ids)
    {
        var diagnostics = new List<Diagnostic>();
        var applied = Apply(diagnostics, ids);
        diagnostics.ShouldBeEmpty();
        return RatingScales.Of(applied);
    }

    private static AppliedProfile Apply(List<Diagnostic> diagnostics, params string[] ids)
    {
        var profile = ProfileFile.Read(new SourceText("profile.yaml", $"format: dxprofile/1\nname: 例町\nscale: {{ use: [{string.Join(", ", ids)}], reason: r }}\n"), diagnostics)!;
        return AppliedProfile.Of(Shipped, profile, PlanSchema.Instance, diagnostics);
    }
}
