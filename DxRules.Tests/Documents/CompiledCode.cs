using System.Text.RegularExpressions;

namespace DxRules.Tests.Documents;

/// <summary>
/// Code that pages show and these tests compile: in any file of the tests, what stands between <c>// [name]</c> and <c>// [/name]</c>, without the indent of the
/// first line; and lines of the programs in the packages' README, which are built as they stand.
/// </summary>
internal static partial class CompiledCode
{
    public static bool Has(string code) => Regions.Contains(code) || Programs.Any(program => $"\n{program}".Contains($"\n{code}\n", StringComparison.Ordinal));

    private static IReadOnlyList<string> Programs { get; } =
        [.. DocumentPage.All.Where(page => page.Path is "DxRules.Engine/package/README.md" or "DxRules.Engine/Hosting/README.md")
            .SelectMany(page => page.Blocks).Where(block => block.Kind == "csharp").Select(block => block.Text)];

    private static IReadOnlySet<string> Regions { get; } =
        Directory.EnumerateFiles(Repository.File("DxRules.Tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Region().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            .Select(region => Outdented(region.Groups[3].Value, region.Groups[1].Length)).ToHashSet(StringComparer.Ordinal);

    private static string Outdented(string text, int indent) => string.Join('\n', text.Split('\n').Select(line => line[Math.Min(indent, line.Length)..])).TrimEnd();

    [GeneratedRegex(@"^( *)// \[([a-z-]+)\]\n(.*?)^ *// \[/\2\]$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();
}
