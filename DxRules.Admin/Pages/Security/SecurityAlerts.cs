using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Security;

/// <summary>What the latest check of a plan found under security.</summary>
/// <param name="Cycle">Id of the cycle that is open, else of the latest; null where there is none.</param>
/// <param name="AsOf">Of the check; null where nothing was checked in the cycle.</param>
/// <param name="Lines">Alerts, gravest first.</param>
/// <param name="Undetermined">How much could not be judged.</param>
internal sealed record SecurityAlerts(int? Cycle, DateOnly? AsOf, IReadOnlyList<AlertLine> Lines, int Undetermined)
{
    private readonly ILookup<string, AlertLine> bySubject = Lines.ToLookup(line => line.SubjectId, StringComparer.Ordinal);

    /// <summary>What was found of a subject.</summary>
    public IReadOnlyList<AlertLine> On(string subject) => [.. bySubject[subject]];

    public int Count(Severity severity) => Lines.Count(line => line.Severity == severity);

    public static async Task<SecurityAlerts> Read(AdminDb db, int plan, CancellationToken cancel)
    {
        var latest = await db.Cycles.AsNoTracking().Where(cycle => cycle.PlanId == plan).OrderByDescending(cycle => cycle.ClosedAt == null).ThenByDescending(cycle => cycle.FiscalYear)
            .Select(cycle => new { cycle.Id, Run = cycle.Runs.OrderByDescending(run => run.Number).Select(run => new { run.Id, run.AsOf }).FirstOrDefault() }).FirstOrDefaultAsync(cancel);
        if (latest?.Run is not { } run)
            return new SecurityAlerts(latest?.Id, null, [], 0);
        var found = db.Observations.Where(row => row.RunId == run.Id && row.Category == RuleCategory.Security);
        return new SecurityAlerts(
            latest.Id, run.AsOf, await AlertLines.Read(db, run.Id, found.Where(row => row.Outcome == Outcome.Alert), cancel),
            await found.CountAsync(row => row.Outcome == Outcome.Undetermined, cancel));
    }
}
