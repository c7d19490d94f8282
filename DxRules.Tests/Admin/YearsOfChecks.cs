using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin;

/// <summary>デモ市 over several years, each with the result that a test gives it; every year but the last is closed.</summary>
internal sealed class YearsOfChecks : IAsyncDisposable
{
    public const int FirstYear = 2022;

    private CheckPlan check;
    private int years;

    private YearsOfChecks(CheckPlan first) => check = first;

    public RunningSite Site { get; private set; } = null!;

    /// <summary>Three years in which an alert goes through every state.</summary>
    public static Task<YearsOfChecks> Eventful() => Of(
        FabricatedCheck.Only([FabricatedCheck.Late, FabricatedCheck.Following, FabricatedCheck.Behind, FabricatedCheck.Noted, FabricatedCheck.Secret]),
        FabricatedCheck.Only([FabricatedCheck.Late, FabricatedCheck.Behind, FabricatedCheck.Noted, FabricatedCheck.Secret]),
        FabricatedCheck.Only(
            [
                FabricatedCheck.Late with { Severity = Severity.Warning },
                FabricatedCheck.Following,
                FabricatedCheck.Noted with { Severity = Severity.Critical },
                FabricatedCheck.Behind with { Key = "KPI-03/p1-k1-s1", Rule = "KPI-03" },
            ],
            FabricatedCheck.NoActual with { Key = FabricatedCheck.Behind.Key, Rule = FabricatedCheck.Behind.Rule }));

    public static async Task<YearsOfChecks> Of(params CheckPlan[] checks)
    {
        var all = new YearsOfChecks(checks[0]);
        all.Site = await RunningSite.WithPlanOnly((plan, asOf, profile) => all.check(plan, asOf, profile));
        foreach (var check in checks)
            await all.Next(check);
        return all;
    }

    /// <summary>Closes the cycle that is open and checks the next one.</summary>
    public Task Next(CheckPlan next) => Site.In(async services =>
    {
        check = next;
        var db = services.GetRequiredService<AdminDb>();
        foreach (var open in await db.Cycles.Where(cycle => cycle.ClosedAt == null).ToListAsync())
            open.ClosedAt = StoppedClock.Now;
        await db.SaveByHand();
        var cycle = await services.GetRequiredService<CycleOpening>().Open(1, FirstYear + years++, default);
        await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, FiscalYearReview.UsualAsOf(cycle.FiscalYear), default);
    });

    /// <summary>Checks the open cycle once more.</summary>
    public Task Again(CheckPlan next) => Site.In(async services =>
    {
        check = next;
        await services.GetRequiredService<CycleCheck>().Run(years, FiscalYearReview.UsualAsOf(FirstYear + years - 1), default);
    });

    /// <summary>What the latest run of a cycle says, by key.</summary>
    public async Task<IReadOnlyDictionary<string, ObservationRow>> Rows(int cycle)
    {
        var rows = new Dictionary<string, ObservationRow>();
        await Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            var run = await db.Runs.Where(run => run.CycleId == cycle).OrderByDescending(run => run.Number).FirstAsync();
            foreach (var row in await db.Observations.AsNoTracking().Where(row => row.RunId == run.Id).ToListAsync())
                rows.Add(row.Key, row);
        });
        return rows;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
