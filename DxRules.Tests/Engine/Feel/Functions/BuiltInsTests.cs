using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Feel.Reference;

namespace DxRules.Tests.Engine.Feel.Functions;

public sealed class BuiltInsTests
{
    [Theory]
    // Lists of numbers.
    [InlineData("min([3, 1, 2])", "1")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("min(\"b\", \"a\")", "a")]
    [InlineData("min([@\"2025-04-01\", @\"2024-04-01\"])", "2024-04-01")]
    [InlineData("min([])", null)]
    [InlineData("min([1, null])", null)]
    [InlineData("min([1, \"a\"])", null)]
    [InlineData("max([3, 1, 2])", "3")]
    [InlineData("max(5)", "5")]
    [InlineData("max([@\"P1D\", @\"PT25H\"])", "P1DT1H")]
    [InlineData("sum([1.5, 2.5])", "4")]
    [InlineData("sum(1, 2, 3)", "6")]
    [InlineData("sum([])", null)]
    [InlineData("sum([1, null])", null)]
    [InlineData("count([])", "0")]
    [InlineData("count([1, null, 3])", "3")]
    [InlineData("count(null)", null)]
    [InlineData("mean([1, 2, 4, 5])", "3")]
    [InlineData("mean([])", null)]
    [InlineData("product([2, 3.5])", "7")]
    [InlineData("median([1, 9, 2, 4])", "3")]
    [InlineData("mode([1, 2, 2, 1, 3])", "[1, 2]")]
    [InlineData("mode([])", "[]")]
    [InlineData("stddev([2, 4, 4, 4, 5, 5, 7, 9]) > 2.13", "true")]
    // Lists.
    [InlineData("list contains([1, null], null)", "true")]
    [InlineData("list contains([\"1\"], 1)", "false")]
    [InlineData("list replace([1, 2, 3], -1, 9)", "[1, 2, 9]")]
    [InlineData("list replace([1, 2, 3], function(item, newItem) item > 1, 9)", "[1, 9, 9]")]
    [InlineData("sublist([1, 2, 3], 2)", "[2, 3]")]
    [InlineData("sublist([1, 2, 3], -2, 1)", "[2]")]
    [InlineData("sublist([1, 2, 3], 0)", null)]
    [InlineData("sublist([1, 2, 3], 3, 2)", null)]
    [InlineData("append([1], 2, [3])", "[1, 2, [3]]")]
    [InlineData("concatenate([1], [2, 3], 4)", "[1, 2, 3, 4]")]
    [InlineData("union([1, 2], [2, 3])", "[1, 2, 3]")]
    [InlineData("insert before([1, 3], 2, 2)", "[1, 2, 3]")]
    [InlineData("remove([1, 2, 3], -1)", "[1, 2]")]
    [InlineData("reverse([1, 2])", "[2, 1]")]
    [InlineData("index of([1, 2, 1, null], 1)", "[1, 3]")]
    [InlineData("distinct values([1, 1.0, \"1\", {a: 1}, {a: 1}, null, null])", "[1, \"1\", {a: 1}, null]")]
    [InlineData("flatten([1, [2, [3, []]]])", "[1, 2, 3]")]
    [InlineData("sort([3, 1, 2], function(a, b) a > b)", "[3, 2, 1]")]
    [InlineData("sort([{k: 1, v: \"b\"}, {k: 1, v: \"a\"}, {k: 0, v: \"c\"}], function(a, b) a.k < b.k).v", "[\"c\", \"b\", \"a\"]")]
    [InlineData("sort([3, 1, 2], function(a, b) true)", "[2, 1, 3]")]
    // Three-valued logic.
    [InlineData("all([])", "true")]
    [InlineData("any([])", "false")]
    [InlineData("all([false, null])", "false")]
    [InlineData("any([true, 1])", "true")]
    [InlineData("not(null)", null)]
    [InlineData("some x in [1, null, 3] satisfies x > 2", "true")]
    [InlineData("some x in [1, null] satisfies x > 2", null)]
    [InlineData("some x in [] satisfies x > 2", "false")]
    [InlineData("every x in [3, null] satisfies x > 2", null)]
    [InlineData("every x in [1, null] satisfies x > 2", "false")]
    [InlineData("every x in [] satisfies x > 2", "true")]
    [InlineData("some 系列 in [{値: 1}, {値: 5}] satisfies 系列.値 > 目標値", "true")]
    // Numbers.
    [InlineData("decimal(2.5, 0)", "2")]
    [InlineData("decimal(1250, -2)", "1200")]
    [InlineData("floor(-1.5)", "-2")]
    [InlineData("ceiling(1250, -2)", "1300")]
    [InlineData("round up(-1.121, 2)", "-1.13")]
    [InlineData("round up(1, -40)", null)]
    [InlineData("round down(-1.129, 2)", "-1.12")]
    [InlineData("round half up(-2.5, 0)", "-3")]
    [InlineData("round half down(-2.5, 0)", "-2")]
    [InlineData("round half down(2.51, 0)", "3")]
    [InlineData("round half down(3.5, 0)", "3")]
    [InlineData("abs(@\"-P1Y\")", "P1Y")]
    [InlineData("modulo(-12, 5)", "3")]
    [InlineData("modulo(12, -5)", "-3")]
    [InlineData("sqrt(2) * sqrt(2) - 2 < 0.00000000000000000001", "true")]
    [InlineData("sqrt(-1)", null)]
    [InlineData("log(0)", null)]
    [InlineData("exp(1000)", null)]
    [InlineData("odd(-3)", "true")]
    [InlineData("even(1.5)", "false")]
    // Texts.
    [InlineData("substring(\"目標値🐎\", -1)", "🐎")]
    [InlineData("substring(\"目標値\", 2, 9)", "標値")]
    [InlineData("substring(\"目標値\", 4)", null)]
    [InlineData("string length(\"か🐎\")", "2")]
    [InlineData("upper case(\"ａb\")", "ＡB")]
    [InlineData("substring after(\"第1期計画\", \"第\")", "1期計画")]
    [InlineData("split(\"a, b,c\", \",\\s*\")", "[\"a\", \"b\", \"c\"]")]
    [InlineData("split(\"abc\", \"\")", null)]
    [InlineData("string join([\"a\", null, \"b\"], \"、\")", "a、b")]
    [InlineData("string join([\"a\", 1], \"、\")", null)]
    [InlineData("string(1.500)", "1.5")]
    [InlineData("string(0 * -1)", "0")]
    [InlineData("string({a b: [1, \"x\"], \"{\": @\"P1D\"})", "{a b: [1, \"x\"], \"{\": P1D}")]
    [InlineData("string([1..3)) + string((> 5))", "[1..3)(>5)")]
    [InlineData("number(\"1 234,5\", \" \", \",\")", "1234.5")]
    [InlineData("number(\"-1.5\")", "-1.5")]
    [InlineData("number(\"１\")", null)]
    [InlineData("number(\"1e3\", null, null)", "1000")]
    // Dates and times.
    [InlineData("date(2024, 2, 29) + duration(\"P1Y\")", "2025-02-28")]
    [InlineData("date(2025, 2, 29)", null)]
    [InlineData("date(\"2025-04-01T00:00:00\")", null)]
    [InlineData("time(10, 30, 15.5, @\"PT9H\")", "10:30:15.5+09:00")]
    [InlineData("time(@\"2025-04-01\")", "00:00:00Z")]
    [InlineData("date and time(@\"2025-04-01\", @\"10:00:00\")", "2025-04-01T10:00:00")]
    [InlineData("years and months duration(@\"2024-04-01\", @\"2025-03-31\")", "P11M")]
    [InlineData("day of week(@\"2025-04-01\")", "Tuesday")]
    [InlineData("week of year(@\"2024-12-30\")", "1")]
    [InlineData("today()", "2025-04-01")]
    [InlineData("now()", "2025-04-01T00:00:00Z")]
    [InlineData("today(1)", null)]
    [InlineData("is(@\"10:00:00Z\", @\"10:00:00+01:00\")", "false")]
    // Ranges.
    [InlineData("before(1, [1..5])", "false")]
    [InlineData("before(1, (1..5])", "true")]
    [InlineData("before((< 5), 5)", "true")]
    [InlineData("after((> 5), 5)", "true")]
    [InlineData("meets([1..5], [5..9])", "true")]
    [InlineData("met by([5..9], [1..5])", "true")]
    [InlineData("overlaps([1..5], [5..9])", "true")]
    [InlineData("overlaps([1..5), [5..9])", "false")]
    [InlineData("overlaps before([1..5], [3..9])", "true")]
    [InlineData("overlaps after([3..9], [1..5])", "true")]
    [InlineData("finishes(9, [1..9])", "true")]
    [InlineData("finishes([5..9], [1..9])", "true")]
    [InlineData("finished by([1..9], 9)", "true")]
    [InlineData("includes([@\"2025-04-01\"..@\"2026-03-31\"], @\"2025-12-31\")", "true")]
    [InlineData("includes([1..5), 5)", "false")]
    [InlineData("during((1..5), (1..5))", "true")]
    [InlineData("starts([1..3], [1..5])", "true")]
    [InlineData("started by([1..5], 1)", "true")]
    [InlineData("coincides([1..5], [1..5))", "false")]
    [InlineData("coincides(1, \"1\")", null)]
    [InlineData("overlaps(1, [1..5])", null)]
    [InlineData("range(\"[@\\\"2025-04-01\\\"..@\\\"2026-03-31\\\"]\").end.year", "2026")]
    [InlineData("range(\"(-1..1)\")", "(-1..1)")]
    [InlineData("range(\"[2..1]\")", null)]
    [InlineData("range(\"[count([])..1]\")", null)]
    // Contexts.
    [InlineData("get value({a: 1}, \"a\")", "1")]
    [InlineData("get entries({a: 1}).key", "[\"a\"]")]
    [InlineData("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", null)]
    [InlineData("context put({a: {b: 1}, c: 2}, [\"a\", \"b\"], 3)", "{a: {b: 3}, c: 2}")]
    [InlineData("context put({a: 1}, [\"x\", \"b\"], 3)", null)]
    [InlineData("context merge([{a: 1, b: 2}, {a: 3}])", "{a: 3, b: 2}")]
    // Calls that do not fit.
    [InlineData("floor()", null)]
    [InlineData("floor(1, 2, 3)", null)]
    [InlineData("floor(n: 1.5)", "1")]
    [InlineData("floor(n: 1.55, scale: 1)", "1.5")]
    [InlineData("floor(scale: 1)", null)]
    [InlineData("floor(x: 1)", null)]
    [InlineData("upper case([\"a\"])", "A")]
    [InlineData("upper case([\"a\", \"b\"])", null)]
    public void Functions_give_what_the_standard_says(string expression, string? value)
    {
        var reasons = new NullReasons();
        var tree = Parser.Parse(EmbeddedText.Whole(new SourceText("text", expression)), ParserOptions.Dynamic());
        var scope = new Scope(null);
        scope.Set("目標値", 4m);
        var interpreter = new ReferenceInterpreter(Context(reasons), new Dictionary<string, TypeName>());

        var result = interpreter.Evaluate(tree.Root, scope);

        tree.Diagnostics.ShouldBeEmpty();
        ValueText.Of(result).ShouldBe(value);
    }

    [Theory]
    [InlineData("floor(\"1\")", "floor の n には数が必要ですが、文字列です。", "floor takes a number as n, but it is a text.")]
    [InlineData("floor(1, 2, 3)", "floor に引数を3個渡すことはできません（floor(n, scale?)）。", "floor cannot take 3 arguments (floor(n, scale?)).")]
    [InlineData("min(x: 1)", "min に x という引数の組はありません（min(list, …)）。", "min has no arguments named x (min(list, …)).")]
    [InlineData("date(\"2025/4/1\")", "date は「2025/4/1」を読めません。", "date cannot read '2025/4/1'.")]
    [InlineData("mean([])", "mean に渡したリストが空です。", "The list given to mean is empty.")]
    [InlineData("sublist([1], 2)", "sublist の start position に 2 は使えません。", "sublist cannot take 2 as start position.")]
    [InlineData("matches(\"a\", \"(a)\\1\")", "正規表現「(a)\\1」は使えません。後方参照と先読み・後読みは使えません。", "The regular expression '(a)\\1' cannot be used: back references and look-around are not available.")]
    public void What_has_no_result_has_a_reason(string expression, string ja, string en)
    {
        var reasons = new NullReasons();
        var tree = Parser.Parse(EmbeddedText.Whole(new SourceText("text", expression)), ParserOptions.Dynamic());

        new ReferenceInterpreter(Context(reasons), new Dictionary<string, TypeName>()).Evaluate(tree.Root, new Scope(null)).ShouldBeNull();

        reasons.All.ShouldBe([new LocalizedText(ja, en)]);
    }

    [Fact]
    public void The_parser_knows_every_name_that_holds_spaces()
    {
        BuiltIns.All.Select(function => function.Name).Where(name => name.Contains(' ')).Order(StringComparer.Ordinal)
            .ShouldBe(BuiltInNames.Functions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_function_says_what_it_does_in_both_languages()
    {
        foreach (var function in BuiltIns.All)
        {
            function.Meaning.Ja.ShouldNotBeEmpty(function.Name);
            function.Meaning.En.ShouldNotBe(function.Meaning.Ja, function.Name);
            function.Signatures.ShouldAllBe(signature => signature.Required <= signature.Parameters.Count);
        }
    }

    private static CallContext Context(NullReasons reasons) => new(FeelDateTime.StartOf(CivilDate.Of(new DateOnly(2025, 4, 1))), reasons);
}
