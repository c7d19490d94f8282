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
        var run = plan.Usual is null ? null : (await RunHead.Of(db, plan.Usual.Id, cancel)).FirstOrDefault();
        if (run is null)
            return new PlanCard(plan, null, []);
        var rows = await ListedRow.Read(db.Observations.AsNoTracking().Where(row => row.RunId == run.Id && row.Outcome == Outcome.Alert), new AlertFilter(), cancel);
        var worst = Folding.Fold(rows).Select(row => row.Row).OrderByDescending(row => row.Severity).Take(MostWorst).Select(row => row.Id).ToList();
        var lines = (await AlertLines.Read(db, run.Id, db.Observations.Where(row => worst.Contains(row.Id)), cancel)).ToDictionary(line => line.Id);
        return new PlanCard(plan, run, [.. worst.Select(id => lines[id])]);
    }
}

/// <param name="Run">The latest run of the plan's usual cycle; null where there is none yet.</param>
/// <param name="Worst">The gravest alerts that stand for themselves.</param>
internal sealed record PlanCard(PlanChoice Plan, RunHead? Run, IReadOnlyList<AlertLine> Worst)
{
    public bool IsOpen => Plan.Usual is { IsOpen: true };
}
