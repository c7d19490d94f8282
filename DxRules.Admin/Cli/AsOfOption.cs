using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>--as-of DATE</c>: the day as of which plans are judged.</summary>
internal static class AsOfOption
{
    public static Option<DateOnly?> Create(Language language) => new("--as-of")
    {
        Description = new LocalizedText("基準日（既定: 日本の今日）", "the day as of which plans are judged (default: today in Japan)").In(language),
        HelpName = "YYYY-MM-DD",
        CustomParser = result => Read(result, result.Tokens[0].Value, language),
    };

    /// <summary>The same, as often as there are days to judge as of.</summary>
    public static Option<DateOnly[]> CreateSeveral(Language language) => new("--as-of")
    {
        Description = new LocalizedText("基準日（既定: 日本の今日。複数可）", "the day as of which plans are judged (default: today in Japan; may be repeated)").In(language),
        HelpName = "YYYY-MM-DD",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.Select(token => Read(result, token.Value, language)).OfType<DateOnly>()],
    };

    private static DateOnly? Read(ArgumentResult result, string text, Language language)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        result.AddError(new LocalizedText(
            $"--as-of の「{text}」は日付ではありません。2025-05-31 のように書いてください。",
            $"--as-of '{text}' is not a date. Write it like 2025-05-31.").In(language));
        return null;
    }

    /// <summary>The dates given, in order of time and each once, or today in Japan.</summary>
    public static IReadOnlyList<DateOnly> OrToday(IReadOnlyList<DateOnly> given, Terminal terminal, Language language) =>
        given.Count > 0 ? [.. given.Distinct().Order()] : [OrToday((DateOnly?)null, terminal, language)];

    /// <summary>The date given, or today in Japan, which it says, because the result depends on it.</summary>
    public static DateOnly OrToday(DateOnly? given, Terminal terminal, Language language)
    {
        if (given is { } date)
            return date;
        var today = Today(terminal);
        var text = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        terminal.Error.WriteLine(new LocalizedText(
            $"基準日: {text}（日本の今日。--as-of で指定できます）",
            $"as of {text} (today in Japan; --as-of sets another day)").In(language));
        return today;
    }

    public static DateOnly Today(Terminal terminal) => DateOnly.FromDateTime(terminal.Clock.GetUtcNow().ToOffset(JapanTime).DateTime);

    // Japan has had no summer time since 1951, so no time zone data is needed.
    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9);
}
