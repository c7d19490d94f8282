using System.Globalization;
using DxRules.Admin.Localization;

namespace DxRules.Tests.Admin.Localization;

public sealed class RelativeTimesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 5, 31, 0, 30, 0, TimeSpan.FromHours(9));

    private readonly Texts texts = new();
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Theory]
    [InlineData("2025-05-31T00:30:00+09:00", "たった今", "now")]
    [InlineData("2025-05-31T00:25:00+09:00", "5分前", "5 minutes ago")]
    [InlineData("2025-05-30T21:30:00+09:00", "3時間前", "3 hours ago")]
    [InlineData("2025-05-28T23:00:00+09:00", "3日前", "3 days ago")]
    [InlineData("2025-05-28T14:00:00+00:00", "3日前", "3 days ago")]
    [InlineData("2025-05-29T23:00:00+09:00", "2日前", "2 days ago")]
    [InlineData("2025-03-20T09:00:00+09:00", "2か月前", "2 months ago")]
    [InlineData("2022-04-01T09:00:00+09:00", "3年前", "3 years ago")]
    [InlineData("2025-06-03T09:00:00+09:00", "3日後", "3 days from now")]
    public void How_long_ago_counts_days_as_they_change_in_Japan(string time, string japanese, string english)
    {
        var at = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

        In("ja-JP").Ago(at, Now).ShouldBe(japanese);
        In("en-GB").Ago(at, Now).ShouldBe(english);
    }

    [Theory]
    [InlineData("2025-06-12", "あと12日", "12 days left")]
    [InlineData("2025-06-01", "あと1日", "1 day left")]
    [InlineData("2025-05-31", "今日まで", "due today")]
    [InlineData("2025-05-28", "3日超過", "3 days overdue")]
    [InlineData("2026-05-31", "あと365日", "365 days left")]
    public void What_is_left_until_a_day_is_counted_in_days(string due, string japanese, string english)
    {
        var (day, today) = (DateOnly.Parse(due, CultureInfo.InvariantCulture), new DateOnly(2025, 5, 31));

        In("ja-JP").DaysLeft(day, today).ShouldBe(japanese);
        In("en-GB").DaysLeft(day, today).ShouldBe(english);
    }

    [Theory]
    [InlineData(0, "0件", "0 alerts")]
    [InlineData(1, "1件", "1 alert")]
    [InlineData(1240, "1,240件", "1,240 alerts")]
    public void What_is_counted_agrees_with_its_number(int count, string japanese, string english)
    {
        In("ja-JP").Count("alert", count).ShouldBe(japanese);
        In("en-GB").Count("alert", count).ShouldBe(english);
    }

    [Theory]
    [InlineData("series", 19, "系列19件", "19 series")]
    [InlineData("phase", 1, "区間1件", "1 phase")]
    [InlineData("securityPolicy", 2, "セキュリティ方針2件", "2 security policies")]
    [InlineData("kpi", 2, "指標2件", "2 KPIs")]
    public void Kinds_of_subjects_are_counted_by_their_names(string type, int count, string japanese, string english)
    {
        In("ja-JP").Subjects(type, count).ShouldBe(japanese);
        In("en-GB").Subjects(type, count).ShouldBe(english);
    }

    private Texts In(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return texts;
    }
}
