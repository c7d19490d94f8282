using DxRules.Admin.Data;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Versions;

/// <summary>Finds who changed a member last, as far as the viewer may know.</summary>
internal static class LastChanges
{
    public static async Task<IReadOnlyList<AmendmentConflict>> Tell(AdminDb db, int plan, IReadOnlyList<PlanConflict> conflicts, CancellationToken cancel)
    {
        var told = new List<AmendmentConflict>();
        foreach (var conflict in conflicts)
            told.Add(new AmendmentConflict(conflict.Change, conflict.Found, await Last(db, plan, conflict.Change, cancel)));
        return told;
    }

    private static async Task<LastChange?> Last(AdminDb db, int plan, PlanChange change, CancellationToken cancel)
    {
        // What is gone was taken out of the subject that held it.
        var gone = "/" + change.Subject;
        var rows = await db.PlanChanges.AsNoTracking()
            .Where(row => row.Version!.PlanId == plan && (row.SubjectId == change.Subject || (row.New == null && row.Member.EndsWith(gone))))
            .OrderByDescending(row => row.Version!.Number)
            .Select(row => new { row.SubjectId, row.Member, row.Version!.Author!.DisplayName, row.Version.OnBehalfOf, row.Version.At, row.Version.Reason })
            .ToListAsync(cancel);
        return rows.Where(row => row.SubjectId != change.Subject || Touch(row.Member, change.Member))
            .Select(row => new LastChange(row.DisplayName, row.OnBehalfOf, row.At, row.Reason)).FirstOrDefault();
    }

    // The same member, one that holds it, or one that it holds.
    private static bool Touch(string one, string other) => one == other || IsIn(one, other) || IsIn(other, one);

    private static bool IsIn(string inner, string outer) => inner.StartsWith(outer + "/", StringComparison.Ordinal);
}
