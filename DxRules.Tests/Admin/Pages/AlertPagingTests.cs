namespace DxRules.Tests.Admin.Pages;

/// <summary>A list of more alerts than a page holds.</summary>
public sealed class AlertPagingTests(AlertPagingTests.ManyAlerts shared) : IClassFixture<AlertPagingTests.ManyAlerts>
{
    private const string List = "/cycles/1/alerts";
    private readonly RunningSite many = shared.Site;

    public sealed class ManyAlerts : IAsyncLifetime
    {
        internal RunningSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await RunningSite.WithDemoCity(FabricatedCheck.Many(130));

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    [Fact]
    public async Task Pages_lead_through_all_alerts_each_once_and_headings_go_on()
    {
        var pages = new List<HtmlPage> { await many.Open(List) };
        while (pages[^1].All("a").Any(link => HtmlPage.Text(link) == "次のページ"))
            pages.Add(await many.Open(pages[^1].Link("次のページ")));

        pages.Select(page => page.Alerts.Count).ShouldBe([50, 50, 30]);
        pages.SelectMany(page => page.Alerts).Distinct().Count().ShouldBe(130);
        HtmlPage.Text(pages[0].WithClass("dx-pager").Single()).ShouldBe("1 / 3 ページ（1～50行目、全130行）次のページ");
        Headings(pages[0]).ShouldNotContain("続き");
        Headings(pages[1]).ShouldContain("（続き）");
        pages.Select(page => HtmlPage.Text(page.ById("sum"))).Distinct().Single().ShouldStartWith("表示 130件 = 指摘 130件");
    }

    [Theory]
    [InlineData("0", 50)]
    [InlineData("-3", 50)]
    [InlineData("x", 50)]
    [InlineData("", 50)]
    [InlineData("2.5", 50)]
    [InlineData("99999999999999999999", 50)]
    [InlineData("3", 30)]
    [InlineData("99999", 30)]
    public async Task A_page_that_there_is_not_shows_the_first_or_the_last(string page, int alerts) =>
        (await many.Open($"{List}?page={page}")).Alerts.Count.ShouldBe(alerts);

    [Fact]
    public async Task The_filter_goes_on_over_the_pages_and_a_new_one_starts_on_the_first()
    {
        var page = await many.Open($"{List}?severity=warning&order=rule");

        page.Alerts.Count.ShouldBe(50);
        page.Link("次のページ").ShouldBe($"{List}?severity=warning&order=rule&page=2");
        HtmlPage.Fields(page.Form("絞り込む")).Keys.ShouldNotContain("page");
    }

    [Fact]
    public async Task All_pages_stand_on_one_for_paper()
    {
        var page = await many.Open((await many.Open($"{List}?page=2")).Link("全件を1ページに表示（印刷用）"));

        page.Alerts.Count.ShouldBe(130);
        page.WithClass("dx-pager").ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_folded_alerts_the_first_stand_under_their_cause_and_all_are_counted()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Many(30, FabricatedCheck.Late.Key));

        var page = await site.Open(List);

        page.Alerts.ShouldBe([FabricatedCheck.Late.Key]);
        var folded = page.WithClass("dx-folded").Single();
        HtmlPage.Text(folded).ShouldStartWith("この指摘が原因の30件");
        folded.Descendants("li").Count().ShouldBe(11);
        HtmlPage.Text(folded.Descendants("li").Last()).ShouldBe("ほか20件を、この指摘のページで見る");
        (await site.Open($"{List}?all=show")).WithClass("dx-folded").Single().Descendants("li").Count().ShouldBe(30);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?order=department")]
    [InlineData("?q=稼働&page=2")]
    [InlineData("?all=show")]
    [InlineData("?handler=export")]
    public async Task More_alerts_need_no_more_queries(string query)
    {
        await using var few = await RunningSite.WithDemoCity(FabricatedCheck.Many(3));
        await few.Open(List);
        await many.Open(List);

        var needed = await Commands(few, List + query);

        needed.ShouldBeInRange(5, 30);
        (await Commands(many, List + query)).ShouldBe(needed);
    }

    private static async Task<int> Commands(RunningSite site, string address)
    {
        using var counter = new CommandCounter(site);
        using var response = await site.Client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return counter.Count;
    }

    private static string Headings(HtmlPage page) => string.Join(' ', page.WithClass("dx-group").SelectMany(group => group.Descendants("h2")).Select(HtmlPage.Text));
}
