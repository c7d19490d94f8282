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

    /// <summary>A name as names are compared: に written as one character or as two is the same name.</summary>
    public static string Normalized(string name) =>
        Ascii.IsValid(name) ? name : HasLoneSurrogate(name) ? name : name.Normalize(NormalizationForm.FormC);

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
