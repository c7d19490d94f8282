namespace DxRules.Admin.Publishing;

/// <summary>One thing that a publication tells otherwise than another.</summary>
/// <param name="Title">Of the thing, as the newer one calls it where it is in both.</param>
/// <param name="Policy">Id of the policy that it is or stands under; null where it stands under none.</param>
/// <param name="Change">Of a whole thing that came or went, or of one member of a thing that is in both.</param>
/// <param name="Member">Null where the whole thing came or went.</param>
/// <param name="FiscalYear">Of figures by year; else null.</param>
/// <param name="Old">As in <see cref="PublicValue"/>; null where nothing was told, likewise <paramref name="New"/>.</param>
/// <param name="Whole">All that is told of a thing that came or went; else empty.</param>
internal sealed record PublicDifference(
    PublicPart Part, string Id, string Title, string? Policy, string? Unit, PublicChange Change, PublicMember? Member, int? FiscalYear, object? Old, object? New,
    IReadOnlyList<PublicValue> Whole);

internal enum PublicChange
{
    Added,
    Changed,
    Removed,
}

/// <summary>Tells in what two publications differ.</summary>
internal static class PublicationDifference
{
    /// <summary>In the order of the newer one, what is gone of a kind behind the rest of it; empty where both say the same.</summary>
    /// <param name="last">Null where there is none: then all is new.</param>
    public static IReadOnlyList<PublicDifference> Of(Publication? last, Publication now)
    {
        var before = last is null ? [] : PublicEntries.Of(last);
        var after = PublicEntries.Of(now);
        var known = ById(before);
        var still = ById(after);
        var differences = new List<PublicDifference>();
        foreach (var entry in after)
        {
            // Of one plan there is one head, whatever its id.
            if (known.GetValueOrDefault(KeyOf(entry)) is { } old)
                differences.AddRange(Between(old, entry));
            else
                differences.Add(Whole(entry, PublicChange.Added));
        }
        differences.AddRange(before.Where(entry => !still.ContainsKey(KeyOf(entry))).Select(entry => Whole(entry, PublicChange.Removed)));
        return [.. differences.OrderBy(difference => difference.Part)];
    }

    private static Dictionary<(PublicPart, string), PublicEntry> ById(IEnumerable<PublicEntry> entries) => entries.DistinctBy(KeyOf).ToDictionary(KeyOf);

    private static (PublicPart, string) KeyOf(PublicEntry entry) => (entry.Part, entry.Part == PublicPart.Plan ? "" : entry.Id);

    private static IEnumerable<PublicDifference> Between(PublicEntry old, PublicEntry now)
    {
        var (before, after) = (old.Values.ToDictionary(PlaceOf, value => value.Value), now.Values.ToDictionary(PlaceOf, value => value.Value));
        foreach (var place in after.Keys.Concat(before.Keys.Where(place => !after.ContainsKey(place))).OrderBy(place => place.Member).ThenBy(place => place.FiscalYear))
        {
            var (was, isNow) = (before.GetValueOrDefault(place), after.GetValueOrDefault(place));
            if (!Equals(was, isNow))
                yield return new PublicDifference(now.Part, now.Id, now.Title, now.Policy, now.Unit, PublicChange.Changed, place.Member, place.FiscalYear, was, isNow, []);
        }
    }

    private static (PublicMember Member, int? FiscalYear) PlaceOf(PublicValue value) => (value.Member, value.FiscalYear);

    private static PublicDifference Whole(PublicEntry entry, PublicChange change) =>
        new(entry.Part, entry.Id, entry.Title, entry.Policy, entry.Unit, change, null, null, null, null, entry.Values);
}
