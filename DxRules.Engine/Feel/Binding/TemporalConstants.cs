using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Dates and durations written out in a rule: 2025-03-31, P90D, P12M, P1Y6M.</summary>
internal static partial class TemporalConstants
{
    public static bool TryRead(string text, out FeelType type, out object value)
    {
        (type, value) = (FeelType.Error, "");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            (type, value) = (FeelType.Date, date);
        else if (DaysForm().Match(text) is { Success: true } days && int.TryParse(days.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var count) && count <= MaxDays)
            (type, value) = (FeelType.Days, new DaysDuration(TimeSpan.FromDays(count)));
        else if (MonthsForm().Match(text) is { Success: true } months && TryMonths(months, out var total))
            (type, value) = (FeelType.Months, new MonthsDuration(total));
        return type != FeelType.Error;
    }

    // A hundred years: longer is a slip of the hand.
    private const int MaxDays = 36525;

    private static bool TryMonths(Match match, out int total)
    {
        int.TryParse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture, out var years);
        int.TryParse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture, out var months);
        total = years * 12 + months;
        return match.Length > 1 && years <= 100 && months <= 1200;
    }

    [GeneratedRegex("^P([0-9]{1,6})D$", RegexOptions.CultureInvariant)]
    private static partial Regex DaysForm();

    [GeneratedRegex("^P(?:(?<y>[0-9]{1,4})Y)?(?:(?<m>[0-9]{1,4})M)?$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthsForm();
}
