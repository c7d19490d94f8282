using System.Net;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Jobs;
using DxRules.Admin.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Jobs;

public sealed class JobTests
{
    [Fact]
    public async Task A_check_that_takes_long_leads_to_its_job_and_from_there_to_its_result()
    {
        var gate = new Gate();
        await using var site = await RunningSite.WithPlanOnly(gate.Check(FabricatedCheck.Everything), new Gate.Impatient());
        await site.In(services => services.GetRequiredService<CycleOpening>().Open(1, 2024, default));

        var job = await Post(site, await site.Open("/cycles/1/alerts"), "点検する");

        await gate.Reached;
        job.Heading.ShouldBe("点検");
        job = await site.Open("/jobs/1");
        job.WithClass("dx-chip").Select(HtmlPage.Text).ShouldBe(["実行中"]);
        job.Main.ShouldContain("計画を点検しています（基準日 令和7年5月31日（2025年））");
        job.Link("状況を更新").ShouldBe("/jobs/1");
        gate.Open();
        await Ended(site, 1);
        job = await site.Open("/jobs/1");
        job.Main.ShouldContain("点検しました（第1回）。");
        job.Main.ShouldNotContain("ハッシュ", customMessage: "others read it, who may not see all that was found");
        (await site.Open(job.Link("結果を見る"))).Alerts.ShouldNotBeEmpty();
        (await site.Open("/jobs")).Main.ShouldContain("完了");
        (await site.Open("/jobs?lang=en")).Main.ShouldContain("done");
    }

    [Fact]
    public async Task How_far_a_job_is_stands_on_its_page()
    {
        var gate = new Gate();
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        await Start(site, gate.Job());
        await gate.Reached;

        var page = await site.Open("/jobs/1");

        var progress = page.All("progress").Single();
        (progress.Attribute("value")!.Value, progress.Attribute("max")!.Value).ShouldBe(("1240", "3000"));
        page.Main.ShouldContain("1,240 / 3,000 件（41%）");
        page.Main.ShouldContain("行を読んでいます");
        gate.Open();
        await Ended(site, 1);
        await site.In(async services =>
        {
            var row = await services.GetRequiredService<AdminDb>().Jobs.SingleAsync();
            (row.State, row.Done, row.Total, row.Result).ShouldBe((JobState.Succeeded, 1240, 3000, "/"));
        });
    }

    [Fact]
    public async Task A_job_is_stopped_on_demand_and_the_log_tells_by_whom()
    {
        var gate = new Gate();
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        var job = await Start(site, gate.Job());
        await gate.Reached;

        await Post(site, await site.Open("/jobs/1"), "中止する");
        await Ended(site, 1);

        (await job.Ended).ShouldBeNull();
        var page = await site.Open("/jobs/1");
        page.WithClass("dx-chip").Select(HtmlPage.Text).ShouldBe(["中止"]);
        page.Main.ShouldContain("中止しました。途中までの結果は保存していません。");
        (await site.Open("/audit?group=job")).Main.ShouldContain("処理「点検」（1）の中止を求めました。");
    }

    [Fact]
    public async Task A_check_that_was_stopped_stores_nothing()
    {
        var gate = new Gate();
        await using var site = await RunningSite.WithPlanOnly(gate.Check(FabricatedCheck.Everything), new Gate.Impatient());
        await site.In(services => services.GetRequiredService<CycleOpening>().Open(1, 2024, default));
        await Post(site, await site.Open("/cycles/1/alerts"), "点検する");
        await gate.Reached;
        await Post(site, await site.Open("/jobs/1"), "中止する");

        gate.Open();
        await Ended(site, 1);

        (await site.Open("/jobs/1")).WithClass("dx-chip").Select(HtmlPage.Text).ShouldBe(["中止"]);
        await site.In(async services => (await services.GetRequiredService<AdminDb>().Runs.CountAsync()).ShouldBe(0));
    }

    [Fact]
    public async Task Of_two_jobs_of_a_plan_the_second_waits_for_the_first_and_others_do_not()
    {
        var (first, second, other) = (new Gate(), new Gate(), new Gate());
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        await Start(site, first.Job());
        await first.Reached;
        await Start(site, second.Job());
        await Start(site, other.Job(plan: null));

        await other.Reached;
        second.Reached.IsCompleted.ShouldBeFalse();
        (await site.Open("/jobs/2")).Main.ShouldContain("順番を待っています");
        first.Open();
        await second.Reached;
        second.Open();
        other.Open();
        await Ended(site, 2);
    }

    [Fact]
    public async Task A_job_that_waits_can_be_stopped_before_its_turn()
    {
        var (first, second) = (new Gate(), new Gate());
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        await Start(site, first.Job());
        await first.Reached;
        await Start(site, second.Job());

        await Post(site, await site.Open("/jobs/2"), "中止する");
        await Ended(site, 2);

        second.Reached.IsCompleted.ShouldBeFalse();
        first.Open();
        await Ended(site, 1);
        (await site.Open("/jobs/1")).WithClass("dx-chip").Select(HtmlPage.Text).ShouldBe(["完了"]);
    }

    [Fact]
    public async Task What_a_stopped_site_left_is_marked_as_interrupted()
    {
        using var folder = new TemporaryFolder();
        await using (var site = await RunningSite.Start(FabricatedCheck.Nothing, folder.Path))
        {
            await site.In(async services =>
            {
                var db = services.GetRequiredService<AdminDb>();
                db.Jobs.Add(new JobRow { Kind = "check", State = JobState.Running });
                db.Jobs.Add(new JobRow { Kind = "check", State = JobState.Waiting });
                db.Jobs.Add(new JobRow { Kind = "check", State = JobState.Succeeded });
                await db.SaveChangesAsync();
            });
        }
        await using var again = await RunningSite.Start(FabricatedCheck.Nothing, folder.Path);

        (await again.Open("/jobs")).WithClass("dx-chip").Select(HtmlPage.Text).ShouldBe(["完了", "中断", "中断"]);
        (await again.Open("/jobs/1")).Main.ShouldContain("もう一度依頼してください。");
    }

    [Fact]
    public async Task A_job_sees_what_the_person_sees_who_asked_for_it()
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        Viewer? seen = null;
        await site.In(async services =>
        {
            var person = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(
                [new(PersonClaims.UserId, "1"), new(PersonClaims.Roles, nameof(Roles.DxOffice))]));
            var job = new JobRow { Kind = "check", RequestedById = 1 };
            services.GetRequiredService<AdminDb>().Jobs.Add(job);
            await services.GetRequiredService<AdminDb>().SaveChangesAsync();
            await services.GetRequiredService<JobRunner>().Add(job.Id, new JobRequest("check", null, null, (parts, _, _) =>
            {
                seen = parts.GetRequiredService<Viewer>();
                parts.GetRequiredService<AdminDb>().Viewer.ShouldBe(seen);
                seen.SeesSecrets.ShouldBeFalse();
                seen.UserId.ShouldBe(1);
                return Task.FromResult(JobEnd.Done(new Bilingual("済", "done"), null));
            }), person).Ended;
        });

        seen.ShouldNotBeNull();
        (await site.Open("/jobs/1")).WithClass("dx-chip").Select(HtmlPage.Text).ShouldBe(["完了"]);
    }

    [Fact]
    public async Task A_job_that_breaks_says_so_and_the_next_goes_on()
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        var broken = await Start(site, new JobRequest("check", 1, null, (_, _, _) => throw new InvalidOperationException("CANARY")));
        (await broken.Ended).ShouldNotBeNull().IsDone.ShouldBeFalse();
        var gate = new Gate();
        gate.Open();
        await (await Start(site, gate.Job())).Ended;

        var page = await site.Open("/jobs/1");
        page.WithClass("dx-chip").Select(HtmlPage.Text).ShouldBe(["失敗"]);
        page.Main.ShouldContain("サーバーで誤りが起きました。");
        page.Main.ShouldNotContain("CANARY");
        (await site.Open("/jobs/2")).Main.ShouldContain("読み終えました。");
    }

    [Fact]
    public async Task A_department_sees_and_stops_its_own_jobs_only()
    {
        var gate = new Gate();
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        await Start(site, gate.Job());
        await gate.Reached;
        using var department = await site.As(Roles.Department, "d-shimin");
        using var reader = await site.As(Roles.Reader);

        (await department.GetAsync("/jobs/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Open("/jobs/1", reader)).All("button").Select(HtmlPage.Text).ShouldNotContain("中止する");
        gate.Open();
        await Ended(site, 1);
    }

    private static async Task<RunningJob> Start(RunningSite site, JobRequest request)
    {
        RunningJob? job = null;
        await site.In(async services => job = await services.GetRequiredService<JobDesk>().Start(request, default));
        return job!;
    }

    private static Task Ended(RunningSite site, int job) => site.In(async services =>
    {
        if (services.GetRequiredService<JobRunner>().Find(job) is { } running)
            await running.Ended;
    });

    private static async Task<HtmlPage> Post(RunningSite site, HtmlPage page, string button)
    {
        var form = page.Form(button);
        using var answer = await site.Client.PostAsync(form.Attribute("action")!.Value, new FormUrlEncodedContent(HtmlPage.Fields(form)));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await HtmlPage.Read(answer);
    }
}
