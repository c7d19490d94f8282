using System.Globalization;
using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>Reads dates: YYYY-MM-DD, or YYYY-MM where only the month is known.</summary>
internal static class PlanDateText
{
    /// <summary>The date, or null with a problem told.</summary>
    /// <param name="isStart">Whether a month counts from its first day instead of to its last.</param>
    public static PlanDate? Read(JsonNode node, bool isStart, PlanProblems problems)
    {
        if (Split(node.Text) is not var (year, month, day))
        {
            problems.NotADate(node, Meant(node.Text));
            return null;
        }
        if (WhyNot(year, month, day) is { } why)
        {
            problems.NoSuchDate(node, why);
            return null;
        }
        return day is { } known ? new DateOnly(year, month, known)
            : isStart ? PlanDate.FromMonth(year, month)
            : PlanDate.ToMonth(year, month);
    }

    private static (int Year, int Month, int? Day)? Split(string text)
    {
        if (text.Length is not (7 or 10) || text[4] != '-' || (text.Length == 10 && text[7] != '-'))
            return null;
        if (Figures(text.AsSpan(0, 4)) is not { } year || Figures(text.AsSpan(5, 2)) is not { } month)
            return null;
        if (text.Length == 7)
            return (year, month, null);
        return Figures(text.AsSpan(8, 2)) is { } day ? (year, month, day) : null;
    }

    private static int? Figures(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static LocalizedText? WhyNot(int year, int month, int? day)
    {
        if (year is < PlanLimits.FirstYear or > PlanLimits.LastYear)
            return new($"年は{PlanLimits.FirstYear}から{PlanLimits.LastYear}までです。", $"years run from {PlanLimits.FirstYear} to {PlanLimits.LastYear}.");
        if (month is < 1 or > 12)
            return new("月は01から12までです。", "months run from 01 to 12.");
        var days = DateTime.DaysInMonth(year, month);
        return day is < 1 || day > days
            ? new($"{year}年{month}月は{days}日までです。", $"the month {year}-{month:00} has {days} days.")
            : null;
    }

    // 令和7年3月31日, 2025/4/1, 2025年4月1日, 2025-4 and the like, also in full-width figures: three (or two) numbers of which the first is a year.
    private static string? Meant(string text)
    {
        if (text.Length > 20)
            return null;
        if (Wareki.TryParse(text, out DateOnly day))
            return new PlanDate(day).ToString();

        var numbers = new List<int>();
        var inNumber = false;
        foreach (var c in text)
        {
            var figure = c is >= '０' and <= '９' ? c - '０' : char.IsAsciiDigit(c) ? c - '0' : -1;
            if (figure < 0 && !"/-.年月日／－．".Contains(c, StringComparison.Ordinal))
                return null;
            if (figure >= 0 && inNumber && numbers[^1] < 10_000)
                numbers[^1] = numbers[^1] * 10 + figure;
            else if (figure >= 0)
                numbers.Add(figure);
            inNumber = figure >= 0;
        }
        return numbers switch
        {
            [var year, var month] when WhyNot(year, month, null) is null => $"{year}-{month:00}",
            [var year, var month, var dayOfMonth] when WhyNot(year, month, dayOfMonth) is null => $"{year}-{month:00}-{dayOfMonth:00}",
            _ => null,
        };
    }
}
