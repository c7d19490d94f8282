using System.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>Words in which characters stand that look Japanese or Latin and are not, as scanning and copying from PDF leave them (デバйд).</summary>
internal static class MixedScript
{
    private const Kinds JapaneseAndCyrillic = Kinds.Japanese | Kinds.Cyrillic;

    /// <summary>
    /// Every word (run of letters) that holds a compatibility form of a Chinese character, or Cyrillic letters beside Japanese ones;
    /// in the order of the text.
    /// </summary>
    public static string[] FindAll(string text)
    {
        List<string>? words = null;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var kinds = Kinds.None;
            while (at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) && IsPartOfWord(rune))
            {
                kinds |= KindOf(rune.Value);
                at += rune.Utf16SequenceLength;
            }
            if ((kinds & Kinds.Compatibility) != 0 || (kinds & JapaneseAndCyrillic) == JapaneseAndCyrillic)
                (words ??= []).Add(text[start..at]);
            if (at == start)
                at++;
        }
        return words is null ? [] : [.. words];
    }

    // Radicals count as symbols in Unicode, and stand for letters where they were copied from a PDF.
    private static bool IsPartOfWord(Rune rune) => Rune.IsLetter(rune) || KindOf(rune.Value) != Kinds.None;

    // Twelve characters of the compatibility block are characters of their own (Unicode 15, ch. 18.1) and stand in names: 﨑.
    private static Kinds KindOf(int c) => c switch
    {
        0xFA0E or 0xFA0F or 0xFA11 or 0xFA13 or 0xFA14 or 0xFA1F or 0xFA21 or 0xFA23 or 0xFA24 or >= 0xFA27 and <= 0xFA29 => Kinds.Japanese,
        >= 0xF900 and <= 0xFAFF or >= 0x2E80 and <= 0x2FDF => Kinds.Compatibility,
        >= 0x3005 and <= 0x3007 or >= 0x3041 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFD => Kinds.Japanese,
        >= 0x0400 and <= 0x052F => Kinds.Cyrillic,
        _ => Kinds.None,
    };

    [Flags]
    private enum Kinds
    {
        None = 0,
        Japanese = 1,
        Cyrillic = 2,
        Compatibility = 4,
    }
}
