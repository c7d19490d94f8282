using System.Globalization;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

internal static class TemporalFunctions
{
    private static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;

    public static IReadOnlyList<BuiltIn> All { get; } =
    [
        Of("day of year", "date", new("年の初めからの日数（1から）", "the day of the year, from 1"), call => call.Date(0) is { } date ? (decimal)date.DayOfYear : null),
        Of("day of week", "date", new("曜日（英語）", "the English name of the day of the week"), call => call.Date(0) is { } date ? English.DayNames[date.Weekday % 7] : null),
        Of("month of year", "date", new("月の名前（英語）", "the English name of the month"), call => call.Date(0) is { } date ? English.MonthNames[date.Month - 1] : null),
        Of("week of year", "date", new("ISO 8601 の週番号", "the ISO 8601 week of the year"), call => call.Date(0) is { } date ? (decimal)date.WeekOfYear : null),
        Of("years and months duration", "from, to", new("二つの日付の間の年月", "the whole months from one date to another"), Between),
        Of("now", "", new("評価の基準とする日時", "the moment as of which is evaluated"), call => call.Context.Now),
        Of("today", "", new("評価の基準とする日", "the day as of which is evaluated"), call => call.Context.Now.Date.Value),
    ];

    private static object? Between(BuiltInCall call)
    {
        if (call.Date(0) is not { } from || call.Date(1) is not { } to)
            return null;
        try
        {
            return MonthsDuration.Between(from, to);
        }
        catch (OverflowException)
        {
            return call.Fail(FunctionErrors.TooLarge(call.Function));
        }
    }

    private static BuiltIn Of(string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        BuiltIns.Of(FunctionGroup.Temporal, name, signatures, meaning, implementation);
}
