using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Values;

/// <summary>What kind of value something is, as FEEL's types name it.</summary>
internal static class ValueKinds
{
    /// <summary>number, string, boolean, date, time, date and time, …; Null for null.</summary>
    public static string TypeNameOf(object? value) => value switch
    {
        null => "Null",
        decimal => "number",
        string => "string",
        bool => "boolean",
        DateOnly or CivilDate => "date",
        FeelTime => "time",
        FeelDateTime => "date and time",
        DaysDuration => "days and time duration",
        MonthsDuration => "years and months duration",
        FeelContext => "context",
        FeelRange => "range",
        FeelFunction => "function",
        IReadOnlyList<object?> => "list",
        _ => value.GetType().Name,
    };

    /// <summary>The kind in words for people.</summary>
    public static LocalizedText WordOf(object? value) => value switch
    {
        null => new LocalizedText("値なし", "null"),
        decimal => new LocalizedText("数", "a number"),
        string => new LocalizedText("文字列", "a text"),
        bool => new LocalizedText("真偽値", "true or false"),
        DateOnly or CivilDate => new LocalizedText("日付", "a date"),
        FeelTime => new LocalizedText("時刻", "a time"),
        FeelDateTime => new LocalizedText("日時", "a date and time"),
        DaysDuration => new LocalizedText("日数の期間", "a duration in days"),
        MonthsDuration => new LocalizedText("月数の期間", "a duration in months"),
        FeelContext => new LocalizedText("コンテキスト", "a context"),
        FeelRange => new LocalizedText("範囲", "a range"),
        FeelFunction => new LocalizedText("関数", "a function"),
        IReadOnlyList<object?> => new LocalizedText("リスト", "a list"),
        _ => value.GetType().Name,
    };

    /// <summary>A date of either CLR type.</summary>
    public static CivilDate? AsDate(object? value) => value switch
    {
        DateOnly date => CivilDate.Of(date),
        CivilDate date => date,
        _ => null,
    };
}
