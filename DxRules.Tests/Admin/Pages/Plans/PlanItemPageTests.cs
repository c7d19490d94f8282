using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Plans;

/// <summary>The pages of policies, initiatives and milestones, over five years of デモ市.</summary>
public sealed class PlanItemPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private static readonly PlanDocument Plan = Samples.Read(DemoSite.DemoCityPlan);

    [Fact]
    public async Task An_initiative_tells_all_that_is_known_of_it()
    {
        var page = await demo.Site.Open("/plans/2/initiatives/p1-i1");
        var initiative = Plan.Policies![0].Initiatives![0];

        page.Heading.ShouldBe("1-1 書かない窓口の導入");
        foreach (var phase in initiative.Lanes!.SelectMany(lane => lane.Phases!))
            HtmlPage.Text(page.ById(phase.Id)).ShouldContain(phase.Title);
        HtmlPage.Text(page.ById("reports")).ShouldContain(initiative.Reports![0].DelayReason!);
        HtmlPage.Text(page.ById("budgets")).ShouldContain("38,000,000");
        HtmlPage.Text(page.ById("opinions")).ShouldContain("スマートフォンを使えない人の窓口も残してほしい。");
        HtmlPage.Text(page.ById("benefits")).ShouldContain("なし");
        page.All("a").Select(link => (string?)link.Attribute("href")).ShouldContain("/plans/2/subjects/p1-i1/history");
    }

    [Fact]
    public async Task Alerts_now_are_those_of_the_latest_check_and_past_ones_are_none_of_it()
    {
        var page = await demo.Site.Open("/plans/2/policies/p1");
        var now = Keys(page, "alerts");
        await demo.Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            var run = await db.Runs.Where(row => row.CycleId == DemoSite.DemoCity).OrderByDescending(row => row.Number).Select(row => row.Id).FirstAsync();
            var expected = await db.Observations.Where(row => row.RunId == run && row.PolicyId == "p1" && row.Outcome != Outcome.Gone).Select(row => row.Key).ToListAsync();
            now.ShouldBe(expected, ignoreOrder: true);
        });
        Keys(page, "past").Intersect(now).ShouldBeEmpty();
        Keys(page, "past").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_milestone_says_when_it_is_due_and_expected()
    {
        var page = await demo.Site.Open("/plans/2/milestones/p1-i1-m1");

        page.Main.ShouldContain("令和8年1月5日（2026年）");
        page.Main.ShouldContain("期日 R7Q4 / 達成 なし / 見込み R7Q4まで");
    }

    [Theory]
    [InlineData("/plans/2/policies/p1-i1")]
    [InlineData("/plans/2/initiatives/p1")]
    [InlineData("/plans/2/milestones/nothing")]
    [InlineData("/plans/9/initiatives/p1-i1")]
    public async Task What_is_not_there_is_not_found(string address) => (await demo.Site.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_department_opens_what_it_answers_for()
    {
        var department = await demo.Site.As(Roles.Department, "d-shimin");

        (await department.GetAsync("/plans/2/initiatives/p1-i1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var other = Plan.Policies!.First(policy => !System.Text.Json.JsonSerializer.Serialize(policy).Contains("d-shimin", StringComparison.Ordinal));
        (await department.GetAsync($"/plans/2/policies/{other.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await department.GetAsync($"/plans/2/initiatives/{other.Initiatives![0].Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/plans/3/initiatives/")]
    [InlineData("/plans/2/initiatives/")]
    public async Task Every_part_of_a_plan_has_its_page(string prefix)
    {
        var plan = prefix.Contains('3') ? Samples.Read("yamagata-2022.json") : Plan;
        foreach (var initiative in plan.Policies!.SelectMany(policy => policy.Initiatives!).Take(20))
            (await demo.Site.Client.GetAsync($"{prefix}{initiative.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK, initiative.Id);
        foreach (var policy in plan.Policies!.Take(10))
            (await demo.Site.Client.GetAsync($"{prefix.Replace("initiatives", "policies")}{policy.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK, policy.Id);
    }

    private static IReadOnlyList<string> Keys(HtmlPage page, string section) =>
        [.. page.ById(section).Descendants("li").Select(line => line.Attribute("data-key")!.Value)];
}
