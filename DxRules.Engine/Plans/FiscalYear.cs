using System.Globalization;

namespace DxRules.Engine.Plans;

/// <summary>Fiscal years (年度) as numbers: the year N runs from 1 April N to 31 March N+1.</summary>
internal static class FiscalYear
{
    /// <summary>The first fiscal year that lies wholly in the calendar.</summary>
    public const int Min = 1;

    /// <summary>The last fiscal year that lies wholly in the calendar.</summary>
    public const int Max = 9998;

    /// <summary>The fiscal year in which a day lies: January to March belong to the year before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before <see cref="Min"/> or after <see cref="Max"/>.</exception>
    public static int Of(DateOnly day) => Checked(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>1 April of the year.</summary>
    public static DateOnly Start(int year) => new(Checked(year), 4, 1);

    /// <summary>31 March of the next calendar year.</summary>
    public static DateOnly End(int year) => new(Checked(year) + 1, 3, 31);

    /// <summary>The day with this month and day within the fiscal year: 06-30 in fiscal 2025 is 2025-06-30, 01-31 is 2026-01-31.</summary>
    /// <remarks>29 February counts as the 28th where the year has none.</remarks>
    public static DateOnly Day(int year, int month, int day)
    {
        var calendarYear = month >= 4 ? Checked(year) : Checked(year) + 1;
        return new DateOnly(calendarYear, month, Math.Min(day, DateTime.DaysInMonth(calendarYear, month)));
    }

    /// <summary>The years from one to another, both included, ascending; empty where the first lies after the last.</summary>
    public static int[] Range(int first, int last)
    {
        Checked(first);
        Checked(last);
        return first > last ? [] : [.. Enumerable.Range(first, last - first + 1)];
    }

    private static int Checked(int year) =>
        year is >= Min and <= Max
            ? year
            : throw new ArgumentOutOfRangeException(
                nameof(year),
                string.Create(CultureInfo.InvariantCulture, $"A fiscal year lies between {Min} and {Max}, but this is {year}."));
}
