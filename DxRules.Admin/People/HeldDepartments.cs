using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.People;

/// <summary>Which departments a person acts for.</summary>
internal sealed class HeldDepartments(AdminDb db, TimeProvider clock)
{
    /// <summary>The departments a person holds today, with those they succeeded (so that their past can be read), as municipality/id.</summary>
    public async Task<IReadOnlyList<string>> Today(int user, CancellationToken cancel)
    {
        var today = Dates.InJapan(clock.GetUtcNow());
        var held = await db.HeldDepartments.AsNoTracking()
            .Where(row => row.UserId == user && row.From <= today && (row.To == null || row.To >= today))
            .Select(row => new { row.Municipality, row.DepartmentId }).ToListAsync(cancel);
        if (held.Count == 0)
            return [];
        var successions = await db.DepartmentSuccessions.AsNoTracking().IgnoreQueryFilters()
            .Select(row => new { row.Plan!.Municipality, row.DepartmentId, row.SuccessorId }).ToListAsync(cancel);
        var before = successions.ToLookup(row => $"{row.Municipality}/{row.SuccessorId}", row => $"{row.Municipality}/{row.DepartmentId}", StringComparer.Ordinal);
        var found = new HashSet<string>(held.Select(row => $"{row.Municipality}/{row.DepartmentId}"), StringComparer.Ordinal);
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var department))
        {
            foreach (var predecessor in before[department].Where(found.Add))
                open.Enqueue(predecessor);
        }
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
