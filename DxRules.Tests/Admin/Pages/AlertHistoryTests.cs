using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages;

public sealed class AlertHistoryTests
{
    [Fact]
    public async Task An_alert_that_the_latest_check_no_longer_gives_keeps_its_page_and_says_so()
    {
        var found = true;
        await using var site = await RunningSite.WithDemoCity((plan, asOf, profile) => (found ? FabricatedCheck.Everything : FabricatedCheck.Nothing)(plan, asOf, profile));
        found = false;
        await Check(site);

        var page = await site.Open($"/cycles/1/alerts/{FabricatedCheck.Late.Key}");

        page.Main.ShouldContain("最新の点検（第2回）では指摘されていません。第1回の内容を表示しています。");
        page.ById("history").Descendants("li").Select(HtmlPage.Text).ShouldBe(
            [
                "指摘なし 令和6年度（2024年度） 第2回 基準日 令和7年5月31日（2025年）、令和7年6月2日（2025年） 09:30 実施",
                "重大 令和6年度（2024年度） 第1回 基準日 令和7年5月31日（2025年）、令和7年6月2日（2025年） 09:30 実施",
            ],
            "newest first");
    }

    [Fact]
    public async Task An_alert_is_one_alert_over_all_runs()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        await Check(site);

        await site.In(async services =>
        {
            var alerts = await services.GetRequiredService<AdminDb>().Alerts.ToListAsync();
            alerts.Select(alert => alert.Key).ShouldBeUnique();
            alerts.Count.ShouldBe(5);
            alerts.ShouldAllBe(alert => alert.FirstRunId == 1 && alert.LastRunId == 2);
        });
    }

    private static Task Check(RunningSite site) => site.In(async services =>
    {
        (await services.GetRequiredService<CycleCheck>().Run(1, new DateOnly(2025, 5, 31), default)).ShouldNotBeNull();
    });
}
