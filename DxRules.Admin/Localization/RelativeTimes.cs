using System.Globalization;
using DxRules.Engine.Text;
using Humanizer;
using Humanizer.Configuration;
using Humanizer.Localisation;

namespace DxRules.Admin.Localization;

/// <summary>
/// How long ago, how long still, and how many. Words of this kind stand beside an exact day and never for it: 「3日前」 is true on one day only.
/// </summary>
internal static class RelativeTimes
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    // Humanizer keeps its formatters in one place for the whole process; only this class uses it, so they are complete before anything is asked.
    static RelativeTimes() => Configurator.Formatters.Register("ja", _ => new JapaneseFormatter());

    /// <summary>3日前, 3 days ago; days are counted as they change in Japan.</summary>
    public static string Ago(this Texts texts, DateTimeOffset time, DateTimeOffset now)
    {
        var (there, today) = (InJapan(time), InJapan(now));
        return (now - time).Duration() < TimeSpan.FromDays(1)
            ? there.Humanize(utcDate: true, today, CultureOf(texts))
            : there.Date.Humanize(utcDate: true, today.Date, CultureOf(texts));
    }

    /// <summary>あと12日, 12 days left; 今日まで; 3日超過, 3 days overdue.</summary>
    public static string DaysLeft(this Texts texts, DateOnly due, DateOnly today)
    {
        var days = due.DayNumber - today.DayNumber;
        var span = TimeSpan.FromDays(Math.Abs(days)).Humanize(culture: CultureOf(texts), maxUnit: TimeUnit.Day);
        return days switch
        {
            0 => texts["time.dueToday"],
            > 0 => texts["time.left", span],
            _ => texts["time.overdue", span],
        };
    }

    /// <summary>19件, 1,240行 as <c>unit.{word}</c> counts them; in English 19 alerts, 1 alert.</summary>
    public static string Count(this Texts texts, string word, long count) => Count(texts, count, texts[$"unit.{word}"]);

    /// <summary>系列19件, 19 series; 区間1件, 1 phase.</summary>
    public static string Subjects(this Texts texts, string type, long count)
    {
        var kind = texts[$"subject.{type}"];
        return texts.Language == Language.Japanese ? kind + texts.Count("item", count) : Count(texts, count, kind);
    }

    private static string Count(Texts texts, long count, string unit) =>
        texts.Language == Language.Japanese ? count.ToString("N0", Japanese) + unit : unit.ToQuantity(count, "N0", English);

    // Humanizer counts days as they change in UTC, so it is told that Japan's are.
    private static DateTime InJapan(DateTimeOffset time) => DateTime.SpecifyKind(Dates.ClockInJapan(time), DateTimeKind.Utc);

    private static CultureInfo CultureOf(Texts texts) => texts.Language == Language.Japanese ? Japanese : English;
}
