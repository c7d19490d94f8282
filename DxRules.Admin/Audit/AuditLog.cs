using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Audit;

/// <summary>Writes down who did what. An entry is saved together with what it tells of, in the transaction of the caller, or not at all.</summary>
internal sealed class AuditLog(AdminDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>Adds an entry to the end of the chain; the caller's next <c>SaveChanges</c> stores it. Only within a transaction, which keeps other writers away.</summary>
    public async Task Add(AuditEntry entry, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("The audit log is written within a transaction only.");
        var last = db.ChangeTracker.Entries<AuditRow>().Where(row => row.State == EntityState.Added).Select(row => row.Entity).MaxBy(row => row.Id)
            ?? await db.Audit.IgnoreQueryFilters().AsNoTracking().OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
        var row = new AuditRow
        {
            Id = (last?.Id ?? 0) + 1,
            At = clock.GetUtcNow(),
            UserId = entry.UserId ?? viewer.UserId,
            Origin = (entry.UserId ?? viewer.UserId) is null ? entry.Origin : AuditOrigin.Site,
            OnBehalfOf = entry.OnBehalfOf,
            Action = entry.Action,
            PlanId = entry.Plan,
            CycleId = entry.Cycle,
            SubjectId = entry.Subject,
            Details = entry.Details,
            Changes = entry.Changes,
            Secret = entry.Secret,
            PreviousHash = last?.Hash ?? AuditChain.Start,
            Hash = "",
        };
        row.Hash = AuditChain.HashOf(row);
        db.Audit.Add(row);
    }
}

/// <summary>Something that was done.</summary>
/// <param name="Action">Its sentence is the text <c>audit.{Action}</c>.</param>
internal sealed record AuditEntry(string Action)
{
    /// <summary>Who did it, where the request does not tell: somebody who is just signing in.</summary>
    public int? UserId { get; init; }

    /// <summary>What did it, where no person is known.</summary>
    public AuditOrigin Origin { get; init; } = AuditOrigin.System;
    public string? OnBehalfOf { get; init; }
    public int? Plan { get; init; }
    public int? Cycle { get; init; }
    public string? Subject { get; init; }

    /// <summary>What fills the places {0}, {1} … of the sentence.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
    public bool Secret { get; init; }
}
