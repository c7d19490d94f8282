using System.Text.Json;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

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

    private static IEnumerable<(string Place, string Expression, string[] Names)> Cases()
    {
        var file = FindCases();
        Assert.SkipWhen(file == null, "The FEEL conformance cases (shared/feel/cases.jsonl beside the repository) are not here.");
        foreach (var line in File.ReadLines(file!))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.GetProperty("error").GetBoolean())
                continue;
            var names = NamesIn(root.GetProperty("inputs")).ToList();
            var place = $"{root.GetProperty("suite").GetString()} {root.GetProperty("id").GetString()}";
            if (root.GetProperty("lets").ValueKind == JsonValueKind.Array)
            {
                foreach (var definition in root.GetProperty("lets").EnumerateArray())
                {
                    yield return (place, definition.GetProperty("expression").GetString()!, [.. names]);
                    names.Add(definition.GetProperty("name").GetString()!);
                }
            }
            yield return (place, root.GetProperty("expression").GetString()!, [.. names]);
        }
    }

    private static IEnumerable<string> NamesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => NamesIn(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };

    private static string? FindCases()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "feel", "cases.jsonl");
            if (File.Exists(file))
                return file;
        }
        return null;
    }
}
