using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>Tells of each change of a comparison from which row it comes, and what remains when rows are left out.</summary>
internal sealed class CheckedRows
{
    private readonly Dictionary<(string Subject, string Member), CellPlace> sources;
    private readonly ILookup<string, CheckedSource> ofSubject;
    private readonly HashSet<ImportPlace> leftOut;
    private readonly Dictionary<string, ImportPlace> removed;

    public CheckedRows(ImportCheck check, IEnumerable<ImportPlace> leftOut)
    {
        Check = check;
        this.leftOut = [.. leftOut];
        sources = check.Sources.ToDictionary(source => (source.Subject, source.Member), source => source.At);
        ofSubject = check.Sources.ToLookup(source => source.Subject, StringComparer.Ordinal);
        removed = check.Rows.Where(row => row is { Row: 0, Subject: not null }).DistinctBy(row => row.Subject).ToDictionary(row => row.Subject!, row => row.Place, StringComparer.Ordinal);
    }

    public ImportCheck Check { get; }

    public bool IsLeftOut(ImportPlace place) => leftOut.Contains(place);

    /// <summary>The changes that are made.</summary>
    public IReadOnlyList<PlanChange> Changes => [.. Check.Changes.Where(change => PlaceOf(change) is not { } place || !IsLeftOut(place))];

    /// <summary>What is wrong with what is not left out.</summary>
    public IEnumerable<CheckedProblem> Problems => Check.Problems.Where(problem => problem.At is not { } at || !IsLeftOut(new ImportPlace(at.Sheet, at.Row)));

    /// <summary>The rows that have an error and are not left out.</summary>
    public IReadOnlyList<ImportPlace> Faulty => [.. Problems.Where(problem => problem is { IsError: true, At: not null }).Select(problem => new ImportPlace(problem.At!.Sheet, problem.At.Row)).Distinct()];

    public bool IsReady => !Problems.Any(problem => problem.IsError);

    /// <summary>The row from which a change comes; null where it comes from none.</summary>
    public ImportPlace? PlaceOf(PlanChange change) =>
        IsRemoval(change) ? removed.GetValueOrDefault(ElementOf(change)) : SourceOf(change) is { } at ? new ImportPlace(at.Sheet, at.Row) : null;

    /// <summary>The cell from which a change comes: its own, that of what holds it, or the first of those that an added row is made of.</summary>
    public CellPlace? SourceOf(PlanChange change)
    {
        for (var member = change.Member; member.Length > 0; member = member[..Math.Max(0, member.LastIndexOf('/'))])
        {
            if (sources.TryGetValue((change.Subject, member), out var at))
                return at;
        }
        return change.Index is null ? null : ofSubject[ElementOf(change)].FirstOrDefault()?.At ?? InnerOf(change);
    }

    /// <summary>The cells of everything that the changes bring.</summary>
    public IEnumerable<CheckedSource> SourcesOf(IReadOnlyList<PlanChange> changes)
    {
        var members = changes.Where(change => !IsRemoval(change)).ToLookup(change => change.Subject, change => change.Member, StringComparer.Ordinal);
        var added = changes.Where(change => change is { Index: not null, New: not null }).Select(ElementOf).ToHashSet(StringComparer.Ordinal);
        return Check.Sources.Where(source => !IsLeftOut(new ImportPlace(source.At.Sheet, source.At.Row))
            && (added.Contains(source.Subject) || members[source.Subject].Any(member => IsIn(source.Member, member) || IsIn(member, source.Member))));
    }

    private CellPlace? InnerOf(PlanChange change) =>
        change is { Index: not null, New: not null } ? ofSubject[change.Subject].FirstOrDefault(source => IsIn(source.Member, change.Member))?.At : null;

    private static bool IsRemoval(PlanChange change) => change is { Index: not null, New: null };

    private static bool IsIn(string inner, string outer) => inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal);

    private static string ElementOf(PlanChange change) => change.Member[(change.Member.LastIndexOf('/') + 1)..];
}
