using System.Text;

namespace DxRules.Engine.Text;

/// <summary>
/// Rows of a table for spreadsheets: RFC 4180 (CRLF, quotes where needed). A file begins with <see cref="Bom"/>, without which Excel takes Japanese
/// for another encoding.
/// </summary>
internal static class Csv
{
    public const string Bom = "\uFEFF";

    /// <summary>A row with the line break at its end.</summary>
    public static string Row(IEnumerable<string?> cells) => new StringBuilder().AppendJoin(',', cells.Select(Cell)).Append("\r\n").ToString();

    private static string Cell(string? text)
    {
        text ??= "";

        // A spreadsheet would run a text that begins so as a formula, in full width too; an apostrophe makes it a text.
        if (text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0]))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
