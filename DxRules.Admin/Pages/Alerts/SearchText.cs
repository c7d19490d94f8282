using DxRules.Admin.Search;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>A text to be searched, in which nothing depends on how it is typed: see <see cref="FoldedText"/>.</summary>
internal readonly record struct SearchText
{
    private readonly FoldedText text;

    public SearchText(IEnumerable<string?> parts) => text = FoldedText.Of(string.Join('\n', parts));

    /// <summary>Whether every word of a query, set apart by spaces of either width, is in the text.</summary>
    public bool Holds(string query) => SearchWords.Of(query).AreIn(text);
}
