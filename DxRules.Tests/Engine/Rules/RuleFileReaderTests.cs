using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public class RuleFileReaderTests
{
    private const string Rule = """
        format: dxrule/1
        id: SCH-02
        title:
          ja: 完了遅れ
          en: Phase not completed on time
        subject: 区間                      # each subject gives at most one alert a rule
        category: schedule
        version: 3
        source:
          - 山形市スマートシティ推進基本計画 第3章第3項
        parameters:
          重大とする遅れ:
            en: criticalDelay
            type: months
            value: P12M
            min: P1M
            max: P5Y
            help: { ja: この期間を超えた遅れは重大とする, en: a delay beyond this is critical }
        uses: [年度内の期限]
        effective: { from: 2026-04-01 }
        where: 種類 != "継続" and
          not(取組.状態 in ("休止", "中止"))
        needs: [状態, 終了日, 目標.値]
        missingIsFinding: [実績.値]
        let:
          遅れ日数: { en: daysLate, is: (基準日 - 終了日).days, unit: { ja: 日, en: days } }
          遅れ: 基準日 > 終了日
        when: 状態 in ("未着手", "実施中") and 遅れ
        levels:
          - critical: 基準日 > 終了日 + 重大とする遅れ
            message:
              ja: 「{題名}」は大きく遅れています。
              en: Phase "{title}" is very late.
          - warning
        message:
          ja: 「{題名}」は{終了日}までの予定です（{遅れ日数}超過）。
          en: Phase "{title}" was due by {end} ({daysLate} late).
        clears: { ja: 完了日を入力すると解消します。, en: Entering the completion date clears it. }
        evidence: [終了日]
        foldUnder: [KPI-03, { rule: SCH-01, at: 前段 }]
        examples:
          - name: 期限の翌日に未完了なら警告
            asOf: 2025-04-01
            given: { 終了日: 2025-03-31, 状態: 実施中, 取組: { 状態: null } }
            expect: warning
            unknown: [現況値]
          - { name: 状態が分からなければ判定不能, asOf: 2025-04-01, given: {}, expect: undetermined, missing: [状態, 終了日] }
        """;

    [Fact]
    public void All_parts_of_a_rule_are_read()
    {
        var rule = Read(Rule, "DX133", "DX133", "DX135");

        rule.Id.Value.ShouldBe("SCH-02");
        rule.Title.Ja.Constant.ShouldBe("完了遅れ");
        rule.Title.In(Language.English).Constant.ShouldBe("Phase not completed on time");
        (rule.Subject.Value, rule.Category.Value, rule.Version.Value).ShouldBe(("区間", "schedule", 3));
        rule.Sources.ShouldHaveSingleItem().Value.ShouldStartWith("山形市");
        rule.Effective.ShouldBe(new EffectivePeriod(new DateOnly(2026, 4, 1), null));
        rule.Where!.Text.ShouldBe("種類 != \"継続\" and not(取組.状態 in (\"休止\", \"中止\"))");
        rule.Needs.Select(need => need.Text).ShouldBe(["状態", "終了日", "目標.値"]);
        rule.MissingIsFinding.ShouldHaveSingleItem().Text.ShouldBe("実績.値");
        rule.Uses.ShouldHaveSingleItem().Value.ShouldBe("年度内の期限");
        rule.Evidence.ShouldHaveSingleItem().Text.ShouldBe("終了日");
        rule.Clears!.En.Constant.ShouldBe("Entering the completion date clears it.");
        rule.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void A_parameter_carries_its_type_value_and_bounds()
    {
        var parameter = Read(Rule, "DX133", "DX133", "DX135").Parameters.ShouldHaveSingleItem();

        (parameter.Name.Value, parameter.En.Value, parameter.Type).ShouldBe(("重大とする遅れ", "criticalDelay", ParameterType.Months));
        parameter.Value!.Value.ShouldBe(new MonthsDuration(12));
        parameter.Min.ShouldBe(new MonthsDuration(1));
        parameter.Max.ShouldBe(new MonthsDuration(60));
        parameter.Help!.Ja.ShouldBe("この期間を超えた遅れは重大とする");
    }

    [Fact]
    public void A_let_is_an_expression_or_carries_its_English_name_and_unit()
    {
        var lets = Read(Rule, "DX133", "DX133", "DX135").Lets;

        (lets[0].Name.Value, lets[0].En!.Value, lets[0].Is!.Text, lets[0].Unit!.En.Constant).ShouldBe(("遅れ日数", "daysLate", "(基準日 - 終了日).days", "days"));
        (lets[1].Name.Value, lets[1].En, lets[1].Is!.Text, lets[1].Unit).ShouldBe(("遅れ", null, "基準日 > 終了日", null));
    }

    [Fact]
    public void A_level_has_a_severity_and_may_have_a_condition_and_texts_of_its_own()
    {
        var levels = Read(Rule, "DX133", "DX133", "DX135").Levels;

        levels.Select(level => level.Severity.Value).ShouldBe([Severity.Critical, Severity.Warning]);
        levels[0].When!.Text.ShouldBe("基準日 > 終了日 + 重大とする遅れ");
        levels[0].Message!.Ja.Parts.OfType<ExpressionPart>().ShouldHaveSingleItem().Expression.Text.ShouldBe("題名");
        levels[1].ShouldSatisfyAllConditions(level => level.When.ShouldBeNull(), level => level.Message.ShouldBeNull());
    }

    [Fact]
    public void A_cause_is_looked_for_above_or_where_a_link_leads()
    {
        var causes = Read(Rule, "DX133", "DX133", "DX135").FoldUnder;

        causes.Select(cause => (cause.Rule.Value, cause.At?.Text)).ShouldBe([("KPI-03", null), ("SCH-01", "前段")]);
    }

    [Fact]
    public void An_example_keeps_what_it_gives_as_a_tree_with_places()
    {
        var examples = Read(Rule, "DX133", "DX133", "DX135").Examples;

        examples.Select(example => example.Expect.Value).ShouldBe([Expectation.Warning, Expectation.Undetermined]);
        examples[0].AsOf.Value.ShouldBe(new DateOnly(2025, 4, 1));
        examples[0].Unknown!.Select(fact => fact.Value).ShouldBe(["現況値"]);
        examples[1].Missing!.Select(fact => fact.Value).ShouldBe(["状態", "終了日"]);
        var end = examples[0].Given!["終了日"].ShouldBeOfType<YamlScalar>();
        Rule.Substring(end.Span.Start, end.Span.Length).ShouldBe("2025-03-31");
        examples[0].Given!["取組"].ShouldBeOfType<YamlMapping>()["状態"].ShouldBeOfType<YamlScalar>().IsNull.ShouldBeTrue();
    }

    [Fact]
    public void An_expression_over_two_lines_points_into_the_second()
    {
        var where = Read(Rule, "DX133", "DX133", "DX135").Where!;

        var span = where.InSource(new TextSpan(where.Text.IndexOf("取組", StringComparison.Ordinal), 2));

        Rule.Substring(span.Start, span.Length).ShouldBe("取組");
    }

    [Fact]
    public void The_hash_does_not_depend_on_line_ends()
    {
        var unix = Read(Rule, "DX133", "DX133", "DX135");
        var windows = Read(Rule.ReplaceLineEndings("\r\n"), "DX133", "DX133", "DX135");
        var other = Read(Rule.Replace("P12M", "P11M"), "DX133", "DX133", "DX135");

        windows.Hash.ShouldBe(unix.Hash);
        other.Hash.ShouldNotBe(unix.Hash);
    }

    private static RuleFile Read(string yaml, params string[] codes)
    {
        var folder = RuleFolder.Read("rules", [new SourceText("rules/schedule/SCH-02-late.yaml", yaml)]);
        folder.Diagnostics.Select(d => d.Code).ShouldBe(codes, ignoreOrder: true, string.Join("\n", folder.Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English))));
        return folder.Rules.ShouldHaveSingleItem();
    }
}
