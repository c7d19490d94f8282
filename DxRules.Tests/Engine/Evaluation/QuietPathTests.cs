using DxRules.Engine.Evaluation;

namespace DxRules.Tests.Engine.Evaluation;

/// <summary>A clean plan costs nothing but time: judging what is quiet takes no memory.</summary>
public class QuietPathTests
{
    private static readonly TestPhase Phase = new()
    {
        Id = "p2",
        Status = TestStatus.Completed,
        Start = new DateOnly(2024, 4, 1),
        End = new DateOnly(2025, 3, 31),
        Completed = new DateOnly(2025, 3, 1),
        Records = [new(2023, 10), new(2024, 20, new DateOnly(2025, 1, 1)), new(2025, 30)],
    };

    private static readonly TestInitiative Initiative = new() { Id = "i1", Status = TestStatus.InProgress, Progress = 0.5m, Phases = [new TestPhase { Id = "p1", Status = TestStatus.Completed, End = new DateOnly(2024, 3, 31) }, Phase] };

    private static readonly TestSeries Series = new() { Id = "s1", Baseline = new(10, 2020), Target = new(20, 2026), Actuals = [new(2023, 12), new(2024, 14)] };

    private static readonly TestPlan Plan = new()
    {
        Id = "plan",
        End = new DateOnly(2026, 3, 31),
        Policies = [new TestPolicy { Id = "pol", Initiatives = [Initiative], Kpis = [new TestKpi { Id = "k1", Kind = TestKpiKind.Outcome, HigherIsBetter = true, Unit = "%", Series = [Series] }] }],
    };

    [Theory]
    [InlineData("状態, 終了日", "状態 in (\"未着手\", \"実施中\") and 基準日 > 終了日")]
    [InlineData("終了日", "基準日 > 終了日 + duration(\"P12M\")")]
    [InlineData("終了日", "終了日 < date(\"2020-01-01\") or 基準日 - 終了日 > duration(\"P400D\")")]
    [InlineData("開始日, 終了日", "(終了日 - 開始日).days > 1000 or 年度(終了日) - 年度(開始日) > 3")]
    [InlineData("", "完了日 != null and 完了日 > 基準日")]
    [InlineData("", "前段 != null and 前段.種類 = \"継続\"")]
    [InlineData("取組.状態, 取組.進捗", "取組.状態 = \"休止\" or 取組.進捗 between 0.9 and 1")]
    [InlineData("記録, 記録.件数", "some r in 記録 satisfies r.件数 < 0")]
    [InlineData("記録, 記録.件数", "count(記録) > 0 and every r in 記録 satisfies r.件数 > 20")]
    [InlineData("記録, 記録.件数", "count(記録[item.件数 > 100 or item.記録日 != null]) > 2")]
    [InlineData("記録, 記録.件数", "sum(記録.件数) > 100 or max(記録.件数) > 30 or min(記録.件数) < 10 or mean(記録.件数) > 20")]
    [InlineData("記録", "some n in 年度列(今年度 - 2, 今年度) satisfies not(some r in 記録 satisfies r.年度 = n)")]
    [InlineData("記録", "not(list contains(記録.年度, 今年度)) or 今年度 in (2020, 2021) or 今年度 in [1990..2000]")]
    [InlineData("記録, 記録.件数", "割合以上(for r in 記録 return r.件数 > 20, 0.5) or 割合(for r in 記録 return r.件数 > 20) > 0.5")]
    [InlineData("取組.施策.取組", "some p in 取組.施策.取組, q in [1, 2, 3] satisfies p.題名 = \"無い\" and q > 2")]
    [InlineData("", "if 種類 = \"継続\" then true else 1 / (2 - 1) > 5")]
    [InlineData("", "some a in 指摘 satisfies a.重大度 = \"重大\" and a.分類 in (\"kpi\", \"schedule\")")]
    public void A_quiet_judgement_of_a_phase_takes_no_memory(string needs, string condition) =>
        AllocatedBy("区間", needs.Length > 0 ? $"needs: [ {needs} ]" : "", condition, Phase).ShouldBe(0);

    [Theory]
    [InlineData("現況値からの改善", "現況値からの改善 < 0")]
    [InlineData("最新実績.値", "最新実績.値 < 10")]
    [InlineData("最新実績.値, 目標.値", "最新実績.値 / 目標.値 < 0.2")]
    public void A_quiet_judgement_of_a_series_takes_no_memory(string needs, string condition) =>
        AllocatedBy("系列", $"needs: [ {needs} ]", condition, Series).ShouldBe(0);

    [Fact]
    public void Judging_what_a_rule_does_not_concern_takes_no_memory() =>
        AllocatedBy("区間", "where: 種類 = \"継続\"", "基準日 > date(\"2020-01-01\")", Phase, Outcome.NotApplicable).ShouldBe(0);

    /// <summary>A check as a whole: of subjects that say nothing it keeps nothing.</summary>
    [Fact]
    public void Checking_what_is_quiet_takes_no_memory()
    {
        var rules = TestRules.Compile(
            TestRules.File("TST-01", "区間", "needs: [ 状態, 終了日 ]\nwhen: 状態 = \"実施中\" and 基準日 > 終了日 + duration(\"P12M\")"),
            TestRules.File("TST-02", "区間", "needs: [ 記録, 記録.件数 ]\nwhen: some r in 記録 satisfies r.件数 < 0"),
            TestRules.File("TST-03", "系列", "needs: [ 現況値からの改善 ]\nwhen: 現況値からの改善 < 0"),
            TestRules.File("TST-04", "系列", "where: 最新実績 != null\nneeds: [ 最新実績.値, 目標.値 ]\nwhen: 最新実績.値 / 目標.値 < 0.2"),
            TestRules.File("TST-05", "取組", "needs: [ 進捗 ]\nwhen: 進捗 < 0.1"));
        var evaluator = new Evaluator(rules, TestRules.AsOf);
        evaluator.Run(Plan).All.ShouldBeEmpty();
        evaluator.Run(Plan).Quiet.ShouldBe(7);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            evaluator.Run(Plan);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static long AllocatedBy(string kind, string head, string condition, object subject, Outcome expected = Outcome.Quiet)
    {
        Plan.Id.ShouldBe("plan");
        var rule = TestRules.CompileOne(kind, $"{head}\nwhen: |-\n  {condition}".TrimStart());
        var context = new CheckContext(TestRules.AsOf);
        rule.Judge(subject, context).Outcome.ShouldBe(expected);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            rule.Judge(subject, context);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
