using System.Text;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>A text to be searched, so written that full and half width, kana of either kind, and capitals make no difference.</summary>
internal readonly record struct SearchText
{
    private readonly string text;

    public SearchText(IEnumerable<string?> parts) => text = Fold(string.Join('\n', parts));

    /// <summary>Whether every word of a query, set apart by spaces of either width, is in the text.</summary>
    public bool Holds(string query)
    {
        foreach (var word in Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!text.Contains(word, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            folded.Append(IsKatakana(c) ? (char)(c - KatakanaAfterHiragana) : char.ToLowerInvariant(c));
        return folded.ToString();
    }

    private const int KatakanaAfterHiragana = 'ァ' - 'ぁ';

    private static bool IsKatakana(char c) => c is >= 'ァ' and <= 'ヶ';
}
