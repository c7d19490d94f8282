using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Syntax;

public sealed class ParserFuzzTests
{
    private static readonly string[] Texts =
    [
        "種類 != \"継続\" and (取組.状態 = null or not(取組.状態 in (\"休止\", \"中止\")))",
        "if a.b[1] > 2 then {x: [1..5], \"y z\": @\"P1D\"} else function(a: list<number>, b) a + b",
        "for i in 1..n, j in xs[item > 3] return i ** -j",
        "some x in ]1..5[ satisfies x between 1 and 3 or x instance of function<number> -> date and time",
        "date and time(from: \"2025-04-01T00:00:00\").time offset in (< 5, [7..9), != \"\\u3042\") /* note */ // end",
        "目標値＞１００　and 状態 == '完了' && !(a ≧ b)",
    ];

    private static readonly string[] Parts =
        ["(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "\"", "'", "“", "@", "-", "*", "/*", "//", "!", "=", "<", ">", " ", "\n", "\\", "　", "＞", "if ", " then ", " else ", " in ", " and ", "for ", " return ", "function", "instance of ", "1", "1e9", "名", "\ud83d", "\u3099", "#", "between "];

    [Fact]
    public void Whatever_is_written_gives_a_tree_whose_parts_lie_in_the_text_and_an_error_for_each_hole()
    {
        var random = new Random(20250401);
        for (var i = 0; i < 6_000; i++)
        {
            var text = Changed(Texts[random.Next(Texts.Length)], random);
            var options = i % 2 == 0 ? ParserOptions.Rule : ParserOptions.Dynamic("x y", "a-b", "a.b");

            var tree = Parser.Parse(EmbeddedText.Whole(new SourceText("fuzz", text)), options);

            foreach (var error in tree.Diagnostics)
            {
                error.Span.Start.ShouldBeInRange(0, text.Length, text);
                error.Span.End.ShouldBeInRange(error.Span.Start, text.Length, text);
                DiagnosticPrinter.Print(error, Language.Japanese).ShouldNotBeEmpty();
            }
            var printed = SyntaxPrinter.Print(tree.Root);
            if (printed.Contains('⟨'))
                tree.Diagnostics.ShouldNotBeEmpty(text);
            if (tree.Diagnostics.Count == 0)
                ReadsAgain(printed, tree, options);
        }
    }

    private static void ReadsAgain(string printed, SyntaxTree tree, ParserOptions options)
    {
        var again = Parser.Parse(EmbeddedText.Whole(new SourceText("printed", printed)), options);

        again.Diagnostics.ShouldBeEmpty($"{tree.Text.Text}\n{printed}");
        SyntaxPrinter.Print(again.Root, groups: true).ShouldBe(SyntaxPrinter.Print(tree.Root, groups: true));
    }

    private static string Changed(string text, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(4), text.Length - at);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Parts[random.Next(Parts.Length)]),
                _ => text.Remove(at, length).Insert(at, Parts[random.Next(Parts.Length)]),
            };
        }
        return text;
    }
}
