namespace DxRules.Engine.Feel.Values;

/// <summary>
/// The operators of FEEL over any values, with the standard's null semantics (DMN 1.5, tables 42 to 56): what is not defined is
/// null, and the reason is added to <c>reasons</c> where given. Compiled rules use the typed operators of the values instead.
/// </summary>
internal static partial class Operators
{
    /// <summary>Kleene's and; whatever is not true or false counts as unknown.</summary>
    public static object? And(object? left, object? right, NullReasons? reasons = null)
    {
        if (left is false || right is false)
            return false;
        return Truth(left, reasons) == true && Truth(right, reasons) == true ? true : null;
    }

    /// <summary>Kleene's or; whatever is not true or false counts as unknown.</summary>
    public static object? Or(object? left, object? right, NullReasons? reasons = null)
    {
        if (left is true || right is true)
            return true;
        return Truth(left, reasons) == false && Truth(right, reasons) == false ? false : null;
    }

    public static object? Not(object? value, NullReasons? reasons = null) => Truth(value, reasons) is { } truth ? !truth : null;

    /// <summary>low ≤ value ≤ high, unknown where one of them cannot be compared.</summary>
    public static object? Between(object? value, object? low, object? high, NullReasons? reasons = null) =>
        And(LessOrEqual(low, value, reasons), LessOrEqual(value, high, reasons));

    /// <summary>
    /// Whether a value passes a test: lies in a range, is in a list (of values or ranges), or equals the test.
    /// Where the test is a list, unequal kinds count as unequal, not as unknown.
    /// </summary>
    public static object? In(object? value, object? test, NullReasons? reasons = null) => test switch
    {
        FeelRange range when value is not FeelRange => range.Contains(value, reasons),
        IReadOnlyList<object?> list => InList(value, list),
        bool truth when value is not bool => Truth(truth, reasons),
        _ => Equal(value, test, reasons),
    };

    /// <summary>Whether a list holds a value, as <c>list contains</c> has it: null equals null, unequal kinds are unequal.</summary>
    public static bool Holds(IReadOnlyList<object?> list, object? value)
    {
        foreach (var item in list)
        {
            if (Equal(item, value) == true)
                return true;
        }
        return false;
    }

    private static bool? InList(object? value, IReadOnlyList<object?> list)
    {
        if (value is IReadOnlyList<object?> && Equal(value, list) == true)
            return true;
        foreach (var item in list)
        {
            if (item is FeelRange range && value is not FeelRange ? range.Contains(value) == true : Equal(value, item) == true)
                return true;
        }
        return false;
    }

    private static bool? Truth(object? value, NullReasons? reasons)
    {
        if (value is bool truth)
            return truth;
        if (value != null)
            reasons?.Add(ValueErrors.NotBoolean(value));
        return null;
    }
}
