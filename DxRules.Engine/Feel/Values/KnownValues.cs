using System.Globalization;

namespace DxRules.Engine.Feel.Values;

/// <summary>What compiled rules call on values that are known and whose type is settled. Nothing here allocates except texts.</summary>
internal static class KnownValues
{
    public static decimal Abs(decimal n) => Math.Abs(n);

    public static decimal Floor(decimal n) => Math.Floor(n);

    public static decimal Ceiling(decimal n) => Math.Ceiling(n);

    public static decimal Round(decimal n, decimal scale) => Math.Round(n, (int)Math.Clamp(scale, 0, 28), MidpointRounding.ToEven);

    public static decimal Length(string text) => new StringInfo(text).LengthInTextElements;

    public static bool Contains(string text, string match) => text.Contains(match, StringComparison.Ordinal);

    public static bool StartsWith(string text, string match) => text.StartsWith(match, StringComparison.Ordinal);

    public static bool EndsWith(string text, string match) => text.EndsWith(match, StringComparison.Ordinal);

    public static decimal Year(DateOnly date) => date.Year;

    public static decimal Month(DateOnly date) => date.Month;

    public static decimal Day(DateOnly date) => date.Day;

    public static decimal Days(DaysDuration duration) => duration.Span.Days;

    public static decimal Years(MonthsDuration duration) => duration.Months / 12;

    public static decimal Months(MonthsDuration duration) => duration.Months % 12;

    public static string StringOf(decimal n) => n.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string StringOf(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string StringOf(bool value) => value ? "true" : "false";

    public static DaysDuration Subtract(DateOnly left, DateOnly right) => new(TimeSpan.FromDays(left.DayNumber - right.DayNumber));

    /// <summary>Parts of a day do not move a date.</summary>
    public static DateOnly Add(DateOnly date, DaysDuration duration) => date.AddDays(duration.Span.Days);

    public static DateOnly Add(DaysDuration duration, DateOnly date) => Add(date, duration);

    public static DateOnly Subtract(DateOnly date, DaysDuration duration) => date.AddDays(-duration.Span.Days);

    /// <summary>The same day of the month, or its last day where the month is shorter.</summary>
    public static DateOnly Add(DateOnly date, MonthsDuration duration) => date.AddMonths(duration.Months);

    public static DateOnly Add(MonthsDuration duration, DateOnly date) => Add(date, duration);

    public static DateOnly Subtract(DateOnly date, MonthsDuration duration) => date.AddMonths(-duration.Months);

    public static DaysDuration Add(DaysDuration left, DaysDuration right) => new(left.Span + right.Span);

    public static DaysDuration Subtract(DaysDuration left, DaysDuration right) => new(left.Span - right.Span);

    public static MonthsDuration Add(MonthsDuration left, MonthsDuration right) => new(checked(left.Months + right.Months));

    public static MonthsDuration Subtract(MonthsDuration left, MonthsDuration right) => new(checked(left.Months - right.Months));

    public static DaysDuration Multiply(DaysDuration duration, decimal factor) => new(TimeSpan.FromTicks(decimal.ToInt64(duration.Span.Ticks * factor)));

    public static DaysDuration Multiply(decimal factor, DaysDuration duration) => Multiply(duration, factor);

    public static MonthsDuration Multiply(MonthsDuration duration, decimal factor) => new(decimal.ToInt32(duration.Months * factor));

    public static MonthsDuration Multiply(decimal factor, MonthsDuration duration) => Multiply(duration, factor);

    public static DaysDuration Divide(DaysDuration duration, decimal divisor) => new(TimeSpan.FromTicks(decimal.ToInt64(duration.Span.Ticks / divisor)));

    public static MonthsDuration Divide(MonthsDuration duration, decimal divisor) => new(decimal.ToInt32(duration.Months / divisor));

    public static decimal Divide(DaysDuration left, DaysDuration right) => (decimal)left.Span.Ticks / right.Span.Ticks;

    public static decimal Divide(MonthsDuration left, MonthsDuration right) => (decimal)left.Months / right.Months;

    public static decimal Add(decimal left, decimal right) => left + right;

    /// <exception cref="OverflowException">The power is too large, or not a real number.</exception>
    public static decimal Power(decimal left, decimal right) => Numbers.Power(left, right) ?? throw new OverflowException("The power is not a real number.");

    public static string Add(string left, string right) => left + right;

    public static int Compare(DateOnly left, DateOnly right) => left.CompareTo(right);

    public static int Compare(DaysDuration left, DaysDuration right) => left.CompareTo(right);

    public static int Compare(MonthsDuration left, MonthsDuration right) => left.CompareTo(right);

    public static int Compare(MonthDay left, MonthDay right) => left.CompareTo(right);

    /// <summary>By code point, as the standard orders texts.</summary>
    public static int Compare(string left, string right) => string.CompareOrdinal(left, right);
}
