using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages;

/// <summary>The plans that can be chosen on every page, each with the cycle it leads to: the open one, else the latest.</summary>
internal sealed class PlanSwitch(AdminDb db)
{
    public async Task<IReadOnlyList<PlanChoice>> Load(CancellationToken cancel)
    {
        var plans = await db.Plans.AsNoTracking()
            .OrderBy(plan => plan.Municipality).ThenBy(plan => plan.PlanId)
            .Select(plan => new
            {
                plan.Id,
                Head = plan.Versions.OrderByDescending(version => version.Number).Select(version => new { version.Title, version.MunicipalityName }).First(),
                Cycle = plan.Cycles.OrderBy(cycle => cycle.ClosedAt != null).ThenByDescending(cycle => cycle.FiscalYear)
                    .Select(cycle => new { cycle.Id, cycle.FiscalYear }).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return [.. plans.Select(plan => new PlanChoice(plan.Id, plan.Head.MunicipalityName, plan.Head.Title, plan.Cycle?.Id, plan.Cycle?.FiscalYear ?? 0))];
    }
}

/// <param name="Cycle">Null where the plan has no cycle yet.</param>
internal sealed record PlanChoice(int Id, string Municipality, string Title, int? Cycle, int FiscalYear);
