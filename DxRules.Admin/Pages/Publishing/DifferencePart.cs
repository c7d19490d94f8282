using DxRules.Admin.Publishing;

namespace DxRules.Admin.Pages.Publishing;

/// <summary>What differs of a policy, or of what stands under none.</summary>
/// <param name="Policy">Its title; null of what is about the whole plan.</param>
internal sealed record DifferencePart(string? Policy, IReadOnlyList<ChangedThing> Things)
{
    /// <summary>What is about the whole plan first, then the policies in their order, those that are gone last.</summary>
    public static IReadOnlyList<DifferencePart> Of(IReadOnlyList<PublicDifference> differences, Publication now, Publication? last)
    {
        var policies = now.Policies.Concat(last?.Policies ?? []).DistinctBy(policy => policy.Id).ToList();
        var places = policies.Select((policy, place) => (policy.Id, place)).ToDictionary(found => found.Id, found => found.place, StringComparer.Ordinal);
        return
        [
            .. differences.GroupBy(difference => difference.Policy is { } id && places.TryGetValue(id, out var place) ? place : -1).OrderBy(group => group.Key)
                .Select(group => new DifferencePart(group.Key < 0 ? null : Numbered(policies[group.Key]), [.. ChangedThing.Of(group)])),
        ];
    }

    public int Count => Things.Sum(thing => thing.Differences.Count);

    private static string Numbered(PublicPolicy policy) => string.IsNullOrEmpty(policy.Number) ? policy.Title : $"{policy.Number} {policy.Title}";
}

/// <summary>A thing that came, went, or of which something else is told.</summary>
/// <param name="Change">Changed where it is in both.</param>
/// <param name="Differences">One where the whole thing came or went.</param>
internal sealed record ChangedThing(PublicPart Part, string Title, string? Unit, PublicChange Change, IReadOnlyList<PublicDifference> Differences)
{
    public static IEnumerable<ChangedThing> Of(IEnumerable<PublicDifference> differences) => differences.GroupBy(difference => (difference.Part, difference.Id))
        .Select(thing => new ChangedThing(thing.Key.Part, thing.First().Title, thing.First().Unit, thing.First().Change, [.. thing]));
}
