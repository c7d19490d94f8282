using DxRules.Admin.Data;
using DxRules.Admin.Keeping;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Audit;

/// <summary>Writes down who did what. An entry is saved together with what it tells of, in the transaction of the caller, or not at all.</summary>
internal sealed class AuditLog(AdminDb db, Viewer viewer, TimeProvider clock)
{
    private Guid transaction;
    private AuditRow? added;

    /// <summary>What does it where no person is known and the entry does not say.</summary>
    public AuditOrigin Unattended { get; init; } = AuditOrigin.System;

    /// <summary>Adds an entry to the end of the chain; the caller's next <c>SaveChanges</c> stores it. Only within a transaction, which keeps other writers away.</summary>
    public async Task Add(AuditEntry entry, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not { } current)
            throw new InvalidOperationException("The audit log is written within a transaction only.");
        ForgetWhatWasRolledBack(current.TransactionId);
        var last = added ?? await db.Audit.IgnoreQueryFilters().AsNoTracking().OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);

        // Where the end was cut off the numbers leave a gap, so that it shows for good.
        var number = 1 + (added?.Id ?? Math.Max(last?.Id ?? 0, await AuditHead.Read(db, cancel)));
        added = Row(entry, number, last?.Hash ?? AuditChain.Start);
        db.Audit.Add(added);
    }

    // An entry that was added and never saved would take a number of its own with it into the next transaction.
    private void ForgetWhatWasRolledBack(Guid current)
    {
        if (transaction == current)
            return;
        foreach (var stale in db.ChangeTracker.Entries<AuditRow>().Where(row => row.State == EntityState.Added).ToList())
            stale.State = EntityState.Detached;
        (transaction, added) = (current, null);
    }

    private AuditRow Row(AuditEntry entry, int number, string previousHash)
    {
        var user = entry.UserId ?? viewer.UserId;
        var row = new AuditRow
        {
            Id = number,
            At = clock.GetUtcNow(),
            UserId = user,
            Origin = user is null ? entry.Origin ?? Unattended : AuditOrigin.Site,
            OnBehalfOf = entry.OnBehalfOf,
            Action = entry.Action,
            PlanId = entry.Plan,
            CycleId = entry.Cycle,
            SubjectId = entry.Subject,
            Details = entry.Details,
            Changes = entry.Changes,
            Secret = entry.Secret,
            PreviousHash = previousHash,
            Hash = "",
        };
        row.Hash = AuditChain.HashOf(row);
        return row;
    }
}

/// <summary>Something that was done.</summary>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
internal sealed record AuditEntry(string Action)
{
    /// <summary>Who did it, where the request does not tell: somebody who is just signing in.</summary>
    public int? UserId { get; init; }

    /// <summary>What did it, where no person is known; null for what the log was told (<see cref="AuditLog.Unattended"/>).</summary>
    public AuditOrigin? Origin { get; init; }

    /// <summary>The department for which somebody else entered (代理入力), as municipality/id.</summary>
    public string? OnBehalfOf { get; init; }
    public int? Plan { get; init; }
    public int? Cycle { get; init; }
    public string? Subject { get; init; }

    /// <summary>What fills the places {0}, {1} … of the sentence; days as 2025-05-31 and fiscal years as 2024.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <summary>Whether it tells of what lies under security.</summary>
    public bool Secret { get; init; }

    /// <summary>That everything was copied into a file, with the hash by which it is known again.</summary>
    public static AuditEntry BackedUp(BackupMade made) =>
        new(AuditActions.BackupMade) { Secret = true, Details = [Path.GetFileName(made.File), made.Manifest.Parts[0].Sha256] };

    /// <summary>That somebody took a backup with them.</summary>
    public static AuditEntry Downloaded(string backup, string hash) => new(AuditActions.BackupDownloaded) { Secret = true, Details = [backup, hash] };

    /// <summary>That what the log tells from here on follows a backup.</summary>
    public static AuditEntry Restored(BackupManifest manifest) =>
        new(AuditActions.BackupRestored) { Secret = true, Details = [Dates.Machine(manifest.MadeAt), manifest.Parts[0].Sha256] };

    /// <summary>That a person is new here.</summary>
    public static AuditEntry Added(UserRow person) =>
        new(AuditActions.PersonAdded) { Subject = person.UserName, Details = [person.UserName!, person.DisplayName, person.Roles.ToString()] };
}
