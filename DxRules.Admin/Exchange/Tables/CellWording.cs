namespace DxRules.Admin.Exchange.Tables;

/// <summary>The wording of a cell, made easier to read by a program and no different in meaning.</summary>
internal static class CellWording
{
    /// <summary>Full-width letters, digits and signs as half-width ones, one for one, so that places in the text stay the same.</summary>
    public static string Folded(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Folded(original[i]);
    });

    /// <summary>A cell on one line: its lines joined, and letters spread by spaces (氏　　名) drawn together.</summary>
    public static string Line(string text)
    {
        var words = text.ReplaceLineEndings("").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(Array.TrueForAll(words, word => word.Length == 1) ? "" : " ", words);
    }

    private static char Folded(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - ('！' - '!')),
        '\u3000' or '\u00A0' or '\t' => ' ',
        '−' => '-',
        _ => c,
    };
}
