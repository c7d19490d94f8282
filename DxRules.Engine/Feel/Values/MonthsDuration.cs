namespace DxRules.Engine.Feel.Values;

/// <summary>FEEL's years and months duration. It does not compare with days, because months have no fixed length.</summary>
/// <param name="Months">All its months: 12 for P1Y.</param>
public readonly record struct MonthsDuration(int Months) : IComparable<MonthsDuration>
{
    /// <summary>Whole months from one day to another, negative if that is earlier.</summary>
    public static MonthsDuration Between(DateOnly from, DateOnly to) => Between(CivilDate.Of(from), CivilDate.Of(to));

    /// <summary>Whole months from one day to another, negative if that is earlier.</summary>
    /// <exception cref="OverflowException">They are more than 2,147,483,647.</exception>
    internal static MonthsDuration Between(CivilDate from, CivilDate to)
    {
        var months = (to.Year - (long)from.Year) * 12 + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day)
            months--;
        else if (months < 0 && to.Day > from.Day)
            months++;
        return new MonthsDuration(checked((int)months));
    }

    public static MonthsDuration operator +(MonthsDuration left, MonthsDuration right) => new(checked(left.Months + right.Months));

    public static MonthsDuration operator -(MonthsDuration left, MonthsDuration right) => new(checked(left.Months - right.Months));

    public static MonthsDuration operator -(MonthsDuration duration) => new(checked(-duration.Months));

    /// <summary>The product in whole months, the rest cut off: P1Y11M × −2.5 = −P4Y9M.</summary>
    /// <exception cref="OverflowException">The product is too long.</exception>
    public static MonthsDuration operator *(MonthsDuration duration, decimal factor) => new((int)decimal.Truncate(duration.Months * factor));

    /// <summary>The quotient in whole months, the rest cut off.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The quotient is too long.</exception>
    public static MonthsDuration operator /(MonthsDuration duration, decimal divisor) => new((int)decimal.Truncate(duration.Months / divisor));

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static decimal operator /(MonthsDuration duration, MonthsDuration divisor) => (decimal)duration.Months / divisor.Months;

    public static bool operator <(MonthsDuration left, MonthsDuration right) => left.Months < right.Months;

    public static bool operator >(MonthsDuration left, MonthsDuration right) => left.Months > right.Months;

    public static bool operator <=(MonthsDuration left, MonthsDuration right) => left.Months <= right.Months;

    public static bool operator >=(MonthsDuration left, MonthsDuration right) => left.Months >= right.Months;

    public int CompareTo(MonthsDuration other) => Months.CompareTo(other.Months);

    /// <summary>The same day so many months later, or that month's last day where it is shorter: 2024-02-29 + P1Y = 2025-02-28.</summary>
    /// <exception cref="OverflowException">That day lies outside the years 1 to 9999.</exception>
    public DateOnly AddTo(DateOnly date)
    {
        var month = checked(date.Year * 12L + date.Month - 1 + Months);
        return month is >= 12 and < 10_000 * 12
            ? date.AddMonths(Months)
            : throw new OverflowException($"{date:yyyy-MM-dd} plus {Months} months lies outside the years 1 to 9999.");
    }

    /// <exception cref="OverflowException">The day lies outside the years 1 to 9999.</exception>
    public DateOnly SubtractFrom(DateOnly date) => (-this).AddTo(date);
}
