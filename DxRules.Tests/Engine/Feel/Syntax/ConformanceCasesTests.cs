using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Feel.Reference;

namespace DxRules.Tests.Engine.Feel.Syntax;

public sealed class ConformanceCasesTests
{
    [Fact]
    public void Every_expression_of_the_conformance_kit_that_has_a_result_can_be_read()
    {
        var problems = new List<string>();
        foreach (var (place, expression, names) in Cases())
        {
            var tree = Parser.Parse(EmbeddedText.Whole(new SourceText(place, expression)), ParserOptions.Dynamic(names));
            problems.AddRange(tree.Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English)));
        }

        string.Join("\n", problems).ShouldBe("");
    }

    [Fact]
    public void What_is_printed_reads_as_the_same_tree()
    {
        foreach (var (place, expression, names) in Cases())
        {
            var options = ParserOptions.Dynamic(names);
            var tree = Parser.Parse(EmbeddedText.Whole(new SourceText(place, expression)), options);

            var printed = SyntaxPrinter.Print(tree.Root);
            var again = Parser.Parse(EmbeddedText.Whole(new SourceText(place, printed)), options);

            again.Diagnostics.ShouldBeEmpty(printed);
            SyntaxPrinter.Print(again.Root, groups: true).ShouldBe(SyntaxPrinter.Print(tree.Root, groups: true), expression);
        }
    }

    private static IEnumerable<(string Place, string Expression, IReadOnlyCollection<string> Names)> Cases() =>
        ConformanceCase.All().Where(each => !each.ExpectsError).SelectMany(each => each.Texts().Select(text => (each.ToString(), text.Expression, text.Names)));
}
