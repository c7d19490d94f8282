using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Closing;

/// <summary>The closing evaluation of デモ市's plan that has ended; plan 2 is its successor.</summary>
public sealed class ClosingPagesTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithPlan(EngineCheck.Check, Samples.Read(DemoSite.PlanBefore));
        await site.In(services => PlanVersions.Add(
            services.GetRequiredService<AdminDb>(), services.GetRequiredService<AuditLog>(), Samples.Read(DemoSite.DemoCityPlan), null, "試験", StoppedClock.Now, default));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_is_not_decided_comes_first_and_deciding_leads_on_to_the_next()
    {
        var page = await site.Open("/plans/1/closing");
        page.Main.ShouldContain("指標: 達成");
        page.All("main").Single().Descendants("li").ShouldContain(line => (string?)line.Attribute("id") == "q1-i2");
        page.All("main").Single().Descendants("li").ShouldNotContain(line => (string?)line.Attribute("id") == "q1-i1", "it is completed");

        (await site.Client.Press("/plans/1/closing/q1-i2", "決定して次へ", ("decision", "Finished"))).Main.ShouldContain("理由を入力してください。");
        var next = await Decide(site.Client, "q1-i2", "Continued", "p1-i1", "");

        next.Main.ShouldContain("「1-2 コンビニ交付の開始」を「引継ぎ」としました。");
        next.Heading.ShouldBe("1-3 窓口でのAI-OCRの実証");
        (await site.Open("/plans/1/closing?show=decided")).Main.ShouldContain("引継ぎ先: 書かない窓口の導入");
        HtmlPage.Text((await site.Open("/plans/2/inherited")).ById("inherited")).ShouldContain("コンビニ交付の開始 引継ぎ 書かない窓口の導入");
    }

    [Fact]
    public async Task The_list_is_there_by_department_and_as_a_table_for_spreadsheets()
    {
        await Decide(site.Client, "q1-i2", "Dropped", "", "=国の仕組みに移る");

        (await site.Open("/plans/1/carry-over")).Main.ShouldContain("廃止");
        var csv = await site.Client.GetStringAsync("/plans/1/carry-over?handler=export");
        csv.ShouldStartWith("課,施策,種別,");
        csv.ShouldContain("市民課,1 窓口の待ち時間の短縮,取組,q1-i2,1-2 コンビニ交付の開始,実施中（進捗 82%）");
        csv.ShouldContain("廃止,,,'=国の仕組みに移る");
    }

    [Fact]
    public async Task A_department_sees_and_decides_its_own_only()
    {
        var department = await site.As(Roles.Department, "d-shimin");
        var own = (await site.Open("/plans/1/closing", department)).All("main").Single().Descendants("li").Select(line => (string?)line.Attribute("id")).OfType<string>().ToList();

        own.ShouldContain("q1-i2");
        own.Count.ShouldBeLessThan(20);
        (await department.GetAsync("/plans/1/closing/q5-i1")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await department.GetStringAsync("/plans/1/carry-over?handler=export")).ShouldNotContain("q5-");
    }

    [Fact]
    public async Task The_final_review_is_recorded()
    {
        (await site.Client.Press("/plans/1/closing", "最終の見直しを記録", ("on", "2025-07-01"))).Main.ShouldContain("まだ来ていない日です。");
        (await site.Client.Press("/plans/1/closing", "最終の見直しを記録", ("on", "2023-06-30"))).Main.ShouldContain("最終の見直し（令和5年6月30日（2023年））を記録しました。");
    }

    private static Task<HtmlPage> Decide(HttpClient browser, string subject, string decision, string successor, string reason) =>
        browser.Press($"/plans/1/closing/{subject}", "決定して次へ", ("decision", decision), ("successor", successor), ("reason", reason));
}
