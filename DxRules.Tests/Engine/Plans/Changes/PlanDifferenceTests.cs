using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Tests.Engine.Plans.Changes;

public class PlanDifferenceTests
{
    private static readonly Series Figures = new()
    {
        Id = "s",
        Baseline = new Baseline { Value = 10, FiscalYear = 2020 },
        Actuals = [new Actual { FiscalYear = 2023, Value = 12 }, new Actual { FiscalYear = 2024, Value = 15 }],
        Peers = [new Peer { Code = "042129", FiscalYear = 2024, Value = 1 }, new Peer { Code = "052019", FiscalYear = 2024, Value = 2 }],
    };

    private static readonly Phase Work = new() { Id = "ph", Title = "構築", Records = [new PhaseRecord { FiscalYear = 2024, Note = "一" }, new PhaseRecord { FiscalYear = 2024, Note = "二" }] };
    private static readonly Initiative Task = new() { Id = "i", Title = "取組", Lanes = [new Lane { Id = "l", Phases = [Work] }], Kpis = [new Kpi { Id = "k", Title = "指標", Series = [Figures] }] };
    private static readonly PlanDocument Plan = PlanOf(Task);

    [Fact]
    public void Equal_plans_have_no_difference_however_they_were_made()
    {
        PlanDifference.Between(Plan, Plan).ShouldBeEmpty();
        PlanDifference.Between(Plan, PlanReader.Read("again", PlanWriter.Write(Plan)).Document!).ShouldBeEmpty();
        Of(Figures, Figures with { Baseline = new Baseline { Value = 10.00m, FiscalYear = 2020 } }).ShouldBeEmpty();
    }

    [Fact]
    public void A_member_stands_under_the_nearest_object_with_an_id() =>
        Of(Figures, Figures with { Baseline = Figures.Baseline! with { Value = 11.50m } }).ShouldBe([new PlanChange("s", "baseline/value", "10", "11.5")]);

    [Fact]
    public void A_row_without_an_id_goes_by_its_fiscal_year() =>
        Of(Figures, Figures with { Actuals = [Figures.Actuals![0], Figures.Actuals[1] with { Value = null, Note = "集計中" }] })
            .ShouldBe([new PlanChange("s", "actuals/2024/value", "15", null), new PlanChange("s", "actuals/2024/note", null, "\"集計中\"")]);

    [Fact]
    public void A_row_about_something_goes_by_that_and_its_fiscal_year() =>
        Of(Figures, Figures with { Peers = [Figures.Peers[1] with { Value = 3 }] }).ShouldBe(
        [
            new PlanChange("s", "peers/042129:2024", """{"code":"042129","fiscalYear":2024,"value":1}""", null, 0),
            new PlanChange("s", "peers/052019:2024/value", "2", "3"),
        ]);

    [Fact]
    public void Rows_with_the_same_key_are_numbered() =>
        Of(Work, Work with { Records = [Work.Records![0], Work.Records[1] with { Note = "三" }, Work.Records[0]] }).ShouldBe(
        [
            new PlanChange("ph", "records/2024~2/note", "\"二\"", "\"三\""),
            new PlanChange("ph", "records/2024~3", null, """{"fiscalYear":2024,"note":"一"}""", 2),
        ]);

    [Fact]
    public void An_object_that_is_there_on_one_side_only_is_one_change_on_what_holds_it()
    {
        var added = PlanOf(new Initiative { Id = "first", Title = "新" }, Task);

        PlanDifference.Between(Plan, added).ShouldBe([new PlanChange("p", "initiatives/first", null, """{"id":"first","title":"新"}""", 0)]);
        PlanDifference.Between(added, Plan).ShouldBe([new PlanChange("p", "initiatives/first", """{"id":"first","title":"新"}""", null, 0)]);
    }

    [Fact]
    public void An_object_that_moved_is_taken_out_here_and_added_there()
    {
        var moved = Task with { Lanes = [new Lane { Id = "l", Phases = [] }, new Lane { Id = "m", Phases = [Work] }] };

        Of(Task, moved).Select(c => (c.Subject, c.Member)).ShouldBe([("l", "phases/ph"), ("i", "lanes/m")]);
    }

    [Fact]
    public void A_list_in_another_order_is_one_change()
    {
        var change = Of(Figures, Figures with { Actuals = [Figures.Actuals![1], Figures.Actuals[0]] }).ShouldHaveSingleItem();

        change.ShouldBe(new PlanChange("s", "actuals", """[{"fiscalYear":2023,"value":12},{"fiscalYear":2024,"value":15}]""", """[{"fiscalYear":2024,"value":15},{"fiscalYear":2023,"value":12}]"""));
    }

    [Fact]
    public void A_list_that_was_unknown_and_is_known_to_be_empty_is_one_change()
    {
        Of(Figures, Figures with { Actuals = null }).ShouldHaveSingleItem().New.ShouldBeNull();
        Of(Figures with { Actuals = null }, Figures with { Actuals = [] }).ShouldBe([new PlanChange("s", "actuals", null, "[]")]);
    }

    [Fact]
    public void A_list_of_plain_values_is_one_change() =>
        Of(Task, Task with { Departments = ["d1", "d2"] }).ShouldBe([new PlanChange("i", "departments", null, """["d1","d2"]""")]);

    [Fact]
    public void Rows_known_by_their_position_alone_are_compared_one_by_one_while_their_number_stays()
    {
        static SecurityPolicy Law(params string[] titles) => new() { LegalBases = [.. titles.Select(title => new LegalBasis { Title = title })] };

        OfSecurity(Law("甲", "乙"), Law("甲", "丙")).ShouldBe([new PlanChange("security-policy", "policy/legalBases/2/title", "\"乙\"", "\"丙\"")]);
        OfSecurity(Law("甲", "乙"), Law("乙")).ShouldHaveSingleItem().Member.ShouldBe("policy/legalBases");
    }

    [Fact]
    public void What_the_document_keeps_aside_is_told_from_what_the_plan_does()
    {
        var changed = Plan with
        {
            Inferred = ["policies"],
            Raw = new Dictionary<string, string> { ["policies"] = "施策一覧" },
            Plan = Plan.Plan with { Inferred = ["period"], Raw = new Dictionary<string, string> { ["title"] = "ＤＸ計画" } },
        };

        PlanDifference.Between(Plan, changed).ShouldBe(
        [
            new PlanChange("plan", "raw/title", null, "\"ＤＸ計画\""),
            new PlanChange("plan", "inferred", null, """["period"]"""),
            new PlanChange("plan", "document/raw/policies", null, "\"施策一覧\""),
            new PlanChange("plan", "document/inferred", null, """["policies"]"""),
        ]);
    }

    [Fact]
    public void What_has_no_object_with_an_id_above_it_is_the_plans() =>
        PlanDifference.Between(Plan, Plan with { Municipality = Plan.Municipality with { Name = "新市" }, Governance = new Governance() })
            .ShouldBe([new PlanChange("plan", "municipality/name", "\"市\"", "\"新市\""), new PlanChange("plan", "governance", null, "{}")]);

    [Fact]
    public void The_default_value_is_as_good_as_none() =>
        Of(Work, Work with { Kind = PhaseKind.Gate }).ShouldBe([new PlanChange("ph", "kind", null, "\"gate\"")]);

    [Fact]
    public void Two_plans_are_no_versions_of_one() =>
        Should.Throw<ArgumentException>(() => PlanDifference.Between(Plan, Plan with { Plan = Plan.Plan with { Id = "other" } }));

    private static IReadOnlyList<PlanChange> Of(Series old, Series now) => Of(WithSeries(old), WithSeries(now));

    private static IReadOnlyList<PlanChange> Of(Phase old, Phase now) => Of(Task with { Lanes = [new Lane { Id = "l", Phases = [old] }] }, Task with { Lanes = [new Lane { Id = "l", Phases = [now] }] });

    private static IReadOnlyList<PlanChange> Of(Initiative old, Initiative now) => PlanDifference.Between(PlanOf(old), PlanOf(now));

    private static IReadOnlyList<PlanChange> OfSecurity(SecurityPolicy old, SecurityPolicy now) =>
        PlanDifference.Between(Plan with { Security = new Security { Policy = old } }, Plan with { Security = new Security { Policy = now } });

    private static Initiative WithSeries(Series series) => Task with { Kpis = [Task.Kpis[0] with { Series = [series] }] };

    private static PlanDocument PlanOf(params Initiative[] initiatives) => new()
    {
        Municipality = new Municipality { Code = "062014", Name = "市", Prefecture = "県" },
        Plan = new PlanHeader { Id = "plan", Title = "計画", Status = PlanStatus.InForce },
        Policies = [new Policy { Id = "p", Title = "施策", Initiatives = initiatives }],
    };
}
