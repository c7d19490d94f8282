using System.Diagnostics;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Feel.Syntax;

public sealed class SyntaxLimitsTests
{
    public static TheoryData<string, string> TooLarge() => new()
    {
        { "parentheses", new string('(', 10_000) + "1" + new string(')', 10_000) },
        { "open parentheses", new string('(', 10_000) },
        { "lists", new string('[', 10_000) },
        { "contexts", string.Concat(Enumerable.Repeat("{a:", 20_000)) },
        { "range starts", new string(']', 10_000) + "1..2" },
        { "signs", string.Concat(Enumerable.Repeat("- ", 20_000)) + "1" },
        { "a sum", string.Join("+", Enumerable.Repeat("1", 20_000)) },
        { "powers", string.Join("**", Enumerable.Repeat("2", 20_000)) },
        { "a path", string.Join(".", Enumerable.Repeat("a", 20_000)) },
        { "filters", "a" + string.Concat(Enumerable.Repeat("[1]", 20_000)) },
        { "calls", "f" + string.Concat(Enumerable.Repeat("()", 20_000)) },
        { "conditions", string.Concat(Enumerable.Repeat("if a then b else ", 3_000)) + "c" },
        { "loops", string.Concat(Enumerable.Repeat("for a in b return ", 3_000)) + "c" },
        { "functions", string.Concat(Enumerable.Repeat("function() ", 5_000)) + "c" },
        { "types", "x instance of " + string.Concat(Enumerable.Repeat("list<", 10_000)) },
        { "chains inside chains", new string('(', 99) + "a" + string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("+1", 80)) + ")", 99)) },
    };

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void A_very_deep_expression_gives_one_error_quickly_and_on_a_small_stack(string name, string text)
    {
        SyntaxTree? tree = null;
        var watch = Stopwatch.StartNew();
        var thread = new Thread(() => tree = Parser.Parse(EmbeddedText.Whole(new SourceText(name, text)), ParserOptions.Rule), 512 * 1024);
        thread.Start();
        thread.Join();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), name);
        tree!.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(name == "range starts" ? "DX202" : "DX211", name);
    }

    [Fact]
    public void A_ten_megabyte_expression_gives_one_error()
    {
        var text = string.Join(" + ", Enumerable.Repeat("1", 2_500_000));

        var tree = Parser.Parse(EmbeddedText.Whole(new SourceText("long", text)), ParserOptions.Rule);

        tree.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX212");
    }

    [Fact]
    public void An_expression_of_a_hundred_levels_and_of_a_hundred_links_can_be_read()
    {
        Parse(new string('(', 100) + "1" + new string(')', 100)).Diagnostics.ShouldBeEmpty();
        Parse(string.Join(" or ", Enumerable.Range(0, 100).Select(i => $"状態 = \"{i}\""))).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Long_lists_are_not_deep()
    {
        Parse("[" + string.Join(",", Enumerable.Range(0, 4_000)) + "]").Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("'")]
    [InlineData("“")]
    [InlineData("「")]
    [InlineData("＞")]
    [InlineData("{a b:")]
    [InlineData("(a b c ")]
    [InlineData("[1,")]
    [InlineData("]")]
    [InlineData("a b ")]
    [InlineData(", and")]
    [InlineData("/*")]
    [InlineData("\\")]
    public void Any_repetition_of_nonsense_ends_quickly(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 120_000 / part.Length));
        var watch = Stopwatch.StartNew();

        Parse(text).Diagnostics.ShouldNotBeEmpty();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static SyntaxTree Parse(string text) => Parser.Parse(EmbeddedText.Whole(new SourceText("text", text)), ParserOptions.Rule);
}
