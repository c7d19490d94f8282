using System.Xml.Linq;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Admin.Pages.Kpis;

public sealed class KpiListTests(CheckedSite shared) : IClassFixture<CheckedSite>
{
    private static readonly DateOnly Today = new(2025, 6, 2);
    private readonly RunningSite site = shared.Site;

    [Fact]
    public async Task The_figures_are_those_of_the_engine()
    {
        var grades = PlanCheck.Default.Grades(Samples.Read("demo-city.json"), Today).Subjects.Where(grade => grade.Subject.Type == "series").ToDictionary(grade => grade.Subject.Title);

        var rows = Rows(await site.Open("/plans/1/kpis"));

        rows.Select(row => row.Title).ShouldBe(grades.Keys, ignoreOrder: true);
        foreach (var (title, cells) in rows)
        {
            var grade = grades[title];
            cells[3].ShouldBe(Text(grade, "進捗率"), title);
            cells[4].ShouldBe(Text(grade, "期待進捗率"), title);
            cells[5].ShouldBe(Text(grade, "ペース"), title);
            cells[6].ShouldEndWith(grade.Label.Ja, Case.Sensitive, title);
            if (grade.Figures.FirstOrDefault(figure => figure.Name.Ja == "目標値") is { } target)
                cells[2].ShouldStartWith(target.Text.Ja, Case.Sensitive, title);
        }
    }

    [Fact]
    public async Task The_page_of_a_series_puts_the_same_figures_into_its_formula()
    {
        foreach (var grade in PlanCheck.Default.Grades(Samples.Read("demo-city.json"), Today).Subjects.Where(grade => grade.Subject.Type == "series"))
        {
            var page = await site.Open($"/plans/1/kpis/{KpiOf(grade.Subject.Id)}");
            var counted = HtmlPage.Text(page.ById($"series-{grade.Subject.Id}"));
            foreach (var name in new[] { "進捗率", "期待進捗率", "ペース" })
            {
                if (grade.Figures.FirstOrDefault(figure => figure.Name.Ja == name) is { } figure)
                    counted.ShouldContain($"＝ {figure.Text.Ja}", Case.Sensitive, $"{grade.Subject.Id} {name}");
            }
        }
    }

    [Fact]
    public async Task The_alerts_are_those_of_the_report()
    {
        var report = PlanCheck.Default.Check(Samples.Read("demo-city.json"), Samples.AsOf).Plans[0];
        var page = await site.Open("/plans/1/kpis");

        foreach (var kpi in page.ById("kpis").Descendants("a").Select(link => link.Attribute("href")!.Value).Where(href => href.EndsWith("#alerts")))
        {
            var id = kpi.Split('/')[^1].Replace("#alerts", "");
            var keys = report.Alerts.Where(alert => KpiOf(alert.Subject.Id.Split('/')[0]) == id).Select(alert => alert.Key).ToList();
            HtmlPage.Text(page.All("a").First(link => link.Attribute("href")!.Value == kpi)).ShouldStartWith($"{keys.Count}件");
            HtmlPage.Text((await site.Open(kpi)).ById("alerts").Descendants("h2").Single()).ShouldBe($"指摘 今ある指摘 {keys.Count}件");
        }
        page.All("a").Count(link => link.Attribute("href")!.Value.EndsWith("#alerts")).ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("good", GradeKind.Good)]
    [InlineData("behind", GradeKind.Behind)]
    [InlineData("notAssessable", GradeKind.NotAssessable)]
    public async Task Each_grade_leads_to_as_many_KPIs_as_it_says(string word, GradeKind kind)
    {
        var expected = PlanCheck.Default.Grades(Samples.Read("demo-city.json"), Today).Subjects.Where(grade => grade.Subject.Type == "kpi" && grade.Kind == kind).ToList();
        var list = await site.Open("/plans/1/kpis");
        var tab = list.WithClass("dx-tabs").Single().Descendants("a").Single(link => link.Attribute("href")!.Value.EndsWith($"grade={word}"));

        HtmlPage.Text(tab).ShouldEndWith($" {expected.Count}件");
        var shown = await site.Open(tab.Attribute("href")!.Value);
        shown.ById("kpis").Descendants("a").Select(link => link.Attribute("href")!.Value.Split('/')[^1]).Where(id => !id.Contains('#') && id.StartsWith("k-")).Distinct()
            .ShouldBe(expected.Select(grade => grade.Subject.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task A_department_sees_its_own()
    {
        using var shimin = await site.As(Roles.Department, "d-shimin");

        var page = await site.Open("/plans/1/kpis", shimin);

        page.ById("kpis").Descendants("tr").Skip(1).Where(row => row.Elements("td").Any()).Select(HtmlPage.Text).ShouldAllBe(row => row.Contains("市民課"));
        (await shimin.GetAsync("/plans/1/kpis/k-bus")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static string Text(SubjectGrade grade, string name) => grade.Figures.FirstOrDefault(figure => figure.Name.Ja == name)?.Text.Ja ?? "–";

    private static List<(string Title, List<string> Cells)> Rows(HtmlPage page) =>
    [
        .. page.ById("kpis").Descendants("tr").Where(row => row.Elements("td").Any())
            .Select(row => (HtmlPage.Text(row.Element("th")!.Element("a")!), row.Elements("td").Select(HtmlPage.Text).ToList())),
    ];

    // The id of the KPI that has a series, or of the KPI itself.
    private static string? KpiOf(string id)
    {
        var plan = Samples.Read("demo-city.json");
        var kpis = plan.Plan.Kpis.Concat((plan.Policies ?? []).SelectMany(policy => (policy.Kpis ?? []).Concat((policy.Initiatives ?? []).SelectMany(initiative => initiative.Kpis))));
        return kpis.FirstOrDefault(kpi => kpi.Id == id || (kpi.Series ?? []).Any(series => series.Id == id))?.Id;
    }
}
