using System.Text.RegularExpressions;

namespace DxRules.Tests.Admin.Localization;

/// <summary>A file of the site without its comments, and what it asks of the texts.</summary>
internal sealed partial class TextUses
{
    private TextUses(string file)
    {
        File = Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/');
        Source = Comment().Replace(System.IO.File.ReadAllText(file), match => match.Value.StartsWith('"') ? match.Value : "");
    }

    public string File { get; }

    public string Source { get; }

    /// <summary>Everything between quotes.</summary>
    public IEnumerable<string> Literals => Literal().Matches(Source).Select(match => match.Groups[1].Value);

    /// <summary>Every <c>T["key", a, b]</c>: the keys that may stand there, where they are written out, and how many arguments follow.</summary>
    public IEnumerable<(IReadOnlyList<string> Keys, int Arguments)> Lookups =>
        Indexer().Matches(Source).Select(match => Arguments(match.Index + match.Length))
            .Select(arguments => (KeysIn(arguments[0]), arguments.Count - 1));

    /// <summary>The files of the site in which texts are used.</summary>
    public static IReadOnlyList<TextUses> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.File("DxRules.Admin"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(file => new TextUses(file)),
    ];

    /// <summary>A key with holes, as a pattern; null where too little of it is written out to tell anything.</summary>
    public static Regex? Pattern(string literal)
    {
        var parts = Hole().Split(literal);
        return parts.Length > 1 && parts[0].Contains('.', StringComparison.Ordinal)
            ? new Regex($"^{string.Join(@"[\w.]+", parts.Select(Regex.Escape))}$", RegexOptions.CultureInvariant)
            : null;
    }

    public static bool IsKey(string literal) => Key().IsMatch(literal);

    // What stands between the brackets, cut at its outermost commas.
    private List<string> Arguments(int start)
    {
        var (arguments, depth, from, quoted) = (new List<string>(), 0, start, false);
        for (var at = start; at < Source.Length; at++)
        {
            var c = Source[at];
            if (c == '"' && Source[at - 1] != '\\')
                quoted = !quoted;
            if (quoted)
                continue;
            if (depth == 0 && c is (',' or ']'))
            {
                arguments.Add(Source[from..at]);
                from = at + 1;
                if (c == ']')
                    return arguments;
            }
            depth += c switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' => -1,
                _ => 0,
            };
        }
        throw new InvalidDataException($"{File}: a bracket is not closed.");
    }

    private static IReadOnlyList<string> KeysIn(string argument) =>
        [.. Literal().Matches(argument).Select(match => match.Groups[1].Value).Where(IsKey)];

    // Strings are matched too, so that what looks like a comment inside them stays.
    [GeneratedRegex("""
        "(?:\\.|[^"\\\n])*"|//[^\n]*|@\*.*?\*@|/\*.*?\*/
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Comment();

    // From every quote to the next: in an attribute of a page, strings stand within strings.
    [GeneratedRegex("(?=\"((?:\\\\.|[^\"\\\\\\n])*)\")")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b(?:T|[tT]exts)\[")]
    private static partial Regex Indexer();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^[a-z][A-Za-z]*(\.[A-Za-z][A-Za-z0-9-]*)+$")]
    private static partial Regex Key();
}
