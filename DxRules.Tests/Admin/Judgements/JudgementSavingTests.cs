using DxRules.Admin.Answers;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Judgements;
using DxRules.Admin.People;
using DxRules.Admin.Tuning;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Judgements;

/// <summary>Grades that people give, over the shipped rules and デモ市. It is 2 June 2025, and 2024 is under review.</summary>
public sealed class JudgementSavingTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_department_grades_what_it_answers_for_and_the_plan_knows_it()
    {
        await As(Roles.Department, async desk => (await desk.Save(Own("p1-i1", "順調"))).Refusal.ShouldBe(AnswerRefusal.None), "d-shimin");

        await As(Roles.Reader, async desk =>
        {
            var given = (await desk.Judgements()).Single(judgement => judgement.Subject == "p1-i1");
            given.ShouldSatisfyAllConditions(
                () => given.By.ShouldBe(JudgedBy.Department), () => given.Grade.ShouldBe("順調"), () => given.On.Day.ShouldBe(new DateOnly(2025, 6, 2)), () => given.Reason.ShouldBe("理由"));
        });
    }

    [Fact]
    public async Task A_department_grades_nothing_of_others_and_nothing_finally()
    {
        await As(Roles.Department, async desk =>
        {
            (await desk.Save(Own("p1-i1", "順調"))).Refusal.ShouldBe(AnswerRefusal.Unknown);
            (await desk.Save(Final("p1-i1", "順調"))).Refusal.ShouldBe(AnswerRefusal.NotAllowed);
        }, "d-zeimu");
        await As(Roles.Reader, async desk => (await desk.Save(Own("p1-i1", "順調"))).Refusal.ShouldBe(AnswerRefusal.NotAllowed));
    }

    [Fact]
    public Task Past_the_form_a_department_changes_no_judgement_but_its_own_either() => site.In(async services =>
    {
        await using var desk = new Desk(services, Desk.Person(1, Roles.Department, "d-shimin"));

        (await desk.Save(With(new Judgement { Subject = "p1-i1", By = JudgedBy.Headquarters, Grade = "順調", On = new DateOnly(2025, 6, 2) }))).IsRefused.ShouldBeTrue();
        (await desk.Save(With(new Judgement { Subject = "p4", By = JudgedBy.Department, Grade = "順調", On = new DateOnly(2025, 6, 2) }))).IsRefused.ShouldBeTrue();
        (await desk.Save(plan => GovernedCycle.Change(plan, 2024, cycle => cycle with { ReportedOn = new DateOnly(2025, 6, 2) }))).IsRefused.ShouldBeTrue();
        (await desk.Save(plan => GovernedCycle.Change(plan, 2024, cycle => cycle with { Judgements = [] }))).IsRefused.ShouldBeTrue();
        (await desk.Save(With(new Judgement { Subject = "p1-i1", By = JudgedBy.Department, Grade = "順調", On = new DateOnly(2025, 6, 2) }))).IsRefused.ShouldBeFalse();
    });

    [Fact]
    public Task A_final_grade_that_differs_from_the_rule_or_the_department_needs_its_reason() => As(Roles.DxOffice, async desk =>
    {
        var line = await desk.Line("p1-i1");
        var rule = line.Rule.Label.Ja;
        var other = rule == "順調" ? "遅れ" : "順調";

        (await desk.Save(Final("p1-i1", other) with { Reason = " " })).Problems.ShouldHaveSingleItem().Field.ShouldBe("reason-headquarters-p1-i1");
        (await desk.Save(Own("p1-i1", other), Final("p1-i1", rule) with { Reason = "" })).Problems.ShouldHaveSingleItem().Field.ShouldBe("reason-headquarters-p1-i1");
        (await desk.Judgements()).ShouldNotContain(judgement => judgement.Subject == "p1-i1", "all are saved or none");

        (await desk.Save(Final("p1-i1", rule) with { Reason = "" })).IsDone.ShouldBeTrue();
        (await desk.Save(Final("p1-i1", other))).IsDone.ShouldBeTrue();

        (await desk.Judgements()).Single(judgement => judgement.Subject == "p1-i1").Grade.ShouldBe(other, "the later one instead of the earlier");
    });

    [Fact]
    public Task Who_enters_for_departments_does_so_in_the_name_of_each() => As(Roles.DxOffice, async desk =>
    {
        (await desk.Save(Own("p1-i1", "順調"), Own("p2-i1", "遅れ"), Final("p1", "遅れ"))).Refusal.ShouldBe(AnswerRefusal.None);

        var versions = await desk.Db.PlanVersions.OrderBy(version => version.Number).Select(version => new { version.OnBehalfOf, version.Reason }).ToListAsync();
        versions.Skip(1).Select(version => version.Reason).ShouldBe(["令和6年度の自己評価", "令和6年度の自己評価", "令和6年度の本部の評価"]);
        versions.Skip(1).Select(version => version.OnBehalfOf is not null).ShouldBe([true, true, false]);
    });

    [Theory]
    [InlineData("とても順調", "department-p1-i1")]
    [InlineData("", "department-p1-i1")]
    public Task A_grade_that_the_scale_does_not_know_is_refused(string grade, string field) => As(Roles.DxOffice, async desk =>
        (await desk.Save(Own("p1-i1", grade))).Problems.ShouldHaveSingleItem().Field.ShouldBe(field));

    [Fact]
    public Task Everybody_may_say_that_it_cannot_be_assessed() => As(Roles.DxOffice, async desk => (await desk.Save(Own("p1-i1", "評価できない"))).IsDone.ShouldBeTrue());

    [Fact]
    public Task A_grade_can_be_taken_back() => As(Roles.DxOffice, async desk =>
    {
        await desk.Save(Own("p1-i1", "順調"));

        (await desk.Save(Own("p1-i1", "順調") with { Grade = null })).IsDone.ShouldBeTrue();

        (await desk.Judgements()).ShouldNotContain(judgement => judgement.Subject == "p1-i1");
    });

    [Fact]
    public Task Of_two_at_once_the_second_learns_what_stands_there_now() => As(Roles.DxOffice, async desk =>
    {
        var seen = await desk.Version();
        await desk.Save(Own("p1-i1", "順調"));

        var second = await desk.Saving.Save(1, [Own("p1-i1", "遅れ")], seen, default);

        second.Refusal.ShouldBe(AnswerRefusal.Changed);
        second.Conflicts.ShouldNotBeEmpty();
        (await desk.Judgements()).Single(judgement => judgement.Subject == "p1-i1").Grade.ShouldBe("順調");
    });

    [Fact]
    public Task In_a_closed_cycle_nobody_grades() => As(Roles.DxOffice, async desk =>
    {
        await site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));

        (await desk.Save(Own("p1-i1", "順調"))).Refusal.ShouldBe(AnswerRefusal.Closed);
        (await desk.Factors.Add(1, Factor, default)).Refusal.ShouldBe(AnswerRefusal.Closed);
    });

    [Fact]
    public Task Differences_are_told_in_words_of_who_is_better_or_worse() => As(Roles.DxOffice, async desk =>
    {
        var scale = new GradeScale(PlanCheck.Default);
        var line = await desk.Line("p1-i1");
        var behind = line with { Rule = line.Rule with { Kind = DxRules.Engine.Rules.GradeKind.Behind, Label = new("やや遅れ", "Slightly behind") } };

        (behind with { Department = Said("概ね順調"), Headquarters = Said("遅れ") }).Differences(scale)
            .ShouldBe(["departmentBetter", "headquartersWorse", "departmentAndHeadquarters"]);
        (behind with { Department = Said("やや遅れ"), Headquarters = Said("やや遅れ") }).Differences(scale).ShouldBeEmpty();
        (behind with { Department = Said("評価できない") }).Differences(scale).ShouldBe(["departmentOther"]);
        behind.Differences(scale).ShouldBeEmpty();
    });

    [Fact]
    public Task An_external_factor_is_noted_in_the_plan_with_the_year_in_which_it_is_judged_again() => As(Roles.DxOffice, async desk =>
    {
        (await desk.Factors.Add(1, Factor, default)).IsDone.ShouldBeTrue();

        var factor = PlanKpis.Of(await desk.Plan()).Single(kpi => kpi.Id == desk.Kpi).ExternalFactors[^1];
        factor.ShouldSatisfyAllConditions(() => factor.FiscalYear.ShouldBe(2024), () => factor.Note.ShouldBe("大雪による運休"), () => factor.RejudgeIn.ShouldBe("2025"));
    });

    [Theory]
    [InlineData("k-nowhere", 2024, "大雪", 2025, "kpi")]
    [InlineData(null, 2025, "大雪", 2026, "fiscalYear")]
    [InlineData(null, 1990, "大雪", 2025, "fiscalYear")]
    [InlineData(null, 2024, " ", 2025, "note")]
    [InlineData(null, 2024, "大雪", 2024, "rejudgeIn")]
    [InlineData(null, 2024, "大雪", 2099, "rejudgeIn")]
    public Task A_wrong_factor_is_told_by_field(string? kpi, int year, string note, int again, string field) => As(Roles.DxOffice, async desk =>
        (await desk.Factors.Add(1, new FactorEntry(kpi ?? desk.Kpi, year, note, again), default)).Problems.ShouldHaveSingleItem().Field.ShouldBe(field));

    [Fact]
    public Task Only_who_runs_the_cycle_notes_factors() => As(Roles.Department, async desk => (await desk.Factors.Add(1, Factor, default)).Refusal.ShouldBe(AnswerRefusal.NotAllowed), "d-shimin");

    private static FactorEntry Factor { get; } = new(PlanKpis.Of(Samples.Read("demo-city.json")).First().Id, 2024, "大雪による運休", 2025);

    private static JudgementEntry Own(string subject, string grade) => new(subject, JudgedBy.Department, grade, "理由");

    private static JudgementEntry Final(string subject, string grade) => new(subject, JudgedBy.Headquarters, grade, "理由");

    private static Judgement Said(string grade) => new() { Subject = "p1-i1", By = JudgedBy.Department, Grade = grade, On = new DateOnly(2025, 6, 2) };

    private static Func<PlanDocument, PlanDocument> With(Judgement judgement) =>
        plan => GovernedCycle.Change(plan, 2024, cycle => cycle with { Judgements = [.. cycle.Judgements ?? [], judgement] });

    private Task As(Roles roles, Func<JudgementDesk, Task> work, params string[] departments) => site.In(async services =>
    {
        await using var desk = new JudgementDesk(services, roles, departments);
        await work(desk);
    });

    private sealed class JudgementDesk(IServiceProvider services, Roles roles, string[] departments) : IAsyncDisposable
    {
        public AdminDb Db { get; } = new(services.GetRequiredService<DbContextOptions<AdminDb>>(), Desk.Person(1, roles, departments));

        public string Kpi => Factor.Kpi;

        public JudgementSaving Saving => new(Db, Documents, Plans, new CityCheck(Db, new CityProfiles(Db), EngineCheck.Check), services.GetRequiredService<TimeProvider>());

        public FactorSaving Factors => new(Db, Documents, Plans);

        private PlanDocuments Documents => new(Db, services.GetRequiredService<DocumentCache>());

        private PlanAmendments Plans => new(
            Db, Documents, services.GetRequiredService<DocumentCache>(), new AuditLog(Db, Db.Viewer, services.GetRequiredService<TimeProvider>()), services.GetRequiredService<TimeProvider>());

        public Task<JudgementResult> Save(params JudgementEntry[] entries) => Saving.Save(1, entries, null, default);

        public async Task<PlanDocument> Plan() => (await Documents.Newest(1, default)).ShouldNotBeNull().Document;

        public async Task<int> Version() => (await Documents.Newest(1, default)).ShouldNotBeNull().Head.Number;

        public async Task<IReadOnlyList<Judgement>> Judgements() => GovernedCycle.Of(await Plan(), 2024)?.Judgements ?? [];

        public async Task<JudgementLine> Line(string subject)
        {
            var plan = await Plan();
            return JudgementLine.Of(plan, new GradeScale(PlanCheck.Default).Judge(plan, Samples.AsOf), 2024).Single(line => line.Subject == subject);
        }

        public ValueTask DisposeAsync() => Db.DisposeAsync();
    }
}
