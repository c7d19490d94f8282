using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public class RuleLintTests
{
    [Fact]
    public void The_shipped_rules_leave_no_doubt() => Warnings(RuleFolder.Packaged()).ShouldBeEmpty();

    [Fact]
    public void A_parameter_that_only_a_text_reads_is_read() =>
        Codes("parameters:\n  猶予: { en: grace, type: number, value: 3 }\nmessage: { ja: '猶予は{猶予}', en: 'grace {grace}' }").ShouldBeEmpty();

    [Fact]
    public void A_let_that_only_another_unused_let_reads_is_unused()
    {
        Codes("let:\n  甲: { en: a, is: 1 + 1 }\n  乙: { en: b, is: 甲 + 1 }").ShouldBe(["DX171", "DX171"]);
        Codes("let:\n  甲: { en: a, is: 1 + 1 }\n  乙: { en: b, is: 甲 + 1 }\nwhen: 乙 > 1 and 状態 = \"未着手\"").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("levels:\n  - critical: 限度 > 20\n  - warning\nparameters:\n  限度: { en: limit, type: number, value: 10 }")]
    [InlineData("levels:\n  - critical: 種類 = \"一回\" and 限度 > 20\n  - warning\nparameters:\n  限度: { en: limit, type: number, value: 10 }")]
    [InlineData("levels:\n  - critical: 状態 = \"未着手\"\n  - warning: 種類 = \"一回\" and status = \"notStarted\"\n  - notice")]
    [InlineData("when: 1 > 2 and 状態 = \"未着手\"")]
    public void What_is_false_whatever_the_plan_says_is_never_reached(string keys) => Codes(keys).ShouldBe(["DX172"]);

    [Theory]
    [InlineData("levels:\n  - critical: 種類 = \"一回\"\n  - warning: 状態 = \"未着手\"")]
    [InlineData("levels:\n  - critical: 種類 = \"一回\" and 状態 = \"未着手\"\n  - warning: 種類 = \"一回\"")]
    [InlineData("levels:\n  - critical: 今年度 > 2030\n  - warning")]
    public void What_a_plan_or_the_day_decides_may_be_reached(string keys) => Codes(keys).ShouldBeEmpty();

    [Fact]
    public void Rules_that_ask_the_same_overlap_in_whichever_words_they_ask() =>
        Of(Rule("TST-01", "when: 状態 = \"未着手\" and 種類 = \"一回\""), Rule("TST-02", "let:\n  開始前: { en: before, is: status = \"notStarted\" }\nwhen: kind = \"once\" and 開始前"))
            .ShouldHaveSingleItem().Message.En.ShouldBe("Rules TST-02 and TST-01 overlap: each time one fires at one of its levels, the other fires as well.");

    [Fact]
    public void A_rule_that_asks_more_overlaps_unless_it_is_folded()
    {
        var wide = Rule("TST-01", "when: 状態 = \"未着手\"");
        const string Narrow = "where: 種類 = \"一回\"\nwhen: 状態 = \"未着手\"";

        Of(wide, Rule("TST-02", Narrow)).Select(d => d.Code).ShouldBe(["DX173"]);
        Of(wide, Rule("TST-02", Narrow + "\nfoldUnder: [TST-01]")).ShouldBeEmpty();
    }

    [Fact]
    public void Rules_on_other_kinds_of_subjects_or_with_other_figures_do_not_overlap()
    {
        Of(Rule("TST-01", "when: 状態 = \"未着手\""), Rule("TST-02", "subject: 取組\nwhen: 状態 = \"未着手\"")).ShouldBeEmpty();
        Of(Rule("TST-01", "when: 状態 = \"未着手\" and 今年度 > 2024"), Rule("TST-02", "when: 状態 = \"未着手\" and 今年度 > 2025")).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_is_the_same_in_both_languages_is_translated_unless_it_is_japanese()
    {
        Codes("title: { ja: DX, en: DX }").ShouldBeEmpty();
        Codes("title: { ja: 未着手, en: 未着手 }").ShouldBe(["DX174"]);
    }

    [Theory]
    [InlineData("needs: [終了日]\nwhen: 終了日 + duration(\"P6M\") < 基準日")]
    [InlineData("needs: [終了日]\nwhen: 基準日 >= 終了日 - duration(\"P6M\") - duration(\"P30D\")")]
    [InlineData("needs: [終了日]\nlet:\n  古い: { en: isOld, is: asOfDate > end + duration(\"P6M\") }\nwhen: 古い\nlevels:\n  - critical: 古い and 種類 = \"一回\"\n  - warning")]
    public void Months_are_counted_from_the_as_of_date(string keys) => Codes(keys).ShouldBe(["DX175"]);

    [Theory]
    [InlineData("needs: [終了日]\nwhen: 終了日 < 基準日 - duration(\"P6M\")")]
    [InlineData("needs: [終了日]\nwhen: 基準日 > 終了日 + duration(\"P30D\")")]
    [InlineData("needs: [終了日]\nlet:\n  期限: { en: due, is: 終了日 + duration(\"P6M\") }\nwhen: 基準日 > 期限")]
    public void Days_and_a_due_date_with_a_name_may_be_counted_from_either_side(string keys) => Codes(keys).ShouldBeEmpty();

    private static IEnumerable<string> Codes(string keys) => Of(Rule("TST-01", keys)).Select(d => d.Code);

    private static IReadOnlyList<Diagnostic> Of(params SourceText[] files) => Warnings(RuleFolder.Read("rules", files));

    private static IReadOnlyList<Diagnostic> Warnings(RuleFolder folder)
    {
        var (rules, diagnostics) = RuleSet.Bind(folder, PlanSchema.Instance, new ParameterValues());
        rules.ShouldNotBeNull(string.Join("\n", diagnostics.Select(d => d.Message.En)));
        return diagnostics;
    }

    /// <summary>A rule without mistakes, in which keys take the place of those of the same name.</summary>
    private static SourceText Rule(string id, string keys)
    {
        string[] usual =
        [
            "format: dxrule/1", $"id: {id}", "title: { ja: 未着手, en: Not started }", "subject: 区間", "category: schedule", "version: 1", "source: [計画書]",
            "needs: [状態]", "when: 状態 = \"未着手\"", "levels: [warning]", "message: { ja: 未着手です。, en: Not started. }", "clears: { ja: 着手すると解消します。, en: Starting it clears it. }",
        ];
        var given = keys.Split('\n').Where(line => !line.StartsWith(' ')).Select(line => line[..line.IndexOf(':')]).ToHashSet();
        return new SourceText($"{id}.yaml", string.Join('\n', usual.Where(line => !given.Contains(line[..line.IndexOf(':')])).Append(keys)) + "\n");
    }
}
