using System.Text.RegularExpressions;

namespace DxRules.Tests.Documents;

/// <summary>
/// Code that pages show and these tests compile: in any file of the tests, what stands between <c>// [name]</c> and <c>// [/name]</c>, without the indent of the
/// first line.
/// </summary>
internal static partial class CompiledCode
{
    public static IReadOnlySet<string> Regions { get; } =
        Directory.EnumerateFiles(Repository.File("DxRules.Tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Region().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            .Select(region => Outdented(region.Groups[3].Value, region.Groups[1].Length)).ToHashSet(StringComparer.Ordinal);

    private static string Outdented(string text, int indent) => string.Join('\n', text.Split('\n').Select(line => line[Math.Min(indent, line.Length)..])).TrimEnd();

    [GeneratedRegex(@"^( *)// \[([a-z-]+)\]\n(.*?)^ *// \[/\2\]$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Region();
}
