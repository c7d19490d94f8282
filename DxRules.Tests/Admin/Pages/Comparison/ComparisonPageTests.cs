using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Comparison;

/// <summary>The comparison of years in which an alert goes through every state.</summary>
public sealed class ComparisonPageTests : IAsyncLifetime
{
    private const string Page = "/cycles/3/comparison";
    private YearsOfChecks years = null!;

    public async ValueTask InitializeAsync() => years = await YearsOfChecks.Eventful();

    public ValueTask DisposeAsync() => years.DisposeAsync();

    [Fact]
    public async Task A_comparison_needs_two_reviews() =>
        (await years.Site.Open("/cycles/1/comparison")).Main.ShouldContain("比較には2回の評価が必要です。");

    [Fact]
    public async Task A_cycle_that_cannot_be_compared_with_is_not_found()
    {
        (await years.Site.Client.GetAsync($"{Page}?with=3")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await years.Site.Client.GetAsync($"{Page}?with=99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_counts_of_both_checks_are_made_of_what_became_of_each_alert()
    {
        var page = await years.Site.Open(Page);

        Equations(page).ShouldBe(
        [
            "前回（令和5年度（2023年度））4件 = 解消確認 1件 + 引き続き 2件 + 判定不能 1件",
            "今回 4件 = 引き続き 2件 悪化 1件 緩和 1件 + 新規 1件 + 再発 1件",
        ]);
    }

    [Theory]
    [InlineData("", "1,2,3")]
    [InlineData("?with=2", "1,2,3")]
    [InlineData("?with=1", "1,3")]
    public async Task It_says_what_dxrules_compare_says_of_the_reports(string query, string cycles)
    {
        var sum = Lifecycle.Of(await Reports(cycles), Renumbering.None, PlanSchema.Instance).Single().Latest.Sum;

        var counts = Numbers(await years.Site.Open(Page + query));

        counts["previous"].ShouldBe(sum.Previous);
        counts["now"].ShouldBe(sum.Now);
        foreach (var state in Enum.GetValues<AlertState>())
            counts.GetValueOrDefault(DxRules.Admin.Pages.Alerts.AlertStateWords.Of(state)).ShouldBe(sum.Of(state), state.ToString());
    }

    [Fact]
    public async Task Each_term_leads_to_as_many_rows_as_it_counts()
    {
        foreach (var query in new[] { "", "?with=1" })
        {
            var page = await years.Site.Open(Page + query);
            foreach (var term in page.ById("lifecycle").Descendants("a"))
            {
                var count = int.Parse(Regex.Match(HtmlPage.Text(term), @"(\d+)件$").Groups[1].Value, CultureInfo.InvariantCulture);
                Rows(await years.Site.Open(term.Attribute("href")!.Value)).Count.ShouldBe(count, HtmlPage.Text(term));
            }
        }
    }

    [Fact]
    public async Task The_severity_before_is_struck_out_and_the_one_now_stands_beside_it()
    {
        var page = await years.Site.Open(Page);
        var worsened = page.All("tr").Single(row => (string?)row.Attribute("data-state") == "worsened");
        var cleared = page.All("tr").Single(row => (string?)row.Attribute("data-state") == "cleared");

        HtmlPage.Text(worsened.Descendants("del").Single()).ShouldBe("前回 注意");
        HtmlPage.Text(worsened.Descendants("ins").Single()).ShouldBe("今回 重大");
        HtmlPage.Text(cleared.Descendants("ins").Single()).ShouldBe("今回 指摘なし");
        page.All("tr").ShouldNotContain(row => (string?)row.Attribute("data-state") == "continuing");
    }

    [Fact]
    public async Task Only_what_worsened_and_recurred_can_be_looked_at()
    {
        var page = await years.Site.Open($"{Page}?show=worsenedOrRecurred");

        Rows(page).Select(row => row.Attribute("data-state")!.Value).ShouldBe(["worsened", "recurred"]);
        page.WithClass("dx-tabs").Single().Descendants("a").Single(link => link.Attribute("aria-current") is not null).Value.ShouldBe("悪化と再発だけ");
    }

    [Fact]
    public async Task It_adds_up_for_who_sees_less_and_names_nothing_secret()
    {
        foreach (var query in new[] { "", "?with=1" })
        {
            var whole = Numbers(await years.Site.Open(Page + query));
            var reader = await years.Site.Open(Page + query, await years.Site.As(Roles.Reader));
            var open = Numbers(reader);

            open["previous"].ShouldBeLessThan(whole["previous"]);
            open["now"].ShouldBe(open.GetValueOrDefault("carried") + open.GetValueOrDefault("new") + open.GetValueOrDefault("recurred"));
            reader.Main.ShouldNotContain("収納システム");
            reader.Main.ShouldNotContain("SEC-12");
            Numbers(await years.Site.Open(Page + query, await years.Site.As(Roles.Department, "d-zeimu")))["now"].ShouldBe(0);
        }
    }

    [Fact]
    public async Task Items_of_which_nothing_changed_are_left_out()
    {
        var page = await years.Site.Open($"{Page}?show=items&with=1");

        foreach (var row in Rows(page))
            row.Descendants("del").Select(HtmlPage.Text).ShouldAllBe(text => text.StartsWith("前回 ", StringComparison.Ordinal));
        HtmlPage.Text(Rows(page).First(row => (string?)row.Attribute("data-id") == "p1-i2")).ShouldContain("進捗 前回 不明 → 今回 50%");
        Rows(page).Select(row => row.Attribute("data-id")!.Value).ShouldContain("k-online-all");
    }

    [Fact]
    public async Task What_came_and_went_is_told_by_name_and_secret_things_only_to_officers()
    {
        var page = await years.Site.Open($"{Page}?show=subjects&with=1");

        page.Main.ShouldMatch(@"加わった \d+件、なくなった 0件");
        page.Main.ShouldContain("重大な不適合（令和7年2月6日）");
        (await years.Site.Open($"{Page}?show=subjects&with=1", await years.Site.As(Roles.Reader))).Main.ShouldNotContain("重大な不適合");
    }

    [Fact]
    public async Task Thousands_of_rows_come_page_by_page()
    {
        await using var many = await YearsOfChecks.Of(FabricatedCheck.Nothing, FabricatedCheck.Many(4000));

        var page = await many.Site.Open("/cycles/2/comparison?show=new&page=80");

        Rows(page).Count.ShouldBe(50);
        page.Main.ShouldContain("新規 4000件");
    }

    private static List<string> Equations(HtmlPage page) => [.. page.WithClass("dx-equation").Select(HtmlPage.Text)];

    private static List<System.Xml.Linq.XElement> Rows(HtmlPage page) => [.. page.All("tr").Where(row => row.Attribute("data-key") is not null || row.Attribute("data-id") is not null)];

    private static Dictionary<string, int> Numbers(HtmlPage page)
    {
        var counts = page.WithClass("dx-equation").SelectMany(equation => equation.Descendants("a").Skip(1)).Where(link => link.Attribute("data-word") is not null)
            .GroupBy(link => link.Attribute("data-word")!.Value).ToDictionary(group => group.Key, group => Number(group.First()));
        foreach (var equation in page.WithClass("dx-equation"))
            counts[equation.Attribute("data-word")!.Value] = Number(equation.Descendants("a").First());
        return counts;
    }

    private static int Number(System.Xml.Linq.XElement link) => int.Parse(Regex.Match(HtmlPage.Text(link), @"(\d+)件$").Groups[1].Value, CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<CheckReport>> Reports(string cycles)
    {
        var reports = new List<CheckReport>();
        await years.Site.In(async services =>
        {
            foreach (var cycle in cycles.Split(',').Select(int.Parse))
            {
                var run = await services.GetRequiredService<AdminDb>().Runs.SingleAsync(run => run.CycleId == cycle);
                reports.Add(ReportJson.Read(new SourceText("report", Encoding.UTF8.GetString(Compressed.Unpack(run.Report)))).Report!);
            }
        });
        return reports;
    }
}
