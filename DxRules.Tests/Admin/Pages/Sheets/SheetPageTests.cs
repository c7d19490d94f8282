using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Sheets;

public sealed class SheetPageTests : IAsyncLifetime
{
    private const string Bosai = "/cycles/1/sheets/d-bosai";
    private const string Check = "内容を確かめて提出へ";

    private RunningSite site = null!;

    public async ValueTask InitializeAsync() => site = await RunningSite.WithDemoCity(EngineCheck.Check);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_what_was_typed_stays()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");
        var page = await site.Open("/cycles/1/sheets/d-kotsu", kotsu);

        var told = await kotsu.Press(
            page, Check,
            ("p3-i1/report/progress", "0.4"), ("p3-i1/report/done", " "), ("p3-i1/budget/settled", "１，２３４千円"), ("p3-i1-l1-s1/status", "completed"),
            ("p3-i1-l1-s1/startedOn", "令和5年2月30日"), ("p3-i1-l1-s1/completedOn", "来年"));

        Error(told, "p3-i1/report/progress").ShouldBe("公共交通のデジタル化「進捗」: 「0.4」は0.4%という意味になります。40%であれば 40 と入力してください。");
        Error(told, "p3-i1/budget/settled").ShouldContain("「１，２３４千円」には数字でない字があります。単位を付けず 1234000 のように入力してください。");
        Error(told, "p3-i1-l1-s1/startedOn").ShouldContain("「令和5年2月30日」という日はありません。");
        Error(told, "p3-i1-l1-s1/completedOn").ShouldContain("「来年」は日付として読めません。");
        Value(told, "p3-i1/budget/settled").ShouldBe("１，２３４千円");
        Value(told, "p3-i1-l1-s1/completedOn").ShouldBe("来年");
        told.WithClass("dx-banner").First().Descendants("a").Select(link => link.Attribute("href")!.Value).ShouldContain("#p3-i1-l1-s1_completedOn");
        (await Versions()).ShouldBe(1);
    }

    [Fact]
    public async Task A_sheet_is_checked_tells_what_it_changes_and_becomes_one_version()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");
        var check = await kotsu.Press(await site.Open("/cycles/1/sheets/d-kotsu", kotsu), Check, Kotsu);

        check.Main.ShouldContain("まだ提出していません");
        check.Main.ShouldContain("この内容で、新しい指摘2件、判定不能の減少5件となります。");
        check.Main.ShouldContain("バス位置情報の実証");
        (await Versions()).ShouldBe(1, "nothing is saved before it is submitted");
        var done = await kotsu.Press(check, "提出する");

        done.Main.ShouldContain("都市交通課の調書を提出しました（計画の第2版）。");
        done.Main.ShouldContain("令和7年6月2日（2025年）に提出しました。");
        var plan = await Newest();
        var initiative = plan.Policies!.SelectMany(policy => policy.Initiatives!).Single(one => one.Id == "p3-i1");
        var report = initiative.Reports!.Last();
        (report.FiscalYear, report.On.ToString(), report.Status, report.Progress, report.Done, report.By).ShouldBe((2024, "2025-06-02", WorkStatus.InProgress, 0.4m, "全路線へ広げた。\n残りは来年度。", "都市交通課長"));
        (initiative.Status, initiative.Progress).ShouldBe((WorkStatus.InProgress, 0.4m));
        initiative.Budgets.Single(row => row.FiscalYear == 2024).Settled.ShouldBe(13_500_000);
        var trial = initiative.Lanes![0].Phases![0];
        (trial.Status, trial.StartedOn.ToString(), trial.CompletedOn.ToString()).ShouldBe((WorkStatus.Completed, "2023-07-03", "2024-03-29"));
        plan.Governance!.Cycles!.Single(cycle => cycle.FiscalYear == 2024).Submissions!.Single(sheet => sheet.Department == "d-kotsu").SubmittedOn.ToString().ShouldBe("2025-06-02");
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_as_it_was_typed_until_it_is_submitted()
    {
        using var bosai = await site.As(Roles.Department, "d-bosai");
        var saved = await bosai.Press(await site.Open(Bosai, bosai), "途中保存", ("p3-i2-l1-s1/forecastEnd", "秋ごろ"), ("p3-i2-l2-s1/recordNote", "ＯＣＲ"));

        saved.Main.ShouldContain("途中保存しました（2か所）。まだ提出していません。");
        Value(saved, "p3-i2-l1-s1/forecastEnd").ShouldBe("秋ごろ");
        saved.Main.ShouldContain("Department-d-bosaiさんが令和7年6月2日（2025年） 09:30に入力（未提出）");
        (await Versions()).ShouldBe(1);
        var again = await bosai.Press(saved, "途中保存", ("p3-i2-l1-s1/forecastEnd", ""), ("p3-i2-l2-s1/recordNote", ""));
        again.Main.ShouldContain("途中保存するものはありません。");
    }

    [Fact]
    public async Task Who_may_not_fill_in_a_sheet_finds_none()
    {
        using var bosai = await site.As(Roles.Department, "d-bosai");
        using var reader = await site.As(Roles.Reader);

        (await bosai.GetAsync("/cycles/1/sheets/d-kotsu")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bosai.GetAsync("/cycles/1/sheets/d-nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync(Bosai)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await site.Open("/cycles/1/sheet", bosai)).Heading.ShouldBe("危機管理課の調書", "the only sheet opens by itself");
        var page = await site.Open(Bosai, bosai);
        page.Main.ShouldContain("情報セキュリティ担当者が入力します");
        page.Main.ShouldNotContain("管理策 ");
    }

    [Fact]
    public async Task The_DX_office_sees_all_sheets_late_ones_first_and_enters_in_place_of_a_department()
    {
        using var office = await site.As(Roles.DxOffice);
        var list = await site.Open("/cycles/1/sheet", office);
        HtmlPage.Text(list.ById("sheets").Descendants("tbody").Single().Elements("tr").First()).ShouldStartWith("都市交通課 17日遅れ");

        var page = await site.Open("/cycles/1/sheets/d-kotsu", office);
        page.Main.ShouldContain("都市交通課に代わって入力します（代理入力）。");
        await office.Press(await office.Press(page, Check, Kotsu), "提出する");

        await site.In(async services => (await services.GetRequiredService<AdminDb>().PlanVersions.SingleAsync(row => row.Number == 2)).OnBehalfOf.ShouldBe("d-kotsu"));
    }

    [Fact]
    public async Task A_department_without_a_place_in_the_cycle_hands_in_all_the_same()
    {
        using var dx = await site.As(Roles.Department, "d-dx");
        var check = await dx.Press(await site.Open("/cycles/1/sheets/d-dx", dx), Check);
        check = check.WithClass("dx-error").Any() ? await dx.Press(check, Check, [.. Missing(check)]) : check;

        var done = await dx.Press(check, "提出する");

        done.Main.ShouldContain("デジタル推進課の調書を提出しました");
        (await Newest()).Governance!.Cycles!.Single(cycle => cycle.FiscalYear == 2024).Submissions!.Single(sheet => sheet.Department == "d-dx").SubmittedOn.ToString().ShouldBe("2025-06-02");
    }

    [Fact]
    public async Task Of_two_who_change_the_same_the_second_sees_both_values_and_only_then_replaces_it()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");
        using var office = await site.As(Roles.DxOffice);
        var seen = await site.Open("/cycles/1/sheets/d-kotsu", office);
        await kotsu.Press(await kotsu.Press(await site.Open("/cycles/1/sheets/d-kotsu", kotsu), Check, Kotsu), "提出する");

        var conflict = await office.Press(await office.Press(seen, Check, [.. Kotsu.Where(pair => pair.Name != "p3-i1/budget/settled"), ("p3-i1/budget/settled", "99")]), "提出する");

        conflict.Main.ShouldContain("入力している間に「13,500,000円」になりました。入力した内容は「99円」です。");
        conflict.Main.ShouldContain("Department-d-kotsu");
        Value(conflict, "p3-i1/budget/settled").ShouldBe("99");
        (await Versions()).ShouldBe(2);
        (await office.Press(await office.Press(conflict, Check), "提出する")).Main.ShouldContain("（計画の第3版）");
    }

    [Fact]
    public async Task A_provisional_figure_asks_for_the_confirmed_one_which_is_kept_beside_it()
    {
        using var kikaku = await site.As(Roles.Department, "d-kikaku");
        var page = await site.Open("/cycles/1/sheets/d-kikaku", kikaku);
        var first = Missing(page).Append(("k-checkup-all/value", "42.5")).Append(("k-checkup-all/status", "provisional")).ToArray();
        await kikaku.Press(await kikaku.Press(page, Check, first), "提出する");
        (await Newest()).Policies!.SelectMany(policy => policy.Kpis ?? []).Single(kpi => kpi.Id == "k-checkup").Series!.Single().Actuals!.Last().ShouldSatisfyAllConditions(
            actual => actual.Status.ShouldBe(ActualStatus.Provisional), actual => actual.Value.ShouldBe(42.5m), actual => actual.ReportedOn.ToString().ShouldBe("2025-06-02"));
    }

    [Fact]
    public async Task A_closed_cycle_shows_the_sheet_to_read_only()
    {
        using var kotsu = await site.As(Roles.Department, "d-kotsu");
        var open = await site.Open("/cycles/1/sheets/d-kotsu", kotsu);
        await site.In(async services => (await services.GetRequiredService<CycleClosing>().Close(1, default)).ShouldBe(StepRefusal.None));

        (await site.Open("/cycles/1/sheets/d-kotsu", kotsu)).Main.ShouldContain("サイクルが完了しているため、見ることだけができます。");
        (await kotsu.Press(open, "途中保存", ("p3-i1/report/issues", "x"))).Main.ShouldContain("サイクルが完了しているため、保存できません。");
        (await kotsu.Press(open, Check, Kotsu)).Main.ShouldContain("サイクルが完了しているため、保存できません。");
    }

    [Fact]
    public async Task The_security_officer_confirms_controls_and_does_not_hand_in_for_the_department()
    {
        using var officer = await site.As(Roles.SecurityOfficer);
        var page = await site.Open("/cycles/1/sheets/d-bosai", officer);
        page.Main.ShouldNotContain("防災情報の一元化");

        await officer.Press(await officer.Press(page, Check, ("ctl-drill/status", "implemented"), ("ctl-drill/reviewedOn", "R7.5.20"), ("ctl-drill/evidence", "訓練の記録")), "提出する");

        await site.In(async services =>
        {
            var plan = PlanVersions.Read(await services.GetRequiredService<AdminDb>().PlanVersions.SingleAsync(row => row.Number == 2));
            var control = plan.Security!.Controls!.Single(one => one.Id == "ctl-drill");
            (control.LastReviewedOn.ToString(), control.Evidence!.Last().Title).ShouldBe(("2025-05-20", "訓練の記録"));
            plan.Governance!.Cycles!.Single(cycle => cycle.FiscalYear == 2024).Submissions!.Any(sheet => sheet.Department == "d-bosai").ShouldBeFalse();
        });
    }

    private static readonly (string Name, string Value)[] Kotsu =
    [
        ("p3-i1/report/status", "inProgress"), ("p3-i1/report/progress", "４０％"), ("p3-i1/report/done", "全路線へ広げた。\n残りは来年度。"), ("p3-i1/budget/settled", "１３，５００，０００"),
        ("p3-i1-l1-s1/status", "completed"), ("p3-i1-l1-s1/startedOn", "R5.7.3"), ("p3-i1-l1-s1/completedOn", "令和6年3月29日"),
    ];

    /// <summary>What is needed and empty, filled with something that can be read.</summary>
    private static IEnumerable<(string, string)> Missing(HtmlPage page)
    {
        var form = page.WithClass("dx-sheet").Single();
        foreach (var (name, value) in FilledForm.Fields(form).Where(field => field.Value.Length == 0 && form.Descendants("details").All(details => !details.Descendants().Any(control => (string?)control.Attribute("name") == field.Key))))
        {
            if (name.EndsWith("/status", StringComparison.Ordinal))
                yield return (name, "inProgress");
            else if (name.EndsWith("/report/done", StringComparison.Ordinal))
                yield return (name, "進めた。");
            else if (name.Contains("/budget/", StringComparison.Ordinal) || name.EndsWith("/value", StringComparison.Ordinal))
                yield return (name, "1");
            else if (name.EndsWith("/forecastEnd", StringComparison.Ordinal))
                yield return (name, "2026-03");
            else if (name.EndsWith("/startedOn", StringComparison.Ordinal))
                yield return (name, "2024-06-03");
        }
    }

    private static string Error(HtmlPage page, string field) => HtmlPage.Text(page.ById(field.Replace('/', '_') + "-error"));

    private static string Value(HtmlPage page, string field) => FilledForm.Fields(page.WithClass("dx-sheet").Single())[field];

    private async Task<int> Versions()
    {
        var count = 0;
        await site.In(async services => count = await services.GetRequiredService<AdminDb>().PlanVersions.CountAsync());
        return count;
    }

    private async Task<PlanDocument> Newest()
    {
        PlanDocument? plan = null;
        await site.In(async services => plan = PlanVersions.Read(await services.GetRequiredService<AdminDb>().PlanVersions.OrderByDescending(row => row.Number).FirstAsync()));
        return plan!;
    }
}
