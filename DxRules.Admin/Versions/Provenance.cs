using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Versions;

/// <summary>The cell from which a value of the plan came.</summary>
/// <param name="Version">The number of the version that brought it.</param>
/// <param name="By">Who brought it; null where nobody signed in did.</param>
internal sealed record CellSource(string Subject, string Member, int Version, int Import, string FileName, string Sheet, string Cell, DateTimeOffset At, string? By);

/// <summary>Tells from which cells values of a plan came, as far as the viewer may see them.</summary>
internal sealed class Provenance
{
    public static readonly Provenance None = new([]);

    private readonly ILookup<string, CellSource> bySubject;

    private Provenance(IReadOnlyList<CellSource> all) => (All, bySubject) = (all, all.ToLookup(source => source.Subject, StringComparer.Ordinal));

    public IReadOnlyList<CellSource> All { get; }

    /// <summary>The values of subjects that still are what the cells said.</summary>
    /// <param name="version">As of which version; null for the newest.</param>
    public static async Task<Provenance> Of(AdminDb db, int plan, IReadOnlyCollection<string> subjects, int? version, CancellationToken cancel)
    {
        var found = await Read(db.Provenance.Where(row => row.PlanId == plan && subjects.Contains(row.SubjectId) && (version == null || row.Version <= version)), cancel);
        if (found.Count == 0)
            return None;
        var first = found.Min(source => source.Version);
        var touched = (await db.PlanChanges.AsNoTracking()
            .Where(row => row.Version!.PlanId == plan && row.Version.Number > first && (version == null || row.Version.Number <= version) && subjects.Contains(row.SubjectId))
            .Select(row => new { row.SubjectId, row.Member, row.Version!.Number }).ToListAsync(cancel)).ToLookup(row => row.SubjectId, StringComparer.Ordinal);
        return new Provenance([.. found.DistinctBy(source => (source.Subject, source.Member))
            .Where(source => !touched[source.Subject].Any(change => change.Number > source.Version && Touch(change.Member, source.Member)))]);
    }

    /// <summary>What versions brought, whatever became of it since.</summary>
    public static async Task<Provenance> Of(AdminDb db, int plan, IReadOnlyCollection<int> versions, CancellationToken cancel) =>
        new(await Read(db.Provenance.Where(row => row.PlanId == plan && versions.Contains(row.Version)), cancel));

    /// <summary>The cell of a member, of what holds it, or else of what it holds; null where none is known.</summary>
    /// <param name="version">Of the version that brought it; null for any.</param>
    public CellSource? Find(string subject, string member, int? version = null)
    {
        var sources = bySubject[subject].Where(source => version is null || source.Version == version).ToList();
        return sources.Find(source => source.Member == member)
            ?? sources.Where(source => IsIn(member, source.Member)).MaxBy(source => source.Member.Length)
            ?? sources.Find(source => source.Member == member + "/value")
            ?? sources.Find(source => IsIn(source.Member, member));
    }

    private static Task<List<CellSource>> Read(IQueryable<ProvenanceRow> rows, CancellationToken cancel) =>
        rows.AsNoTracking().OrderByDescending(row => row.Version).ThenBy(row => row.Id)
            .Select(row => new CellSource(row.SubjectId, row.Member, row.Version, row.ImportId, row.FileName, row.Sheet, row.Cell, row.At, row.By!.DisplayName)).ToListAsync(cancel);

    private static bool Touch(string one, string other) => one == other || IsIn(one, other) || IsIn(other, one);

    private static bool IsIn(string inner, string outer) => inner.StartsWith(outer + "/", StringComparison.Ordinal);
}
