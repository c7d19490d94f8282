using System.Net;
using System.Xml.Linq;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Pages.Departments;

public sealed class DepartmentPagesTests : IAsyncLifetime
{
    private const string List = "/plans/1/departments";
    private const string HandOver = List + "/d-dx/hand-over";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithPlanOnly(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_department_is_handed_over_in_three_steps_without_script()
    {
        using var holder = await site.As(Roles.Department, "d-dx");
        var what = await Send(await site.Open(HandOver), "次へ", ("kind", "succeeded"), ("on", "2026-04-01"), ("name", "デジタル局"), ("id", "d-digital"), ("note", "規則第3号"));
        what.Main.ShouldContain("引き継ぐ項目 19件");
        what.Main.ShouldContain("終わったもの3件は、当時の課（デジタル推進課）のまま残します");

        var confirm = await Send(what, "確認へ");
        confirm.Main.ShouldContain("デジタル局へ 19件");
        confirm.Main.ShouldContain("Department-d-dxさん: デジタル局を担当");
        var saved = await Send(confirm, "保存する");

        saved.Main.ShouldContain("デジタル推進課の引き継ぎを計画の第2版として保存しました。");
        saved.Main.ShouldContain("令和8年3月31日（2026年）まで 後継: デジタル局");
        (await site.Open(List + "?on=2026-04-01")).Main.ShouldContain("デジタル局 d-digital 令和8年4月1日（2026年）から Department-d-dx");
        (await site.Open(List, holder)).Main.ShouldContain("デジタル局", customMessage: "the holder acts for it already");
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_once_and_what_was_typed_stays()
    {
        var page = await Send(await site.Open(HandOver), "次へ", ("kind", "succeeded"), ("on", "2026-04-01"), ("name", ""), ("id", "新課"));

        HtmlPage.Text(page.ById("id-error")).ShouldStartWith("識別子は半角の英数字で始め");
        HtmlPage.Text(page.ById("name-error")).ShouldBe("新しい名称を入力してください。");
        page.ById("id").Attribute("value")!.Value.ShouldBe("新課");
        (await Send(await site.Open(HandOver), "次へ", ("on", "4月"))).Main.ShouldContain("何が変わるかを選んでください。");
    }

    [Fact]
    public async Task Without_a_successor_each_item_asks_where_it_goes()
    {
        var list = await Send(await site.Open(HandOver), "次へ", ("kind", "abolished"), ("on", "2026-04-01"));

        var page = await Send(list, "確認へ");

        page.WithClass("dx-error").Count().ShouldBe(19);
        HtmlPage.Text(page.WithClass("dx-error").First()).ShouldBe("新しい課を選んでください。");
    }

    [Fact]
    public async Task Of_two_who_rename_a_department_at_once_the_second_is_shown_both_names_and_who_was_first()
    {
        var first = await Send(await site.Open(HandOver), "次へ", ("kind", "renamed"), ("on", "2026-04-01"), ("name", "デジタル局"));
        var second = await Send(await site.Open(HandOver), "次へ", ("kind", "renamed"), ("on", "2026-04-01"), ("name", "DX推進課"));
        await Send(first, "保存する");

        var told = await Send(second, "保存する");

        told.Main.ShouldContain("表示したときは「デジタル推進課」でしたが、今は「デジタル局」です。何も保存していません。");
        told.Main.ShouldContain("理由: 組織改編");
        (await site.Open(List)).Main.ShouldNotContain("DX推進課");
    }

    [Fact]
    public async Task A_rename_goes_straight_to_its_confirmation()
    {
        var confirm = await Send(await site.Open(HandOver), "次へ", ("kind", "renamed"), ("on", "2026-04-01"), ("name", "デジタル戦略課"));
        var saved = await Send(confirm, "保存する");

        saved.Main.ShouldContain("デジタル戦略課 d-dx");
    }

    [Fact]
    public async Task A_department_sees_its_own_line_only_and_hands_nothing_over()
    {
        using var holder = await site.As(Roles.Department, "d-shimin");

        var page = await site.Open(List, holder);

        page.Main.ShouldContain("課 1件");
        page.Main.ShouldNotContain("管理策");
        (await holder.GetAsync(HandOver)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_day_before_the_plan_was_here_is_told() =>
        (await site.Open(List + "?on=2020-04-01")).Main.ShouldContain("令和2年4月1日（2020年）には、この計画はまだ登録されていません。");

    // Sends a form as a browser does: what it holds, with some fields filled in.
    private async Task<HtmlPage> Send(HtmlPage page, string button, params (string Name, string Value)[] typed)
    {
        var form = page.Form(button);
        var sent = Held(form).Where(field => typed.All(given => given.Name != field.Key)).Concat(typed.Select(given => KeyValuePair.Create(given.Name, given.Value)));
        using var response = await site.Client.PostAsync(form.Attribute("action")!.Value, new FormUrlEncodedContent(sent));
        return await HtmlPage.Read(response);
    }

    private static IEnumerable<KeyValuePair<string, string>> Held(XElement form)
    {
        foreach (var input in form.Descendants("input").Where(input => (string?)input.Attribute("type") is not ("checkbox" or "radio") || input.Attribute("checked") is not null))
            yield return KeyValuePair.Create(input.Attribute("name")!.Value, (string?)input.Attribute("value") ?? "");
        foreach (var select in form.Descendants("select"))
        {
            var chosen = select.Elements("option").FirstOrDefault(option => option.Attribute("selected") is not null) ?? select.Elements("option").First();
            yield return KeyValuePair.Create(select.Attribute("name")!.Value, chosen.Attribute("value")!.Value);
        }
        foreach (var area in form.Descendants("textarea"))
            yield return KeyValuePair.Create(area.Attribute("name")!.Value, area.Value.Trim());
    }
}
