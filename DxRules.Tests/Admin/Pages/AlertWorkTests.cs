using DxRules.Admin.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages;

/// <summary>Where the work on alerts stands, on the list.</summary>
public sealed class AlertWorkTests : IAsyncLifetime
{
    private const string List = "/cycles/1/alerts";
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);
        await Answer(FabricatedCheck.Late.Key, AnswerState.Approved, AnswerDecision.Act, new DateOnly(2025, 5, 1));
        await Answer(FabricatedCheck.Behind.Key, AnswerState.Approved, AnswerDecision.Accept);
        await Answer(FabricatedCheck.Noted.Key, AnswerState.Approved, AnswerDecision.FalseAlarm);
        await Answer(FabricatedCheck.Following.Key, AnswerState.Submitted, AnswerDecision.Act);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task All_alerts_are_in_the_sum_the_accepted_and_the_false_ones_too()
    {
        var works = (await site.Open(List)).ById("works");

        HtmlPage.Text(works).ShouldBe("回答の状態: 指摘 5件 = 未回答 1件 + 提出済（承認待ち） 1件 + 承認済 1件 + 受容 1件 + 誤検知 1件");
    }

    [Theory]
    [InlineData("accepted", "KPI-02/p1-k1-s1")]
    [InlineData("falseAlarm", "KPI-12/demo")]
    [InlineData("submitted", "SCH-03/p1-i1-l1-s2")]
    [InlineData("overdue", "SCH-02/p1-i1-l1-s1")]
    [InlineData("approved", "SCH-02/p1-i1-l1-s1")]
    [InlineData("toAnswer", "SEC-12/sys-1")]
    [InlineData("unanswered", "SEC-12/sys-1")]
    [InlineData("returned", "")]
    [InlineData("nothing", "")]
    public async Task A_filter_leaves_those_that_stand_there_and_nothing_undetermined(string work, string keys)
    {
        var page = await site.Open($"{List}?work={work}");

        page.Alerts.ShouldBe(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        HtmlPage.Text(page.ById("sum")).ShouldContain("判定不能 0件");
    }

    [Fact]
    public async Task A_line_says_how_far_people_have_come_and_by_when()
    {
        var page = await site.Open($"{List}?order=due");

        HtmlPage.Text(page.WithClass("dx-alert").First()).ShouldContain("期限 令和7年5月1日（2025年）、32日超過 承認済 期限超過");
        page.WithClass("dx-group").SelectMany(group => group.Descendants("h2")).Select(HtmlPage.Text).Take(2).ShouldBe(["期限 令和7年5月1日（2025年） 3件", "期限なし 3件"]);
    }

    [Fact]
    public async Task The_export_says_it_too()
    {
        var rows = (await site.Client.GetStringAsync($"{List}?handler=export&work=overdue")).Split("\r\n");

        rows[0].ShouldEndWith(",回答の状態,期限");
        rows[1].ShouldEndWith(",承認済,2025-05-01");
    }

    private Task Answer(string key, AnswerState state, AnswerDecision decision, DateOnly? dueOn = null) => site.In(async services =>
    {
        var db = services.GetRequiredService<AdminDb>();
        var alert = await db.Alerts.SingleAsync(row => row.Key == key);
        db.Answers.Add(new AnswerRow { AlertId = alert.Id, CycleId = 1, State = state, Decision = decision, Text = "対応します。", DueOn = dueOn, AcceptedUntil = decision == AnswerDecision.Accept ? 2025 : null });
        await db.SaveByHand();
    });
}
