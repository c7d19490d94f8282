using System.Net;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages;

public sealed class RenumberingPageTests
{
    private const string Page = "/plans/1/renumbering";

    [Fact]
    public async Task A_vanished_item_is_offered_with_the_new_one_of_the_same_name()
    {
        await using var site = await Renumbered();

        var page = await site.Open(Page);

        HtmlPage.Text(page.ById("suggested")).ShouldContain("（p1） → p1-new");
        (await site.Open(page.ById("suggested").Descendants("a").First().Attribute("href")!.Value)).All("option")
            .Where(option => option.Attribute("selected") is not null).Select(option => option.Attribute("value")!.Value).ShouldBe(["p1", "p1-new"]);
    }

    [Fact]
    public async Task It_can_still_be_noted_when_a_check_took_the_new_number_for_a_new_item()
    {
        await using var site = await Renumbered();
        await site.In(services => services.GetRequiredService<CycleCheck>().Run(1, new DateOnly(2025, 5, 31), default));

        (await Post(site, Page, ("old", "p1"), ("new", "p1-new"), ("reason", "改定"))).Main.ShouldContain("対応させました。");
    }

    [Fact]
    public async Task What_is_noted_stands_on_the_page_and_in_the_log_and_can_be_taken_back()
    {
        await using var site = await Renumbered();

        (await Post(site, Page, ("old", "p1"), ("new", "p1-new"), ("reason", "令和7年3月改定"))).Main.ShouldContain("「p1」を「p1-new」に対応させました。");

        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            (await db.Renumberings.SingleAsync()).NewId.ShouldBe("p1-new");
            (await db.Audit.OrderBy(row => row.Id).LastAsync()).Action.ShouldBe(AuditActions.ItemRenumbered);
        });
        (await Post(site, Page + "?handler=takeBack", ("id", "p1"))).Main.ShouldContain("「p1」の対応を取り消しました。");
        await site.In(async services => (await services.GetRequiredService<AdminDb>().Renumberings.CountAsync()).ShouldBe(0));
    }

    [Theory]
    [InlineData("p1", "p1-new", "", "理由を入力してください。")]
    [InlineData("p2", "p1-new", "改定", "点検した版から無くなった項目を選んでください。")]
    [InlineData("p1", "p2", "改定", "新しくできた項目で、")]
    public async Task What_cannot_be_meant_is_refused(string old, string now, string reason, string why)
    {
        await using var site = await Renumbered();

        (await Post(site, Page, ("old", old), ("new", now), ("reason", reason))).Main.ShouldContain(why);
    }

    [Fact]
    public async Task Only_who_runs_cycles_may_do_it()
    {
        await using var site = await Renumbered();

        (await (await site.As(Roles.Reader)).GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HtmlPage> Post(RunningSite site, string address, params (string Name, string Value)[] values)
    {
        var token = HtmlPage.Fields((await site.Open(Page)).All("form").First(form => (string?)form.Attribute("method") == "post"))["__RequestVerificationToken"];
        var fields = values.Append(("__RequestVerificationToken", token)).Select(value => KeyValuePair.Create(value.Item1, value.Item2));
        using var response = await site.Client.PostAsync(address, new FormUrlEncodedContent(fields));
        return await HtmlPage.Read(response);
    }

    // The policy p1 has another id since the check.
    private static async Task<RunningSite> Renumbered()
    {
        var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        await site.In(services => services.GetRequiredService<PlanAmendments>().Write(
            1, plan => plan with { Policies = [.. plan.Policies!.Select(policy => policy.Id == "p1" ? policy with { Id = "p1-new" } : policy)] }, "改定", default));
        return site;
    }
}
