using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages;

/// <summary>What the first page shows of each plan.</summary>
internal sealed class Home(AdminDb db, PlanSwitch plans)
{
    private const int MostWorst = 5;

    public async Task<IReadOnlyList<PlanCard>> Read(CancellationToken cancel)
    {
        var cards = new List<PlanCard>();
        foreach (var plan in await plans.Load(cancel))
            cards.Add(await Read(plan, cancel));
        return cards;
    }

    private async Task<PlanCard> Read(PlanChoice plan, CancellationToken cancel)
    {
        var open = plan.Cycle is { } cycle && await db.Cycles.AnyAsync(row => row.Id == cycle && row.ClosedAt == null, cancel);
        var run = plan.Cycle is null ? null : (await RunHead.Of(db, plan.Cycle.Value, cancel)).FirstOrDefault();
        if (run is null)
            return new PlanCard(plan, open, null, [], 0);
        var lines = await AlertList.ReadLines(db, run.Id, cancel);
        var alerts = Folding.Fold(lines).Where(line => line.Line.Outcome == Outcome.Alert).ToList();
        return new PlanCard(plan, open, run, [.. alerts.OrderByDescending(line => line.Line.Severity).Take(MostWorst).Select(line => line.Line)], alerts.Count);
    }
}

/// <param name="IsOpen">Whether the plan's cycle is being worked on.</param>
/// <param name="Run">The latest run of that cycle.</param>
/// <param name="Worst">The gravest alerts that stand for themselves.</param>
/// <param name="Standing">How many alerts stand for themselves.</param>
internal sealed record PlanCard(PlanChoice Plan, bool IsOpen, RunHead? Run, IReadOnlyList<AlertLine> Worst, int Standing);
