using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Imports;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>Guesses which figures belong together: as it was said the last time, else by title and part, by definition, and by titles that are much alike.</summary>
internal static class PeerGuess
{
    /// <summary>How much of two titles must be alike; of what is known of real plans, less finds wrong pairs.</summary>
    private const double Alike = 0.7;

    /// <param name="known">What was said of the same municipality before.</param>
    public static PeerMapping Of(IReadOnlyList<OwnSeries> own, PeerFile file, IReadOnlyList<PeerDefinitionRow> known)
    {
        var pairs = new Dictionary<PeerSeries, OwnSeries>();
        Func<OwnSeries, PeerSeries, bool>[] ways =
        [
            (ours, theirs) => known.Any(row => row.SeriesId == ours.Id && row.Title == theirs.Name),
            (ours, theirs) => Same(ours.Name, theirs.Name),
            (ours, theirs) => theirs.Definition is { } definition && ours.Kpi.Definition is { } said && Same(definition, said) && SameSegment(ours, theirs),
            (ours, theirs) => Likeness(ours.Name, theirs.Name) >= Alike && SameSegment(ours, theirs),
        ];
        foreach (var way in ways)
        {
            foreach (var theirs in file.Series.Where(theirs => !pairs.ContainsKey(theirs)))
            {
                var found = own.Where(ours => !pairs.ContainsValue(ours) && way(ours, theirs) && ours.FitTo(theirs).SameUnit).Take(2).ToList();
                if (found is [var only])
                    pairs.Add(theirs, only);
            }
        }
        return new PeerMapping([.. file.Series.Where(pairs.ContainsKey).Select(theirs => new PeerPair(pairs[theirs].Id, theirs.Id, IsSame(pairs[theirs], theirs, file.Code)))]);
    }

    // What was said before, or where the wording leaves no doubt; else a person says it.
    private static bool? IsSame(OwnSeries ours, PeerSeries theirs, string code)
    {
        if (ours.Series.Peers.LastOrDefault(peer => peer.Code == code)?.SameDefinition is { } said)
            return said && ours.FitTo(theirs).SameCount;
        if (!ours.FitTo(theirs).SameCount)
            return false;
        return theirs.Definition is { } definition && ours.Kpi.Definition is { } own && Same(definition, own) ? true : null;
    }

    private static bool SameSegment(OwnSeries ours, PeerSeries theirs) => Same(ours.Series.Segment ?? "", theirs.Segment ?? "");

    private static bool Same(string one, string other) => TextKeys.Key(one) == TextKeys.Key(other);

    /// <summary>The share of pairs of neighbouring characters that two texts have in common, 0 to 1 (Sørensen and Dice).</summary>
    private static double Likeness(string one, string other)
    {
        var (first, second) = (Bigrams(one), Bigrams(other));
        return first.Count + second.Count == 0 ? 0 : 2.0 * first.Intersect(second).Count() / (first.Count + second.Count);
    }

    private static HashSet<string> Bigrams(string text)
    {
        var key = TextKeys.Key(text);
        return key.Length < 2 ? [key] : [.. Enumerable.Range(0, key.Length - 1).Select(start => key.Substring(start, 2))];
    }
}
