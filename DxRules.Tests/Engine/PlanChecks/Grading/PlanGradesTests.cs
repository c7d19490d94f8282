using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Tests.Engine.PlanChecks.Subjects;

namespace DxRules.Tests.Engine.PlanChecks.Grading;

public sealed class PlanGradesTests
{
    private static readonly Kpi Rpa = SmallPlans.Annual with { Id = "k-rpa", Series = [SmallPlans.Rpa] };

    [Fact]
    public void A_series_shows_formula_origin_and_figures()
    {
        var grade = GradeOf("rpa", Rpa);

        (grade.Label.Ja, grade.Symbol, grade.Kind).ShouldBe(("やや遅れ", "C", GradeKind.Behind));
        grade.Origin!.Ja.ShouldBe("起点は現況値、令和3年度末（expectedFrom: baseline）");
        grade.Figures.ToDictionary(figure => figure.Name.Ja, figure => figure.Text.Ja).ShouldSatisfyAllConditions(
            figures => figures["判定実績"].ShouldBe("20件"),
            figures => figures["起点の値"].ShouldBe("16件"),
            figures => figures["目標値"].ShouldBe("25件"),
            figures => figures["進捗率"].ShouldBe("44.4%"),
            figures => figures["期待進捗率"].ShouldBe("60%"),
            figures => figures["ペース"].ShouldBe("0.74"));
        grade.Reason.ShouldBeNull();
    }

    [Fact]
    public void A_plan_that_counts_from_its_start_says_so()
    {
        var plan = WithKpis(Rpa with { Series = [SmallPlans.Rpa with { Baseline = new() { Value = 16, FiscalYear = 2020 } }] });

        Grades(plan with { Plan = plan.Plan with { ExpectedFrom = ExpectedFrom.PlanStart } }).Subjects.Single(g => g.Subject.Id == "rpa")
            .Origin!.Ja.ShouldBe("起点は計画の開始、令和3年度末（expectedFrom: planStart）");
    }

    [Fact]
    public void What_lacks_facts_is_not_assessable_and_names_them()
    {
        var grade = GradeOf("rpa", Rpa with { Series = [SmallPlans.Rpa with { Baseline = null }] });

        grade.Kind.ShouldBe(GradeKind.NotAssessable);
        grade.Missing.Select(fact => fact.Ja).ShouldBe(["現況値"]);
        grade.Reason!.Ja.ShouldBe("現況値が分からない");
    }

    [Fact]
    public void What_cannot_be_judged_says_why()
    {
        var grade = GradeOf("rpa", Rpa with { Series = [SmallPlans.Rpa with { Stage = Stage.Pilot, Target = null }] });

        grade.Missing.ShouldBeEmpty();
        grade.Reason!.Ja.ShouldBe("実証中で目標のない系列は、値を示すだけで判定しない");
    }

    [Fact]
    public void A_policy_shows_the_worst_and_how_many_have_which()
    {
        var policy = new Policy
        {
            Id = "p", Title = "施策",
            Kpis = [Rpa, SmallPlans.Annual with { Id = "k2", Series = [new() { Id = "s2" }] }],
            Initiatives =
            [
                new Initiative { Id = "i1", Title = "取組1", Lanes = [InitiativeNodeTests.Lane(InitiativeNodeTests.Once("a", 2023, WorkStatus.Completed))] },
                new Initiative { Id = "i2", Title = "取組2", Status = WorkStatus.Cancelled, Lanes = [] },
            ],
        };

        var grades = Grades(SmallPlans.Empty with { Policies = [policy] });

        var ofPolicy = grades.Subjects.Single(g => g.Subject.Id == "p");
        ofPolicy.Label.Ja.ShouldBe("やや遅れ");
        ofPolicy.Counts.Select(count => (count.Type, count.Label.Ja, count.Count)).ShouldBe(
        [
            ("kpi", "やや遅れ", 1), ("kpi", "評価できない", 1), ("initiative", "順調", 1), ("initiative", "評価できない", 1),
        ]);
        grades.Subjects.Select(g => g.Subject.Id).ShouldBe(["plan", "p", "i1", "i2", "k-rpa", "rpa", "k2", "s2"]);
    }

    [Fact]
    public void A_policy_with_nothing_that_can_be_judged_is_neither_good_nor_behind()
    {
        var grade = Grades(SmallPlans.Empty with { Policies = [new Policy { Id = "p", Title = "施策", Kpis = [], Initiatives = [] }] }).Subjects.Single(g => g.Subject.Id == "p");

        grade.Kind.ShouldBe(GradeKind.NotAssessable);
        grade.Reason!.Ja.ShouldBe("判定できる指標も取組もない");
    }

    [Fact]
    public void Lists_that_nobody_knows_are_named()
    {
        var grade = Grades(SmallPlans.Empty with { Policies = [new Policy { Id = "p", Title = "施策" }] }).Subjects.Single(g => g.Subject.Id == "p");

        grade.Missing.Select(fact => fact.Ja).ShouldBe(["指標", "取組"]);
        grade.Kind.ShouldBe(GradeKind.NotAssessable);
    }

    private static SubjectGrade GradeOf(string subject, Kpi kpi) => Grades(WithKpis(kpi)).Subjects.Single(grade => grade.Subject.Id == subject);

    private static PlanDocument WithKpis(Kpi kpi) => SmallPlans.Empty with { Plan = SmallPlans.Empty.Plan with { Kpis = [kpi] } };

    private static PlanGrades Grades(PlanDocument plan) => PlanCheck.Default.Grades(plan, SmallPlans.AsOf);
}
