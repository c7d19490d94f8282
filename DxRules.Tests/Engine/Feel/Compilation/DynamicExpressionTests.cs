using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Compilation;

public sealed class DynamicExpressionTests
{
    [Theory]
    [InlineData("for x in 1..3, y in x..3 return x * y", "[1, 2, 3, 4, 6, 9]")]
    [InlineData("for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]")]
    [InlineData("for i in 1..3 return partial", "[[], [[]], [[], [[]]]]")]
    [InlineData("for i in [1, 2] return for j in [i] return count(partial)", "[[0], [0]]")]
    [InlineData("for i in 3..1 return i", "[3, 2, 1]")]
    [InlineData("for d in @\"2024-02-28\"..@\"2024-03-01\" return d.day", "[28, 29, 1]")]
    [InlineData("for x in [1, 2], y in null return x", "null")]
    [InlineData("for x in [], y in null return x", "[]")]
    [InlineData("some x in [1, null] satisfies x > 1", "null")]
    [InlineData("some x in [null, 2] satisfies x > 1", "true")]
    [InlineData("every x in [1, null] satisfies x > 1", "false")]
    [InlineData("every x in [] satisfies false", "true")]
    [InlineData("some x in null satisfies true", "null")]
    [InlineData("some x in 1..900000 satisfies some y in 1..900000 satisfies x + y = 3", "true")]
    [InlineData("every x in 1..900000 satisfies every y in 1..900000 satisfies x + y < 5", "false")]
    [InlineData("some x in [null, 2, 3], y in [0, 1] satisfies x > 1", "true")]
    [InlineData("some x in [1, 2], y in [3, null] satisfies x > y", "null")]
    [InlineData("every x in [1, 2], y in null satisfies false", "null")]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")", "false")]
    [InlineData("count(distinct values(for i in 1..20000 return {a: modulo(i, 3), b: [i - i]}))", "3")]
    [InlineData("count(distinct values(for i in 1..20000 return 10 ** 27 + i))", "20000")]
    [InlineData("distinct values([1, 1.0, null, \"a\", null, {a: 1, b: 2}, {b: 2.00, a: 1}, [1], [1.0], @\"10:00:00+09:00\", @\"01:00:00Z\", @\"10:00:00\"])", "[1, null, \"a\", {a: 1, b: 2}, [1], 10:00:00+09:00, 10:00:00]")]
    [InlineData("distinct values([@\"2025-04-01T10:00:00+09:00\", @\"2025-04-01T01:00:00Z\", duration(\"P1Y\"), duration(\"P12M\"), duration(\"P1D\"), duration(\"PT24H\"), [1..2], [1..2.0], (1..2]])", "[2025-04-01T10:00:00+09:00, P1Y, P1D, [1..2], (1..2]]")]
    [InlineData("mode([1.0, 1, 2])", "[1]")]
    [InlineData("[{a: 1, b: 2}, {a: 3}][a > b]", "[]")]
    [InlineData("[{item: 5}][item = 5]", "[{item: 5}]")]
    [InlineData("[1, 2, 3][item > 1][-1]", "3")]
    [InlineData("[1, 2][3]", "null")]
    [InlineData("[1, 2][0]", "null")]
    [InlineData("[1, 2][0.5]", "null")]
    [InlineData("{b: 1, l: [{a: 1}, {a: 2}][a > b].a}.l", "[2]")]
    [InlineData("[{l: [1, 2], n: 2}][count(l[item = n]) = 1].n", "[2]")]
    [InlineData("[[1, 2], [3]][count(item) = 1]", "[[3]]")]
    [InlineData("{a: 1, b: a + 1, c: {a: 10, d: a + b}}.c.d", "12")]
    [InlineData("{a: b, b: 1}.a", "null")]
    [InlineData("{fact: function(n) if n <= 1 then 1 else n * fact(n - 1), r: fact(20)}.r", "2432902008176640000")]
    [InlineData("{adders: for i in 1..3 return function(x) x + i, r: for f in adders return f(10)}.r", "[11, 12, 13]")]
    [InlineData("(function(a, b) a - b)(b: 1, a: 5)", "4")]
    [InlineData("(function(a, b) a - b)(1)", "null")]
    [InlineData("(function(a, b) a - b)(a: 1, c: 2)", "null")]
    [InlineData("(function(a: string) a)(1)", "null")]
    [InlineData("(function(a: number) a)([7])", "7")]
    [InlineData("sort([3, 1, 2], function(x, y) x > y)", "[3, 2, 1]")]
    [InlineData("{count: function(l) 99, r: count([1])}.r", "99")]
    [InlineData("substring(start position: 2, string: \"foobar\")", "oobar")]
    [InlineData("1 in (2, < 2)", "true")]
    [InlineData("null in [1, null]", "true")]
    [InlineData("3 in (> 5)", "false")]
    [InlineData("{f: (< 5)}.f", "(<5)")]
    [InlineData("1 + null", "null")]
    [InlineData("if null then 1 else 2", "2")]
    [InlineData("1 instance of number", "true")]
    [InlineData("[1, \"a\"] instance of list<number>", "false")]
    [InlineData("{a: 1} instance of context<a: number>", "true")]
    [InlineData("null instance of Any", "false")]
    [InlineData("(function(a) a) instance of function<number>->number", "true")]
    [InlineData("(function(a) a) instance of function<>->Any", "false")]
    [InlineData("nothing", "null")]
    [InlineData("nothing(1)", "null")]
    [InlineData("{市町村: \"山形市\", 敬称: 市町村 + \"様\"}.敬称", "山形市様")]
    [InlineData("date(\"2024-02-29\") + duration(\"P1Y\")", "2025-02-28")]
    [InlineData("1.1 * 1.1", "1.21")]
    [InlineData("0.1 + 0.2 = 0.3", "true")]
    public void An_expression_has_the_value_of_the_standard(string expression, string value)
    {
        (ValueText.Of(Evaluate(expression)) ?? "null").ShouldBe(value);
    }

    [Theory]
    [InlineData("for i in 1..1000000000 return i", "DX302")]
    [InlineData("for i in 1..100000, j in 1..100000 return 1", "DX302")]
    [InlineData("some i in 1..100000 satisfies some j in 1..100000 satisfies i < 0", "DX302")]
    [InlineData("for i in (-7 * 10 ** 28)..(7 * 10 ** 28) return i", "DX302")]
    [InlineData("(for i in 1..2000 return i)[count((for j in 1..2000 return j)[item > 0]) < 0]", "DX302")]
    [InlineData("{f: function(n) f(n + 1), r: f(1)}.r", "DX303")]
    [InlineData("{f: function(n) [f(n)][1], r: f(1)}.r", "DX303")]
    [InlineData("{f: function(a, b) sort([1, 2], f)[1] > 0, r: f(1, 2)}.r", "DX303")]
    [InlineData("(function(f) f(f))(function(f) f(f))", "DX303")]
    [InlineData("for i in 1..100000 return [partial[-1]]", "DX304")]
    [InlineData("for i in 1..100000 return append([], partial[-1])", "DX304")]
    [InlineData("for i in 1..100000 return {a: partial[-1]}", "DX304")]
    [InlineData("for i in 1..100 return partial", "DX302")]
    [InlineData("for i in 1..100 return [partial[-1], partial[-1]]", "DX302")]
    [InlineData("for i in 1..100 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])", "DX302")]
    [InlineData("for i in 1..100 return if i = 1 then \"ab\" else partial[-1] + partial[-1]", "DX305")]
    [InlineData("for i in 1..100 return if i = 1 then \"ab\" else replace(partial[-1], \"a\", \"aaaaaaaaaaaaaaaaaa\")", "DX302")]
    public void What_would_take_too_long_or_too_much_is_a_fault_within_seconds(string expression, string code)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Should.Throw<EvaluationFault>(() => Evaluate(expression)).Code.ShouldBe(code);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("[", "1", "]")]
    [InlineData("{a: ", "1", "}.a")]
    [InlineData("1 + (", "1", ")")]
    [InlineData("for i in [1] return ", "i", "")]
    [InlineData("(function(x) ", "x", ")(1)")]
    [InlineData("[1][", "1", "]")]
    [InlineData("some i in [true] satisfies ", "i", "")]
    public void The_deepest_expressions_that_can_be_read_are_evaluated_on_any_stack(string before, string inside, string behind)
    {
        var deepest = Enumerable.Range(1, 200).Reverse()
            .Select(depth => string.Concat(Enumerable.Repeat(before, depth)) + inside + string.Concat(Enumerable.Repeat(behind, depth)))
            .First(text => !Compile(text).HasErrors);
        Exception? wrong = null;
        var thread = new Thread(() => wrong = Record.Exception(() => Compile(deepest).Evaluate(Run())), 256 * 1024);
        thread.Start();
        thread.Join();

        (wrong is null or EvaluationFault { Code: "DX304" }).ShouldBeTrue(wrong?.ToString());
    }

    [Fact]
    public void Recursion_ends_on_a_small_stack_too()
    {
        Exception? fault = null;
        var thread = new Thread(() => fault = Record.Exception(() => Evaluate("{f: function(n) 1 + f(n + 1), r: f(1)}.r")), 512 * 1024);
        thread.Start();
        thread.Join();

        fault.ShouldBeOfType<EvaluationFault>();
    }

    [Fact]
    public void A_name_that_nothing_is_known_as_is_a_warning_with_the_nearest_name()
    {
        var expression = Compile("施策数 + countt([1])", "施策の数");

        expression.HasErrors.ShouldBeFalse();
        expression.Diagnostics.Select(d => (d.Code, d.Span.Start, d.Hint?.En)).ShouldBe([("DX260", 0, "did you mean 施策の数?"), ("DX260", 6, "did you mean count?")]);
    }

    [Fact]
    public void Full_width_signs_that_became_part_of_a_name_are_told()
    {
        var told = Compile("目標値＞１００", "目標値").Diagnostics.ShouldHaveSingleItem();

        told.Code.ShouldBe("DX260");
        told.Hint!.Ja.ShouldBe("演算子と数字は半角で「目標値>100」と書きます。");
    }

    [Fact]
    public void A_host_can_set_other_limits()
    {
        Code("for i in 1..1000 return i", Limits.Default with { Steps = 100 }).ShouldBe("DX302");
        Code("{f: function(n) if n = 0 then 0 else f(n - 1), r: f(20)}.r", Limits.Default with { Calls = 10 }).ShouldBe("DX303");
        Code("[[[[1]]]]", Limits.Default with { ValueDepth = 3 }).ShouldBe("DX304");
        Code("\"abc\" + \"def\"", Limits.Default with { TextLength = 5 }).ShouldBe("DX305");
        Code("matches(\"a\", \"aaaaaa\")", Limits.Default with { PatternLength = 5 }).ShouldBe("null");
        Code("matches(\"a\", \"a{6}\")", Limits.Default with { PatternRepetitions = 5 }).ShouldBe("null");

        static string Code(string expression, Limits limits)
        {
            try
            {
                var run = new DynamicRun(new CallContext(FeelDateTime.StartOf(CivilDate.Of(new DateOnly(2025, 4, 1)))) { Limits = limits });
                return ValueText.Of(Compile(expression).Evaluate(run)) ?? "null";
            }
            catch (EvaluationFault fault)
            {
                return fault.Code;
            }
        }
    }

    [Fact]
    public void Names_that_items_may_have_are_not_warned_of()
    {
        Compile("施策[年度 = 2025]", "施策").Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_read_has_no_value_but_an_error()
    {
        var expression = Compile("1 +");

        expression.HasErrors.ShouldBeTrue();
        expression.Evaluate(Run()).ShouldBeNull();
    }

    private static DynamicExpression Compile(string expression, params string[] inputs) =>
        DynamicExpression.Compile(EmbeddedText.Whole(new SourceText("expression", expression)), inputs);

    private static object? Evaluate(string expression) => Compile(expression).Evaluate(Run());

    private static DynamicRun Run() => new(new CallContext(FeelDateTime.StartOf(CivilDate.Of(new DateOnly(2025, 4, 1))), new NullReasons()));
}
