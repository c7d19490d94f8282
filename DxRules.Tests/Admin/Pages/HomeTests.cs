using System.Text.RegularExpressions;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Pages;

public sealed class HomeTests
{
    [Fact]
    public async Task A_site_without_plans_says_what_to_do()
    {
        await using var site = await RunningSite.Start(FabricatedCheck.Everything);

        (await site.Open("/")).Main.ShouldContain("計画がまだありません。");
    }

    [Fact]
    public async Task Each_plan_shows_its_cycle_its_counts_and_its_gravest_alerts()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

        var page = await site.Open("/");

        page.Main.ShouldContain("対象年度 令和6年度（2024年度）");
        HtmlPage.Text(page.WithClass("dx-alert").First()).ShouldStartWith("重大 " + FabricatedCheck.Late.Message.Ja);
        page.WithClass("dx-alert").Count().ShouldBe(4, "what is folded does not stand for itself");
        (await site.Open(page.Link("指摘の一覧を見る"))).Heading.ShouldStartWith("指摘の一覧");
    }

    [Fact]
    public async Task The_counts_are_those_of_the_lists_to_which_they_lead()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

        foreach (var browser in new[] { site.Client, await site.As(Roles.Reader), await site.As(Roles.Department, "d-shimin") })
        {
            var counts = (await site.Open("/", browser)).WithClass("dx-count").ToList();
            counts.Select(count => HtmlPage.Text(count).Split(' ')[0]).ShouldBe(["未回答", "承認待ち", "期限超過", "判定不能"]);
            foreach (var count in counts)
                Sum(await site.Open(count.Attribute("href")!.Value, browser)).ShouldBe(int.Parse(HtmlPage.Text(count).Split(' ')[1]), HtmlPage.Text(count));
        }

        static int Sum(HtmlPage list) => int.Parse(Regex.Match(HtmlPage.Text(list.ById("sum")), "表示 ([0-9]+)件").Groups[1].Value);
    }

    [Fact]
    public async Task The_step_the_days_left_and_what_is_next_are_told()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

        var page = await site.Open("/", await site.As(Roles.Department, "d-shimin"));

        page.Main.ShouldContain("今の手順は「所管課の入力」です。期限 令和7年6月30日（2025年）");
        HtmlPage.Text(page.WithClass("dx-next").Single()).ShouldMatch("次にすること 自分の課の指摘[0-9]+件に回答する");
        page.Link(HtmlPage.Text(page.WithClass("dx-next").Single().Descendants("a").Single())).ShouldBe("/cycles/1/alerts?department=mine&work=toAnswer");
    }

    [Fact]
    public async Task A_cycle_is_opened_and_its_first_check_offered()
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Everything);
        var page = await site.Open("/");
        var form = page.Form("サイクルを開始");
        var fields = HtmlPage.Fields(form);
        fields["fiscalYear"] = "2024";

        using var response = await site.Client.PostAsync(form.Attribute("action")!.Value, new FormUrlEncodedContent(fields));
        var opened = await HtmlPage.Read(response);

        opened.Main.ShouldContain("令和6年度（2024年度）のサイクルを開始しました。");
        opened.Main.ShouldContain("まだ点検していません。");
        HtmlPage.Fields(opened.Form("点検する"))["asOf"].ShouldBe("2025-05-31", "the day on which the accounts of the year close");
    }

    [Theory]
    [InlineData("2024", "a second open cycle")]
    [InlineData("9999", "a year out of range")]
    [InlineData("来年", "not a number")]
    public async Task A_cycle_that_cannot_be_opened_is_refused_in_words(string year, string why)
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Everything);
        var form = (await site.Open("/")).Form("サイクルを開始");
        var fields = HtmlPage.Fields(form);
        if (year == "2024")
            await Send(site, fields, year);

        var page = await Send(site, fields, year);

        page.Main.ShouldContain("サイクルを開始できません。", customMessage: why);
    }

    private static async Task<HtmlPage> Send(RunningSite site, Dictionary<string, string> fields, string year)
    {
        fields["fiscalYear"] = year;
        using var response = await site.Client.PostAsync("/?handler=open", new FormUrlEncodedContent(fields));
        return await HtmlPage.Read(response);
    }
}
