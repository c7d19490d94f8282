using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>What code in dynamic mode calls to make and look into values.</summary>
internal static class DynamicValues
{
    public static bool Is(object? value, bool truth) => value is bool boolean && boolean == truth;

    public static bool HasEntry(object? item, string name, out object? value)
    {
        value = null;
        return item is FeelContext context && context.TryGet(name, out value);
    }

    public static FeelContext Context(string[] names, object?[] values) => new([.. names.Zip(values, KeyValuePair.Create)]);

    public static FeelRange Interval(object? start, bool includesStart, object? end, bool includesEnd) => new(start, includesStart, end, includesEnd);

    /// <summary>(&lt; 3) and the like.</summary>
    public static FeelRange Open(BinaryOperator sign, object? operand) => sign switch
    {
        BinaryOperator.Less => FeelRange.Below(operand, false),
        BinaryOperator.LessOrEqual => FeelRange.Below(operand, true),
        BinaryOperator.Greater => FeelRange.Above(operand, false),
        BinaryOperator.GreaterOrEqual => FeelRange.Above(operand, true),
        BinaryOperator.Equal => FeelRange.Only(operand),
        _ => FeelRange.AllBut(operand),
    };
}
