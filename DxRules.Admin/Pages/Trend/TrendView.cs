using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Pages.Departments;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Trend;

/// <summary>The alerts of a plan over its cycles, and of the plans before it, as far as the viewer may see them.</summary>
/// <param name="Years">In order of time.</param>
/// <param name="Categories">Those of which there is anything, to look at alone.</param>
internal sealed record TrendView(PlanHead Plan, IReadOnlyList<TrendYear> Years, IReadOnlyList<string> Categories)
{
    /// <param name="category">Null for all.</param>
    /// <returns>Null where the viewer sees no such plan.</returns>
    public static async Task<TrendView?> Read(AdminDb db, PlanDocuments documents, int plan, string? category, CancellationToken cancel)
    {
        if (await PlanHead.Read(db, plan, cancel) is not { } head || await documents.Newest(plan, cancel) is not { } seen)
            return null;
        var before = await NeighbourPlans.Predecessors(db, documents, seen, cancel);
        var plans = before.Append(seen).ToDictionary(version => version.Head.Plan, version => version.Document.Plan.Title);
        var ids = plans.Keys.ToList();
        var cycles = await db.Cycles.AsNoTracking().Where(cycle => ids.Contains(cycle.PlanId) && cycle.Runs.Any())
            .Select(cycle => new { cycle.Id, cycle.PlanId, cycle.FiscalYear, Run = cycle.Runs.OrderByDescending(run => run.Number).First().Id }).ToListAsync(cancel);
        var runs = cycles.Select(cycle => cycle.Run).ToList();
        var seenStates = await db.Observations.AsNoTracking().Where(row => runs.Contains(row.RunId) && row.State != null)
            .Select(row => new { row.RunId, row.Category, row.State }).CountEach(cancel);
        var states = seenStates.Where(state => category is null || state.Key.Category == category).ToLookup(state => state.Key.RunId);
        return new TrendView(
            head,
            [
                .. cycles.OrderBy(cycle => cycle.PlanId == plan).ThenBy(cycle => cycle.PlanId).ThenBy(cycle => cycle.FiscalYear).Select(cycle => new TrendYear(
                    cycle.Id, cycle.PlanId, cycle.PlanId == plan ? null : plans[cycle.PlanId], cycle.FiscalYear,
                    cycles.All(other => other.PlanId != cycle.PlanId || other.FiscalYear >= cycle.FiscalYear),
                    LifecycleSum.Of(state => states[cycle.Run].Where(row => row.Key.State == state).Sum(row => row.Count)))),
            ],
            [.. seenStates.Select(state => state.Key.Category).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>The year before one in the same plan; null where it is the first.</summary>
    public TrendYear? Before(TrendYear year) => Years.LastOrDefault(other => other.Plan == year.Plan && other.FiscalYear < year.FiscalYear);
}

/// <summary>The alerts of a cycle's latest check.</summary>
/// <param name="OtherPlan">The title of the plan where it is one before.</param>
/// <param name="IsFirst">Whether the plan was not checked before, so that all are new.</param>
internal sealed record TrendYear(int Cycle, int Plan, string? OtherPlan, int FiscalYear, bool IsFirst, LifecycleSum Sum)
{
    /// <summary>The states that a table shows, in its order; those that are there, then those that left.</summary>
    public static readonly IReadOnlyList<AlertState> Shown =
    [
        AlertState.Continuing, AlertState.Eased, AlertState.Recurred, AlertState.Worsened, AlertState.New, AlertState.Cleared, AlertState.Undetermined, AlertState.Gone, AlertState.RuleChanged,
    ];

    public string List(string word, string? category) => new AlertFilter { State = word, Category = category }.Address(Cycle);
}
