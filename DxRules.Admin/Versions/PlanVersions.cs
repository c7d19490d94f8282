using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Versions;

/// <summary>Adds plan documents, each as a version that is never changed afterwards.</summary>
internal static class PlanVersions
{
    // So that no version is further than this from one that is kept whole.
    private const int WholeEvery = 50;

    /// <summary>
    /// Adds a document as the newest version of its plan, and the plan itself where it is new. What it changes against the version before is kept with it;
    /// where that is nothing, the version before is given back.
    /// </summary>
    /// <param name="author">Id of the person who brought it; null where nobody is signed in.</param>
    public static async Task<PlanVersionRow> Add(
        AdminDb db, AuditLog audit, PlanDocument document, int? author, string reason, DateTimeOffset at, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var plan = await Find(db, document, cancel);
        if (plan is null)
        {
            plan = new PlanRow { Municipality = document.Municipality.Code, PlanId = document.Plan.Id };
            db.Plans.Add(plan);
            await db.SaveChangesAsync(cancel);
        }
        var before = await Newest(db, plan.Id, cancel);
        if (before?.Hash == PlanWriter.Hash(document))
            return before;
        var changes = before is null ? [] : SecretChanges.Between(Read(before), document);
        var version = new NewVersion(plan, document, changes) { Author = author, Reason = reason, At = at };
        var row = await Append(db, audit, before, version, cancel);
        await writing.Commit(cancel);
        return row;
    }

    /// <summary>Adds a version behind the newest one, with an entry in the audit log. Only within a transaction that began before the newest was looked for.</summary>
    public static async Task<PlanVersionRow> Append(AdminDb db, AuditLog audit, PlanVersionRow? before, NewVersion version, CancellationToken cancel)
    {
        var row = version.Row((before?.Number ?? 0) + 1);
        db.PlanVersions.Add(row);
        await KeepSuccessions(db, version, cancel);
        foreach (var entry in VersionEntries.Of(row, version))
            await audit.Add(entry, cancel);
        if (before is not null)
            await LetGo(db, before, cancel);
        await db.SaveChangesAsync(cancel);
        return row;
    }

    // A version that a run judged stays whole: the run is done again from it.
    private static async Task LetGo(AdminDb db, PlanVersionRow version, CancellationToken cancel)
    {
        if (version.Number % WholeEvery == 0 || await db.Runs.IgnoreQueryFilters().AnyAsync(run => run.PlanVersionId == version.Id, cancel))
            return;
        (await db.PlanVersions.IgnoreQueryFilters().SingleAsync(row => row.Id == version.Id, cancel)).Document = null;
    }

    private static async Task KeepSuccessions(AdminDb db, NewVersion version, CancellationToken cancel)
    {
        var known = await db.DepartmentSuccessions.IgnoreQueryFilters().Where(row => row.PlanId == version.Plan.Id).ToDictionaryAsync(row => row.DepartmentId, cancel);
        foreach (var department in version.Document.Departments ?? [])
        {
            if (department.SucceededBy is not { } successor)
                continue;
            if (known.Remove(department.Id, out var row))
                row.SuccessorId = successor;
            else
                db.DepartmentSuccessions.Add(new DepartmentSuccessionRow { PlanId = version.Plan.Id, DepartmentId = department.Id, SuccessorId = successor });
        }
        db.DepartmentSuccessions.RemoveRange(known.Values);
    }

    /// <summary>Sees to it that a version is kept whole, as it was read, where a run is about to refer to it; the caller's next <c>SaveChanges</c> stores it.</summary>
    public static async Task KeepWhole(AdminDb db, PlanVersionRow version, CancellationToken cancel)
    {
        if (await db.PlanVersions.IgnoreQueryFilters().AnyAsync(row => row.Id == version.Id && row.Document == null, cancel))
            db.Entry(version).Property(row => row.Document).IsModified = true;
    }

    /// <summary>The row of a document's plan, or null where it is not there yet.</summary>
    public static Task<PlanRow?> Find(AdminDb db, PlanDocument document, CancellationToken cancel) =>
        db.Plans.SingleOrDefaultAsync(row => row.Municipality == document.Municipality.Code && row.PlanId == document.Plan.Id, cancel);

    /// <summary>The newest version of a plan, which is always kept whole.</summary>
    public static Task<PlanVersionRow?> Newest(AdminDb db, int plan, CancellationToken cancel) =>
        db.PlanVersions.AsNoTracking().Where(row => row.PlanId == plan).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The document of a version that is kept whole: the newest, and every one that a run judged.</summary>
    public static PlanDocument Read(PlanVersionRow version) =>
        PlanReader.Read(version.Title, Compressed.Unpack(version.Document!)).Document
            ?? throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Version {version.Number} of plan {version.PlanId} does not read back. The database was changed from outside."));
}
