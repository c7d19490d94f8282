using System.Net;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.People;

public sealed class PeoplePagesTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithPlanOnly(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_is_wrong_stands_next_to_its_field_and_what_was_typed_stays()
    {
        var page = await Send("/people/new", ("userName", "佐藤"), ("displayName", "  "), ("roles", "reader"), ("departments", "992011/d-shimin"), ("from", "来月"));

        HtmlPage.Text(page.ById("userName-error")).ShouldBe("利用者名に使えない文字があります: 佐 藤");
        HtmlPage.Text(page.ById("displayName-error")).ShouldBe("氏名を入力してください。");
        HtmlPage.Text(page.ById("from-error")).ShouldStartWith("担当の変更日は");
        page.ById("userName").Attribute("value")!.Value.ShouldBe("佐藤");
        Ticked(page).ShouldBe(["reader", "992011/d-shimin"]);
        page.All("a").Select(link => (string?)link.Attribute("href")).ShouldContain("#userName");
        (await People()).ShouldNotContain("佐藤");
    }

    [Fact]
    public async Task A_person_is_added_and_the_link_is_shown_once()
    {
        var page = await Send("/people/new", ("userName", "sato"), ("displayName", "佐藤 花子"), ("roles", "department"), ("departments", "992011/d-shimin"), ("from", "2025-04-01"));

        page.Heading.ShouldBe("佐藤 花子");
        page.Main.ShouldContain("佐藤 花子さんを追加しました。");
        var link = HtmlPage.Text(page.WithClass("dx-secret").Single());
        link.ShouldStartWith(site.Address + "welcome/");
        page.Main.ShouldContain("市民課 令和7年4月1日（2025年） 定めなし 担当中");
        (await site.Open(await AddressOf("sato"))).WithClass("dx-secret").ShouldBeEmpty();
        (await site.Open(new Uri(link).AbsolutePath, site.Nobody)).Main.ShouldContain("利用者名は sato です。");
        (await site.Open("/people")).Main.ShouldContain("佐藤 花子sato 所管課 市民課 パスワード未設定 なし まだありません");
    }

    [Fact]
    public async Task An_edit_of_what_another_changed_meanwhile_is_refused()
    {
        await Send("/people/new", ("userName", "sato"), ("displayName", "佐藤"), ("roles", "reader"), ("from", "2025-04-01"));
        var address = await AddressOf("sato") + "/edit";
        var seen = Hidden(await site.Open(address), address)["seen"];
        await Send(address, ("displayName", "佐藤 花子"), ("roles", "reader"), ("from", "2025-04-01"));

        var page = await Send(address, ("displayName", "佐藤 華子"), ("roles", "reader"), ("from", "2025-04-01"), ("seen", seen));

        page.Main.ShouldContain("ほかの人がこの利用者の登録を先に変更したため");
        (await People()).ShouldContain("佐藤 花子");
    }

    [Fact]
    public async Task A_person_is_ended_and_allowed_again()
    {
        await Send("/people/new", ("userName", "sato"), ("displayName", "佐藤"), ("roles", "reader"), ("from", "2025-04-01"));
        var address = await AddressOf("sato");

        (await Send(address, address + "?handler=end")).Main.ShouldContain("佐藤さんの利用を止めました。");
        (await site.Open(address)).Main.ShouldContain("停止中");
        (await Send(address, address + "?handler=allow")).Main.ShouldContain("佐藤さんはサインインできます。");
    }

    [Fact]
    public async Task Nobody_ends_themselves()
    {
        var address = await AddressOf("Administrator-DxOffice-SecurityOfficer");

        (await Send(address, address + "?handler=end")).Main.ShouldContain("自分の利用は止められません。");
    }

    [Theory]
    [InlineData("DxOffice")]
    [InlineData("SecurityOfficer")]
    [InlineData("Reader")]
    public async Task Others_than_administrators_see_nothing_of_it(string role)
    {
        using var browser = await site.As(Enum.Parse<Roles>(role));

        (await browser.GetAsync("/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Open("/", browser)).All("a").Select(link => (string?)link.Attribute("href")).ShouldNotContain("/people");
    }

    [Fact]
    public async Task A_person_who_is_not_there_is_not_found() =>
        (await site.Client.GetAsync("/people/4711/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private Task<HtmlPage> Send(string address, params (string Name, string Value)[] fields) => Send(address, address, fields);

    private async Task<HtmlPage> Send(string shown, string address, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden(await site.Open(shown), address);
        var sent = hidden.Where(field => fields.All(given => given.Name != field.Key)).Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await site.Client.PostAsync(address, new FormUrlEncodedContent(sent));
        return await HtmlPage.Read(response);
    }

    private static Dictionary<string, string> Hidden(HtmlPage page, string action) => page.All("form").First(form => (string?)form.Attribute("action") == action)
        .Descendants("input").Where(input => (string?)input.Attribute("type") == "hidden").ToDictionary(input => input.Attribute("name")!.Value, input => input.Attribute("value")!.Value);

    private static IEnumerable<string> Ticked(HtmlPage page) =>
        page.All("input").Where(input => input.Attribute("checked") is not null).Select(input => input.Attribute("value")!.Value);

    private async Task<string> People() => (await site.Open("/people")).Main;

    private async Task<string> AddressOf(string userName)
    {
        var id = 0;
        await site.In(async services => id = (await services.GetRequiredService<AdminDb>().Users.SingleAsync(user => user.UserName == userName)).Id);
        return $"/people/{id}";
    }
}
