using System.Collections;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

/// <summary>Compares plans member by member, as lists of records do not compare by what is in them.</summary>
internal static class SamePlan
{
    public static IEnumerable<string> Differences(PlanObject a, PlanObject b, string path = "$")
    {
        if (!a.Raw.OrderBy(r => r.Key).SequenceEqual(b.Raw.OrderBy(r => r.Key)) || !a.Inferred.SequenceEqual(b.Inferred))
            yield return $"{path}: wording";
        foreach (var member in PlanShape.Of(a.GetType()).Members)
        {
            foreach (var difference in Values(member.Get(a), member.Get(b), $"{path}.{member.Name}"))
                yield return difference;
        }
    }

    private static IEnumerable<string> Values(object? a, object? b, string path) => (a, b) switch
    {
        (PlanObject one, PlanObject other) => Differences(one, other, path),
        (string, string) => Equals(a, b) ? [] : [path],
        (IEnumerable one, IEnumerable other) => Lists([.. one.Cast<object>()], [.. other.Cast<object>()], path),
        _ => Equals(a, b) ? [] : [path],
    };

    private static IEnumerable<string> Lists(object[] a, object[] b, string path) =>
        a.Length == b.Length ? a.Zip(b).SelectMany((pair, i) => Values(pair.First, pair.Second, $"{path}[{i}]")) : [path];
}
