using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages;

/// <summary>The plans that can be chosen on every page, each with its cycles: those under review first, and of these the one that is looked after longest.</summary>
internal sealed class PlanSwitch(AdminDb db)
{
    public async Task<IReadOnlyList<PlanChoice>> Load(CancellationToken cancel)
    {
        var plans = await db.Plans.AsNoTracking()
            .OrderByDescending(plan => plan.Cycles.Any(cycle => cycle.ClosedAt == null)).ThenByDescending(plan => plan.Cycles.Count).ThenBy(plan => plan.Id)
            .Select(plan => new
            {
                plan.Id,
                plan.Municipality,
                Head = plan.Versions.OrderByDescending(version => version.Number).Select(version => new { version.Title, version.MunicipalityName }).First(),
                Cycles = plan.Cycles.OrderByDescending(cycle => cycle.FiscalYear)
                    .Select(cycle => new CycleChoice(cycle.Id, cycle.FiscalYear, cycle.ClosedAt == null)).ToList(),
            })
            .ToListAsync(cancel);
        return [.. plans.Select(plan => new PlanChoice(plan.Id, plan.Head.MunicipalityName, plan.Head.Title, plan.Municipality, plan.Cycles))];
    }
}

/// <param name="Code">Of the municipality.</param>
/// <param name="Cycles">The latest year first.</param>
internal sealed record PlanChoice(int Id, string Municipality, string Title, string Code, IReadOnlyList<CycleChoice> Cycles)
{
    /// <summary>The cycle that one means without saying which: the open one, else the latest; null where the plan has none yet.</summary>
    public CycleChoice? Usual => Cycles.FirstOrDefault(cycle => cycle.IsOpen) ?? Cycles.FirstOrDefault();
}

internal sealed record CycleChoice(int Id, int FiscalYear, bool IsOpen);
