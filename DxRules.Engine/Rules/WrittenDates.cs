using System.Globalization;
using System.Text.RegularExpressions;

namespace DxRules.Engine.Rules;

/// <summary>Dates as people write them elsewhere.</summary>
internal static partial class WrittenDates
{
    private const int BeforeReiwa = 2018;

    /// <summary>The day meant by 2025/5/31, 2025.5.31, 2025年5月31日 or 令和7年5月31日, as rule files write it; null where none is.</summary>
    public static string? Meant(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
            return null;
        var year = match.Groups["reiwa"] is { Success: true, Value: var reiwa } ? BeforeReiwa + (reiwa == "元" ? 1 : Number(reiwa)) : Number(match.Groups["year"].Value);
        var (month, day) = (Number(match.Groups["month"].Value), Number(match.Groups["day"].Value));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")
            : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:(?<year>[12][0-9]{3})|(?:令和|[RＲ])(?<reiwa>[0-9]{1,2}|元))[-/.年](?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})日?$")]
    private static partial Regex Form();
}
