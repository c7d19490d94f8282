using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Tuning;

/// <summary>Tells what a profile would change of what this and the past reviews found: each checked plan once more, by both. Nothing is stored.</summary>
internal sealed class ProfileTrial(AdminDb db, PlanDocuments documents)
{
    /// <summary>One for each review of the city's plans that was checked, the latest year first; as much as the viewer may see.</summary>
    public async Task<IReadOnlyList<CycleEffect>> Of(string municipality, string? before, string? after, JobProgress progress, CancellationToken cancel)
    {
        var runs = await CountingRuns(municipality, cancel);
        progress.Begin(Texts.InBoth(texts => texts["tuning.compiling"]), runs.Count + 1);
        var (was, now) = (CompiledProfiles.Check(before), CompiledProfiles.Check(after));
        var effects = new List<CycleEffect>();
        foreach (var run in runs)
        {
            progress.Begin(Texts.InBoth(texts => texts["tuning.checking", texts.FiscalYear(run.FiscalYear)]), runs.Count + 1);
            progress.Reach(effects.Count + 1);
            var plan = await documents.Whole(run.PlanVersion, cancel);
            effects.Add(CycleEffect.Between(run, Seen(was.Check(plan, run.AsOf, cancel)), Seen(now.Check(plan, run.AsOf, cancel))));
        }
        return effects;
    }

    private async Task<IReadOnlyList<CheckedRun>> CountingRuns(string municipality, CancellationToken cancel)
    {
        var cycles = await db.Cycles.AsNoTracking().Where(cycle => cycle.Plan!.Municipality == municipality)
            .OrderByDescending(cycle => cycle.FiscalYear).ThenBy(cycle => cycle.PlanId)
            .Select(cycle => new
            {
                cycle.Id,
                cycle.FiscalYear,
                Run = cycle.Issues.OrderByDescending(issue => issue.Number).Select(issue => (int?)issue.RunId).FirstOrDefault()
                    ?? cycle.Runs.OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefault(),
            }).ToListAsync(cancel);
        var ids = cycles.Select(cycle => cycle.Run).ToList();
        var runs = await db.Runs.AsNoTracking().Where(run => ids.Contains(run.Id))
            .Select(run => new { run.Id, run.PlanVersionId, run.PlanVersion!.Title, run.AsOf }).ToDictionaryAsync(run => run.Id, cancel);
        return [.. cycles.Where(cycle => cycle.Run is not null).Select(cycle => (cycle, Run: runs[cycle.Run!.Value]))
            .Select(pair => new CheckedRun(pair.cycle.Id, pair.cycle.FiscalYear, pair.Run.Title, pair.Run.PlanVersionId, pair.Run.AsOf))];
    }

    private CheckReport Seen(CheckReport report) => db.Viewer.SeesSecrets ? report : report with
    {
        Plans = [.. report.Plans.Select(plan => plan with
        {
            Alerts = [.. plan.Alerts.Where(alert => !alert.Secret)],
            Undetermined = [.. plan.Undetermined.Where(result => !result.Secret)],
            Faults = [.. plan.Faults.Where(fault => !SettingChange.IsSecretRule(fault.Rule))],
        })],
    };
}

/// <summary>A run by which a review counts: the one it issued, else its last.</summary>
internal sealed record CheckedRun(int Cycle, int FiscalYear, string Plan, int PlanVersion, DateOnly AsOf);

/// <summary>What a profile changes of what one review found.</summary>
internal sealed record CycleEffect(CheckedRun Run, FoundCounts Before, FoundCounts After, IReadOnlyList<ChangedResult> Changes)
{
    public static CycleEffect Between(CheckedRun run, CheckReport before, CheckReport after)
    {
        var titles = PlanCheck.Default.Rules.ToDictionary(compiled => compiled.Rule.Id, compiled => compiled.Rule.Title, StringComparer.Ordinal);
        return new CycleEffect(run, FoundCounts.Of(before), FoundCounts.Of(after),
            [.. ReportDifference.Of(before, after).SelectMany(plan => plan.Changes).Select(change => new ChangedResult(change, titles[change.Rule]))]);
    }

    public int Count(ResultChangeKind kind) => Changes.Count(line => line.Change.Kind == kind);
}

internal sealed record FoundCounts(int Alerts, int Undetermined)
{
    public static FoundCounts Of(CheckReport report) => new(report.Plans.Sum(plan => plan.Alerts.Count), report.Plans.Sum(plan => plan.Undetermined.Count));
}

internal sealed record ChangedResult(ResultChange Change, LocalizedText Rule);
