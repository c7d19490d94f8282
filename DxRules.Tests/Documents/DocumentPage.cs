using System.Text.RegularExpressions;

namespace DxRules.Tests.Documents;

/// <summary>A Markdown page of the repository, as far as tests look at it.</summary>
/// <param name="Path">From the root, with / .</param>
internal sealed partial record DocumentPage(string Path, string Content)
{
    /// <summary>Every page that is read by people: README, the docs, what lies in packages and in the folder of a new city.</summary>
    public static IReadOnlyList<DocumentPage> All { get; } =
    [
        .. new[] { "README.md" }
            .Concat(Files("DxRules.Engine", "docs")).Concat(Files("DxRules.Admin", "docs"))
            .Concat(Directory.EnumerateDirectories(Repository.Root, "DxRules.*").SelectMany(project => Files(System.IO.Path.GetFileName(project), "package")))
            .Concat(Files("DxRules.Engine", "Hosting")).Concat(Files("DxRules.Admin", "Starting"))
            .Distinct().Order(StringComparer.Ordinal).Select(Read),
    ];

    public static DocumentPage Read(string path) => new(path, File.ReadAllText(Repository.File(path)).ReplaceLineEndings("\n"));

    public IReadOnlyList<CodeBlock> Blocks { get; } =
        [.. Fence().Matches(Content).Select(block => new CodeBlock(
            block.Groups[2].Value,
            Outdented(block.Groups[3].Value, block.Groups[1].Length),
            Content.AsSpan(0, block.Index).Count('\n') + 1,
            block.Index,
            block.Index + block.Length))];

    public IReadOnlyList<(int Level, string Text)> Headings =>
        [.. Heading().Matches(WithoutBlocks).Select(heading => (heading.Groups[1].Length, heading.Groups[2].Value))];

    /// <summary>Where links and pictures of this page lead.</summary>
    public IEnumerable<string> Links => Link().Matches(CodeSpan().Replace(WithoutBlocks, "")).Select(link => link.Groups[1].Value);

    /// <summary>The anchors by which GitHub reaches headings of this page.</summary>
    public IReadOnlySet<string> Anchors
    {
        get
        {
            var anchors = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (_, text) in Headings)
            {
                var anchor = NotInAnchor().Replace(Link().Replace(text, "]").ToLowerInvariant(), "").Replace(' ', '-');
                var place = 0;
                while (!anchors.Add(place == 0 ? anchor : $"{anchor}-{place}"))
                    place++;
            }
            return anchors;
        }
    }

    /// <summary>The same page in the other language; null where a page has only one.</summary>
    public string? Counterpart =>
        Path.Contains("/ja/", StringComparison.Ordinal) ? Path.Replace("/ja/", "/en/", StringComparison.Ordinal)
        : Path.Contains("/en/", StringComparison.Ordinal) ? Path.Replace("/en/", "/ja/", StringComparison.Ordinal)
        : null;

    public override string ToString() => Path;

    public string WithoutBlocks => Fence().Replace(Content, "");

    private static IEnumerable<string> Files(params string[] folder) =>
        Directory.Exists(Repository.File(folder))
            ? Directory.EnumerateFiles(Repository.File(folder), "*.md", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            : [];

    private static string Outdented(string text, int indent) => string.Join('\n', text.Split('\n').Select(line => line[Math.Min(indent, line.Length)..]));

    [GeneratedRegex("^( *)```([^\n`]*)\n(.*?)^ *```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("^(#+) (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}\p{Pc} -]")]
    private static partial Regex NotInAnchor();
}

/// <param name="Info">What stands behind the fence: the kind, and for what is a file, its name.</param>
/// <param name="Line">Of its fence, from 1.</param>
internal sealed record CodeBlock(string Info, string Text, int Line, int Start, int End)
{
    public string Kind => Info.Split(' ')[0];

    public string? FileName => Info.Split(' ', 2) is [_, var name] ? name : null;
}
