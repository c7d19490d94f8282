using System.Reflection;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>The reference for authors of rules: what <c>rules docs</c> writes and DxRules.Engine/docs keeps.</summary>
internal static class ReferencePages
{
    /// <summary>File names and contents, in one language.</summary>
    public static IReadOnlyList<(string Name, string Content)> In(Language language) =>
    [
        ("writing-rules.md", Kept("writing-rules.md", language)),
        ("language.md", Language(language)),
        ("functions.md", FunctionReference.Write(PlanSchema.Instance, language)),
        ("data-dictionary.md", DataDictionary.Write(PlanSchema.Instance, language)),
        ("diagnostics.md", DiagnosticReference.Write(language)),
    ];

    /// <summary>File names and contents of the JSON Schemas by which editors complete and check rules, profiles and plans.</summary>
    public static IReadOnlyList<(string Name, string Content)> Schemas =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(SchemaFolder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (name[SchemaFolder.Length..], Resource(name)))];

    private const string SchemaFolder = "schema/";

    // Written by hand but for its last section.
    private static string Language(Language language)
    {
        var page = new MarkdownPage(language);
        ModeDifferences.Write(page);
        var differences = page.ToString();
        var kept = Kept("language.md", language);
        var heading = differences[..differences.IndexOf('\n', StringComparison.Ordinal)];
        var end = kept.IndexOf(heading, StringComparison.Ordinal);
        return (end < 0 ? kept.TrimEnd() : kept[..end].TrimEnd()) + "\n\n" + differences;
    }

    // Written by hand; it travels inside the assembly.
    private static string Kept(string page, Language language) => Resource($"docs/{(language == Text.Language.Japanese ? "ja" : "en")}/{page}");

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
