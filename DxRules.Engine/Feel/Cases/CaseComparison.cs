using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Cases;

/// <summary>Whether a value is the expected one.</summary>
internal static class CaseComparison
{
    private const decimal Tolerance = 1e-8m;

    /// <summary>Equal, numbers to 1e-8 of the expected one's size; times must be written for the same zone.</summary>
    public static bool Same(object? actual, object? expected) => (actual, expected) switch
    {
        (decimal a, decimal b) => a == b || IsNear(a, b),
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (FeelContext a, FeelContext b) => a.Count == b.Count && a.Entries.All(entry => b.TryGet(entry.Key, out var other) && Same(entry.Value, other)),
        (FeelTime or FeelDateTime, _) => Equals(actual, expected),
        _ => Operators.Equal(actual, expected) == true,
    };

    private static bool IsNear(decimal actual, decimal expected) =>
        Math.Sign(actual) == Math.Sign(expected) && Math.Abs(actual - expected) <= Math.Abs(expected) * Tolerance;
}
