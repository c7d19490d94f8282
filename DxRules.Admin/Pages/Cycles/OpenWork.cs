using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Governance;
using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Cycles;

/// <summary>What of a review is not done yet, as far as the viewer may see it.</summary>
/// <param name="Unanswered">Alerts that stand for themselves and have to be answered, or answered again.</param>
/// <param name="Waiting">Answers that wait for approval.</param>
/// <param name="Returned">Answers that were sent back.</param>
/// <param name="HandedOn">Ids and texts of the actions that closing carries into the next year.</param>
internal sealed record OpenWork(int Unanswered, int Waiting, int Returned, IReadOnlyList<HandedOnAction> HandedOn)
{
    public static async Task<OpenWork> Read(AdminDb db, PlanDocument plan, CycleHead cycle, RunHead? run, CancellationToken cancel)
    {
        var standings = await AnswerStandings.Read(db, cycle.Plan, cycle.FiscalYear, cancel);
        var states = await db.Answers.AsNoTracking().Where(answer => answer.CycleId == cycle.Id).Select(answer => answer.State).ToListAsync(cancel);
        var found = run is null ? [] : await db.Observations.AsNoTracking().Where(row => row.RunId == run.Id && row.Outcome != Outcome.Gone)
            .Select(row => new { row.Key, row.Outcome, row.FoldedUnder }).ToListAsync(cancel);

        // What stands under something the viewer may not see stands for itself.
        var seen = found.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var names = (plan.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        return new OpenWork(
            found.Count(row => row.Outcome == Outcome.Alert && !(row.FoldedUnder is { } cause && seen.Contains(cause)) && standings.Of(row.Key).IsToAnswer),
            states.Count(state => state == AnswerState.Submitted),
            states.Count(state => state == AnswerState.Returned),
            [
                .. CarriedActions.HandedOn(plan, cycle.FiscalYear)
                    .Select(carried => new HandedOnAction(carried.Action.Id, carried.Action.Action, carried.Action.Owner is { } owner ? names.GetValueOrDefault(owner, owner) : null)),
            ]);
    }
}

/// <param name="Owner">The name of its department; null where none is named.</param>
internal sealed record HandedOnAction(string Id, string Action, string? Owner);
