using System.Globalization;
using System.Text;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>Writes a figure as its cell shows it: #,##0;"▲ "#,##0, 0.0%, 0"人".</summary>
internal static class NumberFormat
{
    /// <summary>The exact figure of a cell; null where it is larger than any that a person would write.</summary>
    /// <remarks>A spreadsheet calculates with 15 digits and stores 5.1 as 5.0999999999999996.</remarks>
    public static decimal? FigureOf(double value) =>
        Math.Abs(value) < 1e15 && decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    /// <param name="format">Null for the general one.</param>
    public static string Text(double value, string? format)
    {
        if (FigureOf(value) is not { } figure)
            return value.ToString("G15", CultureInfo.InvariantCulture);
        if (format is null || SectionFor(figure, SplitSections(format)) is not var (section, shown) || Pattern(section) is not { } pattern)
            return General(figure);
        return shown.ToString(pattern, CultureInfo.InvariantCulture).Trim();
    }

    private static string General(decimal figure) => figure.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Positive, negative, zero; a negative figure is shown by its own section without a sign.</summary>
    private static (string Section, decimal Shown)? SectionFor(decimal figure, IReadOnlyList<string> sections) => sections.Count switch
    {
        1 => (sections[0], figure),
        2 => figure < 0 ? (sections[1], -figure) : (sections[0], figure),
        _ when sections.Take(2).Any(section => section.Contains("[<", StringComparison.Ordinal) || section.Contains("[>", StringComparison.Ordinal)) => null,
        _ => figure > 0 ? (sections[0], figure) : figure < 0 ? (sections[1], -figure) : (sections[2], figure),
    };

    internal static IReadOnlyList<string> SplitSections(string format)
    {
        var (sections, from, quoted) = (new List<string>(), 0, false);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '"')
                quoted = !quoted;
            else if (format[i] == '\\')
                i++;
            else if (format[i] == ';' && !quoted)
            {
                sections.Add(format[from..i]);
                from = i + 1;
            }
        }
        sections.Add(format[from..]);
        return sections;
    }

    /// <summary>The section as .NET writes it; null where it is general, or a fraction.</summary>
    private static string? Pattern(string section)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < section.Length; i++)
        {
            var c = section[i];
            if (c is '0' or '#' or '?')
                pattern.Append(c == '?' ? '#' : c);
            else if (c is '.' or ',' or '%')
                pattern.Append(c);
            else if (c is '/' or '@' || section.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase) || (c is 'E' or 'e' && i + 1 < section.Length && section[i + 1] is '+' or '-'))
                return null;
            else if (c is '_' or '*')
                i++;
            else
                i = AppendLiteral(pattern, section, i);
        }
        return pattern.ToString();
    }

    /// <summary>Appends what is shown as it stands.</summary>
    /// <returns>The place of its last character.</returns>
    private static int AppendLiteral(StringBuilder pattern, string section, int start)
    {
        var (end, literal) = Literal(section, start);
        foreach (var c in literal)
            pattern.Append('\\').Append(c);
        return end;
    }

    /// <summary>Text in quotes, after a backslash, a currency sign in brackets ([$￥-411]), or any other character.</summary>
    internal static (int End, string Literal) Literal(string section, int start)
    {
        switch (section[start])
        {
            case '"':
                var close = section.IndexOf('"', start + 1);
                return close < 0 ? (section.Length, section[(start + 1)..]) : (close, section[(start + 1)..close]);
            case '\\':
                return (start + 1, start + 1 < section.Length ? section[(start + 1)..(start + 2)] : "");
            case '[':
                var end = section.IndexOf(']', start);
                if (end < 0)
                    return (section.Length, "");
                return (end, section[start + 1] == '$' ? section[(start + 2)..end].Split('-')[0] : "");
            default:
                return (start, section[start].ToString());
        }
    }
}
