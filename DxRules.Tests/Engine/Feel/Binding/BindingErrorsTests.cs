using System.Text;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Evaluation;

namespace DxRules.Tests.Engine.Feel.Binding;

/// <summary>What is said of names, types, words and guards that are wrong, word for word, in both languages.</summary>
public class BindingErrorsTests
{
    private static readonly (string What, string Body)[] Mistakes =
    [
        ("an unknown name", "when: 始業日 > 基準日"),
        ("a misspelt name", "when: 基準目 > 開始日 and 開始日 != null"),
        ("an unknown member", "when: 取組.状況 = 1"),
        ("a member of a value", "when: 題名.長さ > 1"),
        ("a wrong word of an enum", "when: 種類 = \"終了\""),
        ("a misspelt word of an enum", "needs: [状態]\nwhen: 状態 in (\"完了\", \"実施申\")"),
        ("an enum compared with a text", "when: 種類 = 題名"),
        ("a number compared with a text", "when: 今年度 = \"2024\""),
        ("an order among words", "when: some a in 指摘 satisfies a.重大度 >= \"警告\""),
        ("days compared with months", "needs: [終了日]\nwhen: 基準日 - 終了日 > duration(\"P3M\")"),
        ("an operator that does not take its operands", "when: 基準日 + 1 > 基準日"),
        ("a condition that is no condition", "when: 今年度 + 1"),
        ("a choice of two types", "when: (if 種類 = \"一回\" then 1 else 基準日) = 1"),
        ("an unguarded fact", "when: 終了日 > 基準日"),
        ("an unguarded fact of another subject", "when: some p in 計画.取組 satisfies p.進捗 > 0.5"),
        ("an unguarded event", "when: 完了日 > 基準日"),
        ("a null test of a need", "needs: [終了日]\nwhen: 終了日 = null or 終了日 > 基準日"),
        ("a null test of what is always there", "when: 題名 != null"),
        ("a null test of a calculation", "when: count(計画.取組) = null"),
        ("a null test of a fact that guards nothing", "when: 終了日 = null"),
        ("null elsewhere", "when: 種類 in (null, \"一回\")"),
        ("a name that is the item's and the rule's", "when: count(取組.区間[種類 = \"一回\"]) > 0\nneeds: [取組.区間]"),
        ("a name that is the item's and a variable", "needs: [取組.区間]\nwhen: some 題名 in [\"あ\"] satisfies count(計画.取組[題名 = \"あ\"]) > 0"),
        ("an unknown function", "when: cout(計画.取組) > 0"),
        ("a function of the language with wrong arguments", "when: count(計画.取組, 計画.取組) > 0"),
        ("a function of the field with too many arguments", "when: 年度(基準日, 基準日) > 2024"),
        ("a function with an argument of another type", "when: 年度(今年度) > 2024"),
        ("a list expected", "when: count(今年度) > 0"),
        ("a single value where a list is meant", "when: sum(今年度) > 0"),
        ("an empty list", "when: 今年度 in []"),
        ("a list of two types", "when: count([1, \"二\"]) > 0"),
        ("an index", "when: 計画.取組[1].題名 = \"あ\""),
        ("an index that is calculated", "needs: [記録]\nwhen: some n in 記録[count(計画.取組)].年度 satisfies n > 2020"),
        ("a filter that is no condition", "needs: [記録]\nwhen: count(記録[基準日]) > 0"),
        ("a list of lists", "needs: [取組.区間]\nwhen: count(計画.取組.区間) > 0"),
        ("a range to a count", "when: some i in 1..count(計画.取組) satisfies i > 3"),
        ("a range to a count by way of a let", "let:\n  件数: count(計画.取組)\nwhen: some i in 1..件数 satisfies i > 3"),
        ("a duration that is none", "when: 基準日 - duration(\"3か月\") > 基準日"),
        ("a date that does not exist", "when: 基準日 > date(\"2025-02-30\")"),
        ("a let that reads itself", "let:\n  甲: 乙 + 1\n  乙: 甲 + 1\nwhen: 甲 > 1"),
        ("a let named like a member", "let:\n  状態: 今年度\nwhen: 1 = 1"),
        ("a let named like a function", "let:\n  count: 今年度\nwhen: 1 = 1"),
        ("a let named like the subject", "let:\n  区間: 今年度\nwhen: 1 = 1"),
        ("a mistake in a let, told once", "let:\n  甲: 終わり日 > 基準日\nwhen: 甲 or 甲\nmessage: { ja: '{甲}', en: '{甲}' }"),
        ("named arguments", "when: |-\n  年度(date: 基準日) > 2024"),
        ("something only expressions outside rules can do", "when: (function(x) x + 1)(1) > 1"),
        ("a need that is no path", "needs: [終了日 + 1]\nwhen: 1 = 1"),
        ("a need that is no member", "needs: [締切日]\nwhen: 1 = 1"),
        ("a need that is always there", "needs: [題名]\nwhen: 題名 = \"あ\""),
        ("a need that is an event", "needs: [完了日]\nwhen: 完了日 > 基準日"),
        ("a need that is never read", "needs: [終了日, 状態]\nwhen: 終了日 > 基準日"),
        ("every of a list that may be empty", "when: every p in 計画.取組 satisfies p.題名 = \"あ\""),
        ("a mistake in a message", "message: { ja: '{題目}です', en: '{title} is {colour}' }"),
        ("a cause looked for at no subject", "foldUnder: [ { rule: TST-01, at: 題名 } ]"),
        ("an object in a message", "message: { ja: '{取組}の{計画.取組}', en: text }"),
        ("a unit that shows its own let", "let:\n  甲: { is: 今年度, unit: '{乙}' }\n  乙: { is: 今年度, unit: '{甲}' }\nmessage: { ja: '{甲}', en: '{甲}' }"),
        ("a finding of something that is never unknown", "missingIsFinding: [完了日]\nwhen: 完了日 = null"),
        ("several mistakes at once", "where: 始業日 > 1\nwhen: 完了日 > 基準日\nlevels:\n  - critical: 種類 = \"終了\"\n  - warning: 基準日 + 1 > 基準日"),
    ];

    [Fact]
    public void Every_mistake_is_told_with_its_place_and_what_to_do()
    {
        var printed = new StringBuilder();
        foreach (var (what, body) in Mistakes)
        {
            var (rules, diagnostics) = TestRules.Bind(TestRules.File("TST-01", "区間", body), TestRules.File("TST-02", "計画", ""));
            rules.ShouldBeNull(what);
            printed.Append($"# {what}\n");
            foreach (var diagnostic in diagnostics)
                printed.Append(DiagnosticPrinter.Print(diagnostic, Language.Japanese)).Append('\n').Append(DiagnosticPrinter.Print(diagnostic, Language.English)).Append('\n');
            printed.Append('\n');
        }

        Golden.ShouldMatch(printed.ToString(), "BindingErrorsTests.golden.txt");
    }

    [Fact]
    public void Lets_that_use_each_other_without_end_are_refused()
    {
        var doubled = string.Join("\n", Enumerable.Range(1, 10).Select(i => $"  段{i}: 段{i - 1} + 段{i - 1} + 段{i - 1}"));
        var chained = string.Join("\n", Enumerable.Range(1, 40).Select(i => $"  段{i}: 段{i - 1}"));

        Codes($"let:\n  段0: 今年度\n{doubled}\nwhen: 段10 > 1").ShouldContain("DX251");
        Codes($"let:\n  段0: 今年度\n{chained}\nwhen: 段40 > 1").ShouldContain("DX251");

        static IEnumerable<string> Codes(string body) => TestRules.Bind(TestRules.File("TST-01", "区間", body)).Diagnostics.Select(d => d.Code);
    }

    [Fact]
    public void Words_of_an_enum_may_stand_in_a_list_or_a_parameter()
    {
        const string Body = """
            parameters:
              除く種類: { en: leftOut, type: enum, value: 継続, values: [ 一回, 継続 ], help: { ja: 除く, en: left out } }
            when: 種類 != 除く種類 and 種類 in ["一回", "once"] and list contains(["recurring", "一回"], 種類)
            """;

        TestRules.Judge("区間", Body, new TestPhase { Id = "p1" }).ShouldBe("warning");
        TestRules.Judge("区間", Body, new TestPhase { Id = "p1", Kind = TestPhaseKind.Recurring }).ShouldBe("quiet");
    }
}
