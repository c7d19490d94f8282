using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Cycles;

/// <summary>The year of a review, from opening to closing, with the shipped rules on デモ市.</summary>
public sealed class CycleYearTests : IAsyncLifetime
{
    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithPlanOnly(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_new_cycle_has_a_calendar_and_the_plan_says_who_owes_a_sheet()
    {
        var cycle = await OpenCycle();

        var page = await site.Open($"/cycles/{cycle}");

        page.Heading.ShouldBe("令和6年度（2024年度）の点検");
        page.Main.ShouldContain("今の段階: 所管課の入力");
        HtmlPage.Text(page.ById("sheets")).ShouldContain("税務課");
        var governed = GovernedCycle.Of(await Plan(), 2024).ShouldNotBeNull();
        governed.Submissions!.Select(sheet => sheet.Department).ShouldContain("d-zeimu");
        governed.Submissions!.Select(sheet => sheet.Department).ShouldBeUnique();
    }

    [Fact]
    public async Task A_step_that_is_done_says_who_did_it_and_the_plan_learns_the_day()
    {
        var cycle = await OpenCycle();
        await Check(cycle);

        var page = await Post(cycle, "finish", ("step", "Report"));

        page.Main.ShouldContain("「本部への報告」を済みにしました。");
        GovernedCycle.Of(await Plan(), 2024)!.ReportedOn!.Value.Day.ShouldBe(new DateOnly(2025, 6, 2));
        await Post(cycle, "reopen", ("step", "Report"));
        GovernedCycle.Of(await Plan(), 2024)!.ReportedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_reported_before_anything_was_checked()
    {
        var cycle = await OpenCycle();

        (await Post(cycle, "finish", ("step", "Report"))).Main.ShouldContain("まだ一度も点検していません。");
        (await Close(cycle)).Main.ShouldContain("まだ一度も点検していません。");
    }

    [Theory]
    [InlineData("2025-07-10", "期限を変えました。")]
    [InlineData("2023-07-10", "対象年度より後の日付")]
    [InlineData("2025-07-20", "前の段階より早い期限があります。")]
    [InlineData("来週", "日付として読めません。")]
    public async Task Due_dates_are_moved_to_days_after_the_year_under_review_in_the_order_of_the_steps(string day, string said)
    {
        var cycle = await OpenCycle();

        (await Post(cycle, "move", ("due.Entry", day), ("due.Report", "2025-09-05"))).Main.ShouldContain(said);

        await site.In(async services => (await services.GetRequiredService<AdminDb>().CycleSteps.SingleAsync(step => step.CycleId == cycle && step.Step == CycleStep.Report))
            .DueOn.ShouldBe(day == "2025-07-10" ? new DateOnly(2025, 9, 5) : new DateOnly(2025, 8, 31), "all of them or none"));
    }

    [Fact]
    public async Task Closing_asks_first_and_lists_what_is_open()
    {
        var cycle = await OpenCycle();
        await Check(cycle);

        var page = await site.Open($"/cycles/{cycle}/close");

        page.Main.ShouldContain("第1回の点検（基準日 令和7年5月31日（2025年）");
        page.Main.ShouldContain("調書を出していない課が");
        page.Main.ShouldContain("回答のない指摘が");
        page.Main.ShouldContain("「本部への報告」が済みになっていない");
        await Close(cycle);
        (await site.Open($"/cycles/{cycle}/close")).Heading.ShouldBe("令和6年度（2024年度）の点検", "what is closed is not closed again");
    }

    [Fact]
    public async Task A_check_in_the_middle_of_the_year_is_marked_and_not_what_closing_freezes()
    {
        var cycle = await OpenCycle();
        await Check(cycle);
        await site.In(services => services.GetRequiredService<CycleCheck>().Run(cycle, new DateOnly(2025, 9, 30), default));

        var checks = (await site.Open($"/cycles/{cycle}")).ById("checks").Descendants("li").Select(HtmlPage.Text).ToList();
        checks[0].ShouldStartWith("第2回");
        checks[0].ShouldContain("上半期の確認");
        checks[1].ShouldContain("完了時に固定");
        await Close(cycle);

        await site.In(async services => (await services.GetRequiredService<AdminDb>().CycleIssues.Select(issue => issue.Run!.Number).SingleAsync()).ShouldBe(1));
    }

    [Fact]
    public async Task A_closed_cycle_is_frozen_and_gives_the_same_report_when_it_is_checked_again()
    {
        var cycle = await OpenCycle();
        await Check(cycle);

        var closed = await Close(cycle);

        closed.Main.ShouldContain("点検を完了し、結果を固定しました。");
        var run = HtmlPage.Fields(closed.Form("点検し直して確かめる 第1号"))["run"];
        (await Post(cycle, "perform", ("run", run))).Main.ShouldContain("第1号を同じ条件で点検し直し、同じ結果になりました");
        (await Post(cycle, "finish", ("step", "Report"))).Main.ShouldContain("この点検はもう進められません。");
        (await Close(cycle)).Main.ShouldContain("この点検はもう進められません。");
    }

    [Fact]
    public async Task A_report_that_was_changed_in_the_database_is_seen()
    {
        var cycle = await OpenCycle();
        await Check(cycle);
        var closed = await Close(cycle);
        await site.In(services => services.GetRequiredService<AdminDb>().Database.ExecuteSqlRawAsync("UPDATE Runs SET ReportHash = 'f00d', OpenReportHash = 'f00d'"));

        var again = await Post(cycle, "perform", ("run", HtmlPage.Fields(closed.Form("点検し直して確かめる 第1号"))["run"]));

        again.Main.ShouldNotContain("同じ結果になりました");
    }

    [Fact]
    public async Task A_correction_is_a_new_issue_with_its_reason_and_leaves_the_first_as_it_was()
    {
        var cycle = await OpenCycle();
        await Check(cycle);
        await Close(cycle);

        (await Post(cycle, "correct", ("reason", ""))).Main.ShouldContain("正誤の理由を入力してください。");
        var page = await Post(cycle, "correct", ("reason", "税務課の実績の誤記"));

        page.Main.ShouldContain("正誤を発行しました。");
        HtmlPage.Text(page.ById("issues-table")).ShouldContain("税務課の実績の誤記");
        await site.In(async services =>
        {
            var issues = await services.GetRequiredService<AdminDb>().CycleIssues.OrderBy(issue => issue.Number).Select(issue => new { issue.Number, issue.Run!.AsOf }).ToListAsync();
            issues.Select(issue => issue.Number).ShouldBe([1, 2]);
            issues.Select(issue => issue.AsOf).Distinct().Count().ShouldBe(1, "a correction looks at the same day");
        });
    }

    [Fact]
    public async Task Unfinished_actions_are_carried_into_the_next_cycle_by_name()
    {
        var cycle = await OpenCycle();
        await Check(cycle);
        await site.In(services => services.GetRequiredService<PlanAmendments>().Write(1, plan => GovernedCycle.Change(plan, 2024, governed => governed with
        {
            Actions =
            [
                new CorrectiveAction { Id = "a-1", Subject = plan.Policies![0].Id, Action = "窓口の職員を増やす", Status = ActionStatus.Planned },
                new CorrectiveAction { Id = "a-2", Subject = plan.Policies[0].Id, Action = "済んだこと", Status = ActionStatus.Done },
            ],
        }), "試験", default));
        await Close(cycle);

        var next = await OpenCycle(2025);

        var carried = (await site.Open($"/cycles/{next}/actions")).Main;
        carried.ShouldContain("窓口の職員を増やす");
        carried.ShouldNotContain("済んだこと");
    }

    [Fact]
    public async Task What_is_unfinished_on_security_is_carried_too_by_an_office_that_does_not_see_it()
    {
        var cycle = await OpenCycle();
        await Check(cycle);
        await site.In(services => services.GetRequiredService<PlanAmendments>().Write(1, plan => GovernedCycle.Change(plan, 2024, governed => governed with
        {
            Actions = [new CorrectiveAction { Id = "a-1", Subject = SecurityPolicy.SubjectId, Action = "鍵の管理簿を作る", Status = ActionStatus.Planned }],
        }), "試験", default));
        using var office = await site.As(Roles.DxOffice);
        await Close(cycle, office);

        GovernedCycle.Of(await Plan(), 2024)!.Actions!.Single().CarriedTo.ShouldBe(2025);
        (await site.Open("/plans/1/versions", office)).Main.ShouldNotContain("鍵の管理簿");
    }

    [Fact]
    public async Task Only_the_DX_office_moves_a_cycle_on()
    {
        var cycle = await OpenCycle();
        using var reader = await site.As(Roles.Reader);

        var page = await site.Open($"/cycles/{cycle}", reader);

        page.All("form").Where(form => ((string?)form.Attribute("action"))?.StartsWith("/cycles/", StringComparison.Ordinal) == true).ShouldBeEmpty();
        using var refused = await reader.PostAsync($"/cycles/{cycle}/close", new FormUrlEncodedContent(HtmlPage.Fields(page.Form("サインアウト"))));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<int> OpenCycle(int year = 2024)
    {
        var home = await site.Open("/");
        var fields = HtmlPage.Fields(home.Form("サイクルを開始"));
        fields["fiscalYear"] = $"{year}";
        using var response = await site.Client.PostAsync("/?handler=open", new FormUrlEncodedContent(fields));
        var id = 0;
        await site.In(async services => id = await services.GetRequiredService<AdminDb>().Cycles.Where(row => row.FiscalYear == year).Select(row => row.Id).SingleAsync());
        return id;
    }

    private async Task<HtmlPage> Close(int cycle, HttpClient? browser = null)
    {
        var token = HtmlPage.Fields((await site.Open("/", browser)).Form("サインアウト"));
        using var response = await (browser ?? site.Client).PostAsync($"/cycles/{cycle}/close", new FormUrlEncodedContent(token));
        return await HtmlPage.Read(response);
    }

    private Task Check(int cycle) => site.In(services => services.GetRequiredService<CycleCheck>().Run(cycle, new DateOnly(2025, 5, 31), default));

    private async Task<PlanDocument> Plan()
    {
        PlanDocument? plan = null;
        await site.In(async services => plan = (await services.GetRequiredService<PlanDocuments>().Newest(1, default))!.Document);
        return plan!;
    }

    private async Task<HtmlPage> Post(int cycle, string handler, params (string Name, string Value)[] fields)
    {
        var form = HtmlPage.Fields((await site.Open($"/cycles/{cycle}")).Form("サインアウト"));
        foreach (var (name, value) in fields)
            form[name] = value;
        using var response = await site.Client.PostAsync($"/cycles/{cycle}?handler={handler}", new FormUrlEncodedContent(form));
        return await HtmlPage.Read(response);
    }
}
