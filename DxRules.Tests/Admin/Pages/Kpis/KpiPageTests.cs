using System.Net;
using System.Xml.Linq;

namespace DxRules.Tests.Admin.Pages.Kpis;

public sealed class KpiPageTests(KpiPlanSite shared) : IClassFixture<KpiPlanSite>
{
    private RunningSite Site => shared.Site;

    [Theory]
    [InlineData("falling", "このまま進めば令和7年度に14分の見込みで、目標15分に届きます。")]
    [InlineData("few", "令和6年度の実績は120件です。目標200件までの道のりの20%を進みました（期待は40%）。")]
    [InlineData("kept", "令和6年度の実績は99.8%で、維持する値99.95%から許容差0.05%を超えて離れています。")]
    [InlineData("pilot", "令和6年度の実績は3業務です。実証中のため、目標に対しては判定しません。")]
    [InlineData("unbased", "令和6年度の実績は20%です。目標に対する進み方は判定できません（現況値が分からない）。")]
    [InlineData("silent", "実績がまだありません。目標は令和9年度の50%です。")]
    [InlineData("over", "目標年度を迎えた令和6年度の実績は9%で、目標10%に1ポイント届きませんでした。")]
    public async Task The_figures_come_to_one_sentence(string kpi, string sentence) =>
        (await Site.Open($"/plans/1/kpis/{kpi}")).Main.ShouldContain(sentence);

    [Fact]
    public async Task A_rising_series_shows_where_it_leads_and_by_how_much_that_may_vary()
    {
        var page = await Site.Open("/plans/1/kpis/rising");

        // 18, 24, 31: the line leads to 50.33, steps of 6 and 7 to 49 and 52.
        page.Main.ShouldContain("このままでは令和9年度に50.33%の見込みで、目標60%に9.67ポイント届きません。");
        var svg = Wide(page).Single();
        HtmlPage.Text(svg.Element("desc")!).ShouldContain("令和6年度の実績は31%（速報）。");
        HtmlPage.Text(svg.Element("desc")!).ShouldContain("令和9年度の見込みは50.33%、見込みの幅は49%から52%まで。");
        Looks(svg, "circle").ShouldBe(["dx-chart__origin", "dx-chart__mark", "dx-chart__mark", "dx-chart__open"], ignoreOrder: true);
        Looks(svg, "polygon").ShouldBe(["dx-chart__span", "dx-chart__annual"]);
        Looks(svg, "line").ShouldContain("dx-chart__revision");
        page.Main.ShouldContain("（31% − 10%）÷（60% − 10%）＝ 42%");
        page.Main.ShouldContain("42% ÷ 50% ＝ 0.84");
        page.Main.ShouldContain("前倒しのため");
    }

    [Fact]
    public async Task Under_three_years_it_says_why_there_is_no_forecast()
    {
        var page = await Site.Open("/plans/1/kpis/few");

        page.Main.ShouldContain("実績が2年分で3年分に満たないため、見込みは出しません。");
        Looks(Wide(page).Single(), "polygon").ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_cities_stand_in_the_order_of_their_codes_with_their_definition_and_date()
    {
        var page = await Site.Open("/plans/1/kpis/rising");

        page.ById("peers-rising-all").Descendants("tr").Skip(1).Select(HtmlPage.Text).ShouldBe(
            ["仙台市041009 令和4年度 55% 18% 不明 不明", "山形市062014 令和5年度 40% 24% 同じ 令和6年3月31日（2024年）"]);
    }

    [Theory]
    [InlineData("rising")]
    [InlineData("falling")]
    [InlineData("few")]
    [InlineData("kept")]
    [InlineData("pilot")]
    [InlineData("over")]
    public async Task The_picture_shows_the_figures_of_its_table(string kpi)
    {
        var page = await Site.Open($"/plans/1/kpis/{kpi}");

        var cells = page.ById($"years-{kpi}-all").Descendants("tr").Skip(1).Select(row => row.Elements("td").Select(HtmlPage.Text).ToList()).ToList();
        var svg = Wide(page).Single();
        var actuals = page.ById($"years-{kpi}-all").WithClass("dx-value").Select(HtmlPage.Text).ToList();
        Looks(svg, "circle").Count(look => look is not "dx-chart__origin").ShouldBe(actuals.Count);
        var words = svg.Descendants("text").Select(HtmlPage.Text).ToList();
        actuals.ShouldAllBe(value => words.Any(word => word.Contains(value)) && svg.Element("desc")!.Value.Contains(value));
        foreach (var text in words.Where(word => word.StartsWith("見込み ") || word.StartsWith("目標 ")))
            string.Join(' ', cells.SelectMany(row => row)).ShouldContain(text.Split(' ')[1]);
    }

    [Fact]
    public async Task What_somebody_called_a_KPI_is_text_wherever_it_stands()
    {
        var page = await Site.Open("/plans/1/kpis/rising");

        page.Heading.ShouldStartWith(KpiPlan.Hostile);
        page.All("b").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_KPI_that_is_not_there_is_not_found()
    {
        using var response = await Site.Client.GetAsync("/plans/1/kpis/none");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_KPI_of_the_list_has_a_page_and_the_next_one_follows()
    {
        var list = await Site.Open("/plans/1/kpis");
        var addresses = list.ById("kpis").Descendants("th").SelectMany(head => head.Descendants("a")).Select(link => link.Attribute("href")!.Value).ToList();

        addresses.ShouldBe(KpiPlan.Document.Plan.Kpis.Select(kpi => $"/plans/1/kpis/{kpi.Id}"));
        foreach (var (address, next) in addresses.Zip(addresses.Skip(1)))
            (await Site.Open(address)).All("a").Select(link => link.Attribute("href")!.Value).ShouldContain(next);
    }

    // Without the picture of other cities.
    private static IEnumerable<XElement> Wide(HtmlPage page) => page.WithClass("dx-chart__wide").Where(svg => !svg.Parent!.Attribute("id")!.Value.StartsWith("peers-chart-", StringComparison.Ordinal));

    private static List<string> Looks(XElement svg, string shape) => [.. svg.Descendants(shape).Select(part => part.Attribute("class")!.Value)];
}

/// <summary>A site with <see cref="KpiPlan"/> alone.</summary>
public sealed class KpiPlanSite : IAsyncLifetime
{
    internal RunningSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await RunningSite.WithPlan(FabricatedCheck.Everything, KpiPlan.Document);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

file static class Elements
{
    public static IEnumerable<XElement> WithClass(this XElement root, string name) => root.Descendants().Where(element => (string?)element.Attribute("class") == name);
}
