using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Syntax;

public sealed class ParserTests
{
    [Theory]
    // Operators, from loose to tight; every operand that is itself an operation is shown in parentheses.
    [InlineData("a or b and c", "a or (b and c)")]
    [InlineData("a and b = c", "a and (b = c)")]
    [InlineData("a = b = c", "(a = b) = c")]
    [InlineData("a < b + c * d", "a < (b + (c * d))")]
    [InlineData("a - b - c", "(a - b) - c")]
    [InlineData("a / b * c", "(a / b) * c")]
    [InlineData("2 ** 3 ** 4", "(2 ** 3) ** 4")]
    [InlineData("-2 ** 2", "(-2) ** 2")]
    [InlineData("10 ** -5", "10 ** (-5)")]
    [InlineData("-10--5", "(-10) - (-5)")]
    [InlineData("--a.b", "-(-a.b)")]
    [InlineData("-x instance of number", "-(x instance of number)")]
    [InlineData("(a + b) * c", "(a + b) * c")]
    [InlineData("x between 1 + 1 and 3 and y", "(x between (1 + 1) and 3) and y")]
    [InlineData("not(a) or b", "not(a) or b")]
    // Literals.
    [InlineData(".5 + 1.50", "0.5 + 1.50")]
    [InlineData("1.23e4", "12300")]
    [InlineData("12E-2", "0.12")]
    [InlineData("@\"2025-04-01\"", "@\"2025-04-01\"")]
    [InlineData("@ \"P1D\"", "@\"P1D\"")]
    [InlineData("\"a\\tb\\\"c\\u3042\\U01F40E\"", "\"a\\tb\\\"cあ🐎\"")]
    [InlineData("\"\\d+\\s\"", "\"\\d+\\s\"")]
    [InlineData("\"\\\\u0009\"", "\"\\\\u0009\"")]
    [InlineData("\"（全角）１＞２\"", "\"（全角）１＞２\"")]
    // Paths, filters, calls.
    [InlineData("a.b.c[1].d", "a.b.c[1].d")]
    [InlineData("施策.指標[方向 = \"増加\"].題名", "施策.指標[方向 = \"増加\"].題名")]
    [InlineData("f(1)(2)[3]", "f(1)(2)[3]")]
    [InlineData("f()", "f()")]
    [InlineData("substring(string: s, start position :3)", "substring(string: s, start position: 3)")]
    [InlineData("(a + b).c", "(a + b).c")]
    [InlineData("t.time offset", "t.time offset")]
    [InlineData("r.end included and r.end", "r.end included and r.end")]
    // Built-in names with spaces only before a parenthesis.
    [InlineData("list contains(xs, 1)", "list contains(xs, 1)")]
    [InlineData("date and\n  time(\"2025-01-01T00:00:00\")", "date and time(\"2025-01-01T00:00:00\")")]
    [InlineData("date and time", "date and time")]
    [InlineData("date(a) and time(b)", "date(a) and time(b)")]
    [InlineData("years and months duration(a, b) > @\"P1Y\"", "years and months duration(a, b) > @\"P1Y\"")]
    // Ranges, lists, contexts.
    [InlineData("[1..5]", "[1..5]")]
    [InlineData("]1..5[", "(1..5)")]
    [InlineData("[a+1..b*2)", "[a + 1..(b * 2))")]
    [InlineData("(1..5]", "(1..5]")]
    [InlineData("[1..xs[-1]]", "[1..xs[-1]]")]
    [InlineData("[18..21[ = [18..21)", "[18..21) = [18..21)")]
    [InlineData("(null..10)", "(null..10)")]
    [InlineData("[]", "[]")]
    [InlineData("[1, [2], {}]", "[1, [2], {}]")]
    [InlineData("]1..10].start included", "(1..10].start included")]
    [InlineData("{a: 1, \"b c\": a, \"{\": 2, if: 3}", "{a: 1, b c: a, \"{\": 2, if: 3}")]
    [InlineData("{a b: 1, c: a b + 1}", "{a b: 1, c: a b + 1}")]
    [InlineData("{a+b: 1, c: a+b}", "{a+b: 1, c: a+b}")]
    [InlineData("[{a-b: 1}, a-b]", "[{a-b: 1}, a - b]")]
    [InlineData("{a b: 1}.a b", "{a b: 1}.a b")]
    // Tests.
    [InlineData("x in (1, < 5, [7..9])", "x in (1, < 5, [7..9])")]
    [InlineData("x in (1..5)", "x in (1..5)")]
    [InlineData("x in >= 5", "x in >= 5")]
    [InlineData("x in !=5 and y", "(x in != 5) and y")]
    [InlineData("x in (ys)[1] + 1", "x in (ys[1] + 1)")]
    [InlineData("x in (> a + 1)", "x in > (a + 1)")]
    [InlineData("(< 5) = (!= 5)", "(< 5) = (!= 5)")]
    [InlineData("x in xs = true", "(x in xs) = true")]
    // Compounds reach as far as they can.
    [InlineData("if a then b else c or d", "if a then b else c or d")]
    [InlineData("1 + if a then 1 else 2", "1 + (if a then 1 else 2)")]
    [InlineData("for i in 1..n, j in xs[i] return i * j", "for i in 1..n, j in xs[i] return i * j")]
    [InlineData("for i in [1..3] return partial[-1] + i", "for i in [1..3] return partial[-1] + i")]
    [InlineData("some x in xs, y in x satisfies x > y", "some x in xs, y in x satisfies x > y")]
    [InlineData("every x in xs satisfies x in ys", "every x in xs satisfies x in ys")]
    [InlineData("for big one in xs return big one.size", "for big one in xs return big one.size")]
    [InlineData("sort(xs, function(a, b) a.x < b.x)", "sort(xs, function(a, b) a.x < b.x)")]
    [InlineData("function(a b: number, c) a b + c", "function(a b: number, c) a b + c")]
    [InlineData("function() 1", "function() 1")]
    // Types.
    [InlineData("x instance of date and time", "x instance of date and time")]
    [InlineData("x instance of days and time duration and y", "(x instance of days and time duration) and y")]
    [InlineData("x instance of list<range<number>>", "x instance of list<range<number>>")]
    [InlineData("x instance of context<a: string, b c: list<Any>>", "x instance of context<a: string, b c: list<Any>>")]
    [InlineData("x instance of function<>->Any", "x instance of function<> -> Any")]
    [InlineData("x instance of function<number, string> -> list<date>", "x instance of function<number, string> -> list<date>")]
    [InlineData("x instance of types.t_1", "x instance of types.t_1")]
    // Comments and names.
    [InlineData("1 /* one */ + // two\n 2", "1 + 2")]
    [InlineData("item + partial", "item + partial")]
    [InlineData("進捗率 > 0.6", "進捗率 > 0.6")]
    [InlineData("か\u3099く = 1", "がく = 1")]
    [InlineData("{🐎: 1}.🐎", "{🐎: 1}.🐎")]
    [InlineData("? > 1", "? > 1")]
    public void Reads_every_form_of_the_language(string text, string tree)
    {
        foreach (var options in (ParserOptions[])[ParserOptions.Rule, ParserOptions.Dynamic()])
        {
            var read = Parser.Parse(EmbeddedText.Whole(new SourceText("text", text)), options);

            string.Join("\n", read.Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English))).ShouldBe("");
            SyntaxPrinter.Print(read.Root, groups: true).ShouldBe(tree);
        }
    }

    [Theory]
    [InlineData("Monthly Salary * 12", "Monthly Salary * 12")]
    [InlineData("Monthly   Salary*12", "Monthly Salary * 12")]
    [InlineData("期限-今日 + 1", "期限-今日 + 1")]
    [InlineData("期限 - 今日", "期限-今日")]
    [InlineData("期限-明日", "期限 - 明日")]
    [InlineData("a+b+c", "a+b+c")]
    [InlineData("a+b+d", "a+b + d")]
    [InlineData("days in weekend[1]", "days in weekend[1]")]
    [InlineData("for d in days in weekend return d", "for d in days in weekend return d")]
    [InlineData("driver's age > 18", "driver's age > 18")]
    [InlineData("person.Monthly Salary", "person.Monthly Salary")]
    [InlineData("_2021-01-11 = 1", "_2021-01-11 = 1")]
    public void Reads_the_longest_name_in_scope(string text, string tree)
    {
        var options = ParserOptions.Dynamic("Monthly Salary", "期限-今日", "a+b", "a+b+c", "days in weekend", "driver's age", "_2021-01-11");

        var read = Parser.Parse(EmbeddedText.Whole(new SourceText("text", text)), options);

        read.Diagnostics.ShouldBeEmpty();
        SyntaxPrinter.Print(read.Root, groups: true).ShouldBe(tree);
    }

    [Fact]
    public void Full_width_signs_are_part_of_names_in_the_standard()
    {
        var read = Parser.Parse(EmbeddedText.Whole(new SourceText("text", "目標値＞１００\u3000= 1")), ParserOptions.Dynamic());

        read.Diagnostics.ShouldBeEmpty();
        SyntaxPrinter.Print(read.Root).ShouldBe("目標値＞１００ = 1");
    }

    [Theory]
    [InlineData("a + b * c", 4, 5)]
    [InlineData("x.members[2] = 1", 0, 12)]
    [InlineData("  (a)  ", 3, 1)]
    public void Spans_hold_what_was_read(string text, int start, int length)
    {
        var root = Parser.Parse(EmbeddedText.Whole(new SourceText("text", text)), ParserOptions.Rule).Root;

        var part = root switch
        {
            BinaryExpression { Operator: BinaryOperator.Add } sum => sum.Right,
            BinaryExpression equal => equal.Left,
            _ => root,
        };
        part.Span.ShouldBe(new TextSpan(start, length));
    }
}
