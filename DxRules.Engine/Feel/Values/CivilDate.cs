namespace DxRules.Engine.Feel.Values;

/// <summary>
/// A day of the proleptic Gregorian calendar in the years −999,999,999 to 999,999,999, which the standard's dates span.
/// As a value of its own it stands only for days that <see cref="DateOnly"/> cannot hold; see <see cref="Value"/>.
/// </summary>
internal readonly record struct CivilDate : IComparable<CivilDate>
{
    public const int LastYear = 999_999_999;

    private const long DaysIn400Years = 146_097;

    private CivilDate(int year, int month, int day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    public static CivilDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>The day, or null if there is no such day.</summary>
    public static CivilDate? Of(long year, long month, long day) =>
        year is >= -LastYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth((int)year, (int)month)
            ? new CivilDate((int)year, (int)month, (int)day)
            : null;

    /// <summary>The day as values hold it: a <see cref="DateOnly"/> in the years 1 to 9999, else itself.</summary>
    public object Value => Year is >= 1 and <= 9999 ? new DateOnly(Year, Month, Day) : this;

    /// <summary>Days since 1 January 1970. Formula: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.</summary>
    public long DayNumber
    {
        get
        {
            var year = Month <= 2 ? Year - 1L : Year;
            var era = Math.DivRem(year - (year < 0 ? 399 : 0), 400).Quotient;
            var yearOfEra = year - era * 400;
            var dayOfYear = (153 * (Month + (Month > 2 ? -3 : 9)) + 2) / 5 + Day - 1;
            var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
            return era * DaysIn400Years + dayOfEra - 719_468;
        }
    }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public int Weekday => (int)(((DayNumber + 3) % 7 + 7) % 7) + 1;

    public int DayOfYear => (int)(DayNumber - new CivilDate(Year, 1, 1).DayNumber) + 1;

    /// <summary>The ISO 8601 week, 1 to 53: the one that holds this week's Thursday belongs to Thursday's year.</summary>
    public int WeekOfYear => (AddDays(4 - Weekday).DayOfYear - 1) / 7 + 1;

    /// <summary>The reverse of <see cref="DayNumber"/> (civil_from_days).</summary>
    /// <exception cref="OverflowException">The day lies outside the years that dates span.</exception>
    public static CivilDate FromDayNumber(long dayNumber)
    {
        const long LastDay = 366L * 1_000_000_000;
        if (dayNumber is < -LastDay or > LastDay)
            throw new OverflowException("The date lies outside the years −999,999,999 to 999,999,999.");
        var shifted = dayNumber + 719_468;
        var era = Math.DivRem(shifted - (shifted < 0 ? DaysIn400Years - 1 : 0), DaysIn400Years).Quotient;
        var dayOfEra = shifted - era * DaysIn400Years;
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / (DaysIn400Years - 1)) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var shiftedMonth = (5 * dayOfYear + 2) / 153;
        var month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return Of(year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
            ?? throw new OverflowException("The date lies outside the years −999,999,999 to 999,999,999.");
    }

    /// <exception cref="OverflowException">The day lies outside the years that dates span.</exception>
    public CivilDate AddDays(long days) => FromDayNumber(checked(DayNumber + days));

    /// <summary>The same day of another month, or that month's last day where it is shorter: 31 January + 1 month = 28 or 29 February.</summary>
    /// <exception cref="OverflowException">The day lies outside the years that dates span.</exception>
    public CivilDate AddMonths(long months)
    {
        var index = checked(Year * 12L + Month - 1 + months);
        var year = index >= 0 ? index / 12 : (index - 11) / 12;
        if (year is < -LastYear or > LastYear)
            throw new OverflowException("The date lies outside the years −999,999,999 to 999,999,999.");
        var month = (int)(index - year * 12) + 1;
        return new CivilDate((int)year, month, Math.Min(Day, DaysInMonth((int)year, month)));
    }

    public int CompareTo(CivilDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    private static int DaysInMonth(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
