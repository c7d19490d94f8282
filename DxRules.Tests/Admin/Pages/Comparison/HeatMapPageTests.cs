using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;

namespace DxRules.Tests.Admin.Pages.Comparison;

/// <summary>Department by category, of デモ市 checked with the shipped rules.</summary>
public sealed class HeatMapPageTests(CheckedSite shared) : IClassFixture<CheckedSite>
{
    private const string Page = "/cycles/1/heatmap";
    private readonly RunningSite site = shared.Site;

    [Fact]
    public async Task The_sums_are_those_of_the_report()
    {
        var report = PlanCheck.Default.Check(Samples.Read("demo-city.json"), Samples.AsOf).Plans[0];

        Once(await site.Open(Page))[^1].ShouldBe(report.Alerts.Count);
        Once(await site.Open($"{Page}?severity=undetermined"))[^1].ShouldBe(report.Undetermined.Count);
        var page = await site.Open(Page);
        var categories = page.ById("heat").Descendants("th").Where(cell => (string?)cell.Attribute("scope") == "col").Skip(1).SkipLast(1).Select(HtmlPage.Text).ToList();
        categories.ShouldBe(["進捗", "KPI", "セキュリティ", "推進体制", "データ"]);
        Once(page).SkipLast(1).ShouldBe(new[] { "schedule", "kpi", "security", "governance", "data" }.Select(category => report.Alerts.Count(alert => alert.Category == category)));
    }

    [Fact]
    public async Task Each_row_adds_up_and_so_does_each_column_of_rows()
    {
        var page = await site.Open(Page);
        var rows = page.ById("heat").Descendants("tbody").Single().Elements("tr").Select(Numbers).ToList();

        rows.ShouldAllBe(row => row.SkipLast(1).Sum() == row.Last());
        var columns = Numbers(page.ById("heat").Descendants("tfoot").Single().Elements("tr").First());
        columns.ShouldBe(Enumerable.Range(0, columns.Count).Select(i => rows.Sum(row => row[i])));
        page.Main.ShouldContain($"{Once(page)[^1]}件。課ごとに数えると、のべ{columns[^1]}件です。");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?severity=undetermined")]
    [InlineData("?severity=critical")]
    public async Task Each_number_leads_to_the_list_of_exactly_that(string query)
    {
        var links = (await site.Open(Page + query)).ById("heat").Descendants("a").ToList();
        links.Count.ShouldBeGreaterThan(6);

        foreach (var link in links)
        {
            var listed = await site.Open(link.Attribute("href")!.Value);
            Regex.Match(HtmlPage.Text(listed.ById("sum")), @"\d+").Value.ShouldBe(Regex.Match(HtmlPage.Text(link), @"^\d+").Value, link.Attribute("href")!.Value);
        }
    }

    [Fact]
    public async Task Nothing_secret_is_counted_for_who_does_not_see_it()
    {
        var report = PlanCheck.Default.Check(Samples.Read("demo-city.json"), Samples.AsOf).Plans[0];
        var reader = await site.Open(Page, await site.As(Roles.Reader));

        HtmlPage.Text(reader.ById("heat")).ShouldNotContain("セキュリティ");
        Once(reader)[^1].ShouldBe(report.Alerts.Count(alert => !alert.Secret));
        Once(await site.Open(Page, await site.As(Roles.Department, "d-zeimu")))[^1].ShouldBeLessThan(Once(reader)[^1]);
    }

    [Fact]
    public async Task The_more_there_are_the_darker_the_cell_and_the_number_says_it_too()
    {
        var cells = (await site.Open(Page)).WithClass("dx-heat").Where(cell => cell.Name.LocalName == "td")
            .Select(cell => (Step: int.Parse(cell.Attribute("data-step")!.Value, CultureInfo.InvariantCulture), Count: Number(cell))).ToList();

        cells.OrderBy(cell => cell.Count).Select(cell => cell.Step).ShouldBeInOrder();
        cells.Where(cell => cell.Count == 0).ShouldAllBe(cell => cell.Step == 0);
        cells.Max(cell => cell.Step).ShouldBe(4);
    }

    private static List<int> Once(HtmlPage page) => Numbers(page.ById("heat").Descendants("tfoot").Single().Elements("tr").Last());

    private static List<int> Numbers(XElement row) => [.. row.Elements("td").Select(Number)];

    private static int Number(XElement cell) => int.Parse(Regex.Match(HtmlPage.Text(cell), @"^\d+").Value, CultureInfo.InvariantCulture);
}
