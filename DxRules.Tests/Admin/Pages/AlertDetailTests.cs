using DxRules.Admin.Pages.Alerts;

namespace DxRules.Tests.Admin.Pages;

public sealed class AlertDetailTests(ReadOnlySite shared) : IClassFixture<ReadOnlySite>
{
    [Fact]
    public async Task An_alert_explains_itself()
    {
        var page = await Open(FabricatedCheck.Late.Key);

        page.Heading.ShouldBe(FabricatedCheck.Late.Message.Ja);
        HtmlPage.Text(page.WithClass("dx-chip").First()).ShouldBe("重大");
        page.ById("evidence").Descendants("tr").Select(HtmlPage.Text).ShouldBe(
            ["項目 値 計算", "終了日 令和6年3月31日", "遅れ日数 426日 基準日 − 終了日 = 2025-05-31 − 2024-03-31"]);
        HtmlPage.Text(page.ById("clears")).ShouldContain("完了日を入力すると解消します。");
        page.Main.ShouldContain("より重い段階かどうかは判定できません: 状態");
    }

    [Fact]
    public async Task The_rule_is_shown_as_it_judged()
    {
        var rule = (await Open(FabricatedCheck.Late.Key)).ById("rule");

        HtmlPage.Text(rule).ShouldContain("デモ市DX推進計画 第3章");
        rule.Descendants("code").First().Value.ShouldBe("format: dxrule/1\nid: SCH-02\nwhen: 基準日 > 終了日\n");
        HtmlPage.Text(rule).ShouldContain("SCH-02-hash");
    }

    [Fact]
    public async Task What_it_causes_is_listed_and_leads_back_to_it()
    {
        var page = await Open(FabricatedCheck.Late.Key);

        page.ById("folded").Descendants("li").Count().ShouldBe(2);
        var caused = await shared.Site.Open(page.Link(FabricatedCheck.Following.Message.Ja));
        caused.Link(FabricatedCheck.Late.Message.Ja).ShouldBe(AlertAddress.Of(1, FabricatedCheck.Late.Key, null));
    }

    [Fact]
    public async Task An_undetermined_result_names_the_facts_it_misses()
    {
        var page = await Open(FabricatedCheck.NoActual.Key);

        HtmlPage.Text(page.WithClass("dx-chip").First()).ShouldBe("判定不能");
        page.Main.ShouldContain("足りない記載 実績");
    }

    [Fact]
    public async Task Texts_of_a_plan_are_never_taken_for_markup()
    {
        var page = await Open(FabricatedCheck.Behind.Key);

        page.Heading.ShouldContain("<b>期待</b>");
    }

    [Fact]
    public async Task A_key_may_hold_a_path()
    {
        var wording = FabricatedCheck.Late with { Key = "DAT-01/p1/number 100%?" };
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Giving(wording));
        var list = await site.Open("/cycles/1/alerts");

        var page = await site.Open(list.Link(wording.Message.Ja));

        page.Heading.ShouldBe(wording.Message.Ja);
    }

    private Task<HtmlPage> Open(string key) => shared.Site.Open(AlertAddress.Of(1, key, null));
}
