using System.Globalization;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

internal static class ConversionFunctions
{
    public static IReadOnlyList<BuiltIn> All { get; } =
    [
        Of("date", "from / year, month, day", new("日付", "a date"), call => call.Count == 3 ? DateOfParts(call) : DateFrom(call)),
        Of("time", "from / hour, minute, second, offset?", new("時刻", "a time"), call => call.Count >= 3 ? TimeOfParts(call) : TimeFrom(call)),
        Of("date and time", "from / date, time", new("日時", "a date and time"), call => call.Count == 2 ? DateTimeOfParts(call) : DateTimeFrom(call)),
        Of("duration", "from", new("期間", "a duration"), DurationFrom),
        Of("number", "from, grouping separator?, decimal separator?", new("文字列が表す数", "the number that the text writes"), NumberFrom),
        Of("string", "from", new("値を書き表した文字列", "the value as a text"), call => ValueText.Of(call[0])),
    ];

    private static object? DateFrom(BuiltInCall call)
    {
        if (call.Single(0) is string text)
            return TemporalTexts.ParseDate(text) ?? call.Fail(FunctionErrors.NotReadable(call.Function, text));
        return call.Date(0)?.Value;
    }

    private static object? DateOfParts(BuiltInCall call)
    {
        if (call.Whole(0) is not { } year || call.Whole(1) is not { } month || call.Whole(2) is not { } day)
            return null;
        return CivilDate.Of(year, month, day)?.Value
            ?? call.Fail(FunctionErrors.NotReadable(call.Function, string.Create(CultureInfo.InvariantCulture, $"{year}, {month}, {day}")));
    }

    private static object? TimeFrom(BuiltInCall call) => call.Single(0) switch
    {
        string text => TemporalTexts.ParseTime(text) ?? call.Fail(FunctionErrors.NotReadable(call.Function, text)),
        FeelTime time => time,
        FeelDateTime moment => moment.Time,
        DateOnly or CivilDate => FeelTime.OfNanosecond(0, FeelZone.Utc),
        _ => call.Wrong<bool>(0, FunctionErrors.Time),
    };

    private static object? TimeOfParts(BuiltInCall call)
    {
        if (call.Whole(0) is not { } hour || call.Whole(1) is not { } minute || call.Number(2) is not { } second)
            return null;
        var zone = call.Single(3) switch
        {
            null => FeelZone.Local,
            DaysDuration offset when offset.Nanoseconds % FeelTime.NanosecondsPerSecond == 0 => FeelZone.OfOffset((long)(offset.Nanoseconds / FeelTime.NanosecondsPerSecond)),
            _ => null,
        };
        return zone is { } known && FeelTime.Of(hour, minute, second, known) is { } time
            ? time
            : call.Fail(FunctionErrors.NotReadable(call.Function, $"{hour}, {minute}, {ValueText.Of(second)}, {ValueText.Of(call[3])}"));
    }

    private static object? DateTimeFrom(BuiltInCall call) => call.Single(0) switch
    {
        string text => TemporalTexts.ParseDateTime(text) ?? call.Fail(FunctionErrors.NotReadable(call.Function, text)),
        FeelDateTime moment => moment,
        var other => ValueKinds.AsDate(other) is { } date ? FeelDateTime.StartOf(date) : call.Wrong<bool>(0, FunctionErrors.Text),
    };

    private static object? DateTimeOfParts(BuiltInCall call)
    {
        if (call.Date(0) is not { } date)
            return null;
        return call.Single(1) is FeelTime time ? new FeelDateTime(date, time) : call.Wrong<bool>(1, FunctionErrors.Time);
    }

    private static object? DurationFrom(BuiltInCall call) => call.Single(0) switch
    {
        DaysDuration or MonthsDuration => call.Single(0),
        _ when call.Text(0) is { } text => TemporalTexts.ParseDuration(text) ?? call.Fail(FunctionErrors.NotReadable(call.Function, text)),
        _ => null,
    };

    private static object? NumberFrom(BuiltInCall call)
    {
        if (call.Text(0) is not { } text)
            return null;
        if (!IsSeparator(call, 1, " ,.", out var grouping) || !IsSeparator(call, 2, ".,", out var point))
            return null;
        if (grouping == (point ?? "."))
            return call.Wrong<bool>(2, FunctionErrors.Text);
        var plain = grouping == null ? text : text.Replace(grouping, "", StringComparison.Ordinal);
        plain = point is null or "." ? plain : plain.Contains('.', StringComparison.Ordinal) ? "" : plain.Replace(point, ".", StringComparison.Ordinal);
        const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return plain.Length > 0 && plain[0] != '+' && plain.All(char.IsAscii) && decimal.TryParse(plain, Form, CultureInfo.InvariantCulture, out var number)
            ? number
            : call.Fail(FunctionErrors.NotReadable(call.Function, text));
    }

    /// <summary>A separator that was not given, or is null, is none.</summary>
    private static bool IsSeparator(BuiltInCall call, int index, string allowed, out string? separator)
    {
        separator = null;
        if (call.Single(index) == null)
            return true;
        separator = call.Text(index);
        if (separator is { Length: 1 } && allowed.Contains(separator, StringComparison.Ordinal))
            return true;
        if (separator != null)
            call.Wrong<bool>(index, new LocalizedText($"「{string.Join("」「", allowed.ToCharArray())}」のどれか", $"one of '{string.Join("' '", allowed.ToCharArray())}'"));
        return false;
    }

    private static BuiltIn Of(string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        BuiltIns.Of(FunctionGroup.Conversion, name, signatures, meaning, implementation);
}
