using System.Linq.Expressions;
using System.Reflection;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Pieces of code that both forms of a compiled expression share: operators over known values, reading a member.</summary>
internal static class Emission
{
    /// <summary>Reads a member of an object, with the member's own code in place. The target is a variable: it may be read more than once.</summary>
    public static Expression Read(Member member, Expression target)
    {
        var parameter = member.Read.Parameters[0];
        return new ParameterReplacer(parameter, target).Visit(member.Read.Body);
    }

    /// <summary>CLR whole numbers are numbers of the language too.</summary>
    public static Expression AsNumber(Expression value) => value.Type == typeof(int) ? Expression.Convert(value, typeof(decimal)) : value;

    /// <summary>A comparison or arithmetic operation over values that are there. The divisor is not zero.</summary>
    public static Expression Operate(BinaryOperator @operator, Expression left, Expression right)
    {
        if (@operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
            return @operator == BinaryOperator.Equal ? Expression.Equal(left, right) : Expression.NotEqual(left, right);
        if (@operator is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual)
            return Compare(@operator, left, right);
        var ofNumbers = left.Type == typeof(decimal) && right.Type == typeof(decimal);
        return @operator switch
        {
            BinaryOperator.Add when ofNumbers => Expression.Add(left, right),
            BinaryOperator.Subtract when ofNumbers => Expression.Subtract(left, right),
            BinaryOperator.Multiply when ofNumbers => Expression.Multiply(left, right),
            BinaryOperator.Divide when ofNumbers => Expression.Divide(left, right),
            _ => Expression.Call(KnownMethod(@operator.ToString(), left.Type, right.Type), left, right),
        };
    }

    /// <summary>Whether a value lies between two others.</summary>
    public static Expression IsBetween(BoundBetween between, Expression value, Expression low, Expression high) => Expression.AndAlso(
        Compare(between.IncludesLow ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, value, low),
        Compare(between.IncludesHigh ? BinaryOperator.LessOrEqual : BinaryOperator.Less, value, high));

    /// <summary>Whether a divisor is zero.</summary>
    public static Expression IsZero(Expression divisor) => Expression.Equal(divisor, Expression.Default(divisor.Type));

    public static Expression Negate(Expression value) =>
        value.Type == typeof(decimal)
            ? Expression.Negate(value)
            : Expression.Call(KnownMethod(nameof(KnownValues.Multiply), value.Type, typeof(decimal)), value, Expression.Constant(-1m));

    private static Expression Compare(BinaryOperator @operator, Expression left, Expression right)
    {
        if (left.Type != typeof(decimal))
            (left, right) = (Expression.Call(KnownMethod(nameof(KnownValues.Compare), left.Type, right.Type), left, right), Expression.Constant(0));
        return @operator switch
        {
            BinaryOperator.Less => Expression.LessThan(left, right),
            BinaryOperator.LessOrEqual => Expression.LessThanOrEqual(left, right),
            BinaryOperator.Greater => Expression.GreaterThan(left, right),
            _ => Expression.GreaterThanOrEqual(left, right),
        };
    }

    private static MethodInfo KnownMethod(string name, Type left, Type right) =>
        typeof(KnownValues).GetMethod(name, [left, right])
        ?? throw new InvalidOperationException($"No {name} of {left.Name} and {right.Name}: the table of operators promises more than the values can do.");

    private sealed class ParameterReplacer(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
    }
}
