using System.Runtime.CompilerServices;
using System.Text;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Syntax;

public sealed class SyntaxErrorsTests
{
    private static readonly string[] Texts =
    [
        // Something is missing.
        "", "   ", "a +", "a + * b", "(a + b", "f(a, (b + c", "[1, 2", "{a: 1", "[1..", "[1..5", "a[1", "f(a b)", "[1 2]", "(a b c) and (d",
        "f(,a)", "f(a,)", "[1, ]", "{a 1}", "{a: }", "{: 1}", "(a]", "[(a]", "x.", "x.5", "x between 1", "x between 1 or 2", "x in", "x in (",
        "if a then b", "if a else b", "if a b else c", "(if a then b)", "f(if a, b)", "for x return x", "for in xs return x", "for x in xs x + 1",
        "some x in xs x > 1", "every x in xs", "x instance number", "x instance of", "x instance of list<", "x instance of list<5>",
        "x instance of function<number>", "x instance of context<a>", "function a", "function(1) a", "function(a: ) a", "@5",

        // Something is too many.
        "a b", "a)", "a > 1 )", "1 2", "実績 値 > 100 and (x", "期限超過 > 30日", "a \"b\"", "a is null", "a AND b", "a かつ b", "a または b", "(a Or b)",
        "If a then b else c", "x not in (1, 2)", "7 mod 2", "> 5", "a >", "(> 5 and < 10)",

        // Signs that are written otherwise.
        "目標値＞１００", "目標値\u3000> 100", "（a ＋ b）＊ 2", "状態 ＝ \"完了\"、a", "f（a，b）", "ＫＰＩ > 1", "a ＞＝ 1 and b ＜ ２", "a == b", "a === b", "a && b || !c",
        "!(a in (1, 2))", "a <> b", "a => b", "a =< b", "a ≧ 1 and b ≦ 2 or c ≠ d", "a × b ÷ c", "a & b | c", "a ^ 2", "a − b", "60%", "a; b", "a > 1。", "状態 = 『完了』", "状態 = '完了", "a # b", "$a",

        // Texts, comments, numbers.
        "状態 = '完了'", "状態 = “完了”", "状態 = 「完了」", "状態 = ＂完了＂", "状態 = \"完了”", "f(\"abc, 1)", "a + \"b\nc\"", "\"\\u12\"", "\"\\U110000\"", "1 /* one", "'",
        "12345678901234567890123456789", "1e40", "0.12345678901234567890123456789",

        // Several at once, and none that only follows from another.
        "a == 1 && b ＞ 2", "f(a +, b *) + (c", "(a + ) * (b - )", "[1, , 3]", "if a == b then 'x' else “y”", "f(x: 1, 2)", "{a: 1, a: 2}", "function(a, a) a",
        "((a + b) * c", "a + (b * (c - d) + e", "x in (1, 2 and y", "a[b = 1 and c", "f(a; b)", "# + #", "a) and (b",
    ];

    [Fact]
    public void Every_error_says_where_it_is_what_was_expected_and_what_was_found()
    {
        var output = new StringBuilder();
        foreach (var text in Texts)
        {
            var tree = Parser.Parse(EmbeddedText.Whole(new SourceText("rule.yaml", text)), ParserOptions.Rule);
            tree.Diagnostics.ShouldNotBeEmpty(text);
            output.Append("──── ").Append(text.Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
            foreach (var diagnostic in tree.Diagnostics)
            {
                output.Append(DiagnosticPrinter.Print(diagnostic, Language.Japanese)).Append('\n');
                var english = DiagnosticPrinter.Print(diagnostic, Language.English).Split('\n');
                output.Append(english[0]).Append('\n');
                if (diagnostic.Hint != null)
                    output.Append(english[^1]).Append('\n');
            }
        }

        Matches(output.ToString(), "SyntaxErrorsTests.golden.txt");
    }

    [Fact]
    public void An_error_points_into_the_file_in_which_the_expression_stands()
    {
        var file = new SourceText("rule.yaml", "when: |\n  a > １\n  and )\n");
        var text = new EmbeddedText(file, "a > １\nand )", [10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23]);

        var errors = Parser.Parse(text, ParserOptions.Rule).Diagnostics;

        errors.Select(error => file.PositionOf(error.Span.Start)).ShouldBe([(2, 7), (3, 7)]);
        errors.Select(error => error.Code).ShouldBe(["DX205", "DX202"]);
    }

    /// <summary>Compares with the file beside this one, which DXRULES_WRITE_GOLDEN=1 writes anew.</summary>
    private static void Matches(string actual, string name, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, name);
        if (Environment.GetEnvironmentVariable("DXRULES_WRITE_GOLDEN") == "1")
            File.WriteAllText(file, actual);
        actual.ShouldBe(File.ReadAllText(file));
    }
}
