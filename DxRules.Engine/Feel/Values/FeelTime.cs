namespace DxRules.Engine.Feel.Values;

/// <summary>A time of day to the nanosecond. Equal are only times written for the same zone; see <see cref="Operators"/> for FEEL's own equality.</summary>
internal readonly record struct FeelTime
{
    public const long NanosecondsPerSecond = 1_000_000_000;
    public const long NanosecondsPerDay = 86_400 * NanosecondsPerSecond;

    private FeelTime(long nanosecondOfDay, FeelZone zone)
    {
        NanosecondOfDay = nanosecondOfDay;
        Zone = zone;
    }

    public long NanosecondOfDay { get; }

    public FeelZone Zone { get; }

    public int Hour => (int)(NanosecondOfDay / (3_600 * NanosecondsPerSecond));

    public int Minute => (int)(NanosecondOfDay / (60 * NanosecondsPerSecond) % 60);

    public int Second => (int)(NanosecondOfDay / NanosecondsPerSecond % 60);

    public static FeelTime OfNanosecond(long nanosecondOfDay, FeelZone zone) =>
        nanosecondOfDay is >= 0 and < NanosecondsPerDay
            ? new FeelTime(nanosecondOfDay, zone)
            : throw new ArgumentOutOfRangeException(nameof(nanosecondOfDay), nanosecondOfDay, "A day has 86,400,000,000,000 nanoseconds.");

    /// <summary>The time, or null if there is no such time.</summary>
    public static FeelTime? Of(long hour, long minute, decimal second, FeelZone zone) =>
        hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            ? new FeelTime((hour * 3_600 + minute * 60) * NanosecondsPerSecond + (long)(second * NanosecondsPerSecond), zone)
            : null;

    /// <summary>The time a duration later, on whichever day.</summary>
    public FeelTime Add(DaysDuration duration)
    {
        var nanosecond = (NanosecondOfDay + duration.Nanoseconds) % NanosecondsPerDay;
        return new FeelTime((long)(nanosecond < 0 ? nanosecond + NanosecondsPerDay : nanosecond), Zone);
    }

    /// <summary>Nanoseconds since midnight in UTC, negative for the day before; null where the zone does not tell without a date.</summary>
    public long? UtcNanosecond => Zone.OffsetSeconds is { } offset ? NanosecondOfDay - offset * NanosecondsPerSecond : null;
}
