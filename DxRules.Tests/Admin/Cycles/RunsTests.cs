using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Cycles;

public sealed class RunsTests
{
    [Fact]
    public async Task Checks_at_the_same_time_become_runs_one_after_the_other()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => site.In(async services =>
        {
            (await services.GetRequiredService<CycleCheck>().Run(1, new DateOnly(2025, 5, 31), default)).ShouldNotBeNull();
        }))));

        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            (await db.Runs.Select(run => run.Number).OrderBy(number => number).ToListAsync()).ShouldBe(Enumerable.Range(1, 9));
            (await db.Runs.Select(run => run.ReportHash).Distinct().CountAsync()).ShouldBe(1);
            (await db.RuleTexts.CountAsync()).ShouldBe(8, "a rule's text is kept once");
        });
    }

    [Fact]
    public async Task A_closed_cycle_is_not_checked_again()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            (await db.Cycles.SingleAsync()).ClosedAt = DateTimeOffset.UnixEpoch;
            await db.SaveByHand();

            (await services.GetRequiredService<CycleCheck>().Run(1, new DateOnly(2025, 5, 31), default)).ShouldBeNull();
        });

        var page = await site.Open("/cycles/1/alerts");

        page.All("button").Select(HtmlPage.Text).ShouldNotContain("もう一度点検する");
    }

    [Fact]
    public async Task What_a_run_observed_keeps_its_place_and_its_secrecy()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

        await site.In(async services =>
        {
            var rows = await services.GetRequiredService<AdminDb>().Observations.OrderBy(row => row.Position).ToListAsync();
            rows.Select(row => row.Outcome).ShouldBe(
                [.. Enumerable.Repeat(Outcome.Alert, 5), Outcome.Undetermined, Outcome.Undetermined, Outcome.Fault]);
            rows.Where(row => row.Secret).Select(row => row.Key).ShouldBe([FabricatedCheck.Secret.Key]);
            rows[0].PolicyTitle.ShouldBe("1 窓口サービスの改革");
        });
    }
}
