using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Rules;

/// <summary>
/// Where a condition counts months. <c>date + P6M &lt; asOfDate</c> and <c>date &lt; asOfDate - P6M</c> part at the ends of months: from 30 November
/// the first gives 30 May, and the second holds until 31 May, as the Civil Code counts (arts. 140, 143). A rule that asks the first and
/// tells the second asks people for a date that they have entered.
/// </summary>
internal static class MonthCounting
{
    /// <summary>The comparisons with the as-of date in which months stand beside the other date. What a let holds is not looked into.</summary>
    public static IEnumerable<Expression> AwayFromTheDay(Bound condition)
    {
        if (condition is BoundLet)
            return [];
        var inside = BoundParts.ChildrenOf(condition).SelectMany(AwayFromTheDay);
        return condition is BoundBinary comparison && IsAwayFromTheDay(comparison) ? inside.Append(comparison.Syntax) : inside;
    }

    private static bool IsAwayFromTheDay(BoundBinary binary) =>
        binary.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual
        && ((IsDay(binary.Left) && IsMonthsFrom(binary.Right)) || (IsDay(binary.Right) && IsMonthsFrom(binary.Left)));

    private static bool IsDay(Bound bound) => bound is BoundMember { Target: BoundContext } && bound.Type == FeelType.Date;

    private static bool IsMonthsFrom(Bound bound) =>
        bound is BoundBinary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum
        && sum.Type == FeelType.Date
        && (sum.Left.Type == FeelType.Months || sum.Right.Type == FeelType.Months || IsMonthsFrom(sum.Left));
}
