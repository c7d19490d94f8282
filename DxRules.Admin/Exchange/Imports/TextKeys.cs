using System.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>
/// Texts of people as keys: the same for full-width and half-width, for the several dashes, circled figures and variants of a character, and without
/// spaces and marks. Not <see cref="string.Normalize()"/>, which leaves full-width signs alone where a host runs without culture data.
/// </summary>
internal static class TextKeys
{
    private const int FullWidthOffset = '！' - '!';
    private const string HalfWidthKana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    private const string TakesVoice = "カキクケコサシスセソタチツテトハヒフヘホ";
    private const char VoiceMark = 'ﾞ', HalfVoiceMark = 'ﾟ';

    // What stands around a number without being part of it.
    private static readonly string[] Words = ["NO.", "NO", "第", "号", "施策", "取組", "事業", "番号"];

    private static readonly Dictionary<char, string> Variants = new()
    {
        ['髙'] = "高", ['﨑'] = "崎", ['德'] = "徳", ['邊'] = "辺", ['邉'] = "辺", ['齋'] = "斎", ['㈱'] = "(株)", ['㈲'] = "(有)", ['㌔'] = "キロ", ['㎞'] = "km", ['㎡'] = "m2",
    };

    /// <summary>One kind of sign where there are several; case, spaces and marks stay.</summary>
    public static string Signs(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (Kana(text, i) is { } kana)
            {
                folded.Append(kana);
                i += i + 1 < text.Length && text[i + 1] is VoiceMark or HalfVoiceMark ? 1 : 0;
            }
            else
                Append(folded, text[i]);
        }
        return folded.ToString();
    }

    /// <summary>The key of a title: letters and figures alone.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Signs(text))
        {
            // デ－タ: a dash after katakana is a long vowel, however it was typed.
            if (c == '-' && key.Length > 0 && key[^1] is >= 'ァ' and <= 'ヺ')
                key.Append('ー');
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is 'ー' or '〇' or '%' or '+')
                key.Append(char.ToUpperInvariant(c));
        }
        return key.ToString();
    }

    /// <summary>The key of a number: ①, (1), １．, 第1 and 1 are the same, and so are 1-2, １－２ and 1.2.</summary>
    public static string NumberKey(string text)
    {
        var key = new StringBuilder();
        foreach (var c in Words.Aggregate(Signs(text).ToUpperInvariant(), (rest, word) => rest.Replace(word, "", StringComparison.Ordinal)))
        {
            if (char.IsLetterOrDigit(c))
                key.Append(c);
            else if (c is '-' or '.' or '_' or '・' && key.Length > 0 && key[^1] != '-')
                key.Append('-');
        }
        return key.ToString().TrimEnd('-');
    }

    private static char? Kana(string text, int i)
    {
        if (text[i] is < 'ｦ' or > 'ﾝ')
            return null;
        var kana = HalfWidthKana[text[i] - 'ｦ'];
        var mark = i + 1 < text.Length ? text[i + 1] : ' ';
        return mark switch
        {
            VoiceMark when kana == 'ウ' => 'ヴ',
            VoiceMark when TakesVoice.Contains(kana, StringComparison.Ordinal) => (char)(kana + 1),
            HalfVoiceMark when kana is >= 'ハ' and <= 'ホ' => (char)(kana + 2),
            _ => kana,
        };
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (Variants.TryGetValue(c, out var usual))
            folded.Append(usual);
        else
            _ = c switch
            {
                '－' or '‐' or '‑' or '–' or '—' or '―' or '−' or '─' or 'ｰ' => folded.Append('-'),
                '〜' or '～' => folded.Append('~'),
                '　' or ' ' or '\t' => folded.Append(' '),
                >= '！' and <= '｝' => folded.Append((char)(c - FullWidthOffset)),
                >= '①' and <= '⑳' => folded.Append(c - '①' + 1),
                >= '㉑' and <= '㉟' => folded.Append(c - '㉑' + 21),
                >= '⑴' and <= '⒇' => folded.Append(c - '⑴' + 1),
                >= '❶' and <= '❿' => folded.Append(c - '❶' + 1),
                >= 'Ⅰ' and <= 'Ⅻ' => folded.Append(c - 'Ⅰ' + 1),
                >= 'ⅰ' and <= 'ⅻ' => folded.Append(c - 'ⅰ' + 1),
                _ => folded.Append(c),
            };
    }
}
