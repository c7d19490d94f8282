using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Keeps the alerts that live over the years: which run saw each first and last.</summary>
internal static class AlertRows
{
    /// <summary>Moves the alerts that a run saw to it. One whose item was renumbered goes on under the new key, with its answers.</summary>
    public static async Task Move(AdminDb db, int plan, RunRow run, RenumberedIds renumbered, CancellationToken cancel)
    {
        var known = await db.Alerts.IgnoreQueryFilters().Where(alert => alert.PlanId == plan).ToDictionaryAsync(alert => alert.Key, StringComparer.Ordinal, cancel);
        var observed = run.Observations.Where(row => row.Outcome == Outcome.Alert).ToList();
        var keys = observed.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var later = await LaterRuns(db, run, cancel);
        foreach (var seen in observed)
        {
            var earlier = renumbered.EarlierKeys(seen.Key).Where(key => !keys.Contains(key)).Select(known.GetValueOrDefault).OfType<AlertRow>().ToList();
            var alert = known.GetValueOrDefault(seen.Key) ?? earlier.FirstOrDefault();
            if (alert is null)
            {
                db.Alerts.Add(new AlertRow { PlanId = plan, Key = seen.Key, Secret = seen.Secret, FirstRunId = run.Id, LastRunId = run.Id });
                continue;
            }
            alert.Key = seen.Key;
            if (!later.Contains(alert.LastRunId))
                alert.LastRunId = run.Id;
            foreach (var other in earlier.Where(other => other != alert))
                await Join(db, alert, other, cancel);
        }
        await db.SaveChangesAsync(cancel);
    }

    // A correction checks an earlier year again; what was seen since is seen last.
    private static async Task<HashSet<int>> LaterRuns(AdminDb db, RunRow run, CancellationToken cancel)
    {
        var cycle = await db.Cycles.Where(row => row.Id == run.CycleId).Select(row => new { row.PlanId, row.FiscalYear }).SingleAsync(cancel);
        return [.. await db.Runs.Where(other => other.Cycle!.PlanId == cycle.PlanId && other.Cycle.FiscalYear > cycle.FiscalYear).Select(other => other.Id).ToListAsync(cancel)];
    }

    // The renumbering was written down only after a check had taken the new number for a new item.
    private static async Task Join(AdminDb db, AlertRow alert, AlertRow earlier, CancellationToken cancel)
    {
        alert.FirstRunId = Math.Min(alert.FirstRunId, earlier.FirstRunId);
        var answered = await db.Answers.IgnoreQueryFilters().Where(answer => answer.AlertId == alert.Id).Select(answer => answer.CycleId).ToListAsync(cancel);
        var answers = await db.Answers.IgnoreQueryFilters().Where(answer => answer.AlertId == earlier.Id && !answered.Contains(answer.CycleId)).ToListAsync(cancel);
        foreach (var answer in answers)
            answer.AlertId = alert.Id;
    }
}
