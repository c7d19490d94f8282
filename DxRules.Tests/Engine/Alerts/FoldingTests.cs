using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using DxRules.Tests.Engine.Evaluation;

namespace DxRules.Tests.Engine.Alerts;

/// <summary>What is shown under what: consequences under causes, 判定不能 under what reports the missing facts.</summary>
public class FoldingTests
{
    private static string Always(string id, string subject, string fold = "", string severity = "warning", string category = "data") =>
        TestRules.File(id, subject, (fold.Length > 0 ? $"foldUnder: [ {fold} ]\n" : "") + $"levels: [ {severity} ]", category);

    [Fact]
    public void An_alert_is_folded_under_its_cause_on_the_same_subject() =>
        Folds(Always("TST-01", "区間"), Always("TST-02", "区間", "TST-01")).ShouldContain("TST-02/p1 under TST-01/p1");

    [Fact]
    public void An_alert_is_folded_under_its_cause_on_an_ancestor() =>
        Folds(Always("TST-01", "施策"), Always("TST-02", "区間", "TST-01")).ShouldBe(["TST-02/p1 under TST-01/pol1", "TST-02/p2 under TST-01/pol1"]);

    [Fact]
    public void An_alert_is_never_folded_under_one_on_a_subject_below_or_beside_it() =>
        Folds(Always("TST-01", "区間"), Always("TST-02", "取組", "TST-01"), Always("TST-03", "指標", "TST-01")).ShouldBeEmpty();

    [Fact]
    public void A_link_leads_to_the_subject_on_which_the_cause_is_looked_for() =>
        Folds(Always("TST-01", "区間"), Always("TST-02", "区間", "{ rule: TST-01, at: 前段 }")).ShouldBe(["TST-02/p2 under TST-01/p1"]);

    [Fact]
    public void The_same_finding_one_link_further_may_be_the_cause()
    {
        var report = TestRules.Check(Plan(), Always("TST-01", "区間", "{ rule: TST-01, at: 前段 }"));

        Folds(report).ShouldBe(["TST-01/p2 under TST-01/p1"]);
        new FoldedResults(report).Standing.Select(a => a.Key).ShouldBe(["TST-01/p1"]);
    }

    [Fact]
    public void Without_a_link_a_rule_cannot_be_its_own_cause() =>
        Should.Throw<Exception>(() => TestRules.Check(Plan(), Always("TST-01", "区間", "TST-01"))).Message.ShouldContain("DX134");

    [Fact]
    public void What_is_folded_is_counted_and_can_be_opened()
    {
        var report = TestRules.Check(Plan(), Always("TST-01", "計画"), Always("TST-02", "取組", "TST-01"), Always("TST-03", "区間", "TST-02"));
        var folded = new FoldedResults(report);

        report.Counts.Warning.ShouldBe(4, "folded ones count");
        folded.AlertsUnder(folded.Standing.Single()).Select(a => a.Key).ShouldBe(["TST-02/i1", "TST-03/p1", "TST-03/p2"]);
    }

    [Fact]
    public void A_lighter_cause_is_passed_over_for_the_next_one_listed() =>
        Folds(Always("TST-01", "計画", severity: "notice"), Always("TST-02", "施策"), Always("TST-03", "取組", "TST-01, TST-02")).ShouldBe(["TST-03/i1 under TST-02/pol1"]);

    [Fact]
    public void The_cause_listed_first_wins_where_it_fired() =>
        Folds(Always("TST-01", "計画"), TestRules.File("TST-02", "区間", "when: 種類 = \"継続\""), Always("TST-03", "区間", "TST-02, TST-01")).ShouldBe(["TST-03/p1 under TST-01/plan", "TST-03/p2 under TST-01/plan"]);

    [Fact]
    public void The_nearest_subject_wins_for_one_cause()
    {
        var plan = Plan();
        plan.Policies![0].Initiatives![0].Phases!.Length.ShouldBe(2);

        Folds(Always("TST-01", "区間"), Always("TST-02", "取組"), Always("TST-03", "区間", "TST-02, TST-01")).ShouldBe(["TST-03/p1 under TST-02/i1", "TST-03/p2 under TST-02/i1"]);
    }

    [Fact]
    public void Chains_of_causes_are_kept()
    {
        var report = TestRules.Check(Plan(), Always("TST-01", "計画"), Always("TST-02", "取組", "TST-01"), Always("TST-03", "区間", "TST-02"));

        Folds(report).ShouldBe(["TST-02/i1 under TST-01/plan", "TST-03/p1 under TST-02/i1", "TST-03/p2 under TST-02/i1"]);
        new FoldedResults(report).Standing.Select(a => a.Key).ShouldBe(["TST-01/plan"]);
    }

    [Fact]
    public void A_grave_alert_is_never_folded_under_a_lighter_one()
    {
        Folds(Always("TST-01", "計画", severity: "notice"), Always("TST-02", "取組", "TST-01")).ShouldBeEmpty();
        Folds(Always("TST-01", "計画", severity: "critical"), Always("TST-02", "取組", "TST-01")).ShouldHaveSingleItem();
    }

    [Fact]
    public void Nothing_is_folded_across_the_line_of_what_is_secret()
    {
        Folds(Always("TST-01", "計画", category: "security"), Always("TST-02", "取組", "TST-01")).ShouldBeEmpty();
        Folds(Always("TST-01", "計画"), Always("TST-02", "取組", "TST-01", category: "security")).ShouldBeEmpty();
        Folds(Always("TST-01", "計画", category: "security"), Always("TST-02", "取組", "TST-01", category: "security")).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_cause_that_did_not_fire_folds_nothing()
    {
        Folds(TestRules.File("TST-01", "計画", "when: 1 = 2"), Always("TST-02", "取組", "TST-01")).ShouldBeEmpty();
        Folds(TestRules.File("TST-01", "計画", "needs: [ 予算 ]\nwhen: 予算 > 1"), Always("TST-02", "取組", "TST-01")).ShouldBeEmpty();
        Folds(TestRules.File("TST-01", "計画", "effective: { from: 2030-01-01 }"), Always("TST-02", "取組", "TST-01")).ShouldBeEmpty();
    }

    [Fact]
    public void What_lacks_just_the_facts_an_alert_reports_is_folded_under_it()
    {
        Undetermined(Reports("系列", "現況値", "現況値 = null"), TestRules.File("TST-02", "系列", "needs: [ 現況値 ]\nwhen: 現況値.値 > 1")).ShouldBe(["TST-02/s1 under TST-01/s1"]);
        Undetermined(Reports("系列", "目標", "目標 = null"), TestRules.File("TST-02", "系列", "needs: [ 現況値 ]\nwhen: 現況値.値 > 1")).ShouldBe(["TST-02/s1 under -"]);
    }

    [Fact]
    public void What_lacks_more_than_an_alert_reports_stands_for_itself() =>
        Undetermined(Reports("系列", "現況値", "現況値 = null"), TestRules.File("TST-02", "系列", "needs: [ 現況値, 目標.値 ]\nwhen: 現況値.値 > 目標.値")).ShouldBe(["TST-02/s1 under -"]);

    [Fact]
    public void A_fact_of_an_ancestor_is_the_one_that_the_ancestors_alert_reports()
    {
        Undetermined(Reports("指標", "種類", "種類 = null"), TestRules.File("TST-02", "系列", "needs: [ 指標.種類 ]\nwhen: 指標.種類 = \"成果指標\"")).ShouldBe(["TST-02/s1 under TST-01/k1"]);
        Undetermined(Reports("計画", "指標.種類", "needs: [ 指標 ]", "some k in 指標 satisfies k.種類 = null"), TestRules.File("TST-02", "系列", "needs: [ 指標.種類 ]\nwhen: 指標.種類 = \"成果指標\"")).ShouldBe(["TST-02/s1 under TST-01/plan"]);
        Undetermined(Reports("計画", "予算", "予算 = null"), TestRules.File("TST-02", "系列", "needs: [ 計画.予算 ]\nwhen: 計画.予算 > 1")).ShouldBe(["TST-02/s1 under TST-01/plan"]);
    }

    [Fact]
    public void A_fact_of_the_subject_is_named_through_its_kind_by_an_ancestors_alert() =>
        Undetermined(Reports("指標", "系列.現況値", "needs: [ 系列 ]", "some s in 系列 satisfies s.現況値 = null"), TestRules.File("TST-02", "系列", "needs: [ 現況値 ]\nwhen: 現況値.値 > 1")).ShouldBe(["TST-02/s1 under TST-01/k1"]);

    [Fact]
    public void An_alert_about_a_member_of_a_list_reports_the_missing_list_too() =>
        Undetermined(Reports("系列", "実績.値", "1 = 1"), TestRules.File("TST-02", "系列", "needs: [ 実績 ]\nwhen: count(実績) > 1")).ShouldBe(["TST-02/s1 under TST-01/s1"]);

    [Fact]
    public void What_is_undetermined_is_not_folded_across_the_line_of_what_is_secret()
    {
        var reports = TestRules.File("TST-01", "系列", "missingIsFinding: [ 現況値 ]\nwhen: 現況値 = null", "security");

        Undetermined(reports, TestRules.File("TST-02", "系列", "needs: [ 現況値 ]\nwhen: 現況値.値 > 1")).ShouldBe(["TST-02/s1 under -"]);
    }

    private static string Reports(string subject, string fact, string when) => Reports(subject, fact, "", when);

    private static string Reports(string subject, string fact, string needs, string when) =>
        TestRules.File("TST-01", subject, $"missingIsFinding: [ {fact} ]\n{needs}\nwhen: {when}");

    private static string[] Folds(params string[] rules) => Folds(TestRules.Check(Plan(), rules));

    private static string[] Folds(PlanReport report) =>
        [.. report.Alerts.Where(a => a.FoldedUnder is not null).Select(a => $"{a.Key} under {a.FoldedUnder}")];

    private static string[] Undetermined(params string[] rules) =>
        [.. TestRules.Check(Plan(), rules).Undetermined.Select(u => $"{u.Key} under {u.FoldedUnder ?? "-"}")];

    private static TestPlan Plan() => new()
    {
        Id = "plan",
        Policies =
        [
            new TestPolicy
            {
                Id = "pol1",
                Initiatives = [new TestInitiative { Id = "i1", Phases = [new TestPhase { Id = "p1" }, new TestPhase { Id = "p2" }] }],
            },
        ],
        Kpis = [new TestKpi { Id = "k1", Series = [new TestSeries { Id = "s1", Actuals = null }] }],
    };
}
