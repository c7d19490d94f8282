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
        var rows = await db.HeldDepartments.AsNoTracking().Where(row => row.UserId == user && (row.To == null || row.To >= today)).ToListAsync(cancel);
        var held = rows.Where(row => row.From <= today).ToLookup(DepartmentHolding.KeyOf, StringComparer.Ordinal);
        if (held.Count == 0)
            return [];
        var before = await Predecessors(cancel);

        // The plan names a successor as soon as it is decided: until its first day, those who will hold it act for it, too.
        var next = rows.Where(row => before[DepartmentHolding.KeyOf(row)].SelectMany(key => held[key]).Any(last => last.To == row.From.AddDays(-1)));
        return WithPredecessors(held.Select(department => department.Key).Concat(next.Select(DepartmentHolding.KeyOf)), before);
    }

    /// <summary>A department, as municipality/id, with those it succeeded.</summary>
    public async Task<IReadOnlyList<string>> Of(string department, CancellationToken cancel) => WithPredecessors([department], await Predecessors(cancel));

    private async Task<ILookup<string, string>> Predecessors(CancellationToken cancel)
    {
        var successions = await db.DepartmentSuccessions.AsNoTracking().IgnoreQueryFilters()
            .Select(row => new { row.Plan!.Municipality, row.DepartmentId, row.SuccessorId }).ToListAsync(cancel);
        return successions.ToLookup(row => $"{row.Municipality}/{row.SuccessorId}", row => $"{row.Municipality}/{row.DepartmentId}", StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> WithPredecessors(IEnumerable<string> departments, ILookup<string, string> before)
    {
        var found = new HashSet<string>(departments, StringComparer.Ordinal);
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var department))
        {
            foreach (var predecessor in before[department].Where(found.Add))
                open.Enqueue(predecessor);
        }
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
