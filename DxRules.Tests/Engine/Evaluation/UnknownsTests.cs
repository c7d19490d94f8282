using DxRules.Engine.Evaluation;

namespace DxRules.Tests.Engine.Evaluation;

/// <summary>The ten points of evaluation in the design, on expressions whose facts are known, unknown or not there to be known.</summary>
public class UnknownsTests
{
    // 終了日 and 状態 are unknown, 開始日 is known, 前段 is absent.
    private static readonly TestPhase Phase = new() { Id = "p1", Start = new DateOnly(2024, 4, 1), Records = [new(2023, 5), new(2024), new(2025, 1)] };

    private static readonly TestInitiative Initiative = new() { Id = "i1", Status = TestStatus.InProgress, Phases = [Phase] };

    [Theory]
    [InlineData("状態 = \"完了\"", "判定不能 [状態]")]
    [InlineData("終了日 < 基準日", "判定不能 [終了日]")]
    [InlineData("取組.進捗 * 0 = 0", "判定不能 [取組.進捗]")]
    [InlineData("前段.終了日 < 基準日", "対象外")]
    [InlineData("1 / (1 - 1) > 0", "対象外")]
    [InlineData("duration(\"P1M\") / duration(\"P0M\") > 0", "対象外")]
    [InlineData("max(記録[item.年度 > 2030].年度) > 0", "対象外")]
    [InlineData("sum(for r in 記録[item.年度 > 2030] return r.年度) = 0", "対象外")]
    public void What_is_unknown_is_unknown_for_a_reason(string condition, string expected) => Judge(condition).ShouldBe(expected);

    [Theory]
    [InlineData("5 between 6 and 取組.進捗", "判定不能 [取組.進捗]")]
    [InlineData("5 in [6..取組.進捗]", "判定不能 [取組.進捗]")]
    [InlineData("取組.進捗 - 取組.進捗 = 0", "判定不能 [取組.進捗]")]
    [InlineData("abs(取組.進捗) >= 0", "判定不能 [取組.進捗]")]
    [InlineData("終了日 + duration(\"P1M\") > 基準日 and 取組.進捗 > 1", "判定不能 [取組.進捗, 終了日]")]
    public void Operators_are_strict(string condition, string expected) => Judge(condition).ShouldBe(expected);

    [Theory]
    [InlineData("状態 = \"完了\" and 1 = 2", "quiet")]
    [InlineData("1 = 2 and 状態 = \"完了\"", "quiet")]
    [InlineData("状態 = \"完了\" or 1 = 1", "warning")]
    [InlineData("1 = 1 or 状態 = \"完了\"", "warning")]
    [InlineData("1 = 1 and 状態 = \"完了\"", "判定不能 [状態]")]
    [InlineData("状態 = \"完了\" or 終了日 < 基準日", "判定不能 [状態, 終了日]")]
    [InlineData("状態 = \"完了\" or 1 / (1 - 1) > 0", "判定不能 [状態]")]
    [InlineData("not(状態 = \"完了\")", "判定不能 [状態]")]
    [InlineData("1 in (取組.進捗, 1)", "warning")]
    [InlineData("2 in (取組.進捗, 1)", "判定不能 [取組.進捗]")]
    [InlineData("list contains([取組.進捗, 1], 1)", "warning")]
    [InlineData("if 状態 = \"完了\" then 1 = 1 else 1 = 1", "判定不能 [状態]")]
    [InlineData("if 1 = 1 then 1 = 1 else 状態 = \"完了\"", "warning")]
    public void Logic_is_decided_by_what_is_certain(string condition, string expected) => Judge(condition).ShouldBe(expected);

    [Theory]
    [InlineData("完了日 = null", "warning")]
    [InlineData("完了日 != null", "quiet")]
    [InlineData("前段 = null", "warning")]
    [InlineData("前段 != null and 前段.終了日 > 基準日", "quiet")]
    [InlineData("開始日 != null and 開始日 < 基準日", "warning")]
    public void A_test_of_null_is_always_decided(string condition, string expected) => Judge(condition).ShouldBe(expected);

    [Theory]
    [InlineData("some r in 記録 satisfies r.件数 > 3", "warning")]
    [InlineData("some r in 記録 satisfies r.件数 > 9", "判定不能 [記録.件数]")]
    [InlineData("count(記録) > 0 and every r in 記録 satisfies r.件数 > 3", "quiet")]
    [InlineData("count(記録) > 0 and every r in 記録 satisfies r.件数 > 0", "判定不能 [記録.件数]")]
    [InlineData("count(記録[item.件数 > 3]) = 1", "判定不能 [記録.件数]")]
    [InlineData("count(記録[item.年度 > 2023]) = 2", "warning")]
    [InlineData("count(for r in 記録 return r.件数) = 3", "warning")]
    [InlineData("sum(記録.件数) > 0", "判定不能 [記録.件数]")]
    [InlineData("max(記録[item.件数 > 3].年度) = 2024", "判定不能 [記録.件数]")]
    [InlineData("some r in 記録[item.件数 > 3] satisfies r.年度 = 2023", "warning")]
    [InlineData("some r in 記録[item.件数 > 3] satisfies r.年度 = 2024", "判定不能 [記録.件数]")]
    [InlineData("some r in 記録[item.件数 > 3] satisfies r.年度 = 2025", "quiet")]
    [InlineData("some r in 記録[item.年度 > 2030] satisfies 1 = 1", "quiet")]
    [InlineData("count(年度列(2025, 2024)) = 0", "warning")]
    [InlineData("some i in 3..1 satisfies i = 2", "warning")]
    [InlineData("min(記録[item.年度 > 2030].年度) > 0", "対象外")]
    [InlineData("mean(記録[item.年度 > 2030].年度) > 0", "対象外")]
    [InlineData("割合以上(for r in 記録[item.年度 > 2030] return true, 0.5)", "対象外")]
    [InlineData("count(記録[item.年度 > 2030]) = 0", "warning")]
    [InlineData("min(記録[item.件数 > 3].年度) = 2023", "判定不能 [記録.件数]")]
    [InlineData("mean(記録.件数) > 0", "判定不能 [記録.件数]")]
    [InlineData("sum(記録[item.件数 > 3].年度) > 0", "判定不能 [記録.件数]")]
    [InlineData("max(記録[item.件数 > 9].年度) > 0", "判定不能 [記録.件数]")]
    [InlineData("count(記録[item.件数 > 3]) > 0 and every r in 記録[item.件数 > 3] satisfies r.年度 < 2023", "quiet")]
    [InlineData("count(記録[item.件数 > 3]) > 0 and every r in 記録[item.件数 > 3] satisfies r.年度 < 2025", "判定不能 [記録.件数]")]
    [InlineData("some i in 1..2, r in 記録 satisfies i = 2 and r.件数 > 3", "warning")]
    [InlineData("some i in 1..2, r in 記録 satisfies i = 2 and r.件数 > 9", "判定不能 [記録.件数]")]
    [InlineData("some r in 記録[item.年度 > 2030], i in 1..2 satisfies r.件数 > i", "quiet")]
    public void Lists_are_judged_member_by_member(string condition, string expected) => Judge(condition).ShouldBe(expected);

    [Theory]
    [InlineData("some r in 記録 satisfies 1 = 2")]
    [InlineData("count(記録) = 0")]
    [InlineData("count(記録[1 = 2]) = 0")]
    [InlineData("list contains(記録.年度, 2024)")]
    [InlineData("sum(for r in 記録 return 1) = 0")]
    [InlineData("min(記録.年度) > 0")]
    [InlineData("max(記録.年度) > 0")]
    [InlineData("mean(記録.年度) > 0")]
    [InlineData("割合以上(for r in 記録 return true, 0.5)")]
    [InlineData("割合(for r in 記録 return true) > 0.5")]
    [InlineData("count(記録) > 0 and every r in 記録 satisfies 1 = 1")]
    [InlineData("some i in 1..2, r in 記録 satisfies i = 3")]
    [InlineData("some r in 記録, i in 1..2 satisfies i = 3")]
    public void Everything_over_an_unknown_list_is_unknown(string condition)
    {
        var phase = new TestPhase { Id = "p1", Records = null };

        TestRules.Judge("区間", $"needs: [ 記録 ]\nwhen: |-\n  {condition}", phase).ShouldBe("判定不能 [記録]");
    }

    [Fact]
    public void A_let_is_read_as_if_written_in_place()
    {
        const string Body = """
            needs: [状態, 終了日]
            let:
              遅れ: 基準日 > 終了日
              完了済み: 状態 = "完了"
              対象: not(完了済み) and 遅れ
            when: 対象
            """;

        TestRules.Judge("区間", Body, new TestPhase { Id = "p1", Status = TestStatus.Completed }).ShouldBe("quiet");
        TestRules.Judge("区間", Body, new TestPhase { Id = "p1", Status = TestStatus.InProgress }).ShouldBe("判定不能 [終了日]");
    }

    [Theory]
    [InlineData(null, 5, "warning, unknown [状態]")]
    [InlineData(TestStatus.Completed, 5, "critical")]
    [InlineData(TestStatus.NotStarted, null, "判定不能 [取組.進捗]")]
    [InlineData(null, null, "判定不能 [取組.進捗, 状態]")]
    [InlineData(null, 0, "判定不能 [状態]")]
    [InlineData(TestStatus.NotStarted, 0, "quiet")]
    internal void The_first_level_that_is_certain_fires(TestStatus? status, int? progress, string expected)
    {
        var phase = new TestPhase { Id = "p1", Status = status };
        _ = new TestInitiative { Id = "i1", Progress = progress, Phases = [phase] };

        TestRules.Judge("区間", "needs: [ 状態, 取組.進捗 ]\nlevels:\n  - critical: 状態 = \"完了\"\n  - warning: 取組.進捗 > 1", phase).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1 / (1 - 1) > 0", "2 > 1", "warning")]
    [InlineData("1 / (1 - 1) > 0", "2 < 1", "quiet")]
    [InlineData("1 / (1 - 1) > 0", "1 / (2 - 2) > 0", "対象外")]
    [InlineData("状態 = \"完了\"", "1 / (2 - 2) > 0", "判定不能 [状態]")]
    public void What_there_is_nothing_to_know_of_concerns_nobody_unless_another_level_is_decided(string critical, string warning, string expected) =>
        TestRules.Judge("区間", $"{(critical.Contains("状態", StringComparison.Ordinal) ? "needs: [ 状態 ]\n" : "")}levels:\n  - critical: {critical}\n  - warning: {warning}", Phase).ShouldBe(expected);

    [Theory]
    [InlineData("現況値.値 > 1", "現況値", "判定不能 [現況値]")]
    [InlineData("目標.値 > 1", "目標.値", "判定不能 [目標.値]")]
    [InlineData("現況値からの改善 < 0", "現況値からの改善", "判定不能 [指標.増加が良い, 現況値, 実績.値]")]
    [InlineData("最新実績.値 > 1", "最新実績.値", "判定不能 [最新実績.値]")]
    public void Facts_are_named_from_the_subject_by_the_outermost_step_and_never_by_a_measure(string condition, string need, string expected)
    {
        var series = new TestSeries { Id = "s1", Target = new(null), Actuals = [new(2024)] };
        _ = new TestKpi { Id = "k1", Series = [series] };

        TestRules.Judge("系列", $"needs: [ {need} ]\nwhen: {condition}", series).ShouldBe(expected);
    }

    [Fact]
    public void What_a_measure_of_a_subject_further_down_lacks_is_named_on_the_way_there()
    {
        var kpi = new TestKpi { Id = "k1", HigherIsBetter = true, Series = [new TestSeries { Id = "s1", Actuals = [new(2024, 1)] }] };

        TestRules.Judge("指標", "needs: [ 系列, 系列.現況値からの改善 ]\nwhen: some s in 系列 satisfies s.現況値からの改善 < 0", kpi).ShouldBe("判定不能 [系列.現況値]");
    }

    [Fact]
    public void A_calculation_that_overflows_is_a_fault()
    {
        TestRules.Judge("区間", "when: 9999999999999999999999999999 * 9999999999999999999999999999 > 1", Phase).ShouldBe("fault DX301");
        TestRules.Judge("区間", "when: 基準日 + duration(\"P100Y\") * 80 > 基準日", Phase).ShouldBe("fault DX301");
        TestRules.Judge("区間", "needs: [ 状態 ]\nwhen: 状態 = \"完了\" or 9999999999999999999999999999 * 9999999999999999999999999999 > 1", Phase).ShouldBe("fault DX301");
    }

    [Fact]
    public void A_rule_that_looks_at_too_many_members_is_a_fault()
    {
        TestRules.Judge("区間", "when: some i in 1..100000, j in 1..100000 satisfies i + j = 0", Phase).ShouldBe("fault DX302");
    }

    private static string Judge(string condition)
    {
        Initiative.Phases!.ShouldHaveSingleItem();
        string[] facts = ["状態", "終了日", "取組.進捗", "記録", "記録.件数", "前段.終了日"];
        var needs = facts.Where(f => condition.Contains(f == "記録.件数" ? "件数" : f, StringComparison.Ordinal) && !(f == "終了日" && condition.Contains("前段.終了日", StringComparison.Ordinal))).ToList();
        return TestRules.Judge("区間", (needs.Count > 0 ? $"needs: [ {string.Join(", ", needs)} ]\n" : "") + "when: |-\n  " + condition, Phase);
    }
}
