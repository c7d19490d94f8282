using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Operators over known values whose types are seen when they run. The binder has seen that they fit.</summary>
internal static class AnyOperators
{
    /// <summary>What an operator does. The divisor is not zero.</summary>
    public static Func<AnyValue, AnyValue, AnyValue> Of(BinaryOperator @operator, bool ofNumbers) => @operator switch
    {
        BinaryOperator.Equal => (left, right) => AnyValue.Of(AreEqual(left, right)),
        BinaryOperator.NotEqual => (left, right) => AnyValue.Of(!AreEqual(left, right)),
        BinaryOperator.Less => (left, right) => AnyValue.Of(Compare(left, right) < 0),
        BinaryOperator.LessOrEqual => (left, right) => AnyValue.Of(Compare(left, right) <= 0),
        BinaryOperator.Greater => (left, right) => AnyValue.Of(Compare(left, right) > 0),
        BinaryOperator.GreaterOrEqual => (left, right) => AnyValue.Of(Compare(left, right) >= 0),
        BinaryOperator.Add when ofNumbers => (left, right) => AnyValue.Of(left.Number + right.Number),
        BinaryOperator.Subtract when ofNumbers => (left, right) => AnyValue.Of(left.Number - right.Number),
        BinaryOperator.Multiply when ofNumbers => (left, right) => AnyValue.Of(left.Number * right.Number),
        BinaryOperator.Divide when ofNumbers => (left, right) => AnyValue.Of(left.Number / right.Number),
        BinaryOperator.Power => (left, right) => AnyValue.Of(KnownValues.Power(left.Number, right.Number)),
        BinaryOperator.Add => (left, right) => AnyValue.Of(Add(left.Boxed!, right.Boxed!)),
        BinaryOperator.Subtract => (left, right) => AnyValue.Of(Subtract(left.Boxed!, right.Boxed!)),
        BinaryOperator.Multiply => (left, right) => AnyValue.Of(Multiply(left.Boxed!, right.Boxed!)),
        _ => (left, right) => AnyValue.Of(Divide(left.Boxed!, right.Boxed!)),
    };

    public static AnyValue Negate(AnyValue value) =>
        value.IsNumber ? AnyValue.Of(-value.Number) : AnyValue.Of(Multiply(value.Boxed!, -1m));

    public static bool IsZero(AnyValue divisor) => divisor.IsNumber
        ? divisor.Number == 0m
        : divisor.Boxed is DaysDuration days ? days == default : divisor.Boxed is MonthsDuration months && months == default;

    public static bool AreEqual(AnyValue left, AnyValue right) =>
        left.IsNumber && right.IsNumber ? left.Number == right.Number : Equals(left.Boxed, right.Boxed);

    /// <summary>Less than 0, 0 or more than 0, as the first is less than, equal to or greater than the second.</summary>
    public static int Compare(AnyValue left, AnyValue right) => left.IsNumber ? left.Number.CompareTo(right.Number) : Compare(left.Boxed!, right.Boxed!);

    private static int Compare(object left, object right) => (left, right) switch
    {
        (string l, string r) => KnownValues.Compare(l, r),
        (DaysDuration l, DaysDuration r) => KnownValues.Compare(l, r),
        (MonthsDuration l, MonthsDuration r) => KnownValues.Compare(l, r),
        _ => KnownValues.Compare((MonthDay)left, (MonthDay)right),
    };

    private static object Add(object left, object right) => (left, right) switch
    {
        (DateOnly l, DaysDuration r) => KnownValues.Add(l, r),
        (DateOnly l, MonthsDuration r) => KnownValues.Add(l, r),
        (DaysDuration l, DateOnly r) => KnownValues.Add(l, r),
        (MonthsDuration l, DateOnly r) => KnownValues.Add(l, r),
        (DaysDuration l, DaysDuration r) => KnownValues.Add(l, r),
        (MonthsDuration l, MonthsDuration r) => KnownValues.Add(l, r),
        _ => KnownValues.Add((string)left, (string)right),
    };

    private static object Subtract(object left, object right) => (left, right) switch
    {
        (DateOnly l, DateOnly r) => KnownValues.Subtract(l, r),
        (DateOnly l, DaysDuration r) => KnownValues.Subtract(l, r),
        (DateOnly l, MonthsDuration r) => KnownValues.Subtract(l, r),
        (DaysDuration l, DaysDuration r) => KnownValues.Subtract(l, r),
        _ => KnownValues.Subtract((MonthsDuration)left, (MonthsDuration)right),
    };

    private static object Multiply(object left, object right) => (left, right) switch
    {
        (DaysDuration l, decimal r) => KnownValues.Multiply(l, r),
        (decimal l, DaysDuration r) => KnownValues.Multiply(l, r),
        (MonthsDuration l, decimal r) => KnownValues.Multiply(l, r),
        _ => KnownValues.Multiply((decimal)left, (MonthsDuration)right),
    };

    private static object Divide(object left, object right) => (left, right) switch
    {
        (DaysDuration l, decimal r) => KnownValues.Divide(l, r),
        (MonthsDuration l, decimal r) => KnownValues.Divide(l, r),
        (DaysDuration l, DaysDuration r) => KnownValues.Divide(l, r),
        _ => KnownValues.Divide((MonthsDuration)left, (MonthsDuration)right),
    };
}
