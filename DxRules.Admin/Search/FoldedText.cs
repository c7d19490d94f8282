using System.Globalization;
using System.Text;

namespace DxRules.Admin.Search;

/// <summary>
/// A text so written that it is found however it is typed: full and half width, hiragana and katakana, voiced marks of their own, capitals, spaces between
/// Japanese letters, and long vowel marks make no difference (サーバー, ｻｰﾊﾞ, さーば; 情報 セキュリティ, 情報セキュリティ).
/// </summary>
internal readonly record struct FoldedText
{
    /// <summary>Words of this many letters are also found where a long vowel mark is missing within them; shorter ones would be found in others (コード, こども).</summary>
    private const int LongEnough = 4;

    private FoldedText(string whole) => (Whole, Bare) = (whole, whole.Contains(LongMark, StringComparison.Ordinal) ? whole.Replace(LongMarkText, "", StringComparison.Ordinal) : whole);

    /// <summary>With the long vowel marks that a word has within it.</summary>
    public string Whole { get; }

    /// <summary>Without any.</summary>
    public string Bare { get; }

    public static FoldedText Of(string text) => new(Fold(text, null));

    /// <summary>Whether a folded word is in it.</summary>
    public bool Holds(FoldedText word) =>
        word.Bare.Length >= LongEnough ? Bare.Contains(word.Bare, StringComparison.Ordinal) : Whole.Contains(word.Whole, StringComparison.Ordinal);

    /// <summary>Where in a text as it is written a folded word stands first; null where it does not.</summary>
    public static (int Start, int End)? Find(string text, FoldedText word)
    {
        var places = new List<(int Start, int End)>(text.Length);
        var whole = Fold(text, places);
        if (word.Bare.Length >= LongEnough)
        {
            places = [.. places.Where((_, at) => whole[at] != LongMark)];
            whole = whole.Replace(LongMarkText, "", StringComparison.Ordinal);
        }
        var wanted = word.Bare.Length >= LongEnough ? word.Bare : word.Whole;
        var found = wanted.Length == 0 ? -1 : whole.IndexOf(wanted, StringComparison.Ordinal);
        return found < 0 ? null : (places[found].Start, places[found + wanted.Length - 1].End);
    }

    private const char LongMark = 'ー';
    private const string LongMarkText = "ー";

    private static string Fold(string text, List<(int Start, int End)>? places)
    {
        var folding = new Folding(text.Length, places);
        for (var start = 0; start < text.Length;)
        {
            var end = start + (char.IsSurrogatePair(text, start) ? 2 : 1);
            while (end < text.Length && IsMark(text[end]))
                end++;
            if (end == start + 1 && char.IsAscii(text[start]))
                folding.Add(text[start], start, end);
            else
                folding.Add(Composed(text[start..end]), start, end);
            start = end;
        }
        return folding.Finish();
    }

    // A surrogate without its other half is no character, and cannot be composed.
    private static string Composed(string unit) => unit.Length == 1 && char.IsSurrogate(unit[0]) ? unit : unit.Normalize(NormalizationForm.FormKC);

    private static bool IsMark(char c) => c is 'ﾞ' or 'ﾟ' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>Puts folded letters together, of which some depend on their neighbours.</summary>
    private sealed class Folding(int capacity, List<(int Start, int End)>? places)
    {
        private const int KatakanaAfterHiragana = 'ァ' - 'ぁ';

        private readonly StringBuilder folded = new(capacity);
        private (int Start, int End)? space;
        private Script script;
        private int run;

        private enum Script
        {
            None,
            Hiragana,
            Katakana,
        }

        public void Add(string unit, int start, int end)
        {
            foreach (var c in unit)
                Add(c, start, end);
        }

        public void Add(char c, int start, int end)
        {
            if (c != '\n' && char.IsWhiteSpace(c))
            {
                space ??= (start, end);
                return;
            }
            if (script != Script.None && IsDash(c))
            {
                if (folded[^1] != LongMark)
                    Append(LongMark, start, end);
                return;
            }
            var own = c is >= 'ァ' and <= 'ヶ' ? Script.Katakana : c is >= 'ぁ' and <= 'ゖ' ? Script.Hiragana : Script.None;
            if (own != script)
                EndRun();
            script = own;
            run++;
            Append(own == Script.Katakana ? (char)(c - KatakanaAfterHiragana) : char.ToLowerInvariant(c), start, end);
        }

        public string Finish()
        {
            EndRun();
            return folded.ToString();
        }

        // サーバー and サーバ are the same word, キー and キ are not.
        private void EndRun()
        {
            if (script != Script.None && run > 1 && folded[^1] == LongMark)
            {
                folded.Length--;
                places?.RemoveAt(places.Count - 1);
            }
            (script, run) = (Script.None, 0);
        }

        // Between Latin letters a space parts words; between others it is a matter of taste.
        private void Append(char c, int start, int end)
        {
            if (space is { } blank && folded.Length > 0 && char.IsAsciiLetterOrDigit(folded[^1]) && char.IsAsciiLetterOrDigit(c))
            {
                folded.Append(' ');
                places?.Add(blank);
            }
            space = null;
            folded.Append(c);
            places?.Add((start, end));
        }

        private static bool IsDash(char c) => c is LongMark or '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '~' or '〜';
    }
}
