using System.Net;
using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Tests.Admin.Answers;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Pages.Approvals;

public sealed class ApprovalPageTests : IAsyncLifetime
{
    private const string Address = "/cycles/1/approvals";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Where_nothing_waits_the_page_says_so() => (await site.Open(Address)).Main.ShouldContain("承認を待っている回答はありません。");

    [Fact]
    public async Task Each_answer_stands_in_a_row_with_all_that_is_needed_to_decide()
    {
        await Submit(FabricatedCheck.Behind.Key, FabricatedCheck.Late.Key);

        var rows = (await site.Open(Address)).ById("approvals").Descendants("tr").Skip(1).Select(HtmlPage.Text).ToList();

        rows[0].ShouldContain("重大 「稼働」は令和6年3月31日までの予定ですが", customMessage: "the gravest first");
        rows[0].ShouldSatisfyAllConditions(
            row => row.ShouldContain("対応する 再び入札する"), row => row.ShouldContain("市民課"), row => row.ShouldContain("令和7年9月30日"), row => row.ShouldContain("市民課の代理入力"));
        rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_is_approved_or_returned_in_its_row_and_a_return_needs_a_word()
    {
        await Submit(FabricatedCheck.Late.Key, FabricatedCheck.Behind.Key);
        var page = await site.Open(Address);
        var form = page.ById("approvals").Descendants("form").First();
        var answer = HtmlPage.Fields(form)["answer"];
        var comment = $"comment-{answer.Split(':')[0]}";

        var refused = await Post(page, "return", ("answer", answer), (comment, " "));
        HtmlPage.Text(refused.ById($"{comment}-error")).ShouldBe("差し戻す理由を入力してください。");

        (await Post(page, "return", ("answer", answer), (comment, "期限を早めてください"))).Main.ShouldContain("回答を差し戻しました。");
        (await Post(page, "approve", ("answer", answer))).Main.ShouldContain("ほかの人がこの回答を変えました。");
        (await site.Open(Address)).ById("approvals").Descendants("tr").Count().ShouldBe(2, "the heading and the other one");
    }

    [Fact]
    public async Task Several_are_approved_at_once()
    {
        await Submit(FabricatedCheck.Late.Key, FabricatedCheck.Behind.Key, FabricatedCheck.Noted.Key);
        var page = await site.Open(Address);
        var picks = page.All("input").Where(input => (string?)input.Attribute("name") == "picked").Select(input => ("picked", input.Attribute("value")!.Value)).ToArray();

        (await Post(page, null)).Main.ShouldContain("承認する回答を選んでください。");
        var done = await Post(page, null, picks[..2]);

        done.Main.ShouldContain("2件の回答を承認しました。");
        done.ById("approvals").Descendants("tr").Count().ShouldBe(2);
        (await Post(page, null, picks)).Main.ShouldContain("2件は、ほかの人が先に変えたため承認していません。");
    }

    [Fact]
    public async Task A_secret_answer_waits_for_those_only_who_see_secrets()
    {
        await Submit(FabricatedCheck.Secret.Key);
        using var office = await site.As(Roles.DxOffice);
        using var security = await site.As(Roles.SecurityOfficer);

        (await site.Open(Address, office)).Main.ShouldContain("承認を待っている回答はありません。");
        (await site.Open(Address, security)).Main.ShouldContain("収納システム");
    }

    [Fact]
    public async Task A_department_approves_nothing()
    {
        using var shimin = await site.As(Roles.Department, "d-shimin");

        (await shimin.GetAsync(Address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task In_a_closed_cycle_nothing_is_approved()
    {
        await Submit(FabricatedCheck.Late.Key);
        var page = await site.Open(Address);
        var answer = HtmlPage.Fields(page.ById("approvals").Descendants("form").First())["answer"];
        await site.In(async services =>
        {
            await using var desk = new AnswerDesk(services, RunningSite.Everything);
            (await desk.Db.Cycles.SingleAsync()).ClosedAt = StoppedClock.Now;
            await desk.Db.SaveByHand();
        });

        (await Post(page, "approve", ("answer", answer))).Main.ShouldContain("この点検は完了しているため");
        (await site.Open(Address)).ById("approvals").Descendants("form").ShouldBeEmpty();
    }

    private Task Submit(params string[] alerts) => site.In(async services =>
    {
        await using var desk = new AnswerDesk(services, RunningSite.Everything);
        foreach (var alert in alerts)
        {
            var entry = new AnswerEntry(1, alert, AnswerDecision.Act, "再び入札する") { Owner = "d-shimin", DueOn = new DateOnly(2025, 9, 30), OnBehalfOf = "d-shimin" };
            (await desk.Writing.Submit(entry, default)).IsDone.ShouldBeTrue();
        }
    });

    private async Task<HtmlPage> Post(HtmlPage page, string? handler, params (string Name, string Value)[] typed)
    {
        var token = page.All("input").First(input => (string?)input.Attribute("name") == "__RequestVerificationToken").Attribute("value")!.Value;
        var fields = typed.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var response = await site.Client.PostAsync(new Uri(handler is null ? Address : $"{Address}?handler={handler}", UriKind.Relative), new FormUrlEncodedContent(fields));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await HtmlPage.Read(response);
    }
}
