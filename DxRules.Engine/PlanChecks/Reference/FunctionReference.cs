using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>Writes the functions a rule can call as a document, each with an example.</summary>
internal static class FunctionReference
{
    /// <summary>The page in Markdown.</summary>
    public static string Write(Schema schema, Language language)
    {
        var page = new MarkdownPage(language);
        page.Paragraph(page.Pick("# 関数", "# Functions"));
        page.Paragraph(page.Pick(
            "規則が呼べる関数の一覧です。関数の表から作られます。手で直さないでください。日本語名と英語名のどちらでも呼べます。",
            "The functions a rule can call. Generated from the table of functions; do not edit by hand. Either name can be used."));
        page.Paragraph(page.Pick(
            "引数が一つでも分からなければ、結果も分かりません（判定不能になります）。一覧を見る関数（count、割合 など）の扱いは language.md にあります。",
            "Where an argument is unknown the result is unknown. How functions over lists (count, share …) treat unknown members stands in language.md."));
        WriteTable(page, page.Pick("## この分野の関数", "## Functions of the field"), schema.Functions.Select(Entry));
        WriteTable(page, page.Pick("## 言語の関数", "## Functions of the language"), OwnFunctions.All.Concat(RuleFunctions.All.Select(Entry)));
        WriteProperties(page);
        return page.ToString();
    }

    private static void WriteTable(MarkdownPage page, string heading, IEnumerable<FunctionEntry> functions)
    {
        page.Paragraph(heading);
        page.Head(page.Pick("関数", "function"), page.Pick("結果", "result"), page.Pick("意味", "meaning"), page.Pick("例", "example"), page.Pick("値", "value"));
        foreach (var function in functions)
        {
            var example = FunctionExamples.Of(function.Name);
            page.Row(Names(page, function), page.Pick(function.Result), page.Pick(function.Meaning), $"`{page.Pick(example.Expression)}`", $"`{page.Pick(example.Value)}`");
        }
    }

    private static string Names(MarkdownPage page, FunctionEntry function)
    {
        var parameters = string.Join(", ", function.Parameters.Select(p => $"{page.Pick(p.Name)}: {page.Pick(p.Type)}"));
        var other = function.JapaneseName == function.Name ? "" : page.Pick($" （`{function.Name}`）", $" (`{function.JapaneseName}`)");
        return $"`{page.Pick(function.JapaneseName, function.Name)}({parameters})`{other}";
    }

    private static void WriteProperties(MarkdownPage page)
    {
        page.Paragraph(page.Pick("## 日付と期間の項目", "## Members of dates and durations"));
        page.Head(page.Pick("型", "type"), page.Pick("項目", "member"), page.Pick("例", "example"), page.Pick("値", "value"));
        foreach (var (type, name, example) in FunctionExamples.Properties)
            page.Row(page.NameOf(type), $"`{name}`", $"`{page.Pick(example.Expression)}`", $"`{page.Pick(example.Value)}`");
    }

    private static FunctionEntry Entry(Function function) => new(
        function.Ja,
        function.En,
        function.Meaning,
        [.. function.Parameters.Select(p => (new LocalizedText(p.Ja, p.En), new LocalizedText(p.Type.Ja, p.Type.En)))],
        new LocalizedText(function.Result.Ja, function.Result.En));
}

/// <summary>A function as the reference shows it.</summary>
internal sealed record FunctionEntry(
    string JapaneseName,
    string Name,
    LocalizedText Meaning,
    IReadOnlyList<(LocalizedText Name, LocalizedText Type)> Parameters,
    LocalizedText Result);
