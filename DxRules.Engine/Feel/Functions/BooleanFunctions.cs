using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

internal static class BooleanFunctions
{
    public static IReadOnlyList<BuiltIn> All { get; } =
    [
        Of("not", "negand", new("真偽を逆にした値", "the opposite of true or false"),
            call => call.Single(0) == null ? null : call.Single(0) is bool truth ? !truth : call.Wrong<bool>(0, FunctionErrors.Boolean)),
        Of("all", "list, …", new("すべての要素が真か", "whether every item is true"),
            call => call.Items()?.Aggregate((object?)true, (all, item) => Operators.And(all, item, call.Reasons))),
        Of("any", "list, …", new("真の要素があるか", "whether an item is true"),
            call => call.Items()?.Aggregate((object?)false, (any, item) => Operators.Or(any, item, call.Reasons))),
        Of("is", "value1, value2?", new("種類も値もまったく同じか（時差の書き方も含む）", "whether both are the same value of the same kind, zones included"),
            call => AreSame(call[0], call[1])),
    ];

    private static bool AreSame(object? left, object? right) => (left, right) switch
    {
        (FeelTime a, FeelTime b) => a == b,
        (FeelDateTime a, FeelDateTime b) => a == b,
        _ => Operators.Equal(left, right) == true,
    };

    private static BuiltIn Of(string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        BuiltIns.Of(FunctionGroup.Boolean, name, signatures, meaning, implementation);
}
