using System.Net;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Admin.Pages.Security;

/// <summary>What officers see of デモ市 on 2 June 2025, checked with the shipped rules as of 31 May.</summary>
public sealed class SecurityPagesTests(CheckedSite shared) : IClassFixture<CheckedSite>
{
    private const string Page = "/plans/1/security";
    private const string Summary = $"{Page}/summary";
    private readonly RunningSite site = shared.Site;

    [Fact]
    public async Task Who_does_not_see_secrets_is_refused()
    {
        foreach (var roles in new[] { Roles.Reader, Roles.DxOffice, Roles.Department })
        {
            var browser = await site.As(roles, roles == Roles.Department ? ["d-shimin"] : []);
            foreach (var address in new[] { Page, Summary })
                (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await site.Open("/plans/1/governance", browser)).All("a").ShouldNotContain(link => (string?)link.Attribute("href") == Page);
        }
    }

    [Fact]
    public async Task What_needs_doing_stands_on_top_and_is_counted()
    {
        var page = await site.Open(Page);

        Counts(page).ShouldBe(["報告していない事案 0", "期限の過ぎた監査指摘 1", "サポートの終わったシステム 0", "確認の期限が過ぎた管理策 3"]);
        var duties = HtmlPage.Text(page.ById("duties"));
        duties.ShouldContain("重大な不適合 内部監査 令和7年2月6日（2025年） 令和7年3月31日（2025年）、63日超過");
        duties.ShouldContain("バックアップと復元試験 令和7年1月23日（2025年）、130日超過 デジタル推進課");
        Counts(await site.Open(Summary)).ShouldBe(Counts(page));
    }

    [Fact]
    public async Task A_control_is_as_old_as_its_newest_evidence()
    {
        var page = await site.Open(Page);

        Row(page, "ctl-drill").ShouldBe("ICT-BCPの訓練 C36 実施済 令和6年2月8日（2024年） 15か月前 令和7年2月8日（2025年）、114日超過 消防防災課 警告 ICT-BCPの訓練・見直し".Replace("消防防災課", Owner("d-bosai")));
        Row(page, "ctl-mobile").ShouldContain("未実施");
        Row(page, "ctl-mobile").ShouldContain("日付の記載なし");
        HtmlPage.Text(page.ById("drills")).ShouldContain("停電を想定した訓練");
    }

    [Fact]
    public async Task What_nobody_knows_of_training_is_not_nobody()
    {
        var table = (await site.Open(Page)).ById("training-table");
        var rows = table.Descendants("tr").Select(HtmlPage.Text).ToList();

        rows.Single(row => row.StartsWith("総務課", StringComparison.Ordinal)).ShouldEndWith("未実施 不明/22 取扱者なし");
        rows.Single(row => row.StartsWith("上下水道課", StringComparison.Ordinal)).ShouldContain("記録なし（不明）");
        rows.Single(row => row.StartsWith("情報政策課", StringComparison.Ordinal)).ShouldEndWith("課のない年度");
        table.Descendants("td").Where(cell => (string?)cell.Attribute("data-short") == "true").Select(cell => HtmlPage.Text(cell).Split('/'))
            .ShouldAllBe(share => int.Parse(share[0]) < int.Parse(share[1]));
        var known = Samples.Read("demo-city.json").Security!.DepartmentChecks!.Where(check => check.FiscalYear == 2024).ToList();
        rows[^1].ShouldContain($"{known.Sum(check => check.Trained)}/{known.Sum(check => check.Headcount)} ほか不明1課");
    }

    [Fact]
    public async Task The_alerts_are_those_of_the_report_and_lead_to_their_pages()
    {
        var report = PlanCheck.Default.Check(Samples.Read("demo-city.json"), Samples.AsOf).Plans[0];
        var secret = report.Alerts.Where(alert => alert.Category == RuleCategory.Security).ToList();

        var page = await site.Open(Page);
        var alerts = page.ById("alerts");

        HtmlPage.Text(alerts).ShouldStartWith($"セキュリティの指摘 {secret.Count}件");
        HtmlPage.Text(alerts).ShouldContain($"重大 {secret.Count(alert => alert.Severity == Severity.Critical)}件");
        HtmlPage.Text(alerts).ShouldContain($"判定不能 {report.Undetermined.Count(result => result.Category == RuleCategory.Security)}件");
        var marked = page.WithClass("dx-found").Select(link => link.Attribute("href")!.Value["/cycles/1/alerts/".Length..]).ToHashSet();
        marked.ShouldBeSubsetOf(secret.Select(alert => alert.Key));
        secret.Where(alert => alert.Subject.Type is "control" or "system" or "finding").ShouldAllBe(alert => marked.Contains(alert.Key));
        await site.Open($"/cycles/1/alerts/{marked.First()}");
    }

    [Fact]
    public async Task The_address_narrows_the_page_to_a_department_and_to_what_needs_work()
    {
        var due = await site.Open($"{Page}?show=due");
        due.All("tr").ShouldNotContain(row => (string?)row.Attribute("id") == "ctl-ciso");
        due.All("tr").ShouldContain(row => (string?)row.Attribute("id") == "ctl-backup");

        var one = await site.Open($"{Page}?department=d-zeimu");
        one.All("tr").ShouldContain(row => (string?)row.Attribute("id") == "sys-tax");
        one.All("tr").ShouldNotContain(row => (string?)row.Attribute("id") == "sys-resident");
        HtmlPage.Text(one.ById("controls")).ShouldContain("当てはまるものはありません。");
    }

    private static string Owner(string id) => Samples.Read("demo-city.json").Departments!.Single(department => department.Id == id).Name;

    private static List<string> Counts(HtmlPage page) => [.. page.WithClass("dx-count").Select(HtmlPage.Text)];

    private static string Row(HtmlPage page, string id) => HtmlPage.Text(page.ById(id));
}
