using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Governance;

/// <summary>Adds corrective actions to a review, and keeps how far they have come.</summary>
internal sealed class CorrectiveActions(AdminDb db, PlanDocuments documents, PlanEditing editing, AuditLog audit, TimeProvider clock)
{
    /// <summary>Adds an action by hand to a review that is open.</summary>
    public async Task<EntryResult> Add(int cycleId, ActionEntry entry, CancellationToken cancel)
    {
        var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == cycleId && row.ClosedAt == null, cancel);
        if (cycle is null || (await documents.Newest(cycle.PlanId, cancel))?.Document is not { } plan)
            return EntryResult.NotThere;
        if (entry.Problems(ActionSubjects.Ids(plan), plan, cycle.FiscalYear, Today).ToList() is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        var id = GovernedCycle.NewId(plan, string.Create(CultureInfo.InvariantCulture, $"act-{cycle.FiscalYear}-{1 + (GovernedCycle.Of(plan, cycle.FiscalYear)?.Actions?.Count ?? 0)}"));
        var action = new CorrectiveAction
        {
            Id = id,
            Subject = entry.Subject,
            Action = entry.Action.Trim(),
            Cause = string.IsNullOrWhiteSpace(entry.Cause) ? null : entry.Cause.Trim(),
            Owner = entry.Owner,
            DueOn = entry.DueOn is { } due ? due : null,
            Status = ActionStatus.Planned,
        };
        return await Save(
            new Target(cycle.PlanId, cycle.Id, cycle.FiscalYear, plan, action), null, AuditActions.ActionAdded, [action.Action],
            actions => [.. actions, action], $"{Wareki.FormatFiscalYear(cycle.FiscalYear)}の改善策の追加", cancel);
    }

    /// <summary>Says how far an action has come. A department does so for its own.</summary>
    /// <param name="version">The number of the plan's version that the person saw; null for the newest.</param>
    public async Task<EntryResult> Report(int plan, string id, ActionProgress progress, int? version, CancellationToken cancel)
    {
        if (await Find(plan, id, cancel) is not { } target)
            return EntryResult.NotThere;
        if (progress.Problems(target.FiscalYear, Today).ToList() is { Count: > 0 } problems)
            return EntryResult.Wrong(problems);
        var reason = string.IsNullOrWhiteSpace(progress.Note) ? $"{Wareki.FormatFiscalYear(target.FiscalYear)}の改善策の進み具合" : progress.Note.Trim();
        await using var writing = await db.Write(cancel);
        var result = await Save(
            target, version, AuditActions.ActionChanged, [target.Action.Action, target.Action.Status.ToString(), progress.Status.ToString()],
            actions => Changed(actions, id, action => progress.In(action, Today)), reason, cancel);
        if (result.Saving is { IsNew: true })
        {
            await TellAnswer(plan, id, progress.Status == ActionStatus.Done, cancel);
            await writing.Commit(cancel);
        }
        return result;
    }

    // The answer from which the action came says the same; whose department that is does not matter.
    private async Task TellAnswer(int plan, string action, bool done, CancellationToken cancel)
    {
        var answer = await db.Answers.IgnoreQueryFilters().SingleOrDefaultAsync(row => row.ActionId == action && row.Alert!.PlanId == plan, cancel);
        if (answer is null || answer.ReportedDoneAt is not null == done)
            return;
        (answer.ReportedDoneAt, answer.Revision) = (done ? clock.GetUtcNow() : null, answer.Revision + 1);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Chooses the year into whose plan an action goes (反映年度); null takes that back.</summary>
    public async Task<EntryResult> Carry(int plan, string id, int? fiscalYear, CancellationToken cancel)
    {
        if (await Find(plan, id, cancel) is not { } target)
            return EntryResult.NotThere;
        if (fiscalYear <= target.FiscalYear || fiscalYear > target.FiscalYear + 10)
            return EntryResult.Wrong([new("carriedTo", "action.carried.bad", target.FiscalYear + 1, target.FiscalYear + 10)]);
        var year = fiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "";
        return await Save(
            target, null, AuditActions.ActionCarried, [target.Action.Action, year], actions => Changed(actions, id, action => action with { CarriedTo = fiscalYear }), $"{Wareki.FormatFiscalYear(target.FiscalYear)}の改善策の反映年度", cancel);
    }

    private DateOnly Today => Dates.InJapan(clock.GetUtcNow());

    private async Task<Target?> Find(int plan, string id, CancellationToken cancel)
    {
        if (await documents.Newest(plan, cancel) is not { } newest || !new SubjectReach(newest.Document, db.Viewer, newest.Head.Municipality).Holds(id))
            return null;
        foreach (var cycle in newest.Document.Governance?.Cycles ?? [])
        {
            if (cycle.Actions?.FirstOrDefault(action => action.Id == id) is not { } action)
                continue;
            var row = await db.Cycles.AsNoTracking().Where(row => row.PlanId == plan && row.FiscalYear == cycle.FiscalYear).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel);
            return new Target(plan, row, cycle.FiscalYear, newest.Document, action) { OnBehalfOf = OnBehalfOf(newest.Head.Municipality, action.Owner) };
        }
        return null;
    }

    // Whoever reports for a department that is not their own does so in its place.
    private string? OnBehalfOf(string municipality, string? owner) =>
        owner is null || db.Viewer.UserId is null || db.Viewer.Departments.Contains($"{municipality}/{owner}") ? null : owner;

    private async Task<EntryResult> Save(
        Target target, int? version, string action, IReadOnlyList<string> details, Func<IReadOnlyList<CorrectiveAction>, IReadOnlyList<CorrectiveAction>> change, string reason, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var saved = await editing.Save(
            target.Plan, version, plan => GovernedCycle.Change(plan, target.FiscalYear, cycle => cycle with { Actions = change(cycle.Actions ?? []) }),
            reason, cancel, target.OnBehalfOf);
        if (saved.IsNew)
        {
            await audit.Add(
                new AuditEntry(action)
                {
                    Plan = target.Plan,
                    Cycle = target.Cycle,
                    Subject = target.Action.Id,
                    Details = details,
                    Secret = new SubjectIndex(target.Document).Of(target.Action.Subject) is { IsSecret: true },
                },
                cancel);
            await db.SaveChangesAsync(cancel);
            await writing.Commit(cancel);
        }
        return EntryResult.Of(target.Action.Id, saved);
    }

    private static IReadOnlyList<CorrectiveAction> Changed(IReadOnlyList<CorrectiveAction> actions, string id, Func<CorrectiveAction, CorrectiveAction> change) =>
        [.. actions.Select(action => action.Id == id ? change(action) : action)];

    /// <summary>An action and the review that it belongs to.</summary>
    /// <param name="Cycle">Null where the review was before there were cycles here.</param>
    private sealed record Target(int Plan, int? Cycle, int FiscalYear, PlanDocument Document, CorrectiveAction Action)
    {
        public string? OnBehalfOf { get; init; }
    }
}
