using System.Text;

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

    /// <summary>The same for headings: lines of a cell joined, and letters spread by spaces (氏　　名) drawn together.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var c in text.Trim())
        {
            if (c is '\n' or '\r')
                continue;
            if (!char.IsWhiteSpace(c))
                line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        for (var i = line.Length - 2; i > 0; i--)
        {
            // Between Japanese letters a space is decoration.
            if (line[i] == ' ' && (line[i - 1] > 0x2E7F || line[i + 1] > 0x2E7F))
                line.Remove(i, 1);
        }
        return line.ToString();
    }

    private static char Folded(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - ('！' - '!')),
        '\u3000' or '\u00A0' or '\t' => ' ',
        '−' => '-',
        _ => c,
    };
}
