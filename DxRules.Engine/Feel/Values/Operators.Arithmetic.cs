namespace DxRules.Engine.Feel.Values;

internal static partial class Operators
{
    /// <summary>Sums of numbers, texts, durations, and of a date or time with a duration.</summary>
    public static object? Add(object? left, object? right, NullReasons? reasons = null) => Guarded("+", left, right, reasons, static (left, right) => (left, right) switch
    {
        (decimal a, decimal b) => a + b,
        (string a, string b) => a + b,
        (DaysDuration a, DaysDuration b) => a + b,
        (MonthsDuration a, MonthsDuration b) => a + b,
        (DaysDuration or MonthsDuration, not (DaysDuration or MonthsDuration)) => Later(right, left),
        _ => Later(left, right),
    });

    /// <summary>Differences of numbers, durations, dates and times, and of a date or time and a duration.</summary>
    public static object? Subtract(object? left, object? right, NullReasons? reasons = null) => Guarded("-", left, right, reasons, static (left, right) => (left, right) switch
    {
        (decimal a, decimal b) => a - b,
        (DaysDuration a, DaysDuration b) => a - b,
        (MonthsDuration a, MonthsDuration b) => a - b,
        (_, DaysDuration b) => Later(left, -b),
        (_, MonthsDuration b) => Later(left, -b),
        (FeelTime a, FeelTime b) => TimeBetween(b, a),
        _ => Moment(left) is { } a && Moment(right) is { } b ? TimeBetween(b, a) : null,
    });

    /// <summary>Products of numbers and of a duration with a number.</summary>
    public static object? Multiply(object? left, object? right, NullReasons? reasons = null) => Guarded("*", left, right, reasons, static (left, right) => (left, right) switch
    {
        (decimal a, decimal b) => a * b,
        (DaysDuration a, decimal b) => a * b,
        (decimal a, DaysDuration b) => b * a,
        (MonthsDuration a, decimal b) => a * b,
        (decimal a, MonthsDuration b) => b * a,
        _ => null,
    });

    /// <summary>Quotients of numbers, of a duration by a number, and of two durations of one kind.</summary>
    public static object? Divide(object? left, object? right, NullReasons? reasons = null) => Guarded("/", left, right, reasons, static (left, right) => (left, right) switch
    {
        (decimal a, decimal b) => a / b,
        (DaysDuration a, decimal b) => a / b,
        (DaysDuration a, DaysDuration b) => a / b,
        (MonthsDuration a, decimal b) => a / b,
        (MonthsDuration a, MonthsDuration b) => a / b,
        _ => null,
    });

    public static object? Power(object? left, object? right, NullReasons? reasons = null)
    {
        if ((left, right) is not (decimal number, decimal exponent))
            return Guarded("**", left, right, reasons, static (_, _) => null);
        var power = Guarded("**", left, right, reasons, static (left, right) => Numbers.Power((decimal)left!, (decimal)right!) ?? (object)false);
        if (power is not false)
            return power;
        reasons?.Add(ValueErrors.NoRealPower);
        return null;
    }

    public static object? Negate(object? value, NullReasons? reasons = null)
    {
        switch (value)
        {
            case decimal number:
                return -number;
            case DaysDuration duration:
                return -duration;
            case MonthsDuration duration:
                return Guarded("-", value, value, reasons, static (value, _) => -(MonthsDuration)value!);
            case null:
                return null;
            default:
                reasons?.Add(ValueErrors.NotNegatable(value));
                return null;
        }
    }

    /// <summary>Runs an operation; null operands, results of null and failures become null with their reason.</summary>
    private static object? Guarded(string sign, object? left, object? right, NullReasons? reasons, Func<object?, object?, object?> operation)
    {
        try
        {
            if (operation(left, right) is { } result)
                return result;
            reasons?.Add(ValueErrors.NotDefined(sign, left, right));
        }
        catch (OverflowException)
        {
            reasons?.Add(ValueErrors.Overflow(sign));
        }
        catch (DivideByZeroException)
        {
            reasons?.Add(ValueErrors.DivisionByZero);
        }
        return null;
    }

    private static object? Later(object? start, object? duration) => (start, duration) switch
    {
        (FeelDateTime moment, DaysDuration days) => moment.Add(days),
        (FeelDateTime moment, MonthsDuration months) => moment.AddMonths(months.Months),
        (FeelTime time, DaysDuration days) => time.Add(days),
        (_, DaysDuration days) => ValueKinds.AsDate(start)?.AddDays(days.WholeDaysDown).Value,
        (_, MonthsDuration months) => ValueKinds.AsDate(start)?.AddMonths(months.Months).Value,
        _ => null,
    };

    private static FeelDateTime? Moment(object? value) =>
        value is FeelDateTime moment ? moment : ValueKinds.AsDate(value) is { } date ? FeelDateTime.StartOf(date) : null;

    private static object? TimeBetween(FeelDateTime from, FeelDateTime to)
    {
        if (from.Zone.IsLocal && to.Zone.IsLocal)
            return DaysDuration.OfNanoseconds(to.LocalNanosecond - from.LocalNanosecond);
        return from.UtcNanosecond is { } start && to.UtcNanosecond is { } end ? DaysDuration.OfNanoseconds(end - start) : null;
    }

    private static object? TimeBetween(FeelTime from, FeelTime to)
    {
        if (from.Zone == to.Zone)
            return DaysDuration.OfNanoseconds(to.NanosecondOfDay - from.NanosecondOfDay);
        return from.UtcNanosecond is { } start && to.UtcNanosecond is { } end ? DaysDuration.OfNanoseconds(end - start) : null;
    }
}
