using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Alerts;

/// <summary>The page of an alert, with the answer to it and the forms.</summary>
public sealed class AnswerPageTests : IAsyncLifetime
{
    private const string Address = "/cycles/1/alerts/SCH-02/p1-i1-l1-s2";

    private static readonly (string, string)[] Act =
        [("decision", "act"), ("text", "仕様を分けて再び入札する"), ("cause", "入札の不調"), ("owner", "d-shimin"), ("dueOn", "2025-09-30")];

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_department_answers_and_the_office_approves_on_the_same_page()
    {
        using var shimin = await site.As(Roles.Department, "d-shimin");
        using var office = await site.As(Roles.DxOffice);

        var submitted = await Post(shimin, "submit", Act);

        submitted.Main.ShouldContain("回答を提出しました。承認を待っています。");
        Chips(submitted).ShouldContain("提出済（承認待ち）");
        submitted.All("textarea").ShouldBeEmpty("nothing is left to enter");

        var approved = await Post(office, "approve", ("comment", "進めてください"));

        Chips(approved).ShouldContain("承認済");
        HtmlPage.Text(approved.ById("response")).ShouldContain("改善策として計画に記録しました。");
        approved.ById("history").Descendants("li").Select(HtmlPage.Text).Take(2).ShouldBe(
        [
            "承認済 令和6年度（2024年度）の回答: 対応する 令和7年6月2日（2025年） 09:30 DxOffice 進めてください",
            "提出済（承認待ち） 令和6年度（2024年度）の回答: 対応する 令和7年6月2日（2025年） 09:30 Department-d-shimin",
        ]);
        (await Post(shimin, "done")).Main.ShouldContain("次の点検で解消を確かめます。");
        Chips(await site.Open(Address, shimin)).ShouldContain("対応済み（報告）");
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        var page = await Post(site.Client, "submit", ("decision", "act"), ("text", "  "), ("cause", "書きかけの原因"), ("dueOn", "2025-05-01"));

        HtmlPage.Text(page.ById("text-error")).ShouldBe("対応の内容を入力してください。");
        HtmlPage.Text(page.ById("owner-error")).ShouldBe("担当課を選んでください。");
        HtmlPage.Text(page.ById("dueOn-error")).ShouldBe("期限には今日以後の日付を入力してください。");
        page.ById("cause").Value.ShouldBe("書きかけの原因");
        page.ById("dueOn").Attribute("value")!.Value.ShouldBe("2025-05-01");
        page.All("input").Single(input => (string?)input.Attribute("checked") is not null).Attribute("value")!.Value.ShouldBe("act");
        Chips(page).ShouldContain("未回答");
    }

    [Theory]
    [InlineData("来週")]
    [InlineData("2025-02-30")]
    public async Task A_day_that_is_none_is_refused(string day) =>
        HtmlPage.Text((await Post(site.Client, "draft", ("text", "下書き"), ("dueOn", day))).ById("dueOn-error")).ShouldContain("日付で入力");

    [Fact]
    public async Task A_text_that_is_too_long_says_by_how_much()
    {
        var page = await Post(site.Client, "submit", [.. Act, ("text", new string('長', 2001))]);

        HtmlPage.Text(page.ById("text-error")).ShouldBe("2000字以内で入力してください（今は2001字です）。");
    }

    [Fact]
    public async Task Of_two_at_once_the_second_sees_what_the_first_did_and_loses_nothing()
    {
        using var office = await site.As(Roles.DxOffice);
        await Post(office, "draft", ("decision", "accept"), ("text", "先に書いた人の理由"), ("seen", "0"));

        var second = await Post(site.Client, "submit", [.. Act, ("seen", "0")]);

        second.Main.ShouldContain("ほかの人がこの回答を変えました。");
        HtmlPage.Text(second.ById("response")).ShouldContain("先に書いた人の理由");
        second.ById("text").Value.ShouldBe("仕様を分けて再び入札する");
        (await Post(site.Client, "submit", [.. Act, ("seen", "1")])).Main.ShouldContain("回答を提出しました。");
    }

    [Fact]
    public async Task What_was_returned_says_why_above_the_form()
    {
        await Post(site.Client, "submit", Act);
        HtmlPage.Text((await Post(site.Client, "return", ("comment", ""))).ById("comment-error")).ShouldBe("差し戻す理由を入力してください。");

        var page = await Post(site.Client, "return", ("comment", "効果を分で書いてください"));

        HtmlPage.Text(page.WithClass("dx-banner").Single(banner => HtmlPage.Text(banner).Contains("差し戻されています"))).ShouldContain("効果を分で書いてください");
        page.ById("text").Value.ShouldBe("仕様を分けて再び入札する");
    }

    [Fact]
    public async Task The_answer_of_the_year_before_can_be_copied_except_what_is_over()
    {
        await Post(site.Client, "submit", [.. Act, ("dueOn", "2025-06-02")]);
        await Post(site.Client, "approve");
        await NextCycle(new DateOnly(2025, 6, 3));

        var page = await site.Open("/cycles/2/alerts/SCH-02/p1-i1-l1-s2");
        page.ById("text").Value.ShouldBeEmpty();
        var copied = await site.Open(page.Link("令和6年度（2024年度）の回答を写す"));

        copied.ById("text").Value.ShouldBe("仕様を分けて再び入札する");
        copied.ById("cause").Value.ShouldBe("入札の不調");
        HtmlPage.Text(copied.ById("history")).ShouldContain("令和6年度（2024年度）の回答: 対応する");
    }

    [Fact]
    public async Task An_acceptance_of_an_earlier_year_is_said_where_it_still_holds()
    {
        await Post(site.Client, "submit", ("decision", "accept"), ("text", "改修を待つ"), ("acceptedUntil", "2025"));
        await Post(site.Client, "approve");
        await NextCycle(new DateOnly(2025, 6, 2));

        var page = await site.Open("/cycles/2/alerts/SCH-02/p1-i1-l1-s2");

        Chips(page).ShouldContain("受容（令和7年度（2025年度）まで）");
        page.Main.ShouldContain("前の回答により令和7年度（2025年度）まで受容しています。");
    }

    [Fact]
    public async Task Who_only_reads_sees_the_answer_and_no_form()
    {
        using var reader = await site.As(Roles.Reader);
        await Post(site.Client, "submit", Act);

        var page = await site.Open(Address, reader);

        HtmlPage.Text(page.ById("response")).ShouldContain("仕様を分けて再び入札する");
        page.ById("response").Descendants("form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_answers_what_they_do_not_see()
    {
        using var zeimu = await site.As(Roles.Department, "d-zeimu");
        using var office = await site.As(Roles.DxOffice);
        var secret = "";
        await site.In(async services => secret = await services.GetRequiredService<AdminDb>().Observations.Where(row => row.Secret && row.Outcome == Outcome.Alert).Select(row => row.Key).FirstAsync());

        (await Send(zeimu, Address, "submit", Act)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Send(office, AlertAddress.Of(1, secret, null), "submit", Act)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Send(office, AlertAddress.Of(1, secret, null), "approve")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task In_a_closed_cycle_there_is_no_form_and_nothing_is_taken()
    {
        await Post(site.Client, "submit", Act);
        await site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));

        (await site.Open(Address)).ById("response").Descendants("form").ShouldBeEmpty();
        (await Post(site.Client, "approve")).Main.ShouldContain("この点検は完了しているため、回答を変えられません。");
    }

    private static IEnumerable<string> Chips(HtmlPage page) => page.WithClass("dx-lead").First().Descendants("span").Select(HtmlPage.Text);

    private Task NextCycle(DateOnly on) => site.In(async services =>
    {
        (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None);
        var cycle = await services.GetRequiredService<CycleOpening>().Open(1, 2025, default);
        await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, on, default);
    });

    private async Task<HtmlPage> Post(HttpClient browser, string handler, params (string Name, string Value)[] typed)
    {
        using var response = await Send(browser, Address, handler, typed);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await HtmlPage.Read(response);
    }

    // With the token of any form of the person, and the revision that the page shows.
    private async Task<HttpResponseMessage> Send(HttpClient browser, string address, string handler, params (string Name, string Value)[] typed)
    {
        var token = (await site.Open("/account", browser)).All("input").First(input => (string?)input.Attribute("name") == "__RequestVerificationToken").Attribute("value")!.Value;
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["seen"] = await Seen(browser, address) };
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await browser.PostAsync(new Uri($"{address}?handler={handler}", UriKind.Relative), new FormUrlEncodedContent(fields));
    }

    private static async Task<string> Seen(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(address);
        return response.IsSuccessStatusCode
            ? (await HtmlPage.Read(response)).All("input").FirstOrDefault(input => (string?)input.Attribute("name") == "seen")?.Attribute("value")?.Value ?? "1"
            : "0";
    }
}
