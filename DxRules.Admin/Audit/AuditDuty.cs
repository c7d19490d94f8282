using System.Data.Common;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DxRules.Admin.Audit;

/// <summary>
/// Sees to it that nothing is stored of which the audit log says nothing: a change outside a transaction is refused, and so is the commit of a
/// transaction that changed something and added no entry.
/// </summary>
internal sealed class AuditDuty(AdminDb db)
{
    /// <summary>Members whose change need not be told, by the reason why.</summary>
    private static readonly HashSet<(Type, string)> Untold =
    [
        // The entry of the sign-in, or of the refused try, tells it.
        (typeof(UserRow), nameof(UserRow.LastSignInAt)),
        (typeof(UserRow), nameof(UserRow.AccessFailedCount)),
        (typeof(UserRow), nameof(UserRow.LockoutEnd)),

        // A new password comes with a new security stamp, which must be told; alone it is the same password, hashed better.
        (typeof(UserRow), nameof(UserRow.PasswordHash)),

        // Of which day a program asked last is shown beside its token; what it asked changes nothing.
        (typeof(ApiTokenRow), nameof(ApiTokenRow.LastUsedOn)),

        // In which language somebody reads is nobody else's business.
        (typeof(UserRow), nameof(UserRow.Language)),

        // How Identity notices that two change the same person at once.
        (typeof(UserRow), nameof(UserRow.ConcurrencyStamp)),
    ];

    private Guid? transaction;
    private string? changed;
    private bool told;

    /// <summary>What is about to be saved.</summary>
    /// <exception cref="InvalidOperationException">It has to be told and there is no transaction in which it could be.</exception>
    public (string? Changed, int? LastEntry) Look()
    {
        var name = db.ChangeTracker.Entries().FirstOrDefault(MustBeTold)?.Metadata.ClrType.Name;
        if (name is not null && db.Database.CurrentTransaction is null)
            throw Forgotten(name);
        return (name, db.ChangeTracker.Entries<AuditRow>().Where(row => row.State == EntityState.Added).Max(row => (int?)row.Entity.Id));
    }

    /// <summary>Remembers what was saved until the transaction ends.</summary>
    public void Saved((string? Changed, int? LastEntry) saved)
    {
        if (transaction != db.Database.CurrentTransaction?.TransactionId)
            (transaction, changed, told) = (db.Database.CurrentTransaction?.TransactionId, null, false);
        changed ??= saved.Changed;
        told |= saved.LastEntry is not null;
    }

    private static bool MustBeTold(EntityEntry entry) => entry switch
    {
        { Entity: AuditRow } => false,

        // That a session was opened or ended and a code used: the entry of the sign-in or sign-out tells it.
        { Entity: IdentityUserToken<int> { LoginProvider: Sessions.Kind or AuthenticatorCodes.Owner } } => false,

        // How far work has come; what the work does is told by the work.
        { Entity: JobRow } => false,
        // What somebody keeps or has seen for themselves.
        { Entity: SavedViewRow or SeenRow } => false,
        { State: EntityState.Added or EntityState.Deleted } => true,
        { State: EntityState.Modified } => entry.Properties.Any(HasChanged),
        _ => false,
    };

    // Identity marks every member as modified, so the values decide.
    private static bool HasChanged(PropertyEntry member) =>
        member.IsModified && !Equals(member.OriginalValue, member.CurrentValue) && !Untold.Contains((member.EntityEntry.Metadata.ClrType, member.Metadata.Name));

    private static InvalidOperationException Forgotten(string type) =>
        new($"{type} was changed and the audit log says nothing of it. Add an entry with AuditLog.Add in the same transaction.");

    /// <summary>Asks at each commit.</summary>
    public sealed class AtCommit : DbTransactionInterceptor
    {
        public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
        {
            Refuse(eventData);
            return result;
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Refuse(eventData);
            return ValueTask.FromResult(result);
        }

        private static void Refuse(TransactionEventData commit)
        {
            if ((commit.Context as AdminDb)?.Duty is { changed: { } type, told: false } duty && duty.transaction == commit.TransactionId)
                throw Forgotten(type);
        }
    }
}
