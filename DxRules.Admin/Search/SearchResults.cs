namespace DxRules.Admin.Search;

/// <summary>What was found, by its kind.</summary>
internal sealed record SearchResults(IReadOnlyList<SearchGroup> Groups)
{
    public static readonly SearchResults None = new([]);

    public int Count => Groups.Sum(group => group.Count);
}

/// <param name="Count">Of all that was found.</param>
/// <param name="Hits">Those that are shown.</param>
internal sealed record SearchGroup(SearchKind Kind, int Count, IReadOnlyList<SearchHit> Hits);

/// <summary>Something that was found.</summary>
/// <param name="Of">The plan it belongs to; null where it belongs to none or there is but one.</param>
/// <param name="Where">Where else than in the title a word stands.</param>
internal sealed record SearchHit(IReadOnlyList<Piece> Title, string Address, string? Of, IReadOnlyList<(SearchField Field, IReadOnlyList<Piece> Text)> Where);

/// <summary>A piece of a text, and whether it is what was looked for.</summary>
internal readonly record struct Piece(string Text, bool IsHit)
{
    private const int Before = 24;
    private const int Longest = 100;

    /// <summary>The whole text, cut where words begin and end.</summary>
    public static IReadOnlyList<Piece> Of(string text, SearchWords words)
    {
        var pieces = new List<Piece>();
        var at = 0;
        foreach (var (start, end) in words.Words.Select(word => FoldedText.Find(text, word)).OfType<(int Start, int End)>().Order())
        {
            if (start > at)
                pieces.Add(new Piece(text[at..start], false));
            if (end > Math.Max(start, at))
                pieces.Add(new Piece(text[Math.Max(start, at)..end], true));
            at = Math.Max(at, end);
        }
        if (at < text.Length)
            pieces.Add(new Piece(text[at..], false));
        return pieces;
    }

    /// <summary>As much of a long text as stands around the first word.</summary>
    public static IReadOnlyList<Piece> Around(string text, SearchWords words)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest)
            return Of(line, words);
        var first = words.Words.Select(word => FoldedText.Find(line, word)?.Start).Min() ?? 0;
        var from = Whole(line, Math.Max(0, first - Before));
        var to = Whole(line, Math.Min(line.Length, from + Longest));
        return Of($"{(from > 0 ? "…" : "")}{line[from..to]}{(to < line.Length ? "…" : "")}", words);
    }

    // Half of a surrogate pair is no letter.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
