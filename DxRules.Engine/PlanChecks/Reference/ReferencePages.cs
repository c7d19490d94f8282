using System.Reflection;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>The reference for authors of rules: what <c>rules docs</c> writes and DxRules.Engine/docs keeps.</summary>
internal static class ReferencePages
{
    /// <summary>File names and contents, in one language.</summary>
    public static IReadOnlyList<(string Name, string Content)> In(Language language) =>
    [
        ("language.md", Language(language)),
        ("functions.md", FunctionReference.Write(PlanSchema.Instance, language)),
        ("data-dictionary.md", DataDictionary.Write(PlanSchema.Instance, language)),
        ("diagnostics.md", DiagnosticReference.Write(language)),
    ];

    // Written by hand but for its last section; it travels inside the assembly.
    private static string Language(Language language)
    {
        var name = $"docs/{(language == Text.Language.Japanese ? "ja" : "en")}/language.md";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var page = new MarkdownPage(language);
        ModeDifferences.Write(page);
        var differences = page.ToString();
        var kept = reader.ReadToEnd();
        var heading = differences[..differences.IndexOf('\n', StringComparison.Ordinal)];
        var end = kept.IndexOf(heading, StringComparison.Ordinal);
        return (end < 0 ? kept.TrimEnd() : kept[..end].TrimEnd()) + "\n\n" + differences;
    }
}
