using System.Text.RegularExpressions;
using System.Xml.Linq;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Admin.Pages;

public sealed class HomePictureTests(CheckedSite shared) : IClassFixture<CheckedSite>
{
    private readonly RunningSite site = shared.Site;

    [Fact]
    public async Task KPIs_and_initiatives_are_counted_as_the_engine_grades_them()
    {
        var counts = PlanCheck.Default.Grades(Samples.Read("demo-city.json"), new DateOnly(2025, 6, 2)).Subjects.First(grade => grade.Subject.Type == "plan").Counts;

        var page = await site.Open("/");

        Numbers(page.ById("table-kpis-1")).ShouldBe(Counts("kpi"));
        Numbers(page.ById("table-initiatives-1")).ShouldBe(Counts("initiative"));

        int[] Counts(string type)
        {
            int[] kinds = [.. new[] { GradeKind.Good, GradeKind.Behind, GradeKind.NotAssessable }.Select(kind => counts.Where(count => count.Type == type && count.Kind == kind).Sum(count => count.Count))];
            return [.. kinds, kinds.Sum()];
        }

        static int[] Numbers(XElement table) => [.. table.Descendants("tr").ElementAt(1).Elements("td").Select(Count)];
    }

    [Fact]
    public async Task Alerts_are_counted_as_the_report_counts_them()
    {
        var counts = PlanCheck.Default.Check(Samples.Read("demo-city.json"), Samples.AsOf).Plans[0].Alerts.GroupBy(alert => alert.Severity).ToDictionary(group => group.Key, group => group.Count());

        var row = (await site.Open("/")).ById("table-cycles-1").Descendants("tr").Last();

        row.Elements("td").Select(Count).Take(4).ShouldBe(new[] { Severity.Critical, Severity.Warning, Severity.Notice, Severity.Info }.Select(severity => counts.GetValueOrDefault(severity)));
    }

    [Fact]
    public async Task Every_number_leads_to_a_list_of_as_many()
    {
        var page = await site.Open("/");

        foreach (var cell in page.WithClass("dx-home__picture").SelectMany(picture => picture.Descendants("td")))
        {
            var address = cell.Descendants("a").Single().Attribute("href")!.Value;
            var list = await site.Open(address);
            var listed = address.StartsWith("/cycles/") ? Sum(list)
                : address.Contains("/kpis") ? list.All("a").Select(link => link.Attribute("href")!.Value).Where(href => Regex.IsMatch(href, "^/plans/1/kpis/[^#]+$")).Distinct().Count()
                : list.All("a").Select(link => link.Attribute("href")!.Value).Where(href => Regex.IsMatch(href, "^/plans/1/initiatives/[^#]+$")).Distinct().Count();
            listed.ShouldBe(Count(cell), address);
        }

        static int Sum(HtmlPage list) => list.All("p").Any(p => (string?)p.Attribute("id") == "sum") || list.All("div").Any(p => (string?)p.Attribute("id") == "sum")
            ? int.Parse(Regex.Match(HtmlPage.Text(list.ById("sum")), "表示 ([0-9]+)件").Groups[1].Value) : 0;
    }

    [Fact]
    public async Task A_picture_draws_the_numbers_of_its_table()
    {
        var pictures = (await site.Open("/")).WithClass("dx-home__picture").ToList();

        pictures.Count.ShouldBe(4);
        foreach (var picture in pictures)
        {
            var svg = picture.Descendants("svg").First();
            var cells = picture.Descendants("td").Select(cell => Count(cell)).ToList();
            var drawn = svg.Descendants("text").Where(text => text.Attribute("class")!.Value == "dx-chart__strong").Select(text => int.Parse(text.Value)).ToList();
            drawn.ShouldBe(picture.Descendants("tr").Skip(1).Select(row => Count(row.Elements("td").Last())).Take(drawn.Count));
            foreach (var row in picture.Descendants("tr").Skip(1).Take(drawn.Count))
                HtmlPage.Text(svg.Element("desc")!).ShouldContain(HtmlPage.Text(row.Element("th")!));
            cells.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task A_department_sees_its_own_numbers_and_not_those_of_others()
    {
        using var shimin = await site.As(Roles.Department, "d-shimin");

        var page = await site.Open("/", shimin);

        page.WithClass("dx-home__picture").Count().ShouldBe(3, "where alerts gather is for those who see all");
        var total = page.ById("table-kpis-1").Descendants("tr").ElementAt(1).Elements("td").Last();
        Count(total).ShouldBeLessThan(Count((await site.Open("/")).ById("table-kpis-1").Descendants("tr").ElementAt(1).Elements("td").Last()));
    }

    [Fact]
    public async Task A_plan_that_is_not_under_review_has_no_pictures()
    {
        await using var unchecked_ = await RunningSite.WithPlanOnly(FabricatedCheck.Everything);

        (await unchecked_.Open("/")).WithClass("dx-home__picture").ShouldBeEmpty();
    }

    private static int Count(XElement cell) => int.Parse(cell.Descendants("a").Single().Nodes().OfType<XText>().First().Value.Trim());
}
