using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DxRules.Admin.Cycles;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.People;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Pages.Plans;

/// <summary>The tree of デモ市's plan with its schedule, on 2 June 2025, after a check as of 31 May.</summary>
public sealed class PlanPageTests(CheckedSite shared) : IClassFixture<CheckedSite>
{
    private static readonly PlanDocument Plan = Samples.Read("demo-city.json");
    private static readonly DateOnly Today = new(2025, 6, 2);

    [Fact]
    public async Task Each_item_has_as_many_alerts_as_the_report_gives_it_and_the_list_behind_the_number_has_them()
    {
        var report = PlanCheck.Default.Check(Plan, new DateOnly(2025, 5, 31)).Plans.Single();
        var page = await shared.Site.Open("/plans/1?level=phases");

        foreach (var policy in Plan.Policies!)
        {
            var below = Ids(policy);
            var expected = report.Alerts.Where(alert => below.Contains(alert.Subject.Id.Split('/')[0])).Select(alert => alert.Key).ToList();
            Count(page, policy.Id).ShouldBe(expected.Count, policy.Id);
            foreach (var initiative in policy.Initiatives ?? [])
                Count(page, initiative.Id).ShouldBe(report.Alerts.Count(alert => Ids(initiative).Contains(alert.Subject.Id.Split('/')[0])), initiative.Id);
            if (expected.Count == 0)
                continue;
            var list = await shared.Site.Open(Row(page, policy.Id).Descendants("a").Last().Attribute("href")!.Value + "&all=show");
            list.Alerts.ShouldBe(expected, ignoreOrder: true);
        }
        report.Alerts.Count.ShouldBe(int.Parse(Regex.Match(page.Main, @"指摘 (\d+)件を見る").Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Each_item_has_the_grade_that_the_scale_gives_it()
    {
        var page = await shared.Site.Open("/plans/1");
        foreach (var grade in PlanCheck.Default.Grades(Plan, Today).Subjects.Where(grade => grade.Subject.Type is "policy" or "initiative"))
            HtmlPage.Text(Row(page, grade.Subject.Id)).ShouldContain($"{grade.Symbol} {grade.Label.Ja}".Trim(), Case.Sensitive, grade.Subject.Id);
    }

    [Fact]
    public async Task Each_bar_says_what_the_words_in_its_row_say()
    {
        var axis = GanttAxis.Of(Plan.AsOf(Today).Document)!;
        var page = await shared.Site.Open("/plans/1?level=phases");
        var rows = page.WithClass("dx-gantt").Where(cell => cell.Descendants("svg").Any(svg => (string?)svg.Attribute("class") == "dx-gantt__bar")).ToList();

        rows.Count.ShouldBe(Plan.Policies!.SelectMany(policy => policy.Initiatives!).Sum(initiative => 1 + initiative.Milestones.Count + (initiative.Lanes ?? []).Sum(lane => lane.Phases!.Count)));
        foreach (var row in rows)
        {
            var words = HtmlPage.Text(row.Element("p")!);
            Drawn(row.Element("svg")!, axis).ShouldBe(words, words);
        }
    }

    [Fact]
    public async Task A_filter_in_the_address_leaves_what_it_says()
    {
        var ofDepartment = await shared.Site.Open("/plans/1?department=d-zeimu");
        Subjects(ofDepartment, "dx-tree__initiative").ShouldBe(
            Plan.Policies!.SelectMany(policy => policy.Initiatives!.Where(initiative =>
                (initiative.Departments.Count > 0 ? initiative.Departments : policy.Departments!.Select(department => department.Id)).Contains("d-zeimu"))).Select(initiative => initiative.Id));

        var concern = Plan.Policies!.SelectMany(policy => policy.Concerns).First();
        Subjects(await shared.Site.Open($"/plans/1?concern={Uri.EscapeDataString(concern)}"), "dx-tree__policy").ShouldBe(
            Plan.Policies!.Where(policy => policy.Concerns.Contains(concern)).Select(policy => policy.Id));

        Subjects(await shared.Site.Open("/plans/1?category=c-town"), "dx-tree__policy").ShouldBe(Plan.Policies!.Where(policy => policy.Category == "c-town").Select(policy => policy.Id));
        (await shared.Site.Open("/plans/1?category=nowhere")).Main.ShouldContain("条件に合う施策と取組はありません。");
        Subjects(await shared.Site.Open("/plans/1?level=policies"), "dx-tree__initiative").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_department_sees_what_it_answers_for()
    {
        var page = await HtmlPage.Read(await (await shared.Site.As(Roles.Department, "d-zeimu")).GetAsync("/plans/1"));

        Subjects(page, "dx-tree__initiative").ShouldBe(Subjects(await shared.Site.Open("/plans/1?department=d-zeimu"), "dx-tree__initiative"));
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_not_found() => (await shared.Site.Client.GetAsync("/plans/99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    // What a drawing shows, read from its shapes alone and put into the words of a row.
    private static string Drawn(XElement svg, GanttAxis axis)
    {
        var planned = Shape(svg, "dx-gantt__planned") is { } outline ? Between(outline, axis) : null;
        if (svg.Elements("text").Any(text => (string?)text.Attribute("y") == "12"))
            planned = planned is null ? "不明" : $"{planned}（一部不明）";
        var words = Shape(svg, "dx-gantt__due") is { } due
            ? $"期日 {Middle(due, axis)} / 達成 {(Shape(svg, "dx-gantt__reached") is { } reached ? Middle(reached, axis) : Done(svg, axis))}"
            : $"計画 {planned ?? "なし"} / 実績 {Done(svg, axis)}";
        return Shape(svg, "dx-gantt__foreseen") is { } foreseen
            ? $"{words} / 見込み {(Numbers(foreseen).Count > 3 ? Middle(foreseen, axis) : EndingAt(Numbers(foreseen)[^1], axis))}まで"
            : words;
    }

    private static string Done(XElement svg, GanttAxis axis)
    {
        var today = axis.Of(Today)!.Value;
        if (svg.Elements("path").SingleOrDefault(shape => (string?)shape.Attribute("class") == "dx-gantt__done") is { } pointing)
            return Numbers(pointing) is var numbers && numbers[0] < numbers[2] ? $"{BeginningAt(numbers[0], axis)}–不明" : $"不明–{EndingAt(numbers[0], axis)}";
        var spans = svg.Elements("rect").Select(rect => (From: Number(rect, "x"), To: Number(rect, "x") + Number(rect, "width")))
            .Select(span => Math.Abs(span.To - today) < 0.02 ? $"{BeginningAt(span.From, axis)}–" : Span(span.From, span.To, axis)).ToList();
        if (svg.Elements("text").Any(text => (string?)text.Attribute("y") == "25"))
            return "不明";
        return spans.Count == 0 ? "なし" : string.Join("、", spans);
    }

    private static string Between(XElement outline, GanttAxis axis)
    {
        var numbers = Numbers(outline);
        if (outline.Attribute("d")!.Value.EndsWith('Z'))
            return Span(numbers[0], numbers[2], axis);
        return numbers[0] < numbers[2] ? $"不明–{EndingAt(numbers[2], axis)}" : $"{BeginningAt(numbers[2], axis)}–{(numbers[0] == GanttAxis.Width ? "" : "不明")}";
    }

    private static string Span(double from, double to, GanttAxis axis) =>
        BeginningAt(from, axis) == EndingAt(to, axis) ? BeginningAt(from, axis) : $"{BeginningAt(from, axis)}–{EndingAt(to, axis)}";

    private static string BeginningAt(double x, GanttAxis axis) => QuarterAt((int)Math.Round(x / GanttAxis.Width * axis.Years * 4), axis);

    private static string EndingAt(double x, GanttAxis axis) => QuarterAt((int)Math.Round(x / GanttAxis.Width * axis.Years * 4) - 1, axis);

    private static string Middle(XElement diamond, GanttAxis axis) => QuarterAt((int)Math.Floor(Numbers(diamond)[0] / GanttAxis.Width * axis.Years * 4), axis);

    private static string QuarterAt(int index, GanttAxis axis) => $"R{axis.First + index / 4 - 2018}Q{index % 4 + 1}";

    private static XElement? Shape(XElement svg, string css) => svg.Elements().SingleOrDefault(shape => (string?)shape.Attribute("class") == css);

    private static List<double> Numbers(XElement path) =>
        [.. Regex.Matches(path.Attribute("d")!.Value, @"-?\d+(\.\d+)?").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    private static double Number(XElement shape, string name) => double.Parse(shape.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static int Count(HtmlPage page, string id) =>
        int.Parse(Regex.Match(HtmlPage.Text(Row(page, id).Elements("td").ElementAt(1)), @"^\d+").Value, CultureInfo.InvariantCulture);

    private static XElement Row(HtmlPage page, string id) => page.All("tr").Single(row => (string?)row.Attribute("data-subject") == id);

    private static IReadOnlyList<string> Subjects(HtmlPage page, string css) => [.. page.WithClass(css).Select(row => row.Attribute("data-subject")!.Value)];

    private static HashSet<string> Ids(PlanObject record)
    {
        var shape = PlanShape.Of(record.GetType());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (shape.Id?.Get(record) is string id)
            ids.Add(id);
        foreach (var member in shape.Members.Where(member => member.ValueKind == PlanValueKind.Object))
        {
            foreach (var below in member.Get(record) switch { PlanObject one => [one], IEnumerable<PlanObject> many => many, _ => [] })
                ids.UnionWith(Ids(below));
        }
        return ids;
    }
}
