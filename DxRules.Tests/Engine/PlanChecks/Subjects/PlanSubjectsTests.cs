using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using static DxRules.Tests.Engine.PlanChecks.Subjects.SmallPlans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

public sealed class PlanSubjectsTests
{
    private static readonly Lazy<PlanNode> Yamagata = new(() =>
    {
        var file = Repository.File("DxRules.Admin/SampleData/yamagata-2022.json");
        return PlanSubjects.Build(PlanReader.Read(new SourceText("yamagata-2022.json", File.ReadAllText(file))).Document!, AsOf);
    });

    [Fact]
    public void The_plan_of_Yamagata_has_the_subjects_its_document_has()
    {
        var plan = Yamagata.Value;

        plan.Policies!.Length.ShouldBe(7);
        plan.Initiatives!.Length.ShouldBe(14);
        plan.Phases!.Length.ShouldBe(30);
        plan.Kpis!.Length.ShouldBe(16);
        plan.Series!.Length.ShouldBe(19);
        plan.EndedFiscalYears.Value.ShouldBe([2022, 2023, 2024]);
        plan.ElapsedRatio.Value.ShouldBe(38m / 60);
    }

    [Fact]
    public void The_title_of_a_series_is_that_of_its_KPI_with_segment_or_stage()
    {
        var titles = Yamagata.Value.Series!.Select(s => s.Title).ToList();

        titles.ShouldContain(title => title.EndsWith("（男性）"));
        titles.ShouldContain(title => title.EndsWith("（実証中）"));
        titles.ShouldContain("RPAの利用件数");
    }

    [Fact]
    public void The_phase_before_is_the_one_before_in_the_same_lane()
    {
        foreach (var phase in Yamagata.Value.Phases!)
            (phase.Previous is null || phase.Previous.Lane == phase.Lane).ShouldBeTrue(phase.Title);
        Yamagata.Value.Phases!.Count(p => p.Previous is not null).ShouldBe(12);
    }

    [Fact]
    public void A_list_over_several_levels_is_unknown_where_one_of_its_parts_is()
    {
        var policy = new Policy { Id = "p", Title = "施策", Kpis = [], Initiatives = [new Initiative { Id = "i", Title = "取組" }] };
        var plan = PlanSubjects.Build(Empty with { Policies = [policy] }, AsOf);

        plan.Initiatives!.Length.ShouldBe(1);
        plan.Phases.ShouldBeNull();
        plan.Kpis.ShouldBe([]);
        PlanSubjects.Build(Empty, AsOf).Kpis.ShouldBeNull();
    }

    [Fact]
    public void A_policy_has_the_KPIs_of_its_initiatives_before_its_own()
    {
        var initiative = new Initiative { Id = "i", Title = "取組", Kpis = [new Kpi { Id = "k1", Title = "取組の指標", Series = [] }] };
        var policy = new Policy { Id = "p", Title = "施策", Initiatives = [initiative], Kpis = [new Kpi { Id = "k2", Title = "施策の指標", Series = [] }] };
        var plan = PlanSubjects.Build(Empty with { Policies = [policy] }, AsOf);

        plan.Policies![0].Kpis!.Select(k => k.Id).ShouldBe(["k1", "k2"]);
        plan.Kpis!.Select(k => k.Initiative?.Id).ShouldBe(["i", null]);
        plan.Kpis![0].Path.ShouldBe(["計画", "施策", "取組"]);
    }

    [Fact]
    public void A_department_that_is_not_listed_stands_for_itself()
    {
        var policy = new Policy { Id = "p", Title = "施策", Departments = [new ResponsibleDepartment { Id = "d1" }, new ResponsibleDepartment { Id = "情報企画課" }] };
        var plan = PlanSubjects.Build(Empty with { Departments = [new Department { Id = "d1", Name = "健康増進課" }], Policies = [policy] }, AsOf);
        var named = plan.Policies![0].Departments!.Select(d => d.Department).ToArray();

        named.Select(d => d.Title).ShouldBe(["健康増進課", "情報企画課"]);
        named.Select(d => d.IsListed).ShouldBe([true, false]);
        plan.Departments!.Length.ShouldBe(1);
    }

    [Fact]
    public void The_checks_of_a_department_are_its_rows_of_all_years_and_unknown_without_the_list()
    {
        static DepartmentCheck Check(string id, string department, int year) => new() { Id = id, Department = department, FiscalYear = year };
        var departments = new[] { new Department { Id = "d1", Name = "甲課" }, new Department { Id = "d2", Name = "乙課" } };
        var security = new Security { DepartmentChecks = [Check("c1", "d1", 2023), Check("c2", "d1", 2024)] };

        PlanSubjects.Build(Empty with { Departments = departments, Security = security }, AsOf).Departments!
            .Select(d => d.Checks!.Length).ShouldBe([2, 0]);
        PlanSubjects.Build(Empty with { Departments = departments, Security = new Security() }, AsOf).Departments!
            .ShouldAllBe(d => d.Checks == null);
    }

    [Fact]
    public void Actions_of_the_current_cycle_reach_all_that_is_above_their_subject()
    {
        var plan = WithActions([Action("a1", "s1"), Action("a2", "p")]);

        plan.Series![0].Actions.Value.Select(a => a.Id).ShouldBe(["a1"]);
        plan.Kpis![0].Actions.Value.Select(a => a.Id).ShouldBe(["a1"]);
        plan.Policies![0].Actions.Value.Select(a => a.Id).ShouldBe(["a1", "a2"]);
        plan.Actions.Value.Select(a => a.Id).ShouldBe(["a1", "a2"]);
    }

    [Fact]
    public void Unknown_cycles_or_actions_are_what_a_subject_lacks()
    {
        WithActions(null).Policies![0].Actions.Missing.ShouldBe(Lacking.Actions);
        PlanSubjects.Build(Empty with { Governance = new Governance() }, AsOf).CurrentCycle.Missing.ShouldBe(Lacking.Cycles);
        PlanSubjects.Build(Empty with { Governance = new Governance { Cycles = [] } }, AsOf).CurrentCycle.IsKnown.ShouldBeTrue();
    }

    private static CorrectiveAction Action(string id, string subject) =>
        new() { Id = id, Subject = subject, Action = "体制を強める", Status = ActionStatus.Planned };

    private static PlanNode WithActions(IReadOnlyList<CorrectiveAction>? actions)
    {
        var kpi = new Kpi { Id = "k", Title = "指標", Series = [new Series { Id = "s1" }] };
        var cycles = new[] { new Cycle { Id = "c2023", FiscalYear = 2023, Actions = [] }, new Cycle { Id = "c2024", FiscalYear = 2024, Actions = actions } };
        var policy = new Policy { Id = "p", Title = "施策", Initiatives = [], Kpis = [kpi] };
        return PlanSubjects.Build(Empty with { Governance = new Governance { Cycles = cycles }, Policies = [policy] }, AsOf);
    }
}
