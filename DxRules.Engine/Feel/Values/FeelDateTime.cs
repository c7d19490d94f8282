namespace DxRules.Engine.Feel.Values;

/// <summary>A day and a time of it. Equal are only those written for the same zone; see <see cref="Operators"/> for FEEL's own equality.</summary>
internal readonly record struct FeelDateTime(CivilDate Date, FeelTime Time)
{
    public FeelZone Zone => Time.Zone;

    /// <summary>A date counts as its first moment in UTC where it meets a date and time.</summary>
    public static FeelDateTime StartOf(CivilDate date) => new(date, FeelTime.OfNanosecond(0, FeelZone.Utc));

    /// <summary>Nanoseconds since 1970 on the clock it was written for.</summary>
    public Int128 LocalNanosecond => (Int128)Date.DayNumber * FeelTime.NanosecondsPerDay + Time.NanosecondOfDay;

    /// <summary>Nanoseconds since 1970 in UTC; null where no zone was written.</summary>
    public Int128? UtcNanosecond => Zone.OffsetAt(Date, Time.NanosecondOfDay) is { } offset
        ? LocalNanosecond - (Int128)offset * FeelTime.NanosecondsPerSecond
        : null;

    /// <summary>The moment a duration later; where the zone changes its offset in between, the clock changes with it.</summary>
    /// <exception cref="OverflowException">The day lies outside the years that dates span.</exception>
    public FeelDateTime Add(DaysDuration duration)
    {
        if (Zone.Id == null)
            return OfLocal(LocalNanosecond + duration.Nanoseconds, Zone);
        var moment = UtcNanosecond!.Value + duration.Nanoseconds;
        var offset = Zone.OffsetAtMoment((long)(moment / FeelTime.NanosecondsPerSecond))!.Value;
        return OfLocal(moment + (Int128)offset * FeelTime.NanosecondsPerSecond, Zone);
    }

    /// <summary>The same time so many months later, on the month's last day where it is shorter.</summary>
    /// <exception cref="OverflowException">The day lies outside the years that dates span.</exception>
    public FeelDateTime AddMonths(long months) => this with { Date = Date.AddMonths(months) };

    private static FeelDateTime OfLocal(Int128 nanosecond, FeelZone zone)
    {
        var (day, rest) = Int128.DivRem(nanosecond, FeelTime.NanosecondsPerDay);
        if (rest < 0)
            (day, rest) = (day - 1, rest + FeelTime.NanosecondsPerDay);
        return new FeelDateTime(CivilDate.FromDayNumber(checked((long)day)), FeelTime.OfNanosecond((long)rest, zone));
    }
}
