using System.Diagnostics;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Evaluation;

namespace DxRules.Tests.Engine.Rules;

/// <summary>Rule files that mean harm, or look like it: each is refused with a plain word, quickly, and on the small stack of a worker thread.</summary>
public sealed class HostileRuleFilesTests
{
    public static TheoryData<string, string, string> Refused() => new()
    {
        { "nested parentheses", "DX211", When(new string('(', 10_000) + "題名 = \"a\"" + new string(')', 10_000)) },
        { "an expression of ten megabytes", "DX103", When(Repeat("題名 = \"a\"", " or ", 700_000)) },
        { "a file of one megabyte", "DX103", When("題名 = \"a\"") + "# " + new string('x', 1024 * 1024) + "\n" },
        { "a long expression in a file that is not too long", "DX212", When(Repeat("題名 = \"a\"", " or ", 10_000)) },
        { "more iterators than loops can stand in one another", "DX211", When("some " + Repeat("k in 指標", ", ", 6_000) + " satisfies true") },
        { "more tests than a condition can hold", "DX253", When("題名 in (" + Repeat("\"a\"", ", ", 12_000) + ")") },
        { "tests of tests, which double", "DX253", When("(題名 = \"a\")" + string.Concat(Enumerable.Repeat(" in (true, false)", 60))) },
        { "loops over written lists, which multiply", "DX253", When("some a in [" + Numbers(60) + "] satisfies some b in [" + Numbers(60) + "] satisfies some c in [" + Numbers(60) + "] satisfies a + b = c") },
        { "lists chosen by if, which double", "DX253", When("some " + string.Join(", ", Enumerable.Range(0, 40).Select(i => $"a{i} in if 題名 = \"a\" then [1] else [2]")) + " satisfies a0 = 1") },
        { "lets that double", "DX251", Lets(60, i => $"w{i + 1} + w{i + 1}", "1") },
        { "lets that go deep", "DX251", Lets(450, i => $"w{i + 1} + 1", "1") },
        { "lets of many parts used many times", "DX253", Lets(2, i => i == 0 ? Repeat("w1", " + ", 150) : "w2", "count([" + Numbers(10_000) + "])") },
        { "lets that use each other", "DX246", "let: { w0: w1 + 1, w1: w0 + 1 }\nwhen: w0 = 1" },
        { "a very long name", "DX220", When(new string('名', 60_000) + " = 1") },
        { "many unknown names", "DX220", When(Repeat("名前a = 1", " or ", 190)) + "levels:\n" + Repeat("  - warning: 名前b = 1", "\n", 2_000) + "\n" },
        { "nested braces in YAML", "DX109", "levels: " + new string('{', 10_000) },
        { "nested brackets in YAML", "DX109", "levels: " + new string('[', 10_000) + new string(']', 10_000) },
        { "an alias bomb in YAML", "DX108", "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_with_a_plain_word(string what, string code, string body)
    {
        var (rules, diagnostics) = OnASmallStack(() => TestRules.Bind(TestRules.File("TST-01", "施策", body)));

        rules.ShouldBeNull(what);
        diagnostics.Select(d => d.Code).Distinct().ShouldContain(code, what);
        diagnostics.Count.ShouldBeLessThanOrEqualTo(Limits.Default.RuleErrors, what);
        diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.Japanese)).ShouldAllBe(text => text.Length > 0, what);
    }

    [Fact]
    public void What_is_too_large_is_told_once()
    {
        TestRules.Bind(TestRules.File("TST-01", "施策", Lets(9, i => Repeat($"w{i + 1}", " + ", 5), "1"))).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX251");
        TestRules.Bind(TestRules.File("TST-01", "施策", Lets(9, i => $"w{i + 1} + w{i + 1}", Repeat("1", " + ", 150)))).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX253");
        TestRules.Bind(TestRules.File("TST-01", "施策", Lets(60, i => $"w{i + 1} + w{i + 1}", "1"))).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX251");
    }

    [Theory]
    [InlineData(9, 190)]
    [InlineData(1, 190)]
    public void What_is_just_within_the_limits_is_compiled_and_evaluated(int lets, int terms)
    {
        var body = Lets(lets, i => $"w{i + 1} + 1", Repeat("1", " + ", terms));

        OnASmallStack(() => TestRules.Judge("施策", body.Replace("when: w0 = 1", $"when: w0 = {lets + terms}"), new TestPolicy { Id = "a" })).ShouldBe("warning");
    }

    [Theory]
    [InlineData("not(", "予算 > 1", ")", "")]
    [InlineData("(1 + ", "予算", ")", " > 0")]
    [InlineData("", "予算", " + 1", " > 0")]
    [InlineData("(予算 > 1 and ", "(予算 > 1)", ")", "")]
    [InlineData("(if 予算 > 1 then 1 else ", "予算", ")", " > 0")]
    [InlineData("count(if 予算 > 1 then [1] else [", "予算", "])", " > 0")]
    [InlineData("(some x in [1] satisfies ", "予算 > 1", ")", "")]
    [InlineData("(count([1][", "予算 > 1", "]) > 0)", "")]
    [InlineData("sum(for x in [1] return ", "予算", ")", " > 0")]
    [InlineData("割合以上([", "予算 > 1", "], 0.5)", "")]
    [InlineData("list contains([", "予算 > 1", "], true)", "")]
    public void What_is_as_high_as_allowed_runs_on_any_stack(string before, string inside, string behind, string end)
    {
        // Four expressions of the form, about as high as they may be.
        var body = new[] { 97, 64, 48, 32, 24 }.Select(each =>
        {
            var (head, tail) = (string.Concat(Enumerable.Repeat(before, each)), string.Concat(Enumerable.Repeat(behind, each)));
            return "needs: [予算]\n" + Lets(4, i => $"\"{head}w{i + 1}{tail}\"", $"\"{inside}\"").Replace("when: w0 = 1", $"when: w0{end}");
        }).First(body => OnAStack(256, () => TestRules.Bind(TestRules.File("TST-01", "計画", body))).Rules is not null);

        var rule = OnAStack(256, () => TestRules.CompileOne("計画", body));
        OnAStack(256, () => rule.Judge(new TestPlan { Id = "a" })).ShouldBe("判定不能 [予算]");
        OnAStack(256, () => rule.Judge(new TestPlan { Id = "a", Budget = 5 })).ShouldBe("warning");
    }

    [Fact]
    public void What_has_as_many_parts_as_allowed_runs_on_any_stack()
    {
        var body = "needs: [予算]\n" + Lets(1, _ => Repeat("w1", " and ", 60), Repeat("予算 > 1", " and ", 60)).Replace("when: w0 = 1", "when: w0");

        var rule = OnAStack(256, () => TestRules.CompileOne("計画", body));
        OnAStack(256, () => rule.Judge(new TestPlan { Id = "a" })).ShouldBe("判定不能 [予算]");
        OnAStack(256, () => rule.Judge(new TestPlan { Id = "a", Budget = 5 })).ShouldBe("warning");
    }

    [Fact]
    public void A_long_chain_of_else_if_in_a_text_is_written_out_once()
    {
        var choice = string.Concat(Enumerable.Range(0, 60).Select(i => $"if 予算 = {i} then \\\"{i}\\\" else "));
        var body = $"when: 題名 != \"\"\nmessage: {{ ja: \"{{{choice}\\\"多い\\\"}}\", en: text }}";

        var report = OnASmallStack(() => TestRules.Check(new TestPlan { Id = "a", Budget = 59 }, TestRules.File("TST-01", "計画", body)));

        report.Alerts.ShouldHaveSingleItem().Message.Ja.ShouldBe("59");
    }

    [Fact]
    public void Thousands_of_parameters_and_levels_are_read()
    {
        var parameters = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"  p{i}: {{ en: q{i}, type: number, value: {i}, help: {{ ja: 説明, en: help }} }}\n"));
        var levels = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"  - warning: p{i} = -1\n"));

        var judged = OnASmallStack(() => TestRules.Judge("施策", $"parameters:\n{parameters}levels:\n{levels}  - warning", new TestPolicy { Id = "a" }));

        judged.ShouldBe("warning");
    }

    [Fact]
    public void A_host_can_set_other_limits()
    {
        var files = new[] { new SourceText("rules/TST-01.yaml", TestRules.File("TST-01", "施策", When("題名 = \"a\" or 題名 = \"b\""))) };

        Codes(Limits.Default).ShouldBeEmpty();
        Codes(Limits.Default with { RuleFileBytes = 100 }).ShouldBe(["DX103"]);
        Codes(Limits.Default with { RuleFileDepth = 0 }).ShouldBe(["DX109"]);
        Codes(Limits.Default with { ExpressionLength = 10 }).ShouldBe(["DX212"]);
        Codes(Limits.Default with { ExpressionDepth = 2 }).ShouldBe(["DX211"]);
        Codes(Limits.Default with { RuleDepth = 2 }).ShouldBe(["DX253"]);
        Codes(Limits.Default with { RuleParts = 5 }).ShouldBe(["DX253"]);

        IEnumerable<string> Codes(Limits limits) =>
            RuleSet.Bind(RuleFolder.Read("rules", files, limits), TestSchema.Instance, new ParameterValues()).Diagnostics.Select(d => d.Code).Distinct();
    }

    private static string When(string condition) => $"when: {condition}\n";

    private static string Repeat(string part, string between, int times) => string.Join(between, Enumerable.Repeat(part, times));

    private static string Numbers(int count) => string.Join(", ", Enumerable.Range(0, count));

    private static string Lets(int count, Func<int, string> value, string last) =>
        "let:\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"  w{i}: {value(i)}\n")) + $"  w{count}: {last}\nwhen: w0 = 1\n";

    private static T OnASmallStack<T>(Func<T> code) => OnAStack(512, code);

    private static T OnAStack<T>(int kilobytes, Func<T> code)
    {
        T? result = default;
        Exception? error = null;
        var watch = Stopwatch.StartNew();
        var thread = new Thread(() => error = Record.Exception(() => result = code()), kilobytes * 1024);
        thread.Start();
        thread.Join();
        error.ShouldBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        return result!;
    }
}
