using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Evaluation;

namespace DxRules.Tests.Engine.Alerts;

/// <summary>What people read of an alert: sentences, evidence, order. Nothing here needs a guard.</summary>
public class AlertTextsTests
{
    [Theory]
    [InlineData("{題名}", "題名p1", "題名p1")]
    [InlineData("{状態}", "不明", "unknown")]
    [InlineData("{終了日}まで", "不明まで", "unknownまで")]
    [InlineData("{完了日}", "なし", "none")]
    [InlineData("{前段.題名}", "なし", "none")]
    [InlineData("{1 / (1 - 1)}", "なし", "none")]
    [InlineData("{取組.進捗}", "60%", "60%")]
    [InlineData("{for r in 記録 return 取組.進捗}", "60%、60%", "60%, 60%")]
    [InlineData("{max(for r in 記録 return 取組.進捗)}", "60%", "60%")]
    [InlineData("{取組.状態}", "実施中", "inProgress")]
    [InlineData("{開始日}", "2024-04-01", "2024-04-01")]
    [InlineData("{(基準日 - 開始日)}", "425日", "425 days")]
    [InlineData("{12345.678}", "12,345.68", "12,345.68")]
    [InlineData("{計画.予算}", "1,200千円", "1,200 千円")]
    [InlineData("{種類 = \"一回\"}", "はい", "yes")]
    [InlineData("{for r in 記録 return r.年度}", "2023、2024", "2023, 2024")]
    [InlineData("{count(記録)}件", "2件", "2件")]
    [InlineData("{count(記録[item.件数 > 3])}件", "1以上件", "at least 1件")]
    [InlineData("{count(前段.記録)}件", "なし件", "none件")]
    [InlineData("{count(施策.改善策)}件", "不明件", "unknown件")]
    [InlineData("{記録[item.件数 > 3].年度}", "2023", "2023")]
    [InlineData("{if 状態 = \"完了\" then \"済\" else \"未\"}", "未", "未")]
    [InlineData("{if 種類 = \"一回\" then 開始日 else \"毎年\"}", "2024-04-01", "2024-04-01")]
    [InlineData("{9999999999999999999999999999 * 9999999999999999999999999999}", "不明", "unknown")]
    [InlineData("{string(取組.進捗)}", "60%", "60%")]
    [InlineData("{{括弧}}", "{括弧}", "{括弧}")]
    public void Texts_show_what_is_known_and_say_what_is_not(string template, string ja, string en)
    {
        var quoted = template.Replace("\"", "\\\"", StringComparison.Ordinal);

        var alert = Check($"message: {{ ja: \"{quoted}\", en: \"{quoted}\" }}");

        alert.Message.ShouldBe(new LocalizedText(ja, en));
    }

    [Fact]
    public void A_level_may_speak_for_itself()
    {
        var alert = Check("levels:\n  - critical: 1 = 2\n  - warning:\n    message: { ja: 自分の文, en: its own }\nmessage: { ja: 共通の文, en: shared }");

        (alert.Severity, alert.Message.Ja, alert.Clears!.Ja).ShouldBe((Severity.Warning, "自分の文", "解消"));
    }

    [Fact]
    public void Evidence_is_what_the_conditions_read_once_and_in_the_order_of_reading()
    {
        var alert = Check("""
            parameters:
              限度: { en: limit, type: number, value: 3, min: 0, max: 9, help: { ja: 数, en: number } }
            where: 種類 = "一回"
            needs: [終了日, 記録, 記録.件数]
            let:
              多い記録: { en: bigRecords, is: '記録[item.件数 > 限度]' }
              遅れ: { en: late, is: (基準日 - 開始日).days, unit: 日 }
            when: 開始日 != null and 遅れ > 0 and 開始日 < 基準日
            levels:
              - critical: 基準日 > 終了日
              - warning: some r in 多い記録 satisfies r.年度 = 2023
            """);

        alert.Evidence.Select(e => (e.Name.Ja, e.Name.En, e.Text.Ja)).ShouldBe(
        [
            ("開始日", "start", "2024-04-01"), ("基準日", "asOfDate", "2025-05-31"), ("遅れ", "late", "425日"),
            ("記録", "records", "2件"), ("限度", "limit", "3"), ("多い記録", "bigRecords", "1件以上"),
        ]);
        alert.Unknown.Select(f => f.Ja).ShouldBe(["終了日"]);
    }

    [Fact]
    public void Evidence_that_the_rule_lists_comes_first()
    {
        var alert = Check("evidence: [ 取組.進捗, 開始日 ]\nwhen: 基準日 > date(\"2020-01-01\") and 開始日 != null and 開始日 < 基準日");

        alert.Evidence.Select(e => (e.Name.Ja, e.Value)).ShouldBe([("取組.進捗", 0.6m), ("開始日", new DateOnly(2024, 4, 1)), ("基準日", (object)new DateOnly(2025, 5, 31))]);
    }

    [Fact]
    public void A_measure_is_shown_with_its_formula()
    {
        var series = new TestSeries { Id = "s1", Baseline = new(10, 2020), Actuals = [new(2024, 8)] };
        var plan = new TestPlan { Id = "plan", Kpis = [new TestKpi { Id = "k1", HigherIsBetter = true, Unit = "件", Series = [series] }] };

        var evidence = TestRules.Check(plan, TestRules.File("TST-01", "系列", "needs: [ 現況値からの改善, 最新実績.値 ]\nwhen: 現況値からの改善 < 0 and 最新実績.値 > 0")).Alerts.Single().Evidence;

        (evidence[0].Value, evidence[0].Formula!.Ja).ShouldBe((-2m, "最新実績 − 現況値"));
        (evidence[1].Name.Ja, evidence[1].Value, evidence[1].Unit, evidence[1].Text.Ja).ShouldBe(("最新実績.値", 8m, "件", "8件"));
    }

    [Fact]
    public void Evidence_of_a_share_tells_how_many_are_unknown()
    {
        var phase = new TestPhase { Id = "p", Records = [new(2023, 5), new(2024), new(2025, 1), new(2026, 6), new(2027, 7)] };
        var plan = new TestPlan { Id = "plan", Policies = [new() { Id = "a", Initiatives = [new() { Id = "i", Phases = [phase] }] }] };

        var alert = TestRules.Check(plan, TestRules.File("TST-01", "区間", "needs: [ 記録, 記録.件数 ]\nlet: { 多い: \"for r in 記録 return r.件数 > 3\" }\nwhen: 割合以上(多い, 0.5)")).Alerts.Single();

        alert.Evidence.Select(e => (e.Name.Ja, e.Text)).ShouldContain(("多い", new LocalizedText("5件のうち3件（不明1件）", "3 of 5 (1 unknown)")));
    }

    [Fact]
    public void Evidence_of_alerts_below_counts_those_that_are_certain()
    {
        var plan = Plan();
        var below = TestRules.File("TST-01", "区間", "needs: [ 終了日 ]\nlevels:\n  - warning: 終了日 < 基準日");
        var certain = TestRules.File("TST-02", "区間", "");

        var alert = TestRules.Check(plan, below, certain, TestRules.File("TST-03", "取組", "when: some a in 指摘 satisfies a.重大度 = \"警告\"\nmessage: { ja: '{count(指摘)}件', en: '{count(alerts)}' }"))
            .Alerts.Single(a => a.Rule == "TST-03");

        alert.Message.ShouldBe(new LocalizedText("1以上件", "at least 1"));
        alert.Evidence.ShouldHaveSingleItem().Text.ShouldBe(new LocalizedText("1件以上", "at least 1 item"));
    }

    [Fact]
    public void Texts_may_speak_of_alerts_below_that_no_condition_reads() =>
        TestRules.Check(Plan(), TestRules.File("TST-01", "区間", ""), TestRules.File("TST-02", "取組", "message: { ja: '{count(指摘)}件', en: '{count(alerts)}' }"))
            .Alerts.Single(a => a.Rule == "TST-02").Message.Ja.ShouldBe("1件");

    [Fact]
    public void The_gravest_alert_comes_first_then_by_rule_and_subject()
    {
        var plan = new TestPlan { Id = "plan", Policies = [new TestPolicy { Id = "b" }, new TestPolicy { Id = "a" }] };

        TestRules.Check(plan, TestRules.File("TST-02", "施策", ""), TestRules.File("TST-01", "施策", ""), TestRules.File("TST-03", "計画", "levels: [ critical ]")).Alerts
            .Select(a => a.Key).ShouldBe(["TST-03/plan", "TST-01/a", "TST-01/b", "TST-02/a", "TST-02/b"]);
    }

    [Fact]
    public void A_key_depends_on_rule_and_subject_alone()
    {
        var before = Check("message: { ja: 前, en: before }");
        var after = Check("levels: [ critical ]\nmessage: { ja: 後, en: after }", new DateOnly(2020, 1, 1));

        (after.Key, before.Key).ShouldBe(("TST-01/p1", "TST-01/p1"));
    }

    [Fact]
    public void What_is_undetermined_names_the_facts_in_the_order_of_the_dictionary()
    {
        var result = TestRules.Check(Plan(), TestRules.File("TST-01", "区間", "needs: [ 終了日, 状態 ]\nwhen: 終了日 < 基準日 and 状態 = \"完了\"")).Undetermined.Single();

        result.Missing.Select(m => m.Ja).ShouldBe(["状態", "終了日"]);
        result.Reason.ShouldBe(new LocalizedText("状態、終了日が分からないため、判定できません。", "It cannot be judged: status, end unknown."));
    }

    private static Alert Check(string body, DateOnly? start = null) =>
        TestRules.Check(Plan(start), TestRules.File("TST-01", "区間", body)).Alerts.Single();

    private static TestPlan Plan(DateOnly? start = null) => new()
    {
        Id = "plan",
        Budget = 1200,
        Policies =
        [
            new TestPolicy
            {
                Id = "pol1",
                Actions = null,
                Initiatives =
                [
                    new TestInitiative
                    {
                        Id = "i1",
                        Status = TestStatus.InProgress,
                        Progress = 0.6m,
                        Phases = [new TestPhase { Id = "p1", Start = start ?? new DateOnly(2024, 4, 1), Records = [new(2023, 5), new(2024)] }],
                    },
                ],
            },
        ],
    };
}
