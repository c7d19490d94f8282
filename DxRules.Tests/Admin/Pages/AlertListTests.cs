using System.Net;

namespace DxRules.Tests.Admin.Pages;

public sealed class AlertListTests(ReadOnlySite shared) : IClassFixture<ReadOnlySite>
{
    [Fact]
    public async Task Counts_stand_on_top_and_lead_to_their_alerts()
    {
        var page = await shared.Site.Open("/cycles/1/alerts");

        page.WithClass("dx-count").Select(HtmlPage.Text).ShouldBe(["重大 1", "警告 2", "注意 1", "情報 1", "判定不能 2", "評価エラー 1"]);
        (await shared.Site.Open(page.Link("重大 1"))).Alerts.ShouldBe([FabricatedCheck.Late.Key]);
    }

    [Fact]
    public async Task Alerts_stand_by_policy_in_the_order_of_the_plan_and_folded_ones_under_their_cause()
    {
        var page = await shared.Site.Open("/cycles/1/alerts");

        page.Alerts.ShouldBe([FabricatedCheck.Late.Key, FabricatedCheck.Behind.Key, FabricatedCheck.Noted.Key, FabricatedCheck.Secret.Key]);
        HtmlPage.Text(page.WithClass("dx-folded").Single()).ShouldStartWith("この指摘が原因の2件");
        HtmlPage.Text(page.ById("sum")).ShouldBe("表示 8件 = 指摘 4件 + 判定不能 1件 + 原因の指摘に折りたたみ 2件 + 評価エラー 1件");
    }

    [Fact]
    public async Task Folded_alerts_can_be_listed_like_the_others()
    {
        var page = await shared.Site.Open("/cycles/1/alerts?folded=show");

        page.Alerts.ShouldContain(FabricatedCheck.Following.Key);
        page.WithClass("dx-folded").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folded_alert_stands_for_itself_where_the_filter_hides_its_cause()
    {
        var page = await shared.Site.Open("/cycles/1/alerts?severity=warning");

        page.Alerts.ShouldBe([FabricatedCheck.Following.Key, FabricatedCheck.Behind.Key]);
    }

    [Theory]
    [InlineData("category=kpi", "KPI-02/p1-k1-s1 KPI-12/demo")]
    [InlineData("rule=SCH-02", "SCH-02/p1-i1-l1-s1")]
    [InlineData("q=ｵﾝﾗｲﾝ申請率", "KPI-02/p1-k1-s1")]
    [InlineData("q=おんらいん　KPI-02", "KPI-02/p1-k1-s1")]
    [InlineData("q=収納&category=kpi", "")]
    [InlineData("order=severity&category=kpi", "KPI-02/p1-k1-s1 KPI-12/demo")]
    [InlineData("severity=&category=&q=&rule=SEC-12", "SEC-12/sys-1")]
    [InlineData("department=d-shimin&severity=critical", "SCH-02/p1-i1-l1-s1")]
    [InlineData("department=d-nowhere", "")]
    [InlineData("severity=' OR 1=1", "")]
    [InlineData("severity=4", "")]
    [InlineData("severity=gone", "")]
    [InlineData("state=nothing", "")]
    [InlineData("missing=nothing.nothing", "")]
    [InlineData("order=nothing&rule=SEC-12", "SEC-12/sys-1")]
    public async Task Filters_stand_in_the_address(string query, string keys)
    {
        var page = await shared.Site.Open($"/cycles/1/alerts?{query}");

        page.Alerts.ShouldBe(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_filter_that_nothing_matches_says_so_and_offers_to_clear_it()
    {
        var page = await shared.Site.Open("/cycles/1/alerts?q=存在しない言葉");

        page.Main.ShouldContain("条件に合うものはありません。");
        page.Link("条件を解除").ShouldBe("/cycles/1/alerts");
    }

    [Fact]
    public async Task A_plan_without_alerts_is_told_with_what_was_checked()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Nothing);

        var page = await site.Open("/cycles/1/alerts");

        page.Main.ShouldContain("指摘はありません。基準日 令和7年5月31日（2025年）、8規則で点検しました。");
    }

    [Fact]
    public async Task What_cannot_be_judged_is_grouped_by_the_missing_fact()
    {
        var page = await shared.Site.Open("/cycles/1/alerts?severity=undetermined");

        page.Alerts.ShouldBeEmpty();
        page.ById("undetermined").Descendants("li").Select(HtmlPage.Text).ShouldBe(
            ["系列1件の実績がないため、1規則を判定できません。", "区間1件の状態がないため、1規則を判定できません。"]);
        (await shared.Site.Open(page.Link("区間1件の状態がないため、1規則を判定できません。"))).Alerts.ShouldBe([FabricatedCheck.NoStatus.Key]);
    }

    [Fact]
    public async Task What_misses_a_fact_and_stands_under_no_alert_is_listed_by_itself()
    {
        var page = await shared.Site.Open("/cycles/1/alerts");

        var missing = await shared.Site.Open(page.Link("系列1件の実績がないため、1規則を判定できません。"));

        missing.Alerts.ShouldBe([FabricatedCheck.NoActual.Key]);
        HtmlPage.Text(missing.ById("sum")).ShouldBe("表示 1件 = 指摘 0件 + 判定不能 1件 + 原因の指摘に折りたたみ 0件");
        (await shared.Site.Open("/cycles/1/alerts?missing=phase.status")).Alerts.ShouldBeEmpty("it is folded under an alert");
    }

    [Theory]
    [InlineData("/cycles/99/alerts")]
    [InlineData("/cycles/1/alerts?run=9")]
    [InlineData("/cycles/1/alerts/NO-99:nothing")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_said_in_words(string address)
    {
        using var response = await shared.Site.Client.GetAsync(address);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await HtmlPage.Read(response)).Heading.ShouldBe("ページがありません");
    }
}
