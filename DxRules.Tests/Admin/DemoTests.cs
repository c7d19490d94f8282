using System.Text.Json;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin;

public sealed class DemoTests(DemoSite demo, LoadedDemo loaded) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData(DemoSite.Yamagata, "yamagata-2022.json")]
    [InlineData(DemoSite.DemoCity, DemoSite.DemoCityPlan)]
    public async Task The_counts_of_a_page_are_those_of_the_report(int cycle, string file)
    {
        using var report = JsonDocument.Parse(ReportJson.Write(PlanCheck.Default.Check(Samples.Read(file), Samples.AsOf)));
        var counts = report.RootElement.GetProperty("plans")[0].GetProperty("counts");
        int Count(string word) => counts.GetProperty(word).GetInt32();

        var page = await demo.Site.Open($"/cycles/{cycle}/alerts?folded=show");

        page.WithClass("dx-count").Select(HtmlPage.Text).ShouldBe(
        [
            $"重大 {Count("critical")}", $"警告 {Count("warning")}", $"注意 {Count("notice")}", $"情報 {Count("info")}", $"判定不能 {Count("undetermined")}",
        ]);
        var listed = page.Alerts.ToList();
        for (var number = 2; page.All("a").Any(link => HtmlPage.Text(link) == "次のページ"); number++)
        {
            page = await demo.Site.Open($"/cycles/{cycle}/alerts?folded=show&page={number}");
            listed.AddRange(page.Alerts);
        }
        listed.Distinct().Count().ShouldBe(Count("critical") + Count("warning") + Count("notice") + Count("info"));
        listed.ShouldBeUnique();
        var cyclePage = await demo.Site.Open($"/cycles/{cycle}");
        cyclePage.WithClass("dx-count").Select(HtmlPage.Text).ShouldBe((await demo.Site.Open($"/cycles/{cycle}/alerts")).WithClass("dx-count").Select(HtmlPage.Text));
        var card = (await demo.Site.Open("/")).WithClass("dx-count").Select(HtmlPage.Text);
        card.ShouldContain($"判定不能 {Count("undetermined")}");
        var export = await demo.Site.Client.GetStringAsync($"/cycles/{cycle}/alerts?handler=export&folded=show");
        export.Split("\r\n").Skip(1).Select(row => row.Split(',')).Count(row => row.Length > 9 && (row[9] is "重大" or "警告" or "注意" or "情報"))
            .ShouldBe(listed.Count);
    }

    [Theory]
    [InlineData(DemoSite.Yamagata)]
    [InlineData(DemoSite.DemoCity)]
    public async Task Alerts_and_undetermined_results_of_every_rule_have_a_page_in_both_languages(int cycle)
    {
        var keys = new List<string>();
        await demo.Site.In(async services => keys.AddRange(
            await services.GetRequiredService<AdminDb>().Observations.Where(row => row.Run!.CycleId == cycle && row.Outcome != Outcome.Gone).Select(row => row.Key).ToListAsync()));

        var addresses = keys.DistinctBy(key => key.Split('/')[0]).Select(key => AlertAddress.Of(cycle, key, null)).ToList();
        addresses.Count.ShouldBeGreaterThan(10);
        foreach (var address in addresses)
        {
            var page = await demo.Site.Open($"{address}?lang=en");
            page.Heading.ShouldNotBeEmpty();
            page.ById("rule").Descendants("code").First().Value.ShouldStartWith("format: dxrule/1");
        }
        await demo.Site.Open($"/?lang=ja");
    }

    [Fact]
    public async Task A_restart_keeps_what_is_there_and_adds_nothing()
    {
        using var folder = await loaded.Copy();
        var versions = 0;
        await demo.Site.In(async services => versions = await services.GetRequiredService<AdminDb>().PlanVersions.CountAsync());
        await using var again = await RunningSite.Start(EngineCheck.Check, folder.Path, demo: true);

        await again.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            (await db.Plans.CountAsync()).ShouldBe(3);
            (await db.PlanVersions.CountAsync()).ShouldBe(versions);
            (await db.Cycles.CountAsync()).ShouldBe(6);
            (await db.Runs.CountAsync()).ShouldBe(6);
            (await db.CycleIssues.CountAsync()).ShouldBe(4);
        });
        (await again.Open("/")).Main.ShouldContain("デモ市DX推進計画");
    }

    [Fact]
    public async Task A_stored_report_is_the_one_that_the_command_line_writes()
    {
        await demo.Site.In(async services =>
        {
            var run = await services.GetRequiredService<AdminDb>().Runs.FirstAsync(row => row.CycleId == DemoSite.DemoCity);
            var checkedPlan = await services.GetRequiredService<PlanDocuments>().Whole(run.PlanVersionId, default);

            var stored = System.Text.Encoding.UTF8.GetString(Compressed.Unpack(run.Report));

            stored.ShouldBe(ReportJson.Write(PlanCheck.Default.Check(checkedPlan, Samples.AsOf)));
        });
    }

    [Fact]
    public async Task Every_year_of_the_city_but_the_last_is_closed_on_its_only_run()
    {
        await demo.Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();

            var years = await db.Cycles.OrderBy(cycle => cycle.Id)
                .Select(cycle => new { cycle.Id, cycle.FiscalYear, IsOpen = cycle.ClosedAt == null, Frozen = cycle.Issues.Count(issue => issue.Run!.CycleId == cycle.Id), cycle.Runs.Single().AsOf })
                .ToListAsync();

            years.Where(year => year.Id != DemoSite.Yamagata).Select(year => (year.FiscalYear, year.IsOpen, year.Frozen))
                .ShouldBe([(2020, false, 1), (2021, false, 1), (2022, false, 1), (2023, false, 1), (2024, true, 0)]);
            years.ShouldAllBe(year => year.AsOf == FiscalYearReview.UsualAsOf(year.FiscalYear));
            years.Single(year => year.Id == DemoSite.DemoCity).FiscalYear.ShouldBe(2024);
            years.Single(year => year.Id == DemoSite.FirstOfDemoCity).FiscalYear.ShouldBe(2023);
            years.Single(year => year.Id == DemoSite.FirstOfPlanBefore).FiscalYear.ShouldBe(2020);
        });
    }

    [Fact]
    public async Task What_is_told_of_the_years_is_told_in_their_order()
    {
        await demo.Site.In(async services =>
        {
            var told = await services.GetRequiredService<AdminDb>().Audit.Where(row => row.CycleId != null && row.CycleId != DemoSite.Yamagata)
                .OrderBy(row => row.Id).Select(row => row.At).ToListAsync();

            told.Count.ShouldBeGreaterThan(120);
            told.ShouldBeInOrder();
        });
    }

    [Fact]
    public async Task The_demonstration_says_that_it_is_one() =>
        HtmlPage.Text((await demo.Site.Open("/")).WithClass("dx-demo").Single()).ShouldContain("架空");
}
