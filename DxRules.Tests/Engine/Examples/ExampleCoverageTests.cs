using DxRules.Engine.Evaluation;
using DxRules.Engine.Examples;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Examples;

public class ExampleCoverageTests
{
    private const string Rule = """
        format: dxrule/1
        id: TST-01
        title: { ja: 未着手, en: Not started }
        subject: 区間
        category: schedule
        version: 1
        source: [計画書]
        where: 種類 = "一回"
        needs: [状態, 終了日]
        when: 状態 = "未着手" and 基準日 > 終了日
        levels:
          - warning: 基準日 > 終了日 + duration("P1Y")
          - warning: 基準日 > 終了日 + duration("P1M")
          - notice
        message: { ja: 未着手です。, en: Not started. }
        clears: { ja: 着手すると解消します。, en: Starting it clears it. }
        examples:

        """;

    [Fact]
    public void Without_examples_everything_is_missing() =>
        Gaps(Rule.Replace("examples:\n", "")).ShouldBe(["警告（1段目）", "警告（2段目）", "注意", "指摘なし", "対象外", "状態が不明", "終了日が不明"]);

    [Fact]
    public void An_example_shows_the_level_that_fired_and_the_facts_that_were_missing()
    {
        Gaps(Rule + """
              - { name: 二月遅れ, asOf: 2025-06-01, given: { 状態: 未着手, 終了日: 2025-03-31 }, expect: warning }
              - { name: 状態が不明, asOf: 2025-06-01, given: { 終了日: 2025-03-31 }, expect: undetermined }
              - { name: 完了, asOf: 2025-06-01, given: { 終了日: 2025-03-31, 状態: 完了 }, expect: quiet }
            """).ShouldBe(["警告（1段目）", "注意", "対象外", "終了日が不明"]);
    }

    [Fact]
    public void An_example_that_comes_out_otherwise_shows_nothing() =>
        Gaps(Rule + "  - { name: 誤り, asOf: 2025-06-01, given: { 状態: 未着手, 終了日: 2025-03-31 }, expect: notice }\n").ShouldContain("警告（2段目）");

    [Fact]
    public void A_measure_is_shown_missing_by_a_fact_it_is_computed_from()
    {
        const string OfSeries = """
            format: dxrule/1
            id: TST-02
            title: { ja: 遅れ, en: Behind }
            subject: 系列
            category: kpi
            version: 1
            source: [計画書]
            needs: [ペース]
            when: ペース < 0.6
            levels: [warning]
            message: { ja: 遅れています。, en: It is behind. }
            clears: { ja: 追いつくと解消します。, en: Catching up clears it. }
            examples:
              - { name: 実績なし, asOf: 2025-05-31, given: { 指標: { 方向: 増加, 集計方法: 年間 }, 現況値: { 値: 16, 年度: 2021 }, 目標: { 値: 25, 年度: 2026 } }, expect: undetermined }

            """;

        Gaps(OfSeries).ShouldBe(["警告", "指摘なし"]);
    }

    [Fact]
    public void A_list_gathered_from_above_is_shown_missing_by_the_list_above()
    {
        const string OfPlan = """
            format: dxrule/1
            id: TST-03
            title: { ja: 系列なし, en: No series }
            subject: 計画
            category: kpi
            version: 1
            source: [計画書]
            needs: [系列]
            when: count(系列) = 0
            levels: [warning]
            message: { ja: 系列がありません。, en: There is no series. }
            clears: { ja: 入力すると解消します。, en: Entering one clears it. }
            examples:
              - { name: 一覧なし, asOf: 2025-05-31, given: {}, expect: undetermined, missing: [指標] }

            """;

        Gaps(OfPlan).ShouldBe(["警告", "指摘なし"]);
    }

    [Fact]
    public void A_rule_that_always_fires_needs_no_silence() =>
        Gaps(Rule.Replace("where: 種類 = \"一回\"\n", "").Replace("needs: [状態, 終了日]\n", "").Replace("when: 状態 = \"未着手\" and 基準日 > 終了日\n", "")
            .Replace("  - warning: 基準日 > 終了日 + duration(\"P1Y\")\n  - warning: 基準日 > 終了日 + duration(\"P1M\")\n", "").Replace("examples:\n", "")).ShouldBe(["注意"]);

    private static IEnumerable<string> Gaps(string rule)
    {
        var folder = RuleFolder.Read("rules", [new SourceText("TST-01.yaml", rule.ReplaceLineEndings("\n"))]);
        var (rules, diagnostics) = RuleSet.Bind(folder, PlanSchema.Instance, new ParameterValues());
        rules.ShouldNotBeNull(string.Join("\n", diagnostics.Select(d => d.Message.En)));
        var coverage = ExampleCoverage.Of(rules.Rules, ExampleRunner.Run(new CompiledRuleSet(rules))).Single();
        coverage.IsComplete.ShouldBe(coverage.Covered == coverage.Items.Count);
        return coverage.Items.Where(item => !item.IsCovered).Select(item => item.Name.Ja);
    }
}
