namespace DxRules.Engine.Feel.Values;

internal static partial class Operators
{
    /// <summary>FEEL's =: null equals null only; values of different kinds give null. Times count in whole seconds and by their moment.</summary>
    public static bool? Equal(object? left, object? right, NullReasons? reasons = null)
    {
        if (left == null || right == null)
            return left == null && right == null;
        return (left, right) switch
        {
            (decimal a, decimal b) => a == b,
            (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
            (bool a, bool b) => a == b,
            (DateOnly a, DateOnly b) => a == b,
            (DateOnly or CivilDate, DateOnly or CivilDate) => left.Equals(right),
            (FeelTime a, FeelTime b) => Seconds(a, b) is { } seconds && seconds.Left == seconds.Right,
            (FeelDateTime a, FeelDateTime b) => Seconds(a, b) is { } seconds && seconds.Left == seconds.Right,
            (DaysDuration a, DaysDuration b) => a == b,
            (MonthsDuration a, MonthsDuration b) => a == b,
            (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => EqualLists(a, b, reasons),
            (FeelContext a, FeelContext b) => EqualContexts(a, b, reasons),
            (FeelRange a, FeelRange b) => EqualRanges(a, b, reasons),
            (FeelFunction a, FeelFunction b) => a == b,
            _ => Undefined("=", left, right, reasons),
        };
    }

    public static bool? NotEqual(object? left, object? right, NullReasons? reasons = null) => !Equal(left, right, reasons);

    public static bool? Less(object? left, object? right, NullReasons? reasons = null) => Compare("<", left, right, reasons) is { } order ? order < 0 : null;

    public static bool? LessOrEqual(object? left, object? right, NullReasons? reasons = null) => Compare("<=", left, right, reasons) is { } order ? order <= 0 : null;

    public static bool? Greater(object? left, object? right, NullReasons? reasons = null) => Compare(">", left, right, reasons) is { } order ? order > 0 : null;

    public static bool? GreaterOrEqual(object? left, object? right, NullReasons? reasons = null) => Compare(">=", left, right, reasons) is { } order ? order >= 0 : null;

    /// <summary>Negative, 0 or positive; null for values that have no order among each other.</summary>
    public static int? Compare(string sign, object? left, object? right, NullReasons? reasons = null) => (left, right) switch
    {
        (decimal a, decimal b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        (DateOnly or CivilDate, DateOnly or CivilDate) => ValueKinds.AsDate(left)!.Value.CompareTo(ValueKinds.AsDate(right)!.Value),
        (FeelTime a, FeelTime b) => Order(sign, Seconds(a, b), reasons),
        (FeelDateTime a, FeelDateTime b) => Order(sign, Seconds(a, b), reasons),
        (DaysDuration a, DaysDuration b) => a.CompareTo(b),
        (MonthsDuration a, MonthsDuration b) => a.CompareTo(b),
        _ => UndefinedOrder(sign, left, right, reasons),
    };

    private static int? Order(string sign, (long Left, long Right)? seconds, NullReasons? reasons)
    {
        if (seconds is { } both)
            return both.Left.CompareTo(both.Right);
        reasons?.Add(ValueErrors.MixedZones(sign));
        return null;
    }

    /// <summary>Both as seconds of one clock, without their fractions (the standard's value function); null where only one has a zone.</summary>
    private static (long Left, long Right)? Seconds(FeelTime left, FeelTime right)
    {
        if (left.Zone == right.Zone)
            return (WholeSeconds(left.NanosecondOfDay), WholeSeconds(right.NanosecondOfDay));
        return left.UtcNanosecond is { } a && right.UtcNanosecond is { } b ? (WholeSeconds(a), WholeSeconds(b)) : null;
    }

    /// <summary>What equal times have in common.</summary>
    public static long SecondsOf(FeelTime time) => WholeSeconds(time.UtcNanosecond ?? time.NanosecondOfDay);

    /// <summary>What equal moments have in common.</summary>
    public static long SecondsOf(FeelDateTime moment) => WholeSeconds(moment.UtcNanosecond ?? moment.LocalNanosecond);

    private static (long Left, long Right)? Seconds(FeelDateTime left, FeelDateTime right)
    {
        if (left.Zone.IsLocal && right.Zone.IsLocal)
            return (WholeSeconds(left.LocalNanosecond), WholeSeconds(right.LocalNanosecond));
        return left.UtcNanosecond is { } a && right.UtcNanosecond is { } b ? (WholeSeconds(a), WholeSeconds(b)) : null;
    }

    private static long WholeSeconds(Int128 nanoseconds)
    {
        var (seconds, rest) = Int128.DivRem(nanoseconds, FeelTime.NanosecondsPerSecond);
        return (long)(rest < 0 ? seconds - 1 : seconds);
    }

    private static bool? EqualLists(IReadOnlyList<object?> left, IReadOnlyList<object?> right, NullReasons? reasons)
    {
        if (left.Count != right.Count)
            return false;
        bool? equal = true;
        for (var i = 0; i < left.Count && equal != false; i++)
            equal = And(equal, Equal(left[i], right[i], reasons)) as bool?;
        return equal;
    }

    private static bool? EqualContexts(FeelContext left, FeelContext right, NullReasons? reasons)
    {
        if (left.Count != right.Count)
            return false;
        bool? equal = true;
        foreach (var (name, value) in left.Entries)
        {
            if (!right.TryGet(name, out var other))
                return false;
            equal = And(equal, Equal(value, other, reasons)) as bool?;
        }
        return equal;
    }

    private static bool? EqualRanges(FeelRange left, FeelRange right, NullReasons? reasons)
    {
        if ((left.Form, left.IncludesStart, left.IncludesEnd) != (right.Form, right.IncludesStart, right.IncludesEnd))
            return false;
        return And(Equal(left.Start, right.Start, reasons), Equal(left.End, right.End, reasons)) as bool?;
    }

    private static bool? Undefined(string sign, object? left, object? right, NullReasons? reasons)
    {
        reasons?.Add(ValueErrors.NotDefined(sign, left, right));
        return null;
    }

    private static int? UndefinedOrder(string sign, object? left, object? right, NullReasons? reasons)
    {
        reasons?.Add(ValueErrors.NotDefined(sign, left, right));
        return null;
    }
}
