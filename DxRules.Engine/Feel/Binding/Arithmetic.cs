using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Which types can be added, subtracted, multiplied and divided, and what comes out.</summary>
internal static class Arithmetic
{
    private static readonly Dictionary<(BinaryOperator, FeelType, FeelType), FeelType> Results = new()
    {
        [(BinaryOperator.Add, FeelType.Number, FeelType.Number)] = FeelType.Number,
        [(BinaryOperator.Subtract, FeelType.Number, FeelType.Number)] = FeelType.Number,
        [(BinaryOperator.Multiply, FeelType.Number, FeelType.Number)] = FeelType.Number,
        [(BinaryOperator.Divide, FeelType.Number, FeelType.Number)] = FeelType.Number,
        [(BinaryOperator.Power, FeelType.Number, FeelType.Number)] = FeelType.Number,
        [(BinaryOperator.Add, FeelType.Text, FeelType.Text)] = FeelType.Text,
        [(BinaryOperator.Subtract, FeelType.Date, FeelType.Date)] = FeelType.Days,
        [(BinaryOperator.Add, FeelType.Date, FeelType.Days)] = FeelType.Date,
        [(BinaryOperator.Add, FeelType.Days, FeelType.Date)] = FeelType.Date,
        [(BinaryOperator.Subtract, FeelType.Date, FeelType.Days)] = FeelType.Date,
        [(BinaryOperator.Add, FeelType.Date, FeelType.Months)] = FeelType.Date,
        [(BinaryOperator.Add, FeelType.Months, FeelType.Date)] = FeelType.Date,
        [(BinaryOperator.Subtract, FeelType.Date, FeelType.Months)] = FeelType.Date,
        [(BinaryOperator.Add, FeelType.Days, FeelType.Days)] = FeelType.Days,
        [(BinaryOperator.Subtract, FeelType.Days, FeelType.Days)] = FeelType.Days,
        [(BinaryOperator.Add, FeelType.Months, FeelType.Months)] = FeelType.Months,
        [(BinaryOperator.Subtract, FeelType.Months, FeelType.Months)] = FeelType.Months,
        [(BinaryOperator.Multiply, FeelType.Number, FeelType.Days)] = FeelType.Days,
        [(BinaryOperator.Multiply, FeelType.Days, FeelType.Number)] = FeelType.Days,
        [(BinaryOperator.Multiply, FeelType.Number, FeelType.Months)] = FeelType.Months,
        [(BinaryOperator.Multiply, FeelType.Months, FeelType.Number)] = FeelType.Months,
        [(BinaryOperator.Divide, FeelType.Days, FeelType.Number)] = FeelType.Days,
        [(BinaryOperator.Divide, FeelType.Months, FeelType.Number)] = FeelType.Months,
        [(BinaryOperator.Divide, FeelType.Days, FeelType.Days)] = FeelType.Number,
        [(BinaryOperator.Divide, FeelType.Months, FeelType.Months)] = FeelType.Number,
    };

    /// <summary>The type of the result; null where the operator does not take these types.</summary>
    public static FeelType? ResultOf(BinaryOperator @operator, FeelType left, FeelType right) => Results.GetValueOrDefault((@operator, left, right));
}
