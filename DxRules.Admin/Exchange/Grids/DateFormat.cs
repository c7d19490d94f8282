using System.Globalization;
using System.Text;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Grids;

/// <summary>Writes a day as its cell shows it, the Japanese calendar with it: ggge"年"m"月"d"日", ge.m.d, yyyy/m/d.</summary>
internal static class DateFormat
{
    // Formats that Excel names by a number and that mean this where it was set up for Japanese.
    private static readonly Dictionary<int, string> Numbered = new()
    {
        [27] = "ge.m.d", [28] = "ggge年m月d日", [29] = "ggge年m月d日", [30] = "m/d/yy", [31] = "yyyy年m月d日", [32] = "h時mm分", [33] = "h時mm分ss秒", [36] = "ge.m.d",
        [50] = "ge.m.d", [51] = "ggge年m月d日", [52] = "yyyy年m月", [53] = "m月d日", [54] = "ggge年m月d日", [55] = "yyyy年m月", [56] = "m月d日", [57] = "ge.m.d", [58] = "ggge年m月d日",
    };

    /// <summary>The format of a cell by its number and its text.</summary>
    public static string? Of(int number, string? format) => Numbered.GetValueOrDefault(number, format!);

    /// <summary>Whether a format shows days or times.</summary>
    public static bool IsOfDays(string? format)
    {
        if (format is null)
            return false;
        var section = NumberFormat.SplitSections(format)[0];
        if (section.Contains("General", StringComparison.OrdinalIgnoreCase))
            return false;
        for (var i = 0; i < section.Length; i++)
        {
            if (IsPart(section[i]))
                return true;
            if (section[i] is '0' or '#' or '?')
                return false;
            i = section[i] is '_' or '*' ? i + 1 : NumberFormat.Literal(section, i).End;
        }
        return false;
    }

    public static string Text(DateTime day, string? format)
    {
        if (!IsOfDays(format))
            return day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var section = NumberFormat.SplitSections(format!)[0];
        var (text, afterHour, from1) = (new StringBuilder(), false, section.Contains("gannen", StringComparison.Ordinal));
        for (var i = 0; i < section.Length; i++)
        {
            if (IsPart(section[i]))
            {
                var length = section.Skip(i).TakeWhile(c => char.ToLowerInvariant(c) == char.ToLowerInvariant(section[i])).Count();
                text.Append(Part(day, char.ToLowerInvariant(section[i]), length, afterHour || IsBeforeSeconds(section, i + length), from1));
                afterHour = char.ToLowerInvariant(section[i]) == 'h';
                i += length - 1;
            }
            else if (section[i] is '_' or '*')
                i++;
            else
            {
                var (end, literal) = NumberFormat.Literal(section, i);
                text.Append(literal);
                i = end;
            }
        }
        return text.ToString().Trim();
    }

    private static bool IsPart(char c) => char.ToLowerInvariant(c) is 'y' or 'm' or 'd' or 'h' or 's' or 'g' or 'e' or 'a';

    private static bool IsBeforeSeconds(string section, int i) => section.AsSpan(i).TrimStart(":\"時分 ").StartsWith("s", StringComparison.OrdinalIgnoreCase);

    private static string Part(DateTime day, char part, int length, bool ofTime, bool from1) => part switch
    {
        'y' => length > 2 ? Number(day.Year, 4) : Number(day.Year % 100, 2),
        'm' => Number(ofTime ? day.Minute : day.Month, Math.Min(length, 2)),
        'd' => length > 2 ? Weekday(day) : Number(day.Day, length),
        'h' => Number(day.Hour, Math.Min(length, 2)),
        's' => Number(day.Second, Math.Min(length, 2)),
        'g' => EraOf(day, length),
        'e' => Wareki.Of(DateOnly.FromDateTime(day)) is not { } year ? Number(day.Year, 4) : year.Year == 1 && from1 ? "元" : Number(year.Year, length),
        _ => Weekday(day) + (length > 3 ? "曜日" : ""),
    };

    private static string EraOf(DateTime day, int length)
    {
        var name = Wareki.Of(DateOnly.FromDateTime(day)) is { } year ? year.ToString()[..2] : "";
        return (name, length) switch
        {
            ("", _) or (_, >= 3) => name,
            (_, 2) => name[..1],
            ("令和", _) => "R",
            ("平成", _) => "H",
            ("昭和", _) => "S",
            _ => "T",
        };
    }

    private static string Weekday(DateTime day) => "日月火水木金土"[(int)day.DayOfWeek].ToString();

    private static string Number(int number, int length) => number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');
}
