using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Sheets;
using DxRules.Admin.Versions;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>What came of taking a file over: all of it stands in the plan, or nothing.</summary>
internal sealed record TakenImport
{
    /// <summary>The number of the version that now holds it; null where it was not taken over.</summary>
    public int? Version { get; init; }

    /// <summary>How many values changed.</summary>
    public int Changes { get; init; }

    /// <summary>How many values somebody else changed meanwhile.</summary>
    public int Conflicts { get; init; }
    public IReadOnlyList<Diagnostic> Errors { get; init; } = [];

    /// <summary>Whether there is no such import for the person, or something in it is not theirs.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether it is not as the person saw it: somebody went on with it, or there are errors left.</summary>
    public bool IsStale { get; init; }
}

/// <summary>Takes files over: the plan's new version, where each value came from and that it was done are stored together or not at all.</summary>
internal sealed class ImportTaking(AdminDb db, PlanAmendments plans, PeerDefinitions peers, AuditLog audit, KeptFiles kept, TimeProvider clock)
{
    /// <param name="revision">Of the import, as the person saw it.</param>
    public async Task<TakenImport> Take(int id, int revision, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var row = await db.Imports.Include(import => import.File).SingleOrDefaultAsync(import => import.Id == id, cancel);
        if (row is null || !db.Viewer.MayHandle(row))
            return new() { IsRefused = true };
        if (row.Revision != revision || row.State != ImportState.Checked || row.File?.Check is not { } packed)
            return new() { IsStale = true };
        var rows = new CheckedRows(ImportCheck.Unpack(packed), row.LeftOut);
        if (!rows.IsReady)
            return new() { IsStale = true };
        var changes = rows.Changes;
        var onBehalfOf = row.Department is { } department ? db.Viewer.InPlaceOf(department) : null;
        var saved = await plans.Save(new Amendment(row.PlanId, changes, $"{row.FileName}の取込") { OnBehalfOf = onBehalfOf }, cancel);
        if (saved.Version is not { } version)
            return new() { Conflicts = saved.Conflicts.Count, Errors = saved.Errors, IsRefused = saved.IsRefused };
        if (saved.IsNew)
            await AddProvenance(row, version, rows.SourcesOf(changes), cancel);
        if (PeerMapping.Is(row.Mapping))
            await peers.Keep(row, rows, cancel);
        (row.State, row.Version, row.EndedAt) = (ImportState.Taken, version, clock.GetUtcNow());
        row.Revision++;
        await audit.Add(ImportEntries.Of(row, AuditActions.ImportTaken, version.ToString(CultureInfo.InvariantCulture), changes.Count.ToString("#,0", CultureInfo.InvariantCulture)), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        kept.Forget(id);
        return new() { Version = version, Changes = changes.Count };
    }

    private async Task AddProvenance(ImportRow row, int version, IEnumerable<CheckedSource> sources, CancellationToken cancel)
    {
        var secret = await db.PlanChanges.AsNoTracking().Where(change => change.Version!.PlanId == row.PlanId && change.Version.Number == version && change.Secret)
            .Select(change => new { change.SubjectId, change.Member }).ToListAsync(cancel);
        var hidden = secret.SelectMany(change => new[] { change.SubjectId, change.Member[(change.Member.LastIndexOf('/') + 1)..] }).ToHashSet(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            db.Provenance.Add(new ProvenanceRow
            {
                PlanId = row.PlanId, SubjectId = source.Subject, Member = source.Member, Version = version, ImportId = row.Id, FileName = row.FileName,
                Sheet = source.At.Sheet, Cell = source.At.Name, ById = db.Viewer.UserId, At = clock.GetUtcNow(), Secret = hidden.Contains(source.Subject),
            });
        }
    }
}
