using System.Text;
using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>
/// How what a check found stands against the cycle before. Each earlier cycle counts once: with the run that its last issue froze, else with its last
/// run, so that a half-year check is compared with the year before and not with itself.
/// </summary>
/// <param name="PreviousRun">The run of the cycle before; null where there is none.</param>
/// <param name="Lives">The alerts of the check and those of the run before that are none now.</param>
internal sealed record RunLifecycle(int? PreviousRun, IReadOnlyList<AlertLife> Lives, RenumberedIds Renumbered)
{
    public static async Task<RunLifecycle> Of(AdminDb db, CycleRow cycle, CheckReport report, CancellationToken cancel)
    {
        var renumbered = await RenumberedIds.Of(db, cycle.PlanId, cancel);
        var earlier = await EarlierRuns(db, cycle, cancel);
        CheckReport[] reports = [.. earlier.Select(run => Read(run.Report)), report];
        var lifecycle = Lifecycle.Of(reports, new Renumbering(renumbered.NewIds), PlanSchema.Instance).Single();
        return new RunLifecycle(earlier.Count == 0 ? null : earlier[^1].Id, lifecycle.Latest.Lives, renumbered);
    }

    /// <summary>Says on each row of a run how it stands, and adds what is no alert any more after the others.</summary>
    public async Task Apply(AdminDb db, RunRow run, CancellationToken cancel)
    {
        var rows = run.Observations.ToLookup(row => row.Key, StringComparer.Ordinal);
        var left = new List<AlertLife>();
        foreach (var life in Lives)
        {
            if (rows[life.Now?.Key ?? life.Key].FirstOrDefault() is { } row)
                (row.State, row.Nth, row.PreviousSeverity) = (life.State, life.Nth, life.PreviousSeverity);
            else
                left.Add(life);
        }
        var before = await Before(db, [.. left.Select(life => life.Before!.Key)], cancel);
        foreach (var life in left)
        {
            if (before.GetValueOrDefault(life.Before!.Key) is { } seen)
                run.Observations.Add(LeftRow.Of(seen, life, run.Observations.Count));
        }
    }

    private async Task<Dictionary<string, ObservationRow>> Before(AdminDb db, List<string> keys, CancellationToken cancel) =>
        await db.Observations.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.RunId == PreviousRun && row.Outcome == Outcome.Alert && keys.Contains(row.Key))
            .ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancel);

    private static async Task<IReadOnlyList<RunRow>> EarlierRuns(AdminDb db, CycleRow cycle, CancellationToken cancel)
    {
        var counting = await db.Cycles.IgnoreQueryFilters().Where(row => row.PlanId == cycle.PlanId && row.FiscalYear < cycle.FiscalYear).OrderBy(row => row.FiscalYear)
            .Select(row => row.Issues.OrderByDescending(issue => issue.Number).Select(issue => (int?)issue.RunId).FirstOrDefault()
                ?? row.Runs.OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefault())
            .ToListAsync(cancel);
        var runs = await db.Runs.IgnoreQueryFilters().AsNoTracking().Where(run => counting.Contains(run.Id)).ToDictionaryAsync(run => run.Id, cancel);
        return [.. counting.OfType<int>().Select(id => runs[id])];
    }

    private static CheckReport Read(byte[] report)
    {
        var (read, _) = ReportJson.Read(new SourceText("report", Encoding.UTF8.GetString(Compressed.Unpack(report))));
        return read ?? throw new InvalidDataException("A stored report does not read back. The database was changed from outside.");
    }
}
