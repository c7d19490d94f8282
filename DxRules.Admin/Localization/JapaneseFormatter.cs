using Humanizer;
using Humanizer.Localisation;
using Humanizer.Localisation.Formatters;

namespace DxRules.Admin.Localization;

/// <summary>Spans of time in Japanese, which Humanizer would write in English.</summary>
internal sealed class JapaneseFormatter() : DefaultFormatter("ja")
{
    public override string DateHumanize_Now() => "たった今";

    public override string DateHumanize(TimeUnit timeUnit, Tense timeUnitTense, int unit) =>
        (timeUnit, timeUnitTense, unit) switch
        {
            (_, _, 0) => DateHumanize_Now(),
            (TimeUnit.Day, Tense.Past, 1) => "昨日",
            (TimeUnit.Day, Tense.Future, 1) => "明日",
            (_, Tense.Past, _) => Span(timeUnit, unit) + "前",
            _ => Span(timeUnit, unit) + "後",
        };

    public override string TimeSpanHumanize_Zero() => "0秒";

    public override string TimeSpanHumanize(TimeUnit timeUnit, int unit, bool toWords = false) => Span(timeUnit, unit);

    private static string Span(TimeUnit unit, int count) => count + unit switch
    {
        TimeUnit.Millisecond => "ミリ秒",
        TimeUnit.Second => "秒",
        TimeUnit.Minute => "分",
        TimeUnit.Hour => "時間",
        TimeUnit.Day => "日",
        TimeUnit.Week => "週間",
        TimeUnit.Month => "か月",
        _ => "年",
    };
}
