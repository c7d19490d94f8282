using System.Net;

namespace DxRules.Tests.Admin.Pages;

public sealed class CheckAgainTests
{
    [Fact]
    public async Task Checking_again_stores_a_second_run_and_says_that_nothing_changed()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var page = await site.Open("/cycles/1/alerts");

        var after = await Send(site, page, asOf: null);

        after.WithClass("dx-banner").Select(HtmlPage.Text).Single().ShouldStartWith("点検しました（第2回）。結果は前回と同じです（報告ハッシュ ");
        after.ById("runs").Descendants("tr").Count().ShouldBe(3);
        after.Main.ShouldContain("前回と同じ");
        (await site.Open("/cycles/1/alerts")).WithClass("dx-banner").ShouldBeEmpty("the message is shown once");
    }

    [Fact]
    public async Task Another_day_gives_another_report_and_the_earlier_run_can_still_be_read()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var page = await site.Open("/cycles/1/alerts");

        var after = await Send(site, page, asOf: "2024-12-01");

        after.Main.ShouldContain("結果は前回と異なります");
        after.Main.ShouldContain("基準日 令和6年12月1日（2024年）");
        (await site.Open("/cycles/1/alerts?run=1")).Main.ShouldContain("第1回の点検を表示しています。最新ではありません。");
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_in_words()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        var page = await site.Open("/cycles/1/alerts");

        var after = await Send(site, page, asOf: "2025-02-30");

        after.Main.ShouldContain("基準日は 2025-05-31 の形で入力してください。");
        after.ById("runs").Descendants("tr").Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

        using var response = await site.Client.PostAsync(
            "/cycles/1/alerts?handler=check", new FormUrlEncodedContent(new Dictionary<string, string> { ["asOf"] = "2025-05-31" }));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await HtmlPage.Read(response)).Heading.ShouldBe("送信を受け付けられませんでした");
    }

    private static async Task<HtmlPage> Send(RunningSite site, HtmlPage page, string? asOf)
    {
        var form = page.Form("もう一度点検する");
        var fields = HtmlPage.Fields(form);
        fields["asOf"] = asOf ?? fields["asOf"];
        using var response = await site.Client.PostAsync(form.Attribute("action")!.Value, new FormUrlEncodedContent(fields));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await HtmlPage.Read(response);
    }
}
