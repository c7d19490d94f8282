using System.Globalization;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Localization;

/// <summary>Days, years and times as the pages write them: in Japanese by era with the Western year, in English by the Western year.</summary>
internal static class Dates
{
    // Japan has one time zone and no summer time, so the machine's time zone data is not needed.
    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9);

    /// <summary>令和7年5月31日（2025年）, 31 May 2025.</summary>
    public static string Date(this Texts texts, DateOnly day) =>
        texts.Language == Language.Japanese
            ? string.Create(CultureInfo.InvariantCulture, $"{Wareki.Format(day)}（{day.Year}年）")
            : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>令和7年5月（2025年）, May 2025.</summary>
    public static string Month(this Texts texts, DateOnly day) =>
        texts.Language == Language.Japanese
            ? string.Create(CultureInfo.InvariantCulture, $"{Wareki.FormatMonth(day)}（{day.Year}年）")
            : day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>6月30日, 30 June: in any year.</summary>
    public static string DayOfYear(this Texts texts, int month, int day) =>
        texts.Language == Language.Japanese
            ? string.Create(CultureInfo.InvariantCulture, $"{month}月{day}日")
            : new DateOnly(2023, month, day).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>令和6年度（2024年度）, FY2024.</summary>
    public static string FiscalYear(this Texts texts, int year) =>
        texts.Language == Language.Japanese
            ? string.Create(CultureInfo.InvariantCulture, $"{Wareki.FormatFiscalYear(year)}（{year}年度）")
            : string.Create(CultureInfo.InvariantCulture, $"FY{year}");

    /// <summary>The day and minute in Japan.</summary>
    public static string Time(this Texts texts, DateTimeOffset time)
    {
        var there = time.ToOffset(JapanTime);
        return string.Create(CultureInfo.InvariantCulture, $"{texts.Date(DateOnly.FromDateTime(there.DateTime))} {there:HH:mm}");
    }

    /// <summary>The moment with Japan's clock: 2026-11-22T01:18+09:00, as machines read it.</summary>
    public static string Machine(DateTimeOffset time) => time.ToOffset(JapanTime).ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture);

    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What clocks show in Japan at a moment.</summary>
    public static DateTime ClockInJapan(DateTimeOffset time) => time.ToOffset(JapanTime).DateTime;

    /// <summary>The first moment after a day in Japan.</summary>
    public static DateTimeOffset EndInJapan(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), JapanTime);

    /// <summary>The day in Japan at a moment.</summary>
    public static DateOnly InJapan(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(JapanTime).DateTime);
}
