using System.Collections.Immutable;
using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Binding;

/// <summary>
/// Which lists certainly have a member, given that a condition is true or false: <c>every</c> is true of an empty list, which is hardly
/// ever what was meant, so its list must have been counted first.
/// </summary>
internal static class CountGuards
{
    /// <summary>Whether a list can turn out to have no members.</summary>
    public static bool MayBeEmpty(Bound list) => list switch
    {
        BoundLet let => MayBeEmpty(let.Body),
        BoundList or BoundRange => false,
        _ => true,
    };

    /// <summary>What stands for "this list has a member" among guards.</summary>
    public static string KeyOf(Bound list) => "some " + NameOf(list);

    /// <summary>Lists that have a member where the condition is true.</summary>
    public static ImmutableHashSet<string> WhenTrue(Bound condition) => condition switch
    {
        BoundQuantified { IsEvery: false } some => KeysOf(some.List),
        BoundBinary binary when CountedBy(binary) is var (list, @operator, number) && IsPositive(@operator, number) => KeysOf(list),
        _ => Guards.None,
    };

    /// <summary>Lists that have a member where the condition is false.</summary>
    public static ImmutableHashSet<string> WhenFalse(Bound condition) =>
        condition is BoundBinary binary && CountedBy(binary) is var (list, @operator, number) && IsPositive(Negated(@operator), number) ? KeysOf(list) : Guards.None;

    // A filtered list with a member was taken from one that has it too.
    private static ImmutableHashSet<string> KeysOf(Bound list)
    {
        var keys = Guards.None.Add(KeyOf(list));
        return list switch
        {
            BoundLet let => keys.Union(KeysOf(let.Body)),
            BoundFilter filter => keys.Union(KeysOf(filter.List)),
            _ => keys,
        };
    }

    private static string NameOf(Bound list) => list switch
    {
        BoundLet let => NameOf(let.Body),
        BoundFor { Flattens: false } loop => NameOf(loop.List),
        BoundFilter filter => NameOf(filter.List) + "[" + SyntaxPrinter.Print(filter.Condition.Syntax) + "]",
        _ => Guards.WayTo(list) ?? SyntaxPrinter.Print(list.Syntax),
    };

    /// <summary>The list whose count is compared with a fixed number, the count on the left; null where the comparison is of another kind.</summary>
    private static (Bound List, BinaryOperator Operator, decimal Number)? CountedBy(BoundBinary binary)
    {
        if (ListCountedBy(binary.Left) is { } left && NumberOf(binary.Right) is { } right)
            return (left, binary.Operator, right);
        if (ListCountedBy(binary.Right) is { } list && NumberOf(binary.Left) is { } number)
            return (list, Turned(binary.Operator), number);
        return null;
    }

    private static Bound? ListCountedBy(Bound bound) => bound switch
    {
        BoundLet let => ListCountedBy(let.Body),
        BoundAggregate { Aggregate: Aggregate.Count } count => count.List,
        _ => null,
    };

    private static decimal? NumberOf(Bound bound) => bound switch
    {
        BoundLet let => NumberOf(let.Body),
        BoundConstant { Value: decimal number } => number,
        BoundParameter { Parameter.Value: decimal number } => number,
        _ => null,
    };

    private static bool IsPositive(BinaryOperator @operator, decimal number) => @operator switch
    {
        BinaryOperator.Greater => number >= 0,
        BinaryOperator.GreaterOrEqual => number > 0,
        BinaryOperator.Equal => number > 0,
        BinaryOperator.NotEqual => number == 0,
        _ => false,
    };

    private static BinaryOperator Turned(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => @operator,
    };

    private static BinaryOperator Negated(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Less => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.Less,
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        _ => @operator,
    };
}
