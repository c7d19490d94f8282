using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.Versions;

namespace DxRules.Tests.Admin.Pages;

/// <summary>The changes of a plan and the history of one subject.</summary>
public sealed class ChangePagesTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithPlanOnly(FabricatedCheck.Everything);
        await site.In(SampleChanges.Make);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_history_tells_what_was_what_is_who_when_and_why()
    {
        var page = await site.Open("/plans/1/subjects/p1-i1/history");

        var text = HtmlPage.Text(page.WithClass("dx-versions").Single());
        text.ShouldContain("理由: 所管課からの電話による報告");
        text.ShouldContain("代理入力（市民課）");
        text.ShouldContain("令和7年6月2日（2025年） 09:30");
        text.ShouldContain("進捗度");
        page.All("del").Select(HtmlPage.Text).ShouldContain("変更前: 実施中");
        page.All("ins").Select(HtmlPage.Text).ShouldContain("変更後: 休止");
        page.All("ins").Select(HtmlPage.Text).ShouldContain("変更後: 12.5%");
        page.All("ins").Select(HtmlPage.Text).ShouldContain(words => words.Contains("追加の区間") && words.Contains("令和8年4月（2026年）") && words.Contains("実証"));
    }

    [Fact]
    public async Task A_history_is_complete_in_English()
    {
        var page = await site.Open("/plans/1/subjects/p1-i1/history?lang=en");

        page.All("del").Select(HtmlPage.Text).ShouldContain("before: In progress");
        HtmlPage.Text(page.WithClass("dx-versions").Single()).ShouldContain("Reason: ");
    }

    [Fact]
    public async Task A_subject_that_was_taken_out_keeps_its_history()
    {
        var milestone = Samples.Read("demo-city.json").Policies!.SelectMany(p => p.Initiatives!).Single(i => i.Id == "p1-i1").Milestones;
        Assert.SkipWhen(milestone.Count == 0, "p1-i1 of デモ市 has no milestone any more.");

        var page = await site.Open($"/plans/1/subjects/{milestone[0].Id}/history");

        page.Main.ShouldContain("今の計画にはありません");
        page.All("del").Select(HtmlPage.Text).ShouldContain(words => words.StartsWith("変更前") && words.Contains(milestone[0].Title));
    }

    [Fact]
    public async Task The_changes_of_a_plan_stand_by_version_and_subject()
    {
        var page = await site.Open("/plans/1/versions");

        page.WithClass("dx-version").Count().ShouldBe(5);
        HtmlPage.Text(page.WithClass("dx-version").First()).ShouldContain(SampleChanges.Secret);
        HtmlPage.Text(page.WithClass("dx-version").Last()).ShouldContain("最初に登録した計画です。");
    }

    [Theory]
    [InlineData(nameof(Roles.DxOffice))]
    [InlineData(nameof(Roles.Reader))]
    public async Task Of_secret_changes_nobody_else_learns_not_even_that_there_was_one(string role)
    {
        var browser = await site.As(Enum.Parse<Roles>(role));

        var page = await site.Open("/plans/1/versions", browser);

        page.WithClass("dx-version").Count().ShouldBe(4);
        page.Main.ShouldNotContain(SampleChanges.Secret);
        var control = Samples.Read("demo-city.json").Security!.Controls![0].Id;
        (await browser.GetAsync($"/plans/1/subjects/{control}/history")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/plans/1/subjects/security-policy/history")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Client.GetAsync("/plans/1/subjects/security-policy/history")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_department_sees_the_changes_of_what_it_answers_for()
    {
        var plan = Samples.Read("demo-city.json");
        var index = new SubjectIndex(plan);
        var own = index.Of("p1-i1")!.Departments[0];
        var foreign = plan.Policies!.SelectMany(p => p.Initiatives!).First(i => !index.Of(i.Id)!.Departments.Contains(own)).Id;
        var browser = await site.As(Roles.Department, own);

        (await site.Open("/plans/1/subjects/p1-i1/history", browser)).Main.ShouldContain("休止");
        (await browser.GetAsync($"/plans/1/subjects/{foreign}/history")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/plans/2/versions")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/plans/9/versions")]
    [InlineData("/plans/1/subjects/nobody/history")]
    [InlineData("/plans/9/subjects/p1-i1/history")]
    public async Task What_is_not_there_is_not_found(string address) =>
        (await site.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("SecurityOfficer", true)]
    [InlineData("DxOffice", false)]
    public async Task The_newest_plan_is_saved_as_far_as_one_may_see_it(string role, bool seesSecurity)
    {
        var browser = await site.As(Enum.Parse<Roles>(role));

        var workbook = await browser.GetByteArrayAsync("/plans/1/versions?handler=workbook");
        var document = await browser.GetByteArrayAsync("/plans/1/versions?handler=document");

        var plan = PlanReader.Read("plan.json", document).Document.ShouldNotBeNull();
        (plan.Security is not null).ShouldBe(seesSecurity);
        PlanWriter.Hash(PlanWorkbookReader.Read("plan.xlsx", workbook).Document.ShouldNotBeNull()).ShouldBe(PlanWriter.Hash(plan));
        (await browser.GetAsync("/plans/99/versions?handler=workbook")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_sees_only_a_departments_part_does_not_take_the_plan_away()
    {
        var department = await site.As(Roles.Department, "d-shimin");

        (await department.GetAsync("/plans/1/versions?handler=workbook")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await department.GetAsync("/plans/1/versions?handler=document")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await department.GetStringAsync("/plans/1/versions")).ShouldNotContain("handler=workbook");
    }
}
