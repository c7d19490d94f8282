using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using AlertStateWords = DxRules.Admin.Pages.Alerts.AlertStateWords;

namespace DxRules.Tests.Admin.Pages.Trend;

/// <summary>The alerts of デモ市 over the five years of its two plans.</summary>
public sealed class TrendPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Page = "/plans/2/trend";

    [Fact]
    public async Task Each_year_counts_what_the_reports_say_of_it()
    {
        var page = await demo.Site.Open(Page);
        var rows = Rows(page);

        rows.Select(row => Year(row)).ShouldBe(["令和2年度", "令和3年度", "令和4年度", "令和5年度", "令和6年度"]);
        foreach (var cycles in new[] { new[] { 1, 2, 3 }, [4, 5] })
        {
            var steps = Lifecycle.Of(await Reports(cycles), Renumbering.None, PlanSchema.Instance).Single().Steps;
            foreach (var (cycle, sum) in cycles.Zip(steps, (cycle, step) => (cycle, step.Sum)))
            {
                var row = rows.Single(row => row.Attribute("data-cycle")!.Value == $"{cycle}");
                Number(row.Elements("td").First()).ShouldBe(sum.Now);
                foreach (var state in Enum.GetValues<AlertState>())
                    Number(row.Elements("td").Single(cell => (string?)cell.Attribute("data-word") == AlertStateWords.Of(state))).ShouldBe(sum.Of(state), $"{cycle} {state}");
            }
        }
    }

    [Fact]
    public async Task The_picture_shows_the_figures_of_its_table()
    {
        var page = await demo.Site.Open(Page);
        var described = page.ById("trend-720-desc").Value;

        foreach (var row in Rows(page))
        {
            int Of(AlertState state) => Number(row.Elements("td").Single(cell => (string?)cell.Attribute("data-word") == AlertStateWords.Of(state)));
            described.ShouldContain(
                $"{Year(row)}は{Number(row.Elements("td").First())}件（継続 {Of(AlertState.Continuing) + Of(AlertState.Eased)}、再発 {Of(AlertState.Recurred)}、悪化 {Of(AlertState.Worsened)}、新規 {Of(AlertState.New)}、解消確認 {Of(AlertState.Cleared)}）。");
        }
        HtmlPage.Text(page.All("figcaption").First()).ShouldMatch(@"^令和6年度の指摘は\d+件で、前回より\d+件増えました");
    }

    [Fact]
    public async Task Numbers_lead_to_as_many_alerts()
    {
        foreach (var link in Rows(await demo.Site.Open($"{Page}?category=kpi")).Last().Elements("td").SkipLast(1).Descendants("a"))
        {
            var listed = await demo.Site.Open(link.Attribute("href")!.Value + "&folded=show&all=show");
            (listed.Alerts.Count + listed.All("section").Where(section => (string?)section.Attribute("id") is "left" or "undetermined").Sum(Count)).ShouldBe(Number(link), link.Attribute("href")!.Value);
        }
    }

    [Fact]
    public async Task Nothing_secret_is_counted_for_who_does_not_see_it()
    {
        var reader = await demo.Site.As(Roles.Reader);

        var open = Rows(await demo.Site.Open(Page, reader));

        open.Select(row => Number(row.Elements("td").First())).Zip(Rows(await demo.Site.Open(Page)).Select(row => Number(row.Elements("td").First()))).ShouldAllBe(pair => pair.First < pair.Second);
        (await demo.Site.Open(Page, reader)).All("a").ShouldNotContain(link => ((string?)link.Attribute("href") ?? "").Contains("category=security", StringComparison.Ordinal));
        Rows(await demo.Site.Open($"{Page}?category=security", reader)).ShouldAllBe(row => Number(row.Elements("td").First()) == 0);
    }

    private static List<XElement> Rows(HtmlPage page) => [.. page.ById("trend-table").Descendants("tbody").Single().Elements("tr")];

    private static string Year(XElement row) => Regex.Match(HtmlPage.Text(row), @"^令和\d+年度").Value;

    private static int Count(XElement section) => int.Parse(Regex.Match(HtmlPage.Text(section), @"(\d+)件").Groups[1].Value, CultureInfo.InvariantCulture);

    private static int Number(XElement cell) => int.Parse(Regex.Match(HtmlPage.Text(cell), @"^\d+").Value, CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<CheckReport>> Reports(int[] cycles)
    {
        var reports = new List<CheckReport>();
        await demo.Site.In(async services =>
        {
            foreach (var cycle in cycles)
            {
                var run = await services.GetRequiredService<AdminDb>().Runs.SingleAsync(run => run.CycleId == cycle);
                reports.Add(ReportJson.Read(new SourceText("report", Encoding.UTF8.GetString(Compressed.Unpack(run.Report)))).Report!);
            }
        });
        return reports;
    }
}
