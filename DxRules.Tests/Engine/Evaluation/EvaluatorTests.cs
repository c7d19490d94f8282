using DxRules.Engine.Evaluation;

namespace DxRules.Tests.Engine.Evaluation;

public class EvaluatorTests
{
    private const string Late = "needs: [ 状態, 終了日 ]\nwhen: 状態 = \"実施中\" and 基準日 > 終了日";
    private const string AnyAlert = "when: some a in 指摘 satisfies a.重大度 = \"警告\"";

    private static readonly DateOnly Past = new(2025, 3, 31);

    [Fact]
    public void Subjects_are_looked_at_deepest_first_and_then_as_the_document_has_them()
    {
        var plan = new TestPlan
        {
            Id = "plan",
            Policies =
            [
                new TestPolicy { Id = "pol1", Initiatives = [new TestInitiative { Id = "i1", Phases = [new TestPhase { Id = "p1" }, new TestPhase { Id = "p2" }] }] },
                new TestPolicy { Id = "pol2" },
            ],
        };
        var always = (string[])["計画", "施策", "取組", "区間"];

        TestRules.Evaluate(plan, [.. always.Select((kind, i) => TestRules.File($"TST-0{i}", kind, ""))]).Lines().ShouldBe(
            ["TST-03/p1 warning", "TST-03/p2 warning", "TST-02/i1 warning", "TST-01/pol1 warning", "TST-01/pol2 warning", "TST-00/plan warning"]);
    }

    [Fact]
    public void Alerts_below_are_read_above_but_never_on_the_same_subject()
    {
        var plan = Plan(new TestPhase { Id = "p1", Status = TestStatus.InProgress, End = Past });

        TestRules.Evaluate(plan, TestRules.File("TST-01", "区間", Late), TestRules.File("TST-02", "区間", AnyAlert), TestRules.File("TST-03", "取組", AnyAlert), TestRules.File("TST-04", "計画", AnyAlert)).Lines()
            .ShouldBe(["TST-01/p1 warning", "TST-03/i1 warning", "TST-04/plan warning"]);
    }

    [Fact]
    public void What_is_undetermined_below_leaves_a_rule_above_undetermined_for_the_same_facts()
    {
        var plan = Plan(new TestPhase { Id = "p1", Status = TestStatus.InProgress });

        TestRules.Evaluate(plan, TestRules.File("TST-01", "区間", Late), TestRules.File("TST-02", "計画", AnyAlert)).Lines()
            .ShouldBe(["TST-01/p1 判定不能 [終了日]", "TST-02/plan 判定不能 [終了日]"]);
    }

    [Fact]
    public void Undetermined_results_below_can_be_read_as_such()
    {
        var plan = Plan(new TestPhase { Id = "p1", Status = TestStatus.InProgress });

        TestRules.Evaluate(plan, TestRules.File("TST-01", "区間", Late), TestRules.File("TST-02", "計画", "when: some u in 判定不能 satisfies list contains(u.不足, \"終了日\") and u.対象.ID = \"p1\"")).Lines()
            .ShouldBe(["TST-01/p1 判定不能 [終了日]", "TST-02/plan warning"]);
    }

    [Fact]
    public void Secret_alerts_are_read_only_by_rules_that_are_secret_themselves()
    {
        var plan = new TestPlan { Id = "plan", Systems = [new TestSystem { Id = "sys1" }] };

        TestRules.Evaluate(plan, TestRules.File("TST-01", "システム", ""), TestRules.File("TST-02", "計画", AnyAlert), TestRules.File("TST-03", "計画", AnyAlert, "security")).Lines()
            .ShouldBe(["TST-01/sys1 warning", "TST-03/plan warning"]);
    }

    [Fact]
    public void An_alert_of_category_security_is_secret_wherever_its_subject_lies()
    {
        var plan = Plan(new TestPhase { Id = "p1" });

        TestRules.Evaluate(plan, TestRules.File("TST-01", "区間", "", "security"), TestRules.File("TST-02", "計画", AnyAlert)).Lines().ShouldBe(["TST-01/p1 warning"]);
    }

    [Fact]
    public void A_fault_stays_with_its_rule_and_subject_and_may_be_an_alert_to_those_above()
    {
        var plan = Plan(new TestPhase { Id = "p1", Status = TestStatus.InProgress, End = Past }, new TestPhase { Id = "p2", Status = TestStatus.Completed, End = Past });
        var fault = TestRules.File("TST-01", "区間", "needs: [ 状態 ]\nwhen: 状態 = \"完了\" and 9999999999999999999999999999 * 9999999999999999999999999999 > 1");

        TestRules.Evaluate(plan, fault, TestRules.File("TST-02", "区間", Late), TestRules.File("TST-03", "取組", "when: some a in 指摘 satisfies a.対象.ID = \"p2\"")).Lines()
            .ShouldBe(["TST-02/p1 warning", "TST-01/p2 fault DX301", "TST-03/i1 判定不能 [規則TST-01の判定]"]);
    }

    [Fact]
    public void Where_a_list_of_subjects_is_unknown_each_rule_for_them_says_so_once_on_the_owner()
    {
        var plan = new TestPlan { Id = "plan", Policies = [new TestPolicy { Id = "pol1", Initiatives = null, Kpis = null }, new TestPolicy { Id = "pol2" }] };

        TestRules.Evaluate(plan, TestRules.File("TST-01", "区間", Late), TestRules.File("TST-02", "取組", ""), TestRules.File("TST-03", "系列", "")).Lines()
            .ShouldBe(["TST-01/pol1 判定不能 [取組]", "TST-02/pol1 判定不能 [取組]", "TST-03/pol1 判定不能 [指標]"]);
    }

    [Fact]
    public void What_an_unknown_list_hides_may_be_an_alert_to_rules_of_its_owner_and_above()
    {
        var plan = new TestPlan { Id = "plan", Policies = [new TestPolicy { Id = "pol1", Initiatives = null }] };

        TestRules.Evaluate(plan, TestRules.File("TST-01", "区間", Late), TestRules.File("TST-02", "計画", AnyAlert), TestRules.File("TST-03", "施策", AnyAlert)).Lines()
            .ShouldBe(["TST-01/pol1 判定不能 [取組]", "TST-03/pol1 判定不能 [取組]", "TST-02/plan 判定不能 [取組]"]);
    }

    [Fact]
    public void What_an_absent_section_hides_may_be_an_alert_to_secret_rules_of_the_root()
    {
        var plan = new TestPlan { Id = "plan", HasSecurity = false };

        TestRules.Evaluate(plan, TestRules.File("TST-01", "システム", ""), TestRules.File("TST-02", "計画", AnyAlert), TestRules.File("TST-03", "計画", AnyAlert, "security")).Lines()
            .ShouldBe(["TST-01/plan 判定不能 [セキュリティ]", "TST-03/plan 判定不能 [セキュリティ]"]);
    }

    [Fact]
    public void A_rule_whose_text_reads_of_a_secret_part_is_secret()
    {
        var plan = new TestPlan { Id = "plan", Systems = [new TestSystem { Id = "sys1" }] };

        TestRules.Check(plan, TestRules.File("TST-01", "計画", "message: { ja: '{count(システム)}件', en: text }"), TestRules.File("TST-02", "計画", "evidence: [ システム.題名 ]"), TestRules.File("TST-03", "計画", "")).Alerts
            .Select(a => (a.Rule, a.Secret)).ShouldBe([("TST-01", true), ("TST-02", true), ("TST-03", false)]);
    }

    [Fact]
    public void Where_a_section_is_absent_every_rule_that_reads_of_it_says_so_once_on_the_root()
    {
        var plan = new TestPlan { Id = "plan", HasSecurity = false, Systems = null, Policies = [new TestPolicy { Id = "pol1" }] };

        TestRules.Evaluate(
            plan,
            TestRules.File("TST-01", "システム", "needs: [ 領域 ]\nwhen: 領域 > 1"),
            TestRules.File("TST-02", "計画", "needs: [ システム ]\nwhen: count(システム) > 3"),
            TestRules.File("TST-03", "施策", "")).Lines()
            .ShouldBe(["TST-01/plan 判定不能 [セキュリティ]", "TST-02/plan 判定不能 [セキュリティ]", "TST-03/pol1 warning"]);
    }

    [Fact]
    public void A_section_that_is_there_but_whose_list_is_unknown_names_the_list()
    {
        var plan = new TestPlan { Id = "plan", Systems = null };

        TestRules.Evaluate(plan, TestRules.File("TST-01", "システム", "")).Lines().ShouldBe(["TST-01/plan 判定不能 [システム]"]);
    }

    [Fact]
    public void A_list_that_is_unknown_has_one_name_whether_its_subjects_or_their_owner_are_judged()
    {
        var plan = new TestPlan { Id = "plan", Policies = [new TestPolicy { Id = "pol1", Initiatives = [new TestInitiative { Id = "i1", Phases = null }] }] };
        var results = TestRules.Evaluate(
            plan,
            TestRules.File("TST-01", "区間", Late),
            TestRules.File("TST-02", "取組", "needs: [ 区間 ]\nwhen: count(区間) > 3"),
            TestRules.File("TST-03", "施策", AnyAlert));

        results.Lines().ShouldBe(["TST-01/i1 判定不能 [区間]", "TST-02/i1 判定不能 [区間]", "TST-03/pol1 判定不能 [区間]"]);
        results.Results.ShouldAllBe(r => r.Judgement.Missing!.Facts.Select(f => f.En).SequenceEqual(new[] { "phases" }));
    }

    [Theory]
    [InlineData("effective: { from: 2025-06-01 }", 0)]
    [InlineData("effective: { from: 2025-05-31 }", 1)]
    [InlineData("effective: { to: 2025-05-31 }", 1)]
    [InlineData("effective: { to: 2025-05-30 }", 0)]
    public void A_rule_speaks_only_while_it_is_in_effect(string effective, int results) =>
        TestRules.Evaluate(new TestPlan { Id = "plan" }, TestRules.File("TST-01", "計画", effective)).Results.Count.ShouldBe(results);

    [Fact]
    public void Every_subject_is_listed_and_quiet_results_are_counted()
    {
        var results = TestRules.Evaluate(Plan(new TestPhase { Id = "p1", Status = TestStatus.Completed, End = Past }, new TestPhase { Id = "p2", Status = TestStatus.InProgress, End = Past }), TestRules.File("TST-01", "区間", Late));

        results.Quiet.ShouldBe(1);
        results.Subjects.ToDictionary(s => s.Key.En, s => string.Join(",", s.Value)).ShouldBe(
            new Dictionary<string, string> { ["plan"] = "plan", ["policy"] = "pol1", ["initiative"] = "i1", ["phase"] = "p1,p2" }, ignoreOrder: true);
    }

    [Fact]
    public void A_check_that_is_no_longer_wanted_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => Evaluator.Run(TestRules.Compile(TestRules.File("TST-01", "計画", "")), new TestPlan { Id = "plan" }, TestRules.AsOf, cancelled.Token));
    }

    private static TestPlan Plan(params TestPhase[] phases) =>
        new() { Id = "plan", Policies = [new TestPolicy { Id = "pol1", Initiatives = [new TestInitiative { Id = "i1", Phases = phases }] }] };
}
