namespace DxRules.Engine.Feel.Values;

/// <summary>FEEL's days and time duration, exact to the nanosecond.</summary>
public readonly record struct DaysDuration : IComparable<DaysDuration>
{
    private static readonly Int128 Longest = (Int128)long.MaxValue * FeelTime.NanosecondsPerSecond;

    public DaysDuration(TimeSpan span)
        : this((Int128)span.Ticks * TimeSpan.NanosecondsPerTick)
    {
    }

    private DaysDuration(Int128 nanoseconds) => Nanoseconds = nanoseconds;

    /// <summary>The duration as .NET holds it, what is less than 100 nanoseconds cut off.</summary>
    /// <exception cref="OverflowException">It is longer than a <see cref="TimeSpan"/> can hold, about 29,000 years.</exception>
    public TimeSpan Span => TimeSpan.FromTicks(checked((long)(Nanoseconds / TimeSpan.NanosecondsPerTick)));

    internal Int128 Nanoseconds { get; }

    /// <summary>Whole days, negative for a negative duration. The other components likewise: −P1DT2H has −1 days and −2 hours.</summary>
    public long Days => (long)(Nanoseconds / FeelTime.NanosecondsPerDay);

    public int Hours => (int)(Nanoseconds / (3_600 * FeelTime.NanosecondsPerSecond) % 24);

    public int Minutes => (int)(Nanoseconds / (60 * FeelTime.NanosecondsPerSecond) % 60);

    public int Seconds => (int)(Nanoseconds / FeelTime.NanosecondsPerSecond % 60);

    /// <exception cref="OverflowException">It is longer than 2^63 seconds.</exception>
    internal static DaysDuration OfNanoseconds(Int128 nanoseconds) => nanoseconds >= -Longest && nanoseconds <= Longest
        ? new DaysDuration(nanoseconds)
        : throw new OverflowException("The duration is longer than 9,223,372,036,854,775,807 seconds.");

    public static DaysDuration OfDays(int days) => new((Int128)days * FeelTime.NanosecondsPerDay);

    /// <summary>From one day to another, negative if that is earlier.</summary>
    public static DaysDuration Between(DateOnly from, DateOnly to) => OfDays(to.DayNumber - from.DayNumber);

    public static DaysDuration operator +(DaysDuration left, DaysDuration right) => OfNanoseconds(left.Nanoseconds + right.Nanoseconds);

    public static DaysDuration operator -(DaysDuration left, DaysDuration right) => OfNanoseconds(left.Nanoseconds - right.Nanoseconds);

    public static DaysDuration operator -(DaysDuration duration) => new(-duration.Nanoseconds);

    /// <exception cref="OverflowException">The product is too long.</exception>
    public static DaysDuration operator *(DaysDuration duration, decimal factor) => OfNanoseconds((Int128)decimal.Round((decimal)duration.Nanoseconds * factor));

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The quotient is too long.</exception>
    public static DaysDuration operator /(DaysDuration duration, decimal divisor) => OfNanoseconds((Int128)decimal.Round((decimal)duration.Nanoseconds / divisor));

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static decimal operator /(DaysDuration duration, DaysDuration divisor) => (decimal)duration.Nanoseconds / (decimal)divisor.Nanoseconds;

    public static bool operator <(DaysDuration left, DaysDuration right) => left.Nanoseconds < right.Nanoseconds;

    public static bool operator >(DaysDuration left, DaysDuration right) => left.Nanoseconds > right.Nanoseconds;

    public static bool operator <=(DaysDuration left, DaysDuration right) => left.Nanoseconds <= right.Nanoseconds;

    public static bool operator >=(DaysDuration left, DaysDuration right) => left.Nanoseconds >= right.Nanoseconds;

    public int CompareTo(DaysDuration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>The day on which the date's midnight plus this duration lies.</summary>
    /// <exception cref="OverflowException">That day lies outside the years 1 to 9999.</exception>
    public DateOnly AddTo(DateOnly date)
    {
        var day = date.DayNumber + WholeDaysDown;
        return day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)day)
            : throw new OverflowException($"{date:yyyy-MM-dd} plus {Days} days lies outside the years 1 to 9999.");
    }

    /// <exception cref="OverflowException">The day lies outside the years 1 to 9999.</exception>
    public DateOnly SubtractFrom(DateOnly date) => (-this).AddTo(date);

    /// <summary>Whole days, rounded towards the past: a date minus one hour is the day before.</summary>
    internal long WholeDaysDown
    {
        get
        {
            var (days, rest) = Int128.DivRem(Nanoseconds, FeelTime.NanosecondsPerDay);
            return (long)(rest < 0 ? days - 1 : days);
        }
    }
}
