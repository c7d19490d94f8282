using System.Security.Cryptography;
using System.Text;
using DxRules.Admin.Data;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>What came of doing a stored run again.</summary>
/// <param name="IsSame">Whether the report is the same to the letter.</param>
/// <param name="Engine">The version of the engine that did it again.</param>
/// <param name="Changes">What the engine of today finds otherwise; empty where nothing differs but how the report is written.</param>
internal sealed record Reperformed(bool IsSame, string Hash, string Engine, IReadOnlyList<ResultChange> Changes);

/// <summary>Does a run again, from the plan version, the rule files and the settings that were kept with it.</summary>
internal sealed class Reperformance(AdminDb db, PlanDocuments documents)
{
    /// <summary>Null where there is no such run.</summary>
    public async Task<Reperformed?> Of(int run, CancellationToken cancel)
    {
        var kept = await db.Runs.AsNoTracking().Where(row => row.Id == run)
            .Select(row => new { row.PlanVersionId, row.AsOf, row.ReportHash, row.Report })
            .SingleOrDefaultAsync(cancel);
        if (kept is null)
            return null;
        var files = await RunFiles.Read(db, run, cancel);
        var loading = PlanCheck.LoadFiles(files.Files, files.Profile is null ? null : new SourceText(EngineCheck.ProfilePath, files.Profile));
        if (loading.Check is not { } check)
            return new Reperformed(false, "", PlanCheck.EngineVersion, []);
        var again = check.Check(await documents.Whole(kept.PlanVersionId, cancel), kept.AsOf, cancel);
        var json = Encoding.UTF8.GetBytes(ReportJson.Write(again));
        var hash = Convert.ToHexStringLower(SHA256.HashData(json));
        return hash == kept.ReportHash
            ? new Reperformed(true, hash, PlanCheck.EngineVersion, [])
            : new Reperformed(false, hash, PlanCheck.EngineVersion, Between(Compressed.Unpack(kept.Report), again));
    }

    private static IReadOnlyList<ResultChange> Between(byte[] kept, CheckReport again) =>
        ReportJsonReader.Read(new SourceText("report", Encoding.UTF8.GetString(kept))).Report is { } before
            ? [.. ReportDifference.Of(before, again).SelectMany(plan => plan.Changes)]
            : [];
}
