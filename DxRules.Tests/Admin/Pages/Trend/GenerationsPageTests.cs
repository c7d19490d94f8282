using System.Net;
using System.Text.RegularExpressions;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Pages.Trend;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Pages.Trend;

/// <summary>デモ市's plan and the one before it side by side.</summary>
public sealed class GenerationsPageTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Page = "/plans/2/generations";

    [Fact]
    public async Task The_sums_of_both_plans_add_up()
    {
        var sums = (await demo.Site.Open(Page)).ById("sum").Elements("p").Select(HtmlPage.Text).ToList();

        foreach (var numbers in sums.Select(sum => Regex.Matches(sum, @"(\d+)件").Select(match => int.Parse(match.Groups[1].Value)).ToList()))
            numbers.Skip(1).Sum().ShouldBe(numbers[0]);
        var plan = Samples.Read(DemoSite.DemoCityPlan);
        var items = plan.Policies!.Sum(policy => 1 + policy.Initiatives!.Sum(initiative => 1 + initiative.Kpis.Count) + (policy.Kpis?.Count ?? 0)) + plan.Plan.Kpis.Count;
        sums[1].ShouldStartWith($"今の計画 {items}件");
    }

    [Fact]
    public async Task Everything_that_is_lacking_stands_on_its_pages()
    {
        var page = await demo.Site.Open(Page);
        var count = int.Parse(Regex.Match(HtmlPage.Text(page.ById("items")), @"(\d+)件").Groups[1].Value);
        var rows = new List<string>();
        for (var number = 1; number <= (count + 49) / 50; number++)
            rows.AddRange((await demo.Site.Open($"{Page}?page={number}")).All("tr").Where(row => row.Attribute("data-id") is not null).Select(row => row.Attribute("data-id")!.Value));

        rows.Count.ShouldBe(count);
        rows.ShouldBeUnique();
    }

    [Fact]
    public async Task A_plan_without_one_before_says_so() => (await demo.Site.Open("/plans/3/generations")).Main.ShouldContain("前の計画が登録されていないため、並べて見ることはできません。");

    [Fact]
    public async Task Only_plans_that_come_before_can_be_chosen()
    {
        (await demo.Site.Client.GetAsync($"{Page}?with=1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await demo.Site.Client.GetAsync($"{Page}?with=3")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_department_sees_its_own_items()
    {
        var department = await demo.Site.As(Roles.Department, "d-suido");

        var (own, all) = ((await demo.Site.Open(Page, department)).ById("sum"), (await demo.Site.Open(Page)).ById("sum"));

        int First(System.Xml.Linq.XElement sum) => int.Parse(Regex.Match(HtmlPage.Text(sum), @"(\d+)件").Groups[1].Value);
        First(own).ShouldBeInRange(1, First(all) - 1);
    }

    [Fact]
    public void What_was_decided_counts_before_what_titles_say()
    {
        PlanEntry[] later = [new("p1", "initiative", "テレワーク環境の拡充", "1", null), new("p2", "initiative", "ごみ分別アプリ", null, null), new("p3", "kpi", "電子決裁率", null, null)];
        var decided = new Dictionary<string, CarryOverRow>
        {
            ["q1"] = new() { SubjectId = "q1", Decision = CarryOver.Changed, SuccessorSubjectId = "p2", Reason = "一つにする" },
            ["q2"] = new() { SubjectId = "q2", Decision = CarryOver.Dropped, Reason = "役目を終えた" },
        };
        var matching = new EntryMatching(later, decided, new Dictionary<string, string> { ["q3"] = "p1" });
        (Succession, string?) Found(string id, string kind, string title) => matching.Find(new PlanEntry(id, kind, title, null, null)) is var found ? (found.Succession, found.Successor?.Id) : default;

        Found("q1", "initiative", "テレワーク環境の拡充").ShouldBe((Succession.Changed, "p2"));
        Found("q2", "initiative", "ごみ分別アプリ").ShouldBe((Succession.Ended, null));
        Found("q3", "initiative", "在宅勤務").ShouldBe((Succession.Renumbered, "p1"));
        Found("q4", "kpi", "3-1 電子決裁率 ").ShouldBe((Succession.SameTitle, "p3"));
        Found("q5", "initiative", "テレワーク環境の整備").ShouldBe((Succession.NearTitle, "p1"));
        Found("q6", "kpi", "ごみ分別アプリ").ShouldBe((Succession.Lacking, null));
    }
}
