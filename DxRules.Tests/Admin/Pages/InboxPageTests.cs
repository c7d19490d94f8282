using System.Net;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages;

public sealed class InboxPageTests : IAsyncLifetime
{
    private RunningSite site = null!;
    private HttpClient department = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        department = await site.As(Roles.Department, "d-shimin");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_department_finds_its_new_alerts_and_the_way_to_them_and_how_many_there_are_on_every_page()
    {
        var page = await site.Open("/inbox", department);

        Items(page).ShouldContain(item => item.StartsWith("新規 " + FabricatedCheck.Late.Message.Ja, StringComparison.Ordinal));
        page.Link(FabricatedCheck.Late.Message.Ja).ShouldBe($"/cycles/1/alerts/{FabricatedCheck.Late.Key}");
        var count = Items(page).Count;
        HtmlPage.Text(page.WithClass("dx-sum").Single()).ShouldBe($"確認していないもの {count}件");
        (await site.Open("/account", department)).All("nav").Select(HtmlPage.Text).ShouldContain(nav => nav.Contains($"お知らせ {count}件"));
    }

    [Fact]
    public async Task What_was_seen_stays_away_even_when_the_same_is_found_again_and_can_be_looked_up()
    {
        var before = Items(await site.Open("/inbox", department)).Count;
        await Mark(FabricatedCheck.Late.Message.Ja);
        await site.In(services => services.GetRequiredService<DxRules.Admin.Cycles.CycleCheck>().Run(1, new DateOnly(2025, 5, 31), default));

        var page = await site.Open("/inbox", department);

        Items(page).Count.ShouldBe(before - 1);
        Items(page).ShouldNotContain(item => item.Contains(FabricatedCheck.Late.Message.Ja, StringComparison.Ordinal));
        var seen = await site.Open(page.Link("確認済みの1件を見る"), department);
        Items(seen).Single().ShouldContain(FabricatedCheck.Late.Message.Ja);
        seen.All("button").Select(HtmlPage.Text).ShouldNotContain("確認済みにする");
    }

    [Fact]
    public async Task All_can_be_marked_at_once()
    {
        var page = await site.Open("/inbox", department);
        var count = Items(page).Count;
        var form = page.Form($"{count}件すべてを確認済みにする");

        using var response = await department.PostAsync(form.Attribute("action")!.Value, new FormUrlEncodedContent(HtmlPage.Fields(form)));

        var after = await HtmlPage.Read(response);
        after.Main.ShouldContain($"{count}件を確認済みにしました。");
        after.Main.ShouldContain("新しいお知らせはありません。");
        Items(after).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("New:alert:1:nothing")]
    [InlineData("<script>")]
    public async Task What_does_not_stand_in_the_inbox_cannot_be_marked(string item)
    {
        (await Post(item)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await site.In(async services => (await services.GetRequiredService<AdminDb>().Seen.IgnoreQueryFilters().CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task Who_only_reads_has_nothing_there() =>
        (await site.Open("/inbox", await site.As(Roles.Reader))).Main.ShouldContain("新しいお知らせはありません。");

    [Fact]
    public async Task What_is_secret_is_in_the_inbox_of_the_security_officer_and_of_nobody_else()
    {
        (await site.Open("/inbox", await site.As(Roles.SecurityOfficer))).Main.ShouldContain(FabricatedCheck.Secret.Message.Ja);
        (await site.Open("/inbox", await site.As(Roles.DxOffice))).Main.ShouldNotContain(FabricatedCheck.Secret.Message.Ja);
        (await site.Open("/inbox", department)).Main.ShouldNotContain(FabricatedCheck.Secret.Message.Ja);
    }

    [Fact]
    public async Task Questions_and_returned_answers_are_told()
    {
        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            var alert = await db.Alerts.SingleAsync(row => row.Key == FabricatedCheck.Late.Key);
            db.Answers.Add(new AnswerRow { AlertId = alert.Id, CycleId = 1, State = AnswerState.Returned, Decision = AnswerDecision.Act, Text = "対応します。" });
            db.Questions.Add(new QuestionRow { CycleId = 1, SubjectId = "p1-i1", Department = "992011/d-shimin", Text = "いつ終わりますか。", AskedAt = StoppedClock.Now });
            db.Questions.Add(new QuestionRow { CycleId = 1, SubjectId = "p1-i1", Department = "992011/d-zeimu", Text = "税務課への質問です。", AskedAt = StoppedClock.Now });
            await db.SaveByHand();
        });

        var page = await site.Open("/inbox", department);

        Items(page)[0].ShouldStartWith($"差戻し 回答が差し戻されました。直して提出してください: {FabricatedCheck.Late.Message.Ja}");
        Items(page).ShouldContain(item => item.StartsWith("質問 市民課への質問に回答してください: いつ終わりますか。", StringComparison.Ordinal));
        page.Main.ShouldNotContain("税務課への質問です。");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99999")]
    [InlineData("x")]
    public async Task A_page_that_there_is_not_is_the_first_or_the_last(string page) =>
        Items(await site.Open($"/inbox?page={page}", department)).ShouldNotBeEmpty();

    [Fact]
    public async Task More_items_need_no_more_queries()
    {
        await using var many = await RunningSite.WithDemoCity(FabricatedCheck.Many(130));
        var reader = await many.As(Roles.Department, "d-shimin");
        var (few, more) = (await Commands(site, department), await Commands(many, reader));

        more.ShouldBe(few);
        Items(await many.Open("/inbox?page=3", reader)).Count.ShouldBe(30);
    }

    private static async Task<int> Commands(RunningSite running, HttpClient browser)
    {
        await running.Open("/inbox", browser);
        using var counter = new CommandCounter(running);
        await running.Open("/inbox", browser);
        return counter.Count;
    }

    private async Task Mark(string sentence)
    {
        var button = (await site.Open("/inbox", department)).All("button").Single(button => (string?)button.Attribute("aria-label") == $"確認済みにする: {sentence}");
        (await Post(button.Attribute("value")!.Value)).EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> Post(string item)
    {
        var fields = HtmlPage.Fields((await site.Open("/inbox", department)).WithClass("dx-inbox").Single());
        fields["item"] = item;
        return await department.PostAsync("/inbox?handler=mark", new FormUrlEncodedContent(fields));
    }

    private static IReadOnlyList<string> Items(HtmlPage page) => [.. page.WithClass("dx-inbox").SelectMany(list => list.Descendants("li")).Select(HtmlPage.Text)];
}
