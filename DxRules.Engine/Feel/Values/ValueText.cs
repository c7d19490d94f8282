using System.Globalization;
using System.Text;
using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Values;

/// <summary>Values as FEEL's <c>string()</c> writes them.</summary>
internal static class ValueText
{
    /// <summary>The text of a value; null for null. A text stays as it is, but inside lists and contexts it stands between quotes.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        _ => Inside(value),
    };

    /// <summary>A number without exponent and without zeros at its end.</summary>
    public static string Of(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
            text = text.TrimEnd('0').TrimEnd('.');
        return text == "-0" ? "0" : text;
    }

    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(CivilDate date)
    {
        var year = Math.Abs(date.Year).ToString("0000", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(date.Year < 0 ? "-" : "")}{year}-{date.Month:00}-{date.Day:00}");
    }

    public static string Of(FeelTime time)
    {
        var clock = string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:{time.Second:00}");
        return clock + Fraction(time.NanosecondOfDay % FeelTime.NanosecondsPerSecond) + Of(time.Zone);
    }

    public static string Of(FeelDateTime moment) => Of(moment.Date) + "T" + Of(moment.Time);

    public static string Of(MonthsDuration duration)
    {
        if (duration.Months == 0)
            return "P0M";
        var (years, months) = Math.DivRem(Math.Abs((long)duration.Months), 12);
        return string.Create(CultureInfo.InvariantCulture,
            $"{(duration.Months < 0 ? "-" : "")}P{(years > 0 ? $"{years}Y" : "")}{(months > 0 ? $"{months}M" : "")}");
    }

    public static string Of(DaysDuration duration)
    {
        if (duration.Nanoseconds == 0)
            return "PT0S";
        var output = new StringBuilder(duration.Nanoseconds < 0 ? "-P" : "P");
        var (days, rest) = Int128.DivRem(Int128.Abs(duration.Nanoseconds), FeelTime.NanosecondsPerDay);
        if (days > 0)
            output.Append(CultureInfo.InvariantCulture, $"{days}D");
        if (rest == 0)
            return output.ToString();
        output.Append('T');
        var (seconds, fraction) = Math.DivRem((long)rest, FeelTime.NanosecondsPerSecond);
        if (seconds >= 3_600)
            output.Append(CultureInfo.InvariantCulture, $"{seconds / 3_600}H");
        if (seconds / 60 % 60 > 0)
            output.Append(CultureInfo.InvariantCulture, $"{seconds / 60 % 60}M");
        if (seconds % 60 > 0 || fraction > 0)
            output.Append(CultureInfo.InvariantCulture, $"{seconds % 60}{Fraction(fraction)}S");
        return output.ToString();
    }

    private static string Inside(object? value) => value switch
    {
        null => "null",
        string text => SyntaxPrinter.Quoted(text),
        bool boolean => boolean ? "true" : "false",
        decimal number => Of(number),
        DateOnly date => Of(date),
        CivilDate date => Of(date),
        FeelTime time => Of(time),
        FeelDateTime moment => Of(moment),
        DaysDuration duration => Of(duration),
        MonthsDuration duration => Of(duration),
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Inside))}]",
        FeelContext context => $"{{{string.Join(", ", context.Entries.Select(entry => $"{Key(entry.Key)}: {Inside(entry.Value)}"))}}}",
        FeelRange range => Of(range),
        FeelFunction function => $"function({string.Join(", ", function.Parameters)})",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Of(FeelRange range) => range.Form switch
    {
        RangeForm.WithoutStart => $"({(range.IncludesEnd ? "<=" : "<")}{End(range.End)})",
        RangeForm.WithoutEnd => $"({(range.IncludesStart ? ">=" : ">")}{End(range.Start)})",
        RangeForm.AllBut => $"(!={End(range.Start)})",
        _ => $"{(range.IncludesStart ? "[" : "(")}{End(range.Start)}..{End(range.End)}{(range.IncludesEnd ? "]" : ")")}",
    };

    // So that range("…") can read it again.
    private static string End(object? value) => value switch
    {
        null or string or decimal or bool => Inside(value),
        _ => $"@{SyntaxPrinter.Quoted(Inside(value))}",
    };

    private static string Key(string name) => name.Length > 0 && Lexer.IsName(name) ? name : SyntaxPrinter.Quoted(name);

    private static string Fraction(long nanoseconds) => nanoseconds == 0
        ? ""
        : "." + nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');

    private static string Of(FeelZone zone)
    {
        if (zone.Id is { } id)
            return "@" + id;
        if (zone.OffsetSeconds is not { } offset)
            return "";
        if (offset == 0)
            return "Z";
        var (hours, rest) = Math.DivRem(Math.Abs(offset), 3_600);
        var seconds = rest % 60 > 0 ? string.Create(CultureInfo.InvariantCulture, $":{rest % 60:00}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? "-" : "+")}{hours:00}:{rest / 60:00}{seconds}");
    }
}
