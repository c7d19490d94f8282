using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>A cycle with its runs, and the one that is shown.</summary>
/// <param name="Runs">Newest first.</param>
/// <param name="Run">Null where the cycle has none yet.</param>
internal sealed record ShownRun(CycleHead Cycle, IReadOnlyList<RunHead> Runs, RunHead? Run)
{
    /// <summary>By default the latest run; null where there is no such cycle or run.</summary>
    public static async Task<ShownRun?> Read(AdminDb db, int cycle, int? number, CancellationToken cancel)
    {
        if (await CycleHead.Read(db, cycle, cancel) is not { } head)
            return null;
        var runs = await RunHead.Of(db, cycle, cancel);
        var run = runs.FirstOrDefault(run => number is null || run.Number == number);
        return run is null && number is not null ? null : new ShownRun(head, runs, run);
    }
}

/// <summary>A cycle and whose it is.</summary>
/// <param name="Code">Of the municipality.</param>
internal sealed record CycleHead(int Id, int Plan, int FiscalYear, bool IsOpen, string Municipality, string PlanTitle, string Code)
{
    public static Task<CycleHead?> Read(AdminDb db, int cycle, CancellationToken cancel) =>
        db.Cycles.AsNoTracking().Where(row => row.Id == cycle)
            .Select(row => new CycleHead(
                row.Id,
                row.PlanId,
                row.FiscalYear,
                row.ClosedAt == null,
                row.Plan!.Versions.OrderByDescending(version => version.Number).First().MunicipalityName,
                row.Plan.Versions.OrderByDescending(version => version.Number).First().Title,
                row.Plan.Municipality))
            .FirstOrDefaultAsync(cancel);
}

/// <summary>A run without what it observed.</summary>
/// <param name="ReportHash">Of what the viewer may see.</param>
/// <param name="Rules">How many rules took part.</param>
/// <param name="Counts">Of what the viewer may see.</param>
internal sealed record RunHead(
    int Id, int Number, DateOnly AsOf, DateTimeOffset At, string Engine, string RuleSetHash, string ProfileName, string ReportHash,
    int PlanVersion, int Rules, int LaterFactsIgnored, RunCounts Counts)
{
    /// <summary>The runs of a cycle, newest first.</summary>
    public static async Task<IReadOnlyList<RunHead>> Of(AdminDb db, int cycle, CancellationToken cancel) => [.. (await Of(db, [cycle], cancel))[cycle]];

    /// <summary>The runs of several cycles by the ids of these, each newest first.</summary>
    public static async Task<ILookup<int, RunHead>> Of(AdminDb db, List<int> cycles, CancellationToken cancel)
    {
        var runs = await db.Runs.AsNoTracking().Where(row => cycles.Contains(row.CycleId)).OrderByDescending(row => row.Number)
            .Select(row => new
            {
                row.Id, row.CycleId, row.Number, row.AsOf, row.At, row.Engine, row.RuleSetHash, row.ProfileName, row.ReportHash, row.OpenReportHash,
                PlanVersion = row.PlanVersion!.Number, Rules = row.Rules.Count, row.LaterFactsIgnored,
            })
            .ToListAsync(cancel);
        var observed = await db.Observations.AsNoTracking().Where(row => cycles.Contains(row.Run!.CycleId) && row.Outcome != Outcome.Gone)
            .Select(row => new { row.RunId, row.Outcome, row.Severity }).CountEach(cancel);
        var seesWhole = db.Viewer is { SeesSecrets: true, SeesAll: true };
        var counts = observed.ToLookup(row => row.Key.RunId, row => (AlertLine.WordOf(row.Key.Severity, row.Key.Outcome), row.Count));
        return runs.ToLookup(row => row.CycleId, row => new RunHead(
            row.Id, row.Number, row.AsOf, row.At, row.Engine, row.RuleSetHash, row.ProfileName, db.Viewer.SeesSecrets ? row.ReportHash : row.OpenReportHash,
            row.PlanVersion, row.Rules, seesWhole ? row.LaterFactsIgnored : 0, RunCounts.Of(counts[row.Id])));
    }
}

/// <summary>How much of each kind a viewer may see of a run; folded alerts count.</summary>
internal sealed record RunCounts(int Critical, int Warning, int Notice, int Info, int Undetermined, int Faults)
{
    public static RunCounts Of(IEnumerable<(string Word, int Count)> observed)
    {
        var counts = observed.ToDictionary(row => row.Word, row => row.Count);
        int Of(string word) => counts.GetValueOrDefault(word);
        return new(Of("critical"), Of("warning"), Of("notice"), Of("info"), Of("undetermined"), Of("fault"));
    }

    public int Alerts => Critical + Warning + Notice + Info;

    /// <summary>The counts that are always shown, by the word that filters for them.</summary>
    public IEnumerable<(string Word, int Count)> Shown =>
        [("critical", Critical), ("warning", Warning), ("notice", Notice), ("info", Info), ("undetermined", Undetermined)];
}
