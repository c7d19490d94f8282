using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Importing;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>What is known of how other municipalities define the figures that stand beside ours.</summary>
internal sealed class PeerDefinitions(AdminDb db)
{
    /// <summary>What was said of a municipality before.</summary>
    public Task<List<PeerDefinitionRow>> Of(int plan, string code, CancellationToken cancel) =>
        db.PeerDefinitions.AsNoTracking().Where(row => row.PlanId == plan && row.Code == code).ToListAsync(cancel);

    /// <summary>Keeps the definitions of what an import brings. Only within a transaction that tells it.</summary>
    /// <param name="taken">What is left of the comparison without the rows left out.</param>
    public async Task Keep(ImportRow import, CheckedRows taken, CancellationToken cancel)
    {
        if (import.File is not { } stored || PeerFiles.Read(import.FileName, Compressed.Unpack(stored.Content), cancel).File is not { } file)
            return;
        var (plan, code) = (import.PlanId, file.Code);
        var series = taken.Changes.Select(change => change.Subject).ToHashSet(StringComparer.Ordinal);
        var known = await db.PeerDefinitions.Where(row => row.PlanId == plan && row.Code == code).ToDictionaryAsync(row => row.SeriesId, StringComparer.Ordinal, cancel);
        foreach (var pair in PeerMapping.Of(import.Mapping!).Pairs.Where(pair => series.Contains(pair.Series)))
        {
            var other = file.Series.First(one => one.Id == pair.Other);
            if (!known.TryGetValue(pair.Series, out var row))
                db.PeerDefinitions.Add(row = new PeerDefinitionRow { PlanId = plan, SeriesId = pair.Series, Code = code, Title = "" });
            (row.Title, row.Definition, row.Unit, row.AsOf, row.ImportId) = (other.Name, other.Definition, other.Unit, file.AsOf, import.Id);
        }
    }
}
