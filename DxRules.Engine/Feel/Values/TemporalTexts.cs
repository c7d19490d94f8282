namespace DxRules.Engine.Feel.Values;

/// <summary>Reads dates, times and durations as FEEL writes them (the lexical forms of XML Schema, and zones as @Area/City). Strict: null for every other text.</summary>
internal static class TemporalTexts
{
    /// <summary>What stands in @"…": a date, time, date and time or duration by the form of its text.</summary>
    public static object? Parse(string text) =>
        ParseDate(text) ?? ParseTime(text) ?? (text.Contains('T', StringComparison.Ordinal) ? ParseDateTime(text) : null) ?? ParseDuration(text);

    /// <summary>A day as values hold it; see <see cref="CivilDate.Value"/>.</summary>
    public static object? ParseDate(string text)
    {
        var scanner = new TextScanner(text);
        return scanner.Date() is { } date && scanner.AtEnd ? date.Value : null;
    }

    public static FeelTime? ParseTime(string text)
    {
        var scanner = new TextScanner(text);
        return scanner.Time(out var dayLater) is { } time && scanner.AtEnd && !(dayLater && time.NanosecondOfDay != 0) ? time : null;
    }

    /// <summary>A date and time, or a date alone, which stands for its midnight.</summary>
    public static FeelDateTime? ParseDateTime(string text)
    {
        var scanner = new TextScanner(text);
        if (scanner.Date() is not { } date)
            return null;
        if (scanner.AtEnd)
            return new FeelDateTime(date, FeelTime.OfNanosecond(0, FeelZone.Local));
        if (!scanner.Accept('T') || scanner.Time(out var dayLater) is not { } time || !scanner.AtEnd)
            return null;
        if (!dayLater)
            return new FeelDateTime(date, time);
        return date is { Year: CivilDate.LastYear, Month: 12, Day: 31 } ? null : new FeelDateTime(date.AddDays(1), time);
    }

    /// <summary>A <see cref="DaysDuration"/> or a <see cref="MonthsDuration"/>; a text that mixes months and days is neither.</summary>
    public static object? ParseDuration(string text)
    {
        var scanner = new TextScanner(text);
        var negative = scanner.Accept('-');
        if (!scanner.Accept('P'))
            return null;
        try
        {
            return scanner.Months() is { } months
                ? scanner.AtEnd ? new MonthsDuration(checked((int)(negative ? -months : months))) : null
                : scanner.Nanoseconds() is { } nanoseconds && scanner.AtEnd ? DaysDuration.OfNanoseconds(negative ? -nanoseconds : nanoseconds) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

/// <summary>Reads the parts of a temporal text from its beginning.</summary>
internal ref struct TextScanner(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    public readonly bool AtEnd => rest.IsEmpty;

    public bool Accept(char c)
    {
        if (rest.IsEmpty || rest[0] != c)
            return false;
        rest = rest[1..];
        return true;
    }

    public CivilDate? Date()
    {
        var negative = Accept('-');
        var leadingZero = !rest.IsEmpty && rest[0] == '0';
        if (Digits(4, 9, out var year) is not { } length || leadingZero && length > 4)
            return null;
        return Accept('-') && Digits(2, 2, out var month) != null && Accept('-') && Digits(2, 2, out var day) != null
            ? CivilDate.Of(negative ? -year : year, month, day)
            : null;
    }

    /// <summary>24:00:00 is read as midnight, and said to be that of the following day.</summary>
    public FeelTime? Time(out bool isDayLater)
    {
        isDayLater = false;
        if (Digits(2, 2, out var hour) == null || !Accept(':') || Digits(2, 2, out var minute) == null || !Accept(':') || Digits(2, 2, out var second) == null)
            return null;
        var fraction = Accept('.') ? Fraction() : 0;
        if (fraction == null || Zone() is not { } zone)
            return null;
        isDayLater = hour == 24;
        if (isDayLater && (minute, second, fraction) != (0, 0, 0))
            return null;
        return FeelTime.Of(isDayLater ? 0 : hour, minute, second + (decimal)fraction / FeelTime.NanosecondsPerSecond, zone);
    }

    /// <summary>The years and months after the P; null where there are none.</summary>
    /// <exception cref="OverflowException">They are more than a duration can hold.</exception>
    public long? Months()
    {
        var years = Component('Y');
        var months = Component('M');
        return years == null && months == null ? null : checked((years ?? 0) * 12 + (months ?? 0));
    }

    /// <summary>The days, hours, minutes and seconds after the P; null where there are none, or a T without any behind it.</summary>
    public Int128? Nanoseconds()
    {
        var days = Component('D');
        Int128 seconds = (days ?? 0) * (Int128)86_400;
        if (!Accept('T'))
            return days == null ? null : seconds * FeelTime.NanosecondsPerSecond;
        var hours = Component('H');
        var minutes = Component('M');
        var start = rest;
        long fraction = 0;
        long? whole = null;
        if (Digits(1, 18, out var digits) != null)
        {
            var point = Accept('.');
            fraction = point && Fraction() is { } read ? read : 0;
            whole = Accept('S') ? digits : null;
            rest = whole == null ? start : rest;
        }
        if (hours == null && minutes == null && whole == null)
            return null;
        seconds += (hours ?? 0) * (Int128)3_600 + (minutes ?? 0) * (Int128)60 + (whole ?? 0);
        return seconds * FeelTime.NanosecondsPerSecond + fraction;
    }

    private FeelZone? Zone()
    {
        if (rest.IsEmpty)
            return FeelZone.Local;
        if (Accept('Z'))
            return FeelZone.Utc;
        if (Accept('@'))
        {
            var id = rest.ToString();
            rest = [];
            return FeelZone.OfId(id);
        }

        var west = Accept('-');
        if (!west && !Accept('+') || Digits(2, 2, out var hours) == null || !Accept(':') || Digits(2, 2, out var minutes) == null || minutes > 59)
            return null;
        long seconds = 0;
        if (Accept(':') && (Digits(2, 2, out seconds) == null || seconds > 59))
            return null;
        var offset = hours * 3_600 + minutes * 60 + seconds;
        return FeelZone.OfOffset(west ? -offset : offset);
    }

    private long? Component(char unit)
    {
        var start = rest;
        if (Digits(1, 18, out var value) != null && Accept(unit))
            return value;
        rest = start;
        return null;
    }

    /// <summary>Nanoseconds after the decimal point; further digits are cut off, none at all are 0.</summary>
    private long? Fraction()
    {
        long value = 0;
        var length = 0;
        for (; !rest.IsEmpty && char.IsAsciiDigit(rest[0]); rest = rest[1..])
        {
            if (length++ < 9)
                value = value * 10 + rest[0] - '0';
        }
        for (; length < 9; length++)
            value *= 10;
        return value;
    }

    private int? Digits(int least, int most, out long value)
    {
        value = 0;
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            if (length == most)
                return null;
            value = value * 10 + rest[length++] - '0';
        }
        if (length < least)
            return null;
        rest = rest[length..];
        return length;
    }
}
