using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Versions;

/// <summary>Changes that a person wants in a plan.</summary>
/// <param name="Changes">Against what the person saw: <see cref="PlanDifference.Between"/> the version shown and what was entered.</param>
/// <param name="Reason">Why, in the person's words.</param>
internal sealed record Amendment(int Plan, IReadOnlyList<PlanChange> Changes, string Reason)
{
    /// <summary>Id of the department for which the person entered it (代理入力); null where it was the person's own to enter.</summary>
    public string? OnBehalfOf { get; init; }
}

/// <summary>What came of an amendment: it stands as a whole or nothing of it does.</summary>
internal sealed record AmendmentResult
{
    /// <summary>The number of the version that now holds it; null where it was not saved.</summary>
    public int? Version { get; init; }

    /// <summary>Whether a version was made; not where all of it stood there already.</summary>
    public bool IsNew { get; init; }

    /// <summary>Every member that somebody changed meanwhile.</summary>
    public IReadOnlyList<AmendmentConflict> Conflicts { get; init; } = [];

    /// <summary>What would be wrong with the plan.</summary>
    public IReadOnlyList<Diagnostic> Errors { get; init; } = [];

    /// <summary>Whether there is no such plan for the person, or something in it is not theirs to change.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>A member that no longer holds what the person saw.</summary>
/// <param name="Found">What stands there now, as JSON; null for nothing.</param>
/// <param name="By">Who changed it last; null where that is not known or not to be told.</param>
internal sealed record AmendmentConflict(PlanChange Change, string? Found, LastChange? By);

/// <param name="Author">Null where no signed-in person did it.</param>
internal sealed record LastChange(string? Author, string? OnBehalfOf, DateTimeOffset At, string Reason);

/// <summary>Saves changes to plans, each as a version on top of the newest one.</summary>
internal sealed class PlanAmendments(AdminDb db, PlanDocuments documents, DocumentCache cache, AuditLog audit, TimeProvider clock)
{
    private static readonly AmendmentResult Refused = new() { IsRefused = true };

    private Viewer Viewer => db.Viewer;

    /// <summary>
    /// Applies an amendment to the newest version, whatever others saved since the person looked. It conflicts only where one of its members changed.
    /// Nobody changes what they may not see.
    /// </summary>
    public async Task<AmendmentResult> Save(Amendment amendment, CancellationToken cancel)
    {
        // Locks out other writers from here on, so that the newest version is the newest until this one stands.
        await using var writing = await db.Write(cancel);
        if (await db.Plans.SingleOrDefaultAsync(row => row.Id == amendment.Plan, cancel) is not { } plan || await PlanVersions.Newest(db, plan.Id, cancel) is not { } before)
            return Refused;
        var whole = await documents.Whole(before.Id, cancel);
        var seen = PlanChanges.Apply(Viewer.View(whole), amendment.Changes);
        if (seen.Conflicts.Count > 0)
            return new() { Conflicts = await LastChanges.Tell(db, plan.Id, seen.Conflicts, cancel) };
        if (seen.Document is null)
            return new() { Errors = seen.Diagnostics };

        // What stands against it now is hidden from the person.
        if ((Viewer.SeesSecrets ? seen : PlanChanges.Apply(whole, amendment.Changes)).Document is not { } amended)
            return Refused;
        var changes = SecretChanges.Between(whole, amended);
        if (changes.Count == 0)
            return new() { Version = before.Number };
        if (!AreTheirs(changes, whole, amended, plan.Municipality))
            return Refused;
        var version = new NewVersion(plan, amended, changes) { Author = Viewer.UserId, OnBehalfOf = amendment.OnBehalfOf, Reason = amendment.Reason, At = clock.GetUtcNow() };
        var number = await Append(before, version, cancel);
        await writing.Commit(cancel);
        return new() { Version = number, IsNew = true };
    }

    /// <summary>
    /// Changes the newest version by a rule of the review, which nobody typed: the same as <see cref="Save"/> of the difference. False where it was not saved.
    /// </summary>
    public async Task<bool> Write(int plan, Func<PlanDocument, PlanDocument> change, string reason, CancellationToken cancel, string? onBehalfOf = null)
    {
        await using var writing = await db.Write(cancel);
        if (await documents.Newest(plan, cancel) is not { } newest)
            return false;
        var changes = PlanDifference.Between(newest.Document, change(newest.Document));
        if (changes.Count == 0)
            return true;
        var result = await Save(new Amendment(plan, changes, reason) { OnBehalfOf = onBehalfOf }, cancel);
        if (result.Version is null)
            return false;
        await writing.Commit(cancel);
        return true;
    }

    /// <summary>
    /// The same for what the review does by itself to all of the plan, also to what the person who sets it off may not see, and of which it shows them
    /// nothing: false where there is no such plan.
    /// </summary>
    public async Task<bool> WriteWhole(int plan, Func<PlanDocument, PlanDocument> change, string reason, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (await db.Plans.SingleOrDefaultAsync(row => row.Id == plan, cancel) is not { } row || await PlanVersions.Newest(db, plan, cancel) is not { } before)
            return false;
        var whole = await documents.Whole(before.Id, cancel);
        var changed = change(whole);
        if (SecretChanges.Between(whole, changed) is not { Count: > 0 } changes)
            return true;
        await Append(before, new NewVersion(row, changed, changes) { Author = Viewer.UserId, Reason = reason, At = clock.GetUtcNow() }, cancel);
        await writing.Commit(cancel);
        return true;
    }

    private async Task<int> Append(PlanVersionRow before, NewVersion version, CancellationToken cancel)
    {
        var row = await PlanVersions.Append(db, audit, before, version, cancel);
        cache.Add(row.Hash, version.Document);
        return row.Number;
    }

    private bool AreTheirs(IReadOnlyList<SavedChange> changes, PlanDocument before, PlanDocument after, string municipality)
    {
        if (!Viewer.SeesSecrets && changes.Any(saved => saved.IsSecret))
            return false;
        if (Viewer.SeesAll)
            return true;
        var (reach, reachAfter) = (new SubjectReach(before, Viewer, municipality), new SubjectReach(after, Viewer, municipality));
        var judged = OwnJudgements.Changed(before, after, reachAfter);
        return changes.All(saved => reach.Holds(saved.Change.Subject) || reachAfter.Holds(saved.Change.Subject)
            || IsNewAndTheirs(saved.Change) || judged.Covers(saved.Change));

        // A row with an id of its own belongs to whom it names, whoever the list belongs to: a department's sheet among those of the cycle.
        bool IsNewAndTheirs(PlanChange change) => change is { Old: null, Index: not null } && reachAfter.Holds(change.Member[(change.Member.LastIndexOf('/') + 1)..]);
    }
}
