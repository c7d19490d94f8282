using DxRules.Engine.Feel.Functions;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>The functions of the standard whose work or result can be far larger than their arguments.</summary>
internal static class BuiltInCost
{
    /// <summary>Steps to count besides those for the arguments themselves.</summary>
    /// <param name="size">What the arguments were counted as.</param>
    public static long Beyond(BuiltIn function, IReadOnlyList<object?> arguments, long size) => function.Name switch
    {
        // The replacement or the delimiter may stand between any two members.
        "replace" or "string join" => arguments.OfType<string>().Select(text => (long)text.Length).Aggregate(size, (all, length) => all + length * size / 64),
        _ => 0,
    };
}
