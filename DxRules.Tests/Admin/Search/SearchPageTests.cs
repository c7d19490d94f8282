using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Tests.Admin.People;
using DxRules.Tests.Engine.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Search;

/// <summary>The one box for everything, over デモ市's plan and a check of it.</summary>
public sealed class SearchPageTests(SearchPageTests.Checked shared) : IClassFixture<SearchPageTests.Checked>
{
    public sealed class Checked : IAsyncLifetime
    {
        internal RunningSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await RunningSite.WithDemoCity(EngineCheck.Check);
            await Site.In(async services =>
            {
                var db = services.GetRequiredService<AdminDb>();
                await db.ByHand(async () =>
                {
                    db.Minutes.Add(new MinutesRow { PlanId = 1, MeetingId = "mt-forum-2024-2", Agenda = "中間の報告", Outcome = "ワクワク窓口を続ける", At = StoppedClock.Now });
                    await db.SaveChangesAsync();
                });
            });
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    [Fact]
    public async Task Every_page_has_the_box_and_a_word_is_found_in_what_it_stands_in()
    {
        (await shared.Site.Open("/")).ById("site-search").Attribute("accesskey")!.Value.ShouldBe("k");
        var page = await shared.Site.Open("/search?q=書かない窓口");

        page.Link("書かない窓口の導入").ShouldBe("/plans/1/initiatives/p1-i1");
    }

    [Theory]
    [InlineData("Policy", "窓口サービス", "/plans/1/policies/p1")]
    [InlineData("Initiative", "書かない窓口", "/plans/1/initiatives/p1-i1")]
    [InlineData("Phase", "要件定義", "/plans/1/initiatives/p1-i1#p1-i1-l1-s1")]
    [InlineData("Phase", "総合窓口の供用", "/plans/1/milestones/p1-i1-m1")]
    [InlineData("Opinion", "スマートフォンを使えない", "/plans/1/initiatives/p1-i1#op-1")]
    [InlineData("Initiative", "応札者なし", "/plans/1/initiatives/p1-i1")]
    [InlineData("Body", "わくわく窓口", "/plans/1/governance/meetings/mt-forum-2024-2")]
    [InlineData("Rule", "SCH-01", "/rules/SCH-01")]
    public async Task Each_kind_is_found_and_leads_to_its_page(string kind, string words, string address)
    {
        var page = await shared.Site.Open($"/search?q={Uri.EscapeDataString(words)}");

        Addresses(page, kind).ShouldContain(address);
        page.All("mark").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Alerts_are_found_by_what_they_say()
    {
        var page = await shared.Site.Open("/search?q=窓口支援システムの調達&kind=alert");

        Addresses(page, "Alert").ShouldAllBe(address => address.StartsWith("/cycles/1/alerts/", StringComparison.Ordinal));
        Addresses(page, "Alert").ShouldNotBeEmpty();
        page.WithClass("dx-group").Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("ｵﾝﾗｲﾝ申請")]
    [InlineData("おんらいん 申請")]
    [InlineData("オンライン　申請")]
    public async Task It_does_not_matter_how_a_word_is_typed(string words) =>
        Addresses(await shared.Site.Open("/search?q=オンライン申請&kind=initiative"), "Initiative")
            .Except(Addresses(await shared.Site.Open($"/search?q={Uri.EscapeDataString(words)}&kind=initiative"), "Initiative")).ShouldBeEmpty();

    [Fact]
    public async Task What_is_not_found_and_what_was_not_asked_is_said()
    {
        (await shared.Site.Open("/search?q=どこにもない言葉")).Main.ShouldContain("「どこにもない言葉」は見つかりませんでした。");
        (await shared.Site.Open("/search")).Main.ShouldContain("見られる範囲のものだけが見つかります。");
        (await shared.Site.Open("/search?q=" + new string('x', 3000))).Main.ShouldContain("見つかりませんでした。");
        (await shared.Site.Open("/search?q=%3Cscript%3E")).Main.ShouldContain("「<script>」は見つかりませんでした。");
    }

    [Fact]
    public async Task Of_each_kind_a_few_are_shown_with_a_way_to_the_rest()
    {
        var page = await shared.Site.Open("/search?q=の");
        Addresses(page, "Alert").Count.ShouldBe(5);
        var more = page.ById("Alert").Descendants("a").Last().Attribute("href")!.Value;

        Addresses(await shared.Site.Open(more), "Alert").Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task People_are_found_by_administrators_alone()
    {
        await shared.Site.As(Roles.Reader, "d-somu");
        var administrator = await shared.Site.As(Roles.Administrator);

        Addresses(await HtmlPage.Read(await administrator.GetAsync("/search?q=Reader-d-somu")), "Person").Count.ShouldBe(1);
        Addresses(await HtmlPage.Read(await (await shared.Site.As(Roles.DxOffice)).GetAsync("/search?q=Reader-d-somu")), "Person").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_department_finds_what_it_answers_for_and_no_more()
    {
        var department = await shared.Site.As(Roles.Department, "d-zeimu");
        var found = Addresses(await HtmlPage.Read(await department.GetAsync("/search?q=の&kind=initiative")), "Initiative");
        var all = Addresses(await shared.Site.Open("/search?q=の&kind=initiative"), "Initiative");

        found.Count.ShouldBeInRange(1, all.Count - 1);
        foreach (var address in found)
            (await department.GetAsync(address)).IsSuccessStatusCode.ShouldBeTrue(address);
        foreach (var address in all.Except(found))
            (await department.GetAsync(address)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, address);
    }

    private static IReadOnlyList<string> Addresses(HtmlPage page, string kind) =>
        [.. page.WithClass("dx-group").Where(group => (string?)group.Attribute("id") == kind).SelectMany(group => group.Descendants("a"))
            .Where(link => ((string?)link.Parent!.Attribute("class")) == "dx-record__head").Select(link => link.Attribute("href")!.Value)];
}
