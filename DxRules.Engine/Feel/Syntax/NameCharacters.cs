using System.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>Which characters names and white space are made of (DMN 1.5, FEEL grammar rules 28, 29 and 61).</summary>
internal static class NameCharacters
{
    public static bool IsStart(int c) => c is '?' or '_' or >= 'A' and <= 'Z' or >= 'a' and <= 'z'
        or >= 0xC0 and <= 0xD6 or >= 0xD8 and <= 0xF6 or >= 0xF8 and <= 0x2FF or >= 0x370 and <= 0x37D
        or >= 0x37F and <= 0x1FFF and not 0x1680 and not 0x180E or >= 0x200C and <= 0x200D or >= 0x2070 and <= 0x218F
        or >= 0x2C00 and <= 0x2FEF or >= 0x3001 and <= 0xD7FF or >= 0xF900 and <= 0xFDCF
        or >= 0xFDF0 and <= 0xFFFD and not 0xFEFF or >= 0x10000 and <= 0xEFFFF;

    public static bool IsPart(int c) =>
        IsStart(c) || c is >= '0' and <= '9' or 0xB7 or >= 0x300 and <= 0x36F or >= 0x203F and <= 0x2040;

    public static bool IsSpace(char c) => c is >= '\u0009' and <= '\u000D' or ' ' or '\u0085' or '\u00A0' or '\u1680' or '\u180E'
        or >= '\u2000' and <= '\u200B' or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' or '\uFEFF';

    public static bool IsLineEnd(char c) => c is >= '\u000A' and <= '\u000D' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>A name as names are compared: NFC, so that が written as one character or as two is the same name.</summary>
    public static string Normalized(string name) =>
        Ascii.IsValid(name) || HasLoneSurrogate(name) ? name : ComposedKana(name).Normalize(NormalizationForm.FormC);

    // .NET does not compose where it runs without ICU (invariant globalization), and names must be the same everywhere.
    private static string ComposedKana(string name)
    {
        if (!name.AsSpan().ContainsAny(VoicedMark, HalfVoicedMark))
            return name;
        var composed = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (composed.Length > 0 && Composed(composed[^1], c) is { } kana)
                composed[^1] = kana;
            else
                composed.Append(c);
        }
        return composed.ToString();
    }

    private const char VoicedMark = '\u3099';
    private const char HalfVoicedMark = '\u309A';

    private static char? Composed(char kana, char mark)
    {
        // Katakana stand 0x60 behind their hiragana, and voiced ones right behind unvoiced ones.
        var hiragana = kana is >= 'ァ' and <= 'ヾ' ? (char)(kana - 0x60) : kana;
        var distance = (hiragana, mark) switch
        {
            ('う', VoicedMark) => 'ゔ' - 'う',
            ( >= 'か' and <= 'ち', VoicedMark) when (hiragana - 'か') % 2 == 0 => 1,
            ('つ' or 'て' or 'と' or 'ゝ', VoicedMark) => 1,
            ( >= 'は' and <= 'ほ', VoicedMark) when (hiragana - 'は') % 3 == 0 => 1,
            ( >= 'は' and <= 'ほ', HalfVoicedMark) when (hiragana - 'は') % 3 == 0 => 2,
            _ => kana is >= 'ワ' and <= 'ヲ' && mark == VoicedMark ? 'ヷ' - 'ワ' : 0,
        };
        return distance == 0 ? null : (char)(kana + distance);
    }

    private static bool HasLoneSurrogate(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i]))
                continue;
            if (i + 1 >= name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
