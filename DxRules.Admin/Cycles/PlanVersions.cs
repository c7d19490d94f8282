using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Adds plan documents, each as a version that is never changed afterwards.</summary>
internal static class PlanVersions
{
    /// <summary>Adds a document as the newest version of its plan, and the plan itself where it is new.</summary>
    /// <param name="author">Id of the person who brought it; null where nobody is signed in.</param>
    public static async Task<PlanVersionRow> Add(
        AdminDb db, AuditLog audit, PlanDocument document, int? author, string reason, DateTimeOffset at, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var plan = await Find(db, document, cancel);
        if (plan is null)
        {
            plan = new PlanRow { Municipality = document.Municipality.Code, PlanId = document.Plan.Id };
            db.Plans.Add(plan);
            await db.SaveChangesAsync(cancel);
        }
        var version = new PlanVersionRow
        {
            PlanId = plan.Id,
            Number = 1 + await db.PlanVersions.Where(row => row.PlanId == plan.Id).MaxAsync(row => (int?)row.Number, cancel) ?? 1,
            Title = document.Plan.Title,
            MunicipalityName = document.Municipality.Name,
            Hash = PlanWriter.Hash(document),
            Document = Compressed.Pack(PlanWriter.WriteLine(document)),
            AuthorId = author,
            Reason = reason,
            At = at,
        };
        db.PlanVersions.Add(version);
        db.DepartmentSuccessions.RemoveRange(await db.DepartmentSuccessions.Where(row => row.PlanId == plan.Id).ToListAsync(cancel));
        db.DepartmentSuccessions.AddRange((document.Departments ?? []).Where(department => department.SucceededBy is not null)
            .Select(department => new DepartmentSuccessionRow { PlanId = plan.Id, DepartmentId = department.Id, SuccessorId = department.SucceededBy! }));
        await audit.Add(Entry(plan, version), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return version;
    }

    private static AuditEntry Entry(PlanRow plan, PlanVersionRow version) =>
        new(version.Number == 1 ? AuditActions.PlanAdded : AuditActions.PlanVersionSaved)
        {
            UserId = version.AuthorId,
            OnBehalfOf = version.OnBehalfOf,
            Plan = plan.Id,
            Details = [version.MunicipalityName, version.Title, version.Number.ToString(CultureInfo.InvariantCulture), version.Reason],
        };

    /// <summary>The row of a document's plan, or null where it is not there yet.</summary>
    public static Task<PlanRow?> Find(AdminDb db, PlanDocument document, CancellationToken cancel) =>
        db.Plans.SingleOrDefaultAsync(row => row.Municipality == document.Municipality.Code && row.PlanId == document.Plan.Id, cancel);

    /// <summary>The document of a version.</summary>
    public static PlanDocument Read(PlanVersionRow version) =>
        PlanReader.Read(version.Title, Compressed.Unpack(version.Document!)).Document
            ?? throw new InvalidDataException($"Version {version.Number} of plan {version.PlanId} does not read back. The database was changed from outside.");
}
