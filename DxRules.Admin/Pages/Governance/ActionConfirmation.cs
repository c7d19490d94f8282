using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Governance;

/// <summary>What the check says of an action that a department says is done.</summary>
internal enum ActionCheck
{
    /// <summary>It is not done.</summary>
    NotDone,

    /// <summary>No check has looked since.</summary>
    NotYet,

    /// <summary>The alert is gone.</summary>
    Confirmed,

    /// <summary>The alert is still there.</summary>
    StillThere,

    /// <summary>The check could not tell.</summary>
    Undetermined,
}

/// <summary>Holds what the last check of a plan found against what was reported done: the two stay apart.</summary>
internal sealed class ActionConfirmation
{
    private readonly Dictionary<string, AnsweredAlert> alerts;
    private readonly DateOnly? asOf;
    private readonly ILookup<string, Outcome> byKey;
    private readonly ILookup<string, Outcome> bySubject;

    private ActionConfirmation(Dictionary<string, AnsweredAlert> alerts, DateOnly? asOf, IReadOnlyList<(string Key, string Subject, Outcome Outcome)> observed)
    {
        (this.alerts, this.asOf) = (alerts, asOf);
        byKey = observed.ToLookup(row => row.Key, row => row.Outcome, StringComparer.Ordinal);
        bySubject = observed.ToLookup(row => row.Subject, row => row.Outcome, StringComparer.Ordinal);
    }

    public static async Task<ActionConfirmation> Read(AdminDb db, int plan, CancellationToken cancel)
    {
        var answers = await db.Answers.AsNoTracking().Where(answer => answer.Alert!.PlanId == plan && answer.ActionId != null)
            .Select(answer => new { answer.ActionId, answer.CycleId, answer.Alert!.Key }).ToListAsync(cancel);
        var run = await db.Runs.AsNoTracking().Where(row => row.Cycle!.PlanId == plan).OrderByDescending(row => row.Cycle!.FiscalYear).ThenByDescending(row => row.Number)
            .Select(row => new { row.Id, row.AsOf }).FirstOrDefaultAsync(cancel);
        var observed = run is null ? [] : await db.Observations.AsNoTracking().Where(row => row.RunId == run.Id && row.Outcome != Outcome.Gone)
            .Select(row => new { row.Key, row.SubjectId, row.Outcome }).ToListAsync(cancel);
        return new ActionConfirmation(
            answers.DistinctBy(answer => answer.ActionId).ToDictionary(answer => answer.ActionId!, answer => new AnsweredAlert(answer.CycleId, answer.Key), StringComparer.Ordinal),
            run?.AsOf,
            [.. observed.Select(row => (row.Key, row.SubjectId, row.Outcome))]);
    }

    public AnsweredAlert? Alert(string action) => alerts.GetValueOrDefault(action);

    /// <summary>By the alert to which it answers, else by all that was found in its subject.</summary>
    public ActionCheck Of(CorrectiveAction action)
    {
        if (action.Status != ActionStatus.Done)
            return ActionCheck.NotDone;
        if (asOf is null || action.CompletedOn is not { } done || asOf < done.Day)
            return ActionCheck.NotYet;
        var found = (Alert(action.Id) is { } alert ? byKey[alert.Key] : bySubject[action.Subject]).ToList();
        if (found.Contains(Outcome.Alert))
            return ActionCheck.StillThere;
        return found.Count > 0 ? ActionCheck.Undetermined : ActionCheck.Confirmed;
    }
}
