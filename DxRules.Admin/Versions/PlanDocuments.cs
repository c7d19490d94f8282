using DxRules.Admin.Data;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Versions;

/// <summary>Reads the documents of versions, also of those that are kept as changes only.</summary>
internal sealed class PlanDocuments(AdminDb db, DocumentCache cache)
{
    /// <summary>The newest version of a plan with its document as the viewer may see it; null where the viewer sees no such plan.</summary>
    public Task<SeenVersion?> Newest(int plan, CancellationToken cancel) =>
        See(db.PlanVersions.Where(version => version.PlanId == plan).OrderByDescending(version => version.Number), cancel);

    /// <summary>A version by its number, likewise.</summary>
    public Task<SeenVersion?> Version(int plan, int number, CancellationToken cancel) =>
        See(db.PlanVersions.Where(version => version.PlanId == plan && version.Number == number), cancel);

    /// <summary>The whole document of a version, with what is secret: for checks and for saving, never for a page.</summary>
    public async Task<PlanDocument> Whole(int version, CancellationToken cancel) => (await Known(version, cancel)).Whole;

    /// <summary>The same without what is secret, whoever asks: for what is handed on to others.</summary>
    public async Task<PlanDocument> Open(int version, CancellationToken cancel) => (await Known(version, cancel)).Open;

    private async Task<CachedDocument> Known(int version, CancellationToken cancel) =>
        await Read(await db.PlanVersions.IgnoreQueryFilters().Where(row => row.Id == version).Select(Head).FirstAsync(cancel), cancel);

    private static readonly System.Linq.Expressions.Expression<Func<PlanVersionRow, VersionHead>> Head =
        row => new VersionHead(row.Id, row.PlanId, row.Number, row.Hash, row.At, row.Plan!.Municipality);

    private async Task<SeenVersion?> See(IQueryable<PlanVersionRow> versions, CancellationToken cancel)
    {
        if (await versions.Select(Head).FirstOrDefaultAsync(cancel) is not { } head)
            return null;
        var document = await Read(head, cancel);
        return new SeenVersion(head, db.Viewer.SeesSecrets ? document.Whole : document.Open);
    }

    private async Task<CachedDocument> Read(VersionHead head, CancellationToken cancel)
    {
        if (cache.Find(head.Hash) is { } known)
            return known;
        var kept = await db.PlanVersions.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.PlanId == head.Plan && row.Number >= head.Number && row.Document != null).OrderBy(row => row.Number)
            .FirstOrDefaultAsync(cancel) ?? throw Damaged(head);
        var document = PlanVersions.Read(kept);
        if (kept.Number > head.Number)
            document = await Earlier(document, head, kept.Number, cancel);
        return cache.Add(head.Hash, document);
    }

    // From the next version that is kept whole, back through the changes in between.
    private async Task<PlanDocument> Earlier(PlanDocument document, VersionHead head, int from, CancellationToken cancel)
    {
        var changes = await db.PlanChanges.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.Version!.PlanId == head.Plan && row.Version.Number > head.Number && row.Version.Number <= from)
            .OrderByDescending(row => row.Version!.Number).ThenBy(row => row.Position)
            .Select(row => new { row.VersionId, Change = new PlanChange(row.SubjectId, row.Member, row.Old, row.New, row.Index) }).ToListAsync(cancel);
        foreach (var step in changes.GroupBy(row => row.VersionId))
            document = PlanChanges.Apply(document, PlanChanges.Reverse(step.Select(row => row.Change))).Document ?? throw Damaged(head);
        return PlanWriter.Hash(document) == head.Hash ? document : throw Damaged(head);
    }

    private static InvalidDataException Damaged(VersionHead head) =>
        new($"Version {head.Number} of plan {head.Plan} cannot be made anew from its changes. The database was changed from outside.");
}

/// <param name="Municipality">The code of the plan's municipality.</param>
internal sealed record VersionHead(int Id, int Plan, int Number, string Hash, DateTimeOffset At, string Municipality);

/// <summary>A version of a plan as a viewer may see it.</summary>
internal sealed record SeenVersion(VersionHead Head, PlanDocument Document);
