using System.Net;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Starting;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Plans;

public sealed class NewPlanPageTests : IAsyncLifetime
{
    private static readonly byte[] Yamagata = StarterPlan.Write(new StarterAnswers("062014", "山形市", "山形県", "山形市DX推進計画", 2022, 2026, [], Language.Japanese));

    private RunningSite site = null!;
    private HttpClient office = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.Start(FabricatedCheck.Everything);
        office = await site.As(Roles.DxOffice);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_empty_site_leads_the_office_to_a_first_plan_and_its_review()
    {
        (await site.Open("/", office)).All("a").ShouldContain(link => (string?)link.Attribute("href") == "/plans/new");

        var page = await Send(Yamagata, "plan.json");

        page.Heading.ShouldBe("施策と取組");
        page.Main.ShouldContain("山形市「山形市DX推進計画」を加えました（施策1件・取組1件・指標1件・課1件）。");
        (await site.Open("/", office)).Main.ShouldContain("サイクルを開始");
        (await Plans()).ShouldBe(["062014 dx-2022"]);
    }

    [Fact]
    public async Task An_empty_site_leads_the_administrator_to_the_people()
    {
        var page = await site.Open("/", await site.As(Roles.Administrator));

        page.All("nav").SelectMany(nav => nav.Descendants("a")).ShouldContain(link => (string?)link.Attribute("href") == "/people");
        page.All("a").ShouldNotContain(link => (string?)link.Attribute("href") == "/plans/new");
    }

    [Fact]
    public async Task A_plan_that_is_here_already_is_left_as_it_is_and_the_import_is_named()
    {
        await Send(Yamagata, "plan.json");

        var page = await Send(Yamagata, "plan.json");

        HtmlPage.Text(page.ById("file-error")).ShouldStartWith("山形市「山形市DX推進計画」と同じIDの計画がすでにあります。");
        page.All("a").ShouldContain(link => (string?)link.Attribute("href") == "/plans/1/import");
        (await Plans()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_mistakes_of_a_file_are_told_with_their_places_and_nothing_is_added()
    {
        var broken = Utf8("""{ "format": "dxplan/1", "municipality": { "code": "062010", "name": "山形市" }, "plan": { "id": "p", "title": "x", "status": "inForce" }, "polices": [] }""");

        var page = await Send(broken, "計画.json");

        HtmlPage.Text(page.ById("file-error")).ShouldStartWith("計画として読めません。3件の誤りを直して");
        var rows = page.All("tr").Select(HtmlPage.Text).ToList();
        rows.ShouldContain(row => row.Contains("$.municipality.code") && row.Contains("062014"));
        rows.ShouldContain(row => row.Contains("polices") && row.Contains("policies"));
        (await Plans()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("山形市DX計画.xlsx", "PK\u0003\u0004 no workbook")]
    [InlineData("plan.json", "これは計画ではありません")]
    [InlineData("plan.zip", "PK\u0003\u0004")]
    public async Task A_file_that_is_no_plan_is_told_so(string name, string content)
    {
        var page = await Send(Utf8(content), name);

        HtmlPage.Text(page.ById("file-error")).ShouldStartWith("計画として読めません。");
        page.All("td").ShouldNotBeEmpty();
        (await Plans()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Looking_at_a_file_adds_nothing()
    {
        var page = await Send(Yamagata, "plan.json", ("look", "true"));

        page.Main.ShouldContain("plan.json は計画として読めます。");
        (await Plans()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_plan_is_added_by_its_names_alone()
    {
        var page = await Fill(("code", "062014"), ("name", "山形市"), ("title", "第2次DX計画"), ("from", "令和8年度"), ("to", "2030"));

        page.Main.ShouldContain("計画期間 令和8年4月1日（2026年）から令和13年3月31日（2031年）まで");
        (await Plans()).ShouldBe(["062014 dx-2026"]);
    }

    [Fact]
    public async Task What_is_wrong_with_the_names_stands_next_to_each_field_and_what_was_typed_stays()
    {
        var page = await Fill(("code", "062010"), ("name", " "), ("title", ""), ("from", "2030"), ("to", "来年"));

        HtmlPage.Text(page.ById("code-error")).ShouldBe("検査数字が違います。062014 ではありませんか。");
        HtmlPage.Text(page.ById("name-error")).ShouldBe("団体の名前を100字までで入力してください。");
        HtmlPage.Text(page.ById("title-error")).ShouldBe("計画の名前を100字までで入力してください。");
        HtmlPage.Text(page.ById("to-error")).ShouldStartWith("「来年」を年度として読めません。");
        page.ById("from").Attribute("value")!.Value.ShouldBe("2030");
        (await Plans()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_office_adds_plans()
    {
        foreach (var role in new[] { Roles.Department, Roles.Reader, Roles.SecurityOfficer, Roles.Administrator })
            (await (await site.As(role)).GetAsync("/plans/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, role.ToString());
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private async Task<HtmlPage> Send(byte[] content, string name, params (string Name, string Value)[] fields)
    {
        var page = await site.Open("/plans/new", office);
        using var form = new MultipartFormDataContent { { new StringContent(HtmlPage.Fields(page.Form("加える"))["__RequestVerificationToken"]), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(content), "file", name);
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        using var answer = await office.PostAsync(new Uri(site.Address, "/plans/new?handler=File"), form);
        return await HtmlPage.Read(answer);
    }

    private Task<HtmlPage> Fill(params (string Name, string Value)[] fields) => office.Press("/plans/new", "空の計画を加える", fields);

    private async Task<List<string>> Plans()
    {
        List<string> found = [];
        await site.In(async services => found = await services.GetRequiredService<AdminDb>().Plans.Select(plan => plan.Municipality + " " + plan.PlanId).ToListAsync());
        return found;
    }
}
