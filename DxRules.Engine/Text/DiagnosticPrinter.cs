using System.Text;

namespace DxRules.Engine.Text;

/// <summary>Writes a diagnostic as people read it: place, message, the line with a caret, the hint.</summary>
public static class DiagnosticPrinter
{
    /// <summary>The diagnostic in one language, without a line break at its end.</summary>
    public static string Print(Diagnostic diagnostic, Language language)
    {
        var (line, column) = diagnostic.Source.PositionOf(diagnostic.Span.Start);
        var output = new StringBuilder();
        output.Append($"{diagnostic.Source.Name}:{line}:{column}: {diagnostic.Code}: {diagnostic.Message.In(language)}");
        if (diagnostic.Path is { } path)
            output.Append($" ({path})");
        AppendLine(output, diagnostic, line, column);
        if (diagnostic.Hint is { } hint)
            output.Append('\n').Append(language == Language.Japanese ? "  ヒント: " : "  hint: ").Append(hint.In(language));
        return output.ToString();
    }

    /// <summary>In the order in which they stand: by source, then by place.</summary>
    public static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.OrderBy(d => d.Source.Name, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Code, StringComparer.Ordinal);

    private static void AppendLine(StringBuilder output, Diagnostic diagnostic, int line, int column)
    {
        const int LongestLine = 160;
        var text = diagnostic.Source.Line(line);
        if (text.Length == 0)
            return;

        // A long line (a plan without line breaks) is cut to a window around the place.
        var from = text.Length > LongestLine ? Math.Clamp(column - 1 - LongestLine / 2, 0, text.Length - LongestLine) : 0;
        var shown = Visible(text.Substring(from, Math.Min(LongestLine, text.Length - from)));
        var before = shown[..Math.Clamp(column - 1 - from, 0, shown.Length)];
        var marked = shown.Substring(before.Length, Math.Clamp(diagnostic.Span.Length, 0, shown.Length - before.Length));
        var number = line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        output.Append($"\n  {number} | {shown}");
        output.Append('\n').Append(' ', number.Length + 3).Append("| ").Append(' ', Width(before)).Append('^', Math.Max(1, Width(marked)));
    }

    // A file may hold signs that move the cursor or hide text on a terminal; each is shown as one that does neither.
    private static string Visible(string line) => string.Concat(line.Select(c => c == '\t' ? ' ' : char.IsControl(c) ? '·' : c));

    /// <summary>Columns a text takes on a screen: full-width characters take two.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    // East Asian Wide and Fullwidth blocks (Unicode UAX #11), as far as plans and rules use them.
    private static bool IsWide(int c) =>
        c is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0x303E or >= 0x3041 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3
            or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6
            or >= 0x2460 and <= 0x24FF or >= 0x1F300 and <= 0x1F64F or >= 0x20000 and <= 0x3FFFD;
}
