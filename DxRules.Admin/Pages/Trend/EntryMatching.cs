using System.Text;
using DxRules.Admin.Data;

namespace DxRules.Admin.Pages.Trend;

/// <summary>Finds what became of items of a plan in the plan after it: what people decided counts before what titles say.</summary>
internal sealed class EntryMatching
{
    // Of two letters that follow each other in one title, this share stands in the other too: found by hand on the samples, where less is mostly chance.
    private const double Near = 0.6;

    private readonly IReadOnlyDictionary<string, PlanEntry> byId;
    private readonly ILookup<(string Kind, string Title), PlanEntry> byTitle;
    private readonly ILookup<string, (PlanEntry Entry, HashSet<string> Pairs)> byKind;
    private readonly IReadOnlyDictionary<string, CarryOverRow> decided;
    private readonly IReadOnlyDictionary<string, string> renumbered;

    /// <param name="later">The items of the later plan.</param>
    /// <param name="decided">What was decided of items of the plan before, by their ids.</param>
    /// <param name="renumbered">Ids of the later plan by those they had before.</param>
    public EntryMatching(IReadOnlyList<PlanEntry> later, IReadOnlyDictionary<string, CarryOverRow> decided, IReadOnlyDictionary<string, string> renumbered)
    {
        (this.decided, this.renumbered) = (decided, renumbered);
        byId = later.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        byTitle = later.ToLookup(entry => (entry.Kind, Bare(entry.Title)));
        byKind = later.ToLookup(entry => entry.Kind, entry => (entry, PairsOf(entry.Title)));
    }

    public SucceededItem Find(PlanEntry item)
    {
        if (decided.GetValueOrDefault(item.Id) is { } row)
            return new SucceededItem(item, Of(row.Decision), row.SuccessorSubjectId is { } successor ? byId.GetValueOrDefault(successor) : null, row.Reason);
        if (renumbered.TryGetValue(item.Id, out var id) && byId.TryGetValue(id, out var same))
            return new SucceededItem(item, Succession.Renumbered, same, null);
        if (byTitle[(item.Kind, Bare(item.Title))].FirstOrDefault() is { } named)
            return new SucceededItem(item, Succession.SameTitle, named, null);
        return Nearest(item) is { } near ? new SucceededItem(item, Succession.NearTitle, near, null) : new SucceededItem(item, Succession.Lacking, null, null);
    }

    private static Succession Of(CarryOver decision) => decision switch
    {
        CarryOver.Continued => Succession.Continued,
        CarryOver.Changed => Succession.Changed,
        _ => Succession.Ended,
    };

    private PlanEntry? Nearest(PlanEntry item)
    {
        var pairs = PairsOf(item.Title);
        var (best, share) = ((PlanEntry?)null, 0.0);
        foreach (var (entry, others) in byKind[item.Kind])
        {
            var alike = pairs.Count + others.Count == 0 ? 0 : 2.0 * pairs.Count(others.Contains) / (pairs.Count + others.Count);
            if (alike >= Near && alike > share)
                (best, share) = (entry, alike);
        }
        return best;
    }

    private static HashSet<string> PairsOf(string title)
    {
        var bare = Bare(title);
        return [.. Enumerable.Range(0, Math.Max(0, bare.Length - 1)).Select(i => bare.Substring(i, 2))];
    }

    // Width, case, spaces and a number in front make no other title.
    private static string Bare(string title) =>
        string.Concat(title.Normalize(NormalizationForm.FormKC).ToLowerInvariant().TrimStart([.. "0123456789-. "]).Where(c => !char.IsWhiteSpace(c)));
}
