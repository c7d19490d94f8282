using DxRules.Admin.Data;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Plans;

/// <summary>The review of a plan that pages without a year show, as the frame chooses it: the open one, else the latest.</summary>
/// <param name="Run">The id of its latest run; null where it has none yet.</param>
/// <param name="AsOf">Of that run.</param>
internal sealed record CheckNow(int Cycle, int FiscalYear, int? Run, DateOnly? AsOf)
{
    /// <summary>Null where the plan was never reviewed.</summary>
    public static Task<CheckNow?> Read(AdminDb db, int plan, CancellationToken cancel) =>
        db.Cycles.AsNoTracking().Where(cycle => cycle.PlanId == plan).OrderByDescending(cycle => cycle.ClosedAt == null).ThenByDescending(cycle => cycle.FiscalYear)
            .Select(cycle => new CheckNow(
                cycle.Id,
                cycle.FiscalYear,
                cycle.Runs.OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefault(),
                cycle.Runs.OrderByDescending(run => run.Number).Select(run => (DateOnly?)run.AsOf).FirstOrDefault()))
            .FirstOrDefaultAsync(cancel);
}

/// <summary>How many alerts the run has on each object of a plan and on all that it holds, as far as the viewer may see them.</summary>
internal sealed class AlertCounts
{
    private readonly Dictionary<string, AlertCount> counts = new(StringComparer.Ordinal);

    /// <summary>All of the run, also those on what stands in the plan no more.</summary>
    public int All { get; private set; }

    public AlertCount this[string id] => counts.GetValueOrDefault(id) ?? AlertCount.None;

    public static async Task<AlertCounts> Read(AdminDb db, int run, PlanSight plan, CancellationToken cancel)
    {
        var rows = await db.Observations.AsNoTracking().Where(row => row.RunId == run && row.Outcome == Outcome.Alert)
            .Select(row => new { row.SubjectId, row.Severity }).CountEach(cancel);
        var found = new AlertCounts();
        foreach (var (row, count) in rows)
        {
            found.All += count;
            foreach (var id in plan.Chain(row.SubjectId))
                found.counts[id] = found[id].With(row.Severity ?? Severity.Info, count);
        }
        return found;
    }
}

/// <param name="Worst">The gravest of them; null where there is none.</param>
internal sealed record AlertCount(int Count, Severity? Worst)
{
    public static readonly AlertCount None = new(0, null);

    public AlertCount With(Severity severity, int count) => new(Count + count, Worst is { } worst && worst > severity ? worst : severity);
}
