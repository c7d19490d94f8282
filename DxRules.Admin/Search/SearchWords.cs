namespace DxRules.Admin.Search;

/// <summary>The words of a query, all of which must occur.</summary>
internal sealed record SearchWords(IReadOnlyList<FoldedText> Words)
{
    /// <summary>Letters of a query; what is longer is cut off.</summary>
    public const int Longest = 100;

    /// <summary>Words of a query; more are left aside.</summary>
    public const int Most = 8;

    public bool Any => Words.Count > 0;

    /// <param name="query">Words set apart by spaces of either width; null for none.</param>
    public static SearchWords Of(string? query)
    {
        var text = query ?? "";
        return new SearchWords(
        [
            .. (text.Length > Longest ? text[..Longest] : text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
                .Select(FoldedText.Of).Where(word => word.Whole.Length > 0).Distinct().Take(Most),
        ]);
    }

    public bool AreIn(FoldedText text)
    {
        foreach (var word in Words)
        {
            if (!text.Holds(word))
                return false;
        }
        return true;
    }

    public bool OneIsIn(FoldedText text) => Words.Any(text.Holds);
}
