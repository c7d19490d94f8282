using System.Globalization;
using System.Text;

namespace DxRules.Engine.Text;

/// <summary>
/// Rows of a table for spreadsheets: RFC 4180 (CRLF, quotes where needed). A file begins with <see cref="Bom"/>, without which Excel takes Japanese
/// for another encoding.
/// </summary>
internal static class Csv
{
    public const string Bom = "\uFEFF";

    /// <summary>A row of texts with the line break at its end.</summary>
    public static string Row(IEnumerable<string?> cells) => Row(cells.Select(CsvCell.Text));

    /// <summary>A row with the line break at its end.</summary>
    public static string Row(IEnumerable<CsvCell> cells) => new StringBuilder().AppendJoin(',', cells.Select(cell => Quoted(cell.Written))).Append("\r\n").ToString();

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}

/// <summary>What stands in a cell of a CSV file.</summary>
/// <param name="Written">Without quotation marks.</param>
internal readonly record struct CsvCell(string Written)
{
    // A spreadsheet would run a text that begins so as a formula, in full width too.
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    private const char Apostrophe = '\'';

    /// <summary>A text; an apostrophe before it where a spreadsheet would run it.</summary>
    public static CsvCell Text(string? text) => new(text is [var first, ..] && Formulas.Contains(first) ? Apostrophe + text : text ?? "");

    /// <summary>A value by its type: figures as they are, days as 2026-03-31, texts so that <see cref="TextOf"/> gives them back.</summary>
    public static CsvCell Value(object? value) => value switch
    {
        string text => new(text is [Apostrophe, ..] ? Apostrophe + text : Text(text).Written),
        DateOnly day => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        decimal figure => new(figure.ToString("0.############################", CultureInfo.InvariantCulture)),
        IFormattable other => new(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => Text(value?.ToString()),
    };

    /// <summary>The text of a cell that was read, without the apostrophe that was put before it.</summary>
    public static string TextOf(string written) =>
        written is [Apostrophe, var first, ..] && (first == Apostrophe || Formulas.Contains(first)) ? written[1..] : written;
}
