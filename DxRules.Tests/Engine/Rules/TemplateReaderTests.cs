using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

public class TemplateReaderTests
{
    [Theory]
    [InlineData("完了していません。", "完了していません。")]
    [InlineData("「{題名}」は{終了日}まで", "「|<題名>|」は|<終了日>|まで")]
    [InlineData("{if a then \"}\" else \"{\"}", "<if a then \"}\" else \"{\">")]
    [InlineData("{ {a: {b: 1}}.a.b }!", "< {a: {b: 1}}.a.b >|!")]
    [InlineData("{\"a\\\"}\"}", "<\"a\\\"}\">")]
    [InlineData("{{題名}}は{題名}", "{題名}は|<題名>")]
    [InlineData("", "")]
    public void Braces_hold_expressions_and_doubled_braces_are_braces(string text, string parts)
    {
        var diagnostics = new List<Diagnostic>();

        var template = Read(text, diagnostics);

        diagnostics.ShouldBeEmpty();
        string.Join("|", template.Parts.Select(Printed)).ShouldBe(parts);
    }

    [Theory]
    [InlineData("a {題名", "DX130", "{題名")]
    [InlineData("a {題名 = \"b}", "DX130", "{題名 = \"b}")]
    [InlineData("a 題名} b", "DX130", "}")]
    [InlineData("a { } b", "DX130", "{ }")]
    [InlineData("a ｛題名", "DX131", "｛")]
    public void A_brace_that_does_not_fit_is_told_with_its_place(string text, string code, string marked)
    {
        var diagnostics = new List<Diagnostic>();

        Read(text, diagnostics);

        var found = diagnostics.ShouldHaveSingleItem();
        found.Code.ShouldBe(code);
        text.Substring(found.Span.Start, found.Span.Length).ShouldBe(marked);
    }

    [Fact]
    public void An_expression_knows_its_place_in_the_file()
    {
        const string Text = "「{題名}」は{終了日}まで";

        var part = Read(Text, []).Parts.OfType<ExpressionPart>().Last();

        part.Expression.InSource(new TextSpan(0, 3)).Start.ShouldBe(Text.IndexOf("終了日", StringComparison.Ordinal));
    }

    private static Template Read(string text, List<Diagnostic> diagnostics) =>
        TemplateReader.Read(EmbeddedText.Whole(new SourceText("a.yaml", text)), diagnostics);

    private static string Printed(TemplatePart part) => part switch
    {
        LiteralPart literal => literal.Text,
        ExpressionPart expression => $"<{expression.Expression.Text}>",
        _ => throw new InvalidOperationException(),
    };
}
