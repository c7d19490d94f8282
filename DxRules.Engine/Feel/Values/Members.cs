namespace DxRules.Engine.Feel.Values;

/// <summary>The members that values of the standard have (DMN 1.5, table 65), and the entries of contexts.</summary>
internal static class Members
{
    /// <summary>
    /// <c>value.name</c>: a context's entry, a part of a date, time, duration or range; over a list the member of each item.
    /// Null with a reason where there is no such member.
    /// </summary>
    public static object? Of(object? value, string name, NullReasons? reasons = null)
    {
        switch (value)
        {
            case null:
                return null;
            case FeelContext context when context.TryGet(name, out var entry):
                return entry;
            case IReadOnlyList<object?> list:
                return list.Select(item => Of(item, name, reasons)).ToArray();
        }

        var (known, member) = PartOf(value, name);
        if (!known)
            reasons?.Add(ValueErrors.NoMember(value, name));
        return member;
    }

    private static (bool Known, object? Value) PartOf(object value, string name) => value switch
    {
        FeelDateTime moment => PartOfDateTime(moment, name),
        FeelTime time => PartOfTime(time, name),
        DaysDuration duration => Number(name switch
        {
            "days" => duration.Days,
            "hours" => duration.Hours,
            "minutes" => duration.Minutes,
            "seconds" => duration.Seconds,
            _ => null,
        }),
        MonthsDuration duration => Number(name switch
        {
            "years" => duration.Months / 12,
            "months" => duration.Months % 12,
            _ => null,
        }),
        FeelRange range => PartOfRange(range, name),
        _ => ValueKinds.AsDate(value) is { } date ? PartOfDate(date, name) : (false, null),
    };

    private static (bool, object?) PartOfDate(CivilDate date, string name) => Number(name switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "day" => date.Day,
        "weekday" => date.Weekday,
        _ => null,
    });

    private static (bool, object?) PartOfTime(FeelTime time, string name) => name switch
    {
        "hour" => Number(time.Hour),
        "minute" => Number(time.Minute),
        "second" => Number(time.Second),
        "time offset" => (true, time.Zone.OffsetSeconds is { } offset ? Offset(offset) : null),
        "timezone" => (true, time.Zone.Id),
        _ => (false, null),
    };

    private static (bool, object?) PartOfDateTime(FeelDateTime moment, string name)
    {
        if (name == "time offset")
            return (true, moment.Zone.OffsetAt(moment.Date, moment.Time.NanosecondOfDay) is { } offset ? Offset(offset) : null);
        var (known, value) = PartOfDate(moment.Date, name);
        return known ? (known, value) : PartOfTime(moment.Time, name);
    }

    private static (bool, object?) PartOfRange(FeelRange range, string name) => name switch
    {
        "start" => (true, range.Start),
        "end" => (true, range.End),
        "start included" => (true, range.IncludesStart),
        "end included" => (true, range.IncludesEnd),
        _ => (false, null),
    };

    private static (bool, object?) Number(long? number) => number is { } known ? (true, (decimal)known) : (false, null);

    private static DaysDuration Offset(int seconds) => DaysDuration.OfNanoseconds((Int128)seconds * FeelTime.NanosecondsPerSecond);
}
