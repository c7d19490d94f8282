using System.Net;
using DxRules.Admin.Answers;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Tests.Admin.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Governance;

/// <summary>推進体制, 所見 and 改善策 as people enter them, on 2 June 2025.</summary>
public sealed class GovernancePagesTests : IAsyncLifetime
{
    private const string Bodies = "/plans/1/governance";
    private const string Forum = $"{Bodies}/bodies/b-forum";
    private const string Actions = "/cycles/1/actions";
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.WithPlanOnly(EngineCheck.Check);
        await site.In(async services =>
        {
            await services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(1, Samples.AsOf, default);
        });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Each_meeting_says_whether_it_had_its_quorum_and_why()
    {
        var page = await site.Open(Bodies);
        var meetings = page.ById("b-honbu-meetings").Descendants("tr").Select(HtmlPage.Text).ToList();

        meetings.ShouldContain(row => row.StartsWith("令和7年2月10日", StringComparison.Ordinal) && row.Contains("定足数不足 15人中7人、過半数の8人に足りません。", StringComparison.Ordinal));
        meetings.ShouldContain(row => row.StartsWith("令和6年8月20日", StringComparison.Ordinal) && row.Contains("成立 15人中12人、過半数の8人に足りています。", StringComparison.Ordinal));
        HtmlPage.Text(page.ById("b-forum-meetings")).ShouldContain("委員長が欠席しています。");
        HtmlPage.Text(page.ById("b-forum-members")).ShouldContain("あと28日で満了");
    }

    [Fact]
    public async Task A_meeting_that_cannot_be_is_said_at_its_fields_and_what_was_typed_stays()
    {
        var page = await site.Client.Press($"{Forum}/meeting", "記録する", ("on", "2025-06-03"), ("members", "9"), ("present", "10"), ("agenda", "中間の報告"));

        page.Main.ShouldContain("会議は、開いた後に記録します。");
        page.Main.ShouldContain("出席者数が委員数（9人）を超えています。");
        HtmlPage.Text(page.ById("agenda")).ShouldBe("中間の報告");
        (await site.Client.Press($"{Forum}/meeting", "記録する", ("on", "昨日"), ("members", "九"))).Main.ShouldContain("日付として読めません。");
    }

    [Fact]
    public async Task A_meeting_is_recorded_and_its_minutes_stand_on_the_page_of_the_cycle()
    {
        var page = await site.Client.Press($"{Forum}/meeting", "記録する", ("on", "2025-05-30"), ("members", "9"), ("present", "4"), ("chairPresent", "yes"));
        page.Main.ShouldContain("デモ市DX推進有識者会議の会議（令和7年5月30日（2025年））を記録しました。");
        page.Main.ShouldContain("9人中4人、過半数の5人に足りません。");

        var address = (await site.Open(Bodies)).Link("令和7年5月30日（2025年）");
        (await site.Client.Press(address, "記録する", ("agenda", "点検の中間の報告"), ("outcome", "懇談とした"))).Main.ShouldContain("懇談とした");

        HtmlPage.Text((await site.Open("/cycles/1")).ById("meetings")).ShouldContain("点検の中間の報告");
    }

    [Fact]
    public async Task A_term_is_renewed_and_a_wrong_one_said_at_its_member()
    {
        (await site.Client.Press(Forum, "変える 公募委員", ("termEndsOn", "2025-01-01"))).Main.ShouldContain("今の任期満了日より前の日です。");

        (await site.Client.Press(Forum, "変える 公募委員", ("termEndsOn", "2027-06-30"))).Main.ShouldContain("委員「公募委員」を変えました。");
        (await site.Client.Press(Forum, "一覧から除く 公募委員")).Main.ShouldContain("委員「公募委員」を一覧から除きました。");
    }

    [Fact]
    public async Task A_comment_is_recorded_and_becomes_an_action()
    {
        (await site.Client.Press("/cycles/1/comments", "記録する", ("by", "post"), ("post", "CIO補佐官"))).Main.ShouldContain("所見を入力してください。");
        var comments = await site.Client.Press("/cycles/1/comments", "記録する", ("by", "b-forum"), ("text", "指標は市民の効果で。"));
        comments.Main.ShouldContain("所見を記録しました。");

        var done = await site.Client.Press(
            comments.Link("この所見を改善策にする").Split('#')[0], "追加する", ("subject", "p1"), ("action", "指標を置き直す"), ("owner", "d-shimin"));

        done.Main.ShouldContain("改善策を追加しました。");
        done.Main.ShouldContain("元の所見");
        (await site.Open("/cycles/1/comments")).Main.ShouldContain("改善策にしました 指標を置き直す");
    }

    [Fact]
    public async Task What_a_department_says_is_done_and_what_the_check_finds_stay_apart()
    {
        (await Report("act-2024-1", ("status", "Done"), ("completedOn", "2025-06-03"))).Main.ShouldContain("まだ来ていない日です。");
        (await Report("act-2024-1", ("status", "Done"), ("completedOn", "2025-05-30"))).Main.ShouldContain("改善策の進み具合を記録しました。");

        var action = HtmlPage.Text((await site.Open(Actions)).ById("act-2024-1"));
        action.ShouldContain("完了の報告 令和7年5月30日（2025年）");
        action.ShouldMatch("点検では指摘が続いています|点検で解消を確認");
        await Report("act-2024-1", ("status", "Done"), ("completedOn", "2025-06-02"));
        HtmlPage.Text((await site.Open(Actions)).ById("act-2024-1")).ShouldContain("次の点検で確認");
    }

    [Fact]
    public async Task A_department_sees_and_reports_its_own_actions_only()
    {
        var department = await site.As(Roles.Department, "d-somu");

        var page = await site.Open(Actions, department);

        page.Main.ShouldContain("電子決裁を部ごとに始める");
        page.Main.ShouldNotContain("近隣市との共同調達に切り替える");
        var form = Forms.AsSent(page.ById("act-2024-3").Descendants("form").First());
        (form["action"], form["status"]) = ("act-2024-1", "Done");
        using var refused = await department.PostAsync($"{Actions}?handler=report", new FormUrlEncodedContent(form));
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_who_report_on_the_same_action_are_shown_both_values()
    {
        var seen = (await site.Open(Actions)).ById("act-2024-1").Descendants("form").First();
        await site.Client.Press(site.Address, seen, ("status", "InProgress"));

        (await site.Client.Press(site.Address, seen, ("status", "Dropped"), ("note", "別の方法にする"))).Main.ShouldContain("表示したときは「予定」でしたが、今は「実施中」です。");

        await site.In(async services => (await services.GetRequiredService<AdminDb>().PlanVersions.CountAsync(version => version.PlanId == 1)).ShouldBe(2));
    }

    [Fact]
    public async Task An_action_from_an_answer_names_its_alert_and_tells_the_answer_that_it_is_done()
    {
        const string Late = "SCH-02/p1-i1-l1-s2";
        var answer = 0;
        await site.In(async services =>
        {
            await using var desk = new AnswerDesk(services, Roles.DxOffice);
            var entry = new AnswerEntry(1, Late, AnswerDecision.Act, "仕様を分けて再び入札する") { Cause = "入札の不調", Owner = "d-shimin", DueOn = new DateOnly(2025, 9, 30) };
            answer = (await desk.Writing.Submit(entry, default)).Answer.ShouldNotBeNull();
            await desk.Approval.Approve(answer, null, null, default);
        });
        var action = "act-2024-SCH-02-p1-i1-l1-s2";
        (await site.Open(Actions)).ById(action).Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldContain($"/cycles/1/alerts/{Late}");

        await Report(action, ("status", "Done"));

        await site.In(async services => (await services.GetRequiredService<AdminDb>().Answers.SingleAsync(row => row.Id == answer)).ReportedDoneAt.ShouldBe(StoppedClock.Now));
        await Report(action, ("status", "InProgress"), ("completedOn", ""));
        await site.In(async services => (await services.GetRequiredService<AdminDb>().Answers.SingleAsync(row => row.Id == answer)).ReportedDoneAt.ShouldBeNull());
    }

    private async Task<HtmlPage> Report(string action, params (string Name, string Value)[] typed) =>
        await site.Client.Press(site.Address, (await site.Open(Actions)).ById(action).Descendants("form").First(), typed);
}
