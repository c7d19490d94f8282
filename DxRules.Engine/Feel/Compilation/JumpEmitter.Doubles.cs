using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>
/// Comparisons that divide. A decimal division takes as long as twenty double operations, and nearly always both sides lie far apart: so
/// they are first computed as doubles, together with how large any number on the way can be, and the decimals decide only where doubles
/// could be wrong.
/// </summary>
/// <remarks>
/// Why the result is always that of the decimals. Each leaf v has the magnitude |v| + 1; sums and differences add magnitudes, products
/// multiply them, and a whole divisor other than 0 leaves them. So no number on the way is larger than the magnitude m of the whole, and
/// each of at most 64 operations is off by less than 2^-50 m: a double rounds by 2^-53, the conversion of a decimal by less than 2^-51,
/// and a decimal itself by 10^-28, which m, being 1 or more, covers. All of them together stay below 64 × 2^-50 m &lt; 10^-13 m, a tenth of
/// what is allowed for here. Below 10^25 no decimal overflows either, so nothing that would have failed is passed over.
/// </remarks>
internal sealed partial class JumpEmitter
{
    private const double ErrorOfMagnitude = 1e-12;
    private const double LargestMagnitude = 1e25;
    private const int MostOperations = 64;

    private static readonly System.Reflection.MethodInfo AbsoluteOf = typeof(KnownValues).GetMethod(nameof(KnownValues.Abs))!;
    private static readonly System.Reflection.MethodInfo DoubleAbs = typeof(Math).GetMethod(nameof(Math.Abs), [typeof(double)])!;

    private static bool IsWorthDoubles(Bound left, Bound right)
    {
        var parts = BoundParts.Of(left).Concat(BoundParts.Of(right)).Take(MostOperations + 1).ToList();
        return parts.Count <= MostOperations && left.Type == FeelType.Number
            && parts.Any(part => part is BoundBinary { Operator: BinaryOperator.Divide })
            && IsForDoubles(left) && IsForDoubles(right);
    }

    private static bool IsForDoubles(Bound bound) => bound switch
    {
        BoundLet let => IsForDoubles(let.Body),
        BoundNegation negation => IsForDoubles(negation.Operand),
        BoundCall { Arguments: [var operand] } call when call.Method == AbsoluteOf => IsForDoubles(operand),
        BoundBinary { Operator: BinaryOperator.Divide } quotient => IsForDoubles(quotient.Left) && IsWholeNumber(quotient.Right),
        BoundBinary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary => IsForDoubles(binary.Left) && IsForDoubles(binary.Right),
        BoundMember or BoundConstant or BoundParameter or BoundVariable => true,
        _ => IsWholeNumber(bound),
    };

    /// <summary>What <see cref="Value"/> holds as a whole number.</summary>
    private static bool IsWholeNumber(Bound bound) => WithoutLets(bound) switch
    {
        BoundMember { Member: var member } => SchemaBuilder.ValueType(member.Read.ReturnType) == typeof(int),
        BoundBinary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } binary => IsInteger(binary.Left) && IsInteger(binary.Right),
        var other => IsDaysBetween(other),
    };

    private static bool IsInteger(Bound bound) => WithoutLets(bound) is BoundMember && IsWholeNumber(bound);

    private void DecideByDoubles(BinaryOperator @operator, Bound left, Bound right, Ways ways) => At(ways.IfUnknown, () =>
    {
        var (l, r) = (Approximate(left), Approximate(right));
        var difference = Kept(Expression.Subtract(l.Value, r.Value));
        var magnitude = Kept(Expression.Add(l.Magnitude, r.Magnitude));
        var isClear = Expression.AndAlso(
            Expression.LessThan(magnitude, Expression.Constant(LargestMagnitude)),
            Expression.GreaterThan(Expression.Call(DoubleAbs, difference), Expression.Multiply(magnitude, Expression.Constant(ErrorOfMagnitude))));
        var isGreater = Expression.GreaterThan(difference, Expression.Constant(0d));
        var whenGreater = @operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;
        code.Add(Expression.IfThen(isClear, Expression.IfThenElse(
            isGreater, Expression.Goto(whenGreater ? ways.IfTrue : ways.IfFalse), Expression.Goto(whenGreater ? ways.IfFalse : ways.IfTrue))));
        isStraight = false;
        Apart(() => Jump(Compare(@operator, Value(left), Value(right)), ways));
        return true;
    });

    /// <summary>A number as a double, and what neither it nor any number on the way to it is larger than.</summary>
    private (Expression Value, Expression Magnitude) Approximate(Bound bound)
    {
        switch (bound)
        {
            case BoundLet let:
                return Approximate(let.Body);
            case BoundNegation negation:
                var negated = Approximate(negation.Operand);
                return (Expression.Negate(negated.Value), negated.Magnitude);
            case BoundCall { Arguments: [var operand] } call when call.Method == AbsoluteOf:
                var signed = Approximate(operand);
                return (Expression.Call(DoubleAbs, signed.Value), signed.Magnitude);
            case BoundBinary { Operator: BinaryOperator.Divide } quotient:
                var (dividend, divisor) = (Approximate(quotient.Left), Value(quotient.Right));
                LeaveIf(Emission.IsZero(divisor));
                return (Kept(Expression.Divide(dividend.Value, Expression.Convert(divisor, typeof(double)))), dividend.Magnitude);
            case BoundBinary binary when !IsWholeNumber(binary):
                var (left, right) = (Approximate(binary.Left), Approximate(binary.Right));
                return binary.Operator switch
                {
                    BinaryOperator.Add => (Kept(Expression.Add(left.Value, right.Value)), Kept(Expression.Add(left.Magnitude, right.Magnitude))),
                    BinaryOperator.Subtract => (Kept(Expression.Subtract(left.Value, right.Value)), Kept(Expression.Add(left.Magnitude, right.Magnitude))),
                    _ => (Kept(Expression.Multiply(left.Value, right.Value)), Kept(Expression.Multiply(left.Magnitude, right.Magnitude))),
                };
            case BoundConstant { Value: decimal number }:
                return Leaf(Expression.Constant((double)number));
            case BoundParameter { Parameter.Value: decimal number }:
                return Leaf(Expression.Constant((double)number));
            default:
                return Leaf(Kept(Expression.Convert(Value(bound), typeof(double))));
        }
    }

    private static (Expression Value, Expression Magnitude) Leaf(Expression value) => value is ConstantExpression { Value: double known }
        ? (value, Expression.Constant(Math.Abs(known) + 1))
        : (value, Expression.Add(Expression.Call(DoubleAbs, value), Expression.Constant(1d)));
}
