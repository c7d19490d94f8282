using System.Net;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages;

public sealed class SavedViewTests : IAsyncLifetime
{
    private const string List = "/cycles/1/alerts";
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_filter_is_kept_under_a_name_and_opened_again()
    {
        var page = await Keep("重い指摘", $"{List}?severity=critical&order=rule&q=稼働&run=1&page=1&nonsense=1");

        page.Main.ShouldContain("表示「重い指摘」を保存しました。");
        page.Link("重い指摘").ShouldBe($"{List}?severity=critical&q=%E7%A8%BC%E5%83%8D&order=rule");
        (await site.Open(page.Link("重い指摘"))).Alerts.ShouldBe([FabricatedCheck.Late.Key]);
    }

    [Theory]
    [InlineData("悪化と再発", "?state=worsenedOrRecurred")]
    [InlineData("未回答の重大", "?severity=critical&work=toAnswer")]
    [InlineData("判定不能", "?severity=undetermined")]
    [InlineData("期限超過", "?work=overdue")]
    public async Task The_usual_ones_are_there_ready_made(string name, string query)
    {
        var page = await site.Open(List);

        var links = page.WithClass("dx-views").Single().Descendants("a").ToDictionary(HtmlPage.Text, link => link.Attribute("href")!.Value);
        links[name].ShouldBe(List + query);
        (await site.Open(links[name])).WithClass("dx-views").Single().Descendants("a").Single(link => (string?)link.Attribute("aria-current") == "true").Value.ShouldBe(name);
    }

    [Theory]
    [InlineData("", "名前を入力してください。")]
    [InlineData("　 ", "名前を入力してください。")]
    [InlineData("あああああああああああああああああああああああああああああああああああああああああ", "名前は40文字までにしてください。")]
    [InlineData("もうある", "同じ名前の表示があります。別の名前にしてください。")]
    public async Task A_name_that_cannot_be_is_refused_beside_its_field_and_stays(string name, string why)
    {
        await Keep("もうある", List);

        var page = await Keep(name, List);

        HtmlPage.Text(page.ById("name-error")).ShouldContain(why);
        ((string?)page.ById("name").Attribute("value") ?? "").ShouldBe(string.IsNullOrWhiteSpace(name) ? "" : name);
        (await Count()).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_keeps_so_many_and_no_more()
    {
        for (var i = 0; i < SavedViews.Most; i++)
            await Keep($"表示{i}", List);

        (await Keep("もう一つ", List)).Main.ShouldContain("保存できる表示は20件までです。");
        (await Count()).ShouldBe(SavedViews.Most);
    }

    [Fact]
    public async Task A_view_is_renamed_and_deleted()
    {
        await Keep("古い名前", List);
        var id = await Id("古い名前");

        (await Send("rename", new() { ["view"] = $"{id}", [$"view-{id}"] = "新しい名前" })).Main.ShouldContain("表示の名前を「新しい名前」に変えました。");
        HtmlPage.Text((await Send("rename", new() { ["view"] = $"{id}", [$"view-{id}"] = "" })).ById($"view-{id}-error")).ShouldContain("名前を入力してください。");
        (await Send("delete", new() { ["view"] = $"{id}" })).Main.ShouldContain("表示「新しい名前」を削除しました。");
        (await Count()).ShouldBe(0);
    }

    [Theory]
    [InlineData("rename")]
    [InlineData("delete")]
    public async Task Somebody_elses_is_not_there(string handler)
    {
        await Keep("私の表示", List);
        var id = await Id("私の表示");
        var other = await site.As(Roles.Reader);
        (await site.Open(List, other)).Main.ShouldNotContain("私の表示");

        foreach (var view in new[] { id.ToString(), "987654", "x", "" })
        {
            using var response = await Post(handler, new() { ["view"] = view, [$"view-{view}"] = "盗む" }, other);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, view);
        }
        (await Id("私の表示")).ShouldBe(id);
    }

    [Fact]
    public async Task A_name_is_text_and_nothing_else()
    {
        var page = await Keep("<b>\"太字\"</b>", List);

        page.WithClass("dx-views").Single().Descendants("b").ShouldBeEmpty();
        page.Link("<b>\"太字\"</b>").ShouldBe(List);
    }

    private async Task<HtmlPage> Keep(string name, string address)
    {
        var form = (await site.Open(address)).Form("保存する");
        var fields = HtmlPage.Fields(form);
        fields["name"] = name;
        using var response = await site.Client.PostAsync(form.Attribute("action")!.Value, new FormUrlEncodedContent(fields));
        return await HtmlPage.Read(response);
    }

    private async Task<HtmlPage> Send(string handler, Dictionary<string, string> fields)
    {
        using var response = await Post(handler, fields, site.Client);
        return await HtmlPage.Read(response);
    }

    private async Task<HttpResponseMessage> Post(string handler, Dictionary<string, string> fields, HttpClient browser)
    {
        var form = (await site.Open(List, browser)).Form("保存する");
        fields["__RequestVerificationToken"] = HtmlPage.Fields(form)["__RequestVerificationToken"];
        return await browser.PostAsync($"{List}?handler={handler}", new FormUrlEncodedContent(fields));
    }

    private async Task<int> Count()
    {
        var count = 0;
        await site.In(async services => count = await services.GetRequiredService<AdminDb>().SavedViews.IgnoreQueryFilters().CountAsync());
        return count;
    }

    private async Task<int> Id(string name)
    {
        var id = 0;
        await site.In(async services => id = await services.GetRequiredService<AdminDb>().SavedViews.IgnoreQueryFilters().Where(view => view.Name == name).Select(view => view.Id).SingleAsync());
        return id;
    }
}
