using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Evaluation;

namespace DxRules.Tests.Engine.Feel.Compilation;

/// <summary>
/// Every form of expression compiles, null-free and three-valued, wherever the null-free form must leave in the middle of it;
/// <see cref="TestRules.Judge(DxRules.Engine.Evaluation.CompiledRule, object, DateOnly?, DxRules.Engine.Evaluation.AlertBelow[])"/> asks both.
/// </summary>
public class CompiledFormsTests
{
    // 終了日 is unknown; 件数 is unknown in one record of three.
    private static readonly TestPhase Phase = new() { Id = "p1", Start = new DateOnly(2024, 4, 1), Records = [new(2023, 5), new(2024), new(2025, 1)] };

    private static readonly TestPlan Whole = new() { Id = "plan", Policies = [new TestPolicy { Id = "pol1", Initiatives = [new TestInitiative { Id = "i1", Phases = [Phase] }] }] };

    [Theory]
    [InlineData("1 + 2 * 年度(終了日) - 3 > 4")]
    [InlineData("abs(floor(年度(終了日) / 2)) > 1 + 1")]
    [InlineData("年度(if 終了日 > 基準日 then 終了日 else 基準日) > 3")]
    [InlineData("基準日 > 終了日 + (if 1 = 1 then duration(\"P1M\") else duration(\"P2M\"))")]
    [InlineData("2 * -(年度(終了日)) between 1 + 年度(終了日) and 2")]
    [InlineData("count(計画.取組[年度(終了日) > 3]) + 1 > 0")]
    [InlineData("1 + sum(for i in 1..3 return i * 年度(終了日)) > 0")]
    [InlineData("1 + max(for i in 年度列(2023, 年度(終了日)) return i) > 0")]
    [InlineData("string(年度(終了日)) = \"2024\"")]
    [InlineData("contains(題名 + string(終了日), \"2\")")]
    [InlineData("list contains(年度列(2023, 2025), 年度(終了日))")]
    [InlineData("list contains([年度(終了日), 3], 1 + 1)")]
    [InlineData("年度(終了日) in (1, 2, < 3, [4..5])")]
    [InlineData("some i in 1..3, j in [i, 年度(終了日)] satisfies i + j > 99999")]
    [InlineData("count(if 終了日 > 基準日 then 年度列(2023, 2025) else [1, 2]) = 3")]
    [InlineData("count(for i in 1..2, j in 年度列(i, 年度(終了日)) return j) > 1")]
    [InlineData("割合以上(for i in 1..3 return 年度(終了日) > i, 1 / 2)")]
    [InlineData("割合以上(for i in 1..3 return i > 1, 年度(終了日) / 9999)")]
    [InlineData("割合(for i in 1..3 return 年度(終了日) > i) > 0.5")]
    [InlineData("終了日.year + 終了日.month + 終了日.day > 3")]
    [InlineData("(基準日 - 終了日).days > 3 and (終了日 - 開始日) * 2 / duration(\"P1D\") > 2")]
    [InlineData("年度(終了日) ** 2 > 3")]
    [InlineData("min(終了日, 基準日) < 基準日")]
    public void A_form_with_something_unknown_inside_is_undetermined(string condition) => Judge(condition).ShouldStartWith("判定不能 [");

    [Theory]
    [InlineData("count(if 種類 = \"一回\" then 年度列(2023, 2025) else [1, 2]) = 3")]
    [InlineData("count(if 種類 = \"継続\" then 記録.年度 else [1, 2]) = 2")]
    [InlineData("some l in (for i in 1..3 return 年度列(i, 3)) satisfies count(l) = 1")]
    [InlineData("list contains(年度列(2023, 2025), 2025) and not(2026 in 年度列(2023, 2025))")]
    [InlineData("sum(年度列(1, 4)) = 10 and min(3, 1, 2) = 1 and max([3, 1]) = 3 and mean(1, 2) = 1.5")]
    [InlineData("sum(for i in 4..1 return i) = 10 and count(for i in 4..1 return i) = 4")]
    [InlineData("count(for i in 1..3, j in i..3 return i * j) = 6")]
    [InlineData("2 ** 10 = 1024 and 1234567 ** 3 = 1881672302290562263 and 2 ** -1 = 0.5")]
    [InlineData("decimal(2.5, 0) = 2 and ceiling(1.1) = 2 and floor(-1.1) = -2 and string length(\"𠮷野\") = 2")]
    [InlineData("date(\"2024-02-29\") + duration(\"P1Y\") = date(\"2025-02-28\") and date(\"2025-03-31\") - duration(\"P1M\") = date(\"2025-02-28\")")]
    [InlineData("duration(\"P1Y\") = duration(\"P12M\") and duration(\"P1Y\").months = 0 and duration(\"P14M\").years = 1")]
    [InlineData("-(duration(\"P1M\")) < duration(\"P0M\") and duration(\"P2D\") * 2 = duration(\"P4D\")")]
    [InlineData("\"あ\" < \"い\" and \"a\" + \"b\" = \"ab\" and starts with(\"ab\", \"a\") and ends with(\"ab\", \"b\")")]
    [InlineData("min(記録.年度) = 2023 and max(記録[item.年度 < 2025].年度) = 2024")]
    [InlineData("種類 in (\"一回\", \"継続\") and 種類 in [\"once\"] and not(種類 in (\"継続\"))")]
    [InlineData("string(1.50) = \"1.5\" and string(基準日) = \"2025-05-31\" and string(true) = \"true\"")]
    [InlineData("if 種類 = \"継続\" then 1 = 2 else if 題名 = \"あ\" then 1 = 2 else 1 = 1")]
    [InlineData("5 in (> 4) and 5 in (< 4, >= 5) and 5 in ((4..5]) and not(5 in [4..5))")]
    public void A_form_of_known_values_is_decided(string condition) => Judge(condition).ShouldBe("warning");

    [Fact]
    public void A_text_with_a_long_chain_of_choices_is_written_at_once()
    {
        var choices = string.Concat(Enumerable.Range(1, 60).Select(i => $"if 今年度 = {i} then \\\"{i}\\\" else "));

        TestRules.Check(Plan, TestRules.File("TST-01", "計画", $"message: {{ ja: \"{{{choices} 終了日}}\", en: text }}")).Alerts.Single().Message.Ja.ShouldBe("不明");
    }

    [Fact]
    public void The_highest_expression_in_the_deepest_let_still_compiles()
    {
        var height = string.Concat(Enumerable.Repeat("not(", 90));
        var end = new string(')', 90);
        var lets = string.Join("\n", Enumerable.Range(1, 4).Select(i => $"  段{i}: {height}段{i - 1}{end}"));

        TestRules.Judge("計画", $"let:\n  段0: 1 = 1\n{lets}\nwhen: 段4", Plan).ShouldBe("warning");
    }

    [Fact]
    public void A_member_cannot_lack_its_value_in_two_ways()
    {
        var schema = new SchemaBuilder();
        schema.Subject<TestPlan>("計画", "plan", new LocalizedText("計画", "a plan")).Link("予算", "budget", "budget", _ => DxRules.Engine.Feel.Values.Maybe<decimal?>.Known(null));

        Should.Throw<ArgumentException>(() => schema.Build(_ => new SubjectIdentity("", "", [])));
    }

    private static TestPlan Plan => new() { Id = "plan" };

    private static string Judge(string condition)
    {
        Whole.Initiatives.ShouldHaveSingleItem();
        var needs = new[] { "終了日", "開始日", "記録" }.Where(name => condition.Contains(name, StringComparison.Ordinal)).ToList();
        return TestRules.Judge("区間", (needs.Count > 0 ? $"needs: [ {string.Join(", ", needs)} ]\n" : "") + "when: |-\n  " + condition, Phase);
    }
}
