using DxRules.Admin.Publishing.Site;
using DxRules.Tests.Admin.Browser;
using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Publishing.Site;

/// <summary>The site from a folder, as somebody opens it from a stick on a machine without a network.</summary>
public sealed class PublicSiteInBrowserTests(ChromiumBrowser browser, WrittenSite written) : IClassFixture<WrittenSite>
{
    private const string Year = WrittenSite.Year;

    [Theory]
    [InlineData("index.html")]
    [InlineData(Year + "index.html")]
    [InlineData(Year + "policies/p1.html")]
    [InlineData(Year + "kpis/k-kiosk.html")]
    [InlineData(Year + "actions.html")]
    [InlineData(Year + "changes.html")]
    [InlineData(Year + "minutes.html")]
    [InlineData(Year + "words.html")]
    [InlineData(Year + "search.html")]
    [InlineData(Year + "data.html")]
    [InlineData("en/" + Year + "policies/p1.html")]
    public async Task A_page_can_be_read_by_everybody(string path)
    {
        await using var tab = await browser.OpenFiles();
        await tab.Page.SetViewportSizeAsync(390, 844);
        await tab.Page.GotoAsync(written.Address(path));
        (await tab.TooWide()).ShouldBeLessThanOrEqualTo(0);
        await tab.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        (await tab.TooWide()).ShouldBeLessThanOrEqualTo(0);

        // Before axe looks, which asks for the stylesheet itself.
        tab.Complaints.ShouldBeEmpty();
        (await AxeRun.On(tab.Page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_typed_leaves_only_what_fits()
    {
        await using var tab = await browser.OpenFiles();
        await tab.Page.GotoAsync(written.Address(Year + "search.html"));
        var (all, found) = (await tab.Page.Locator("#entries > li:visible").CountAsync(), tab.Page.Locator("#found"));
        (await found.InnerTextAsync()).ShouldBe($"全部で{all}件あります。");

        await tab.Page.Locator("#q").FillAsync("ＲＰＡ どうにゅう");
        (await found.InnerTextAsync()).ShouldBe("見つかりませんでした。ほかのことばを試してください。");
        await tab.Page.Locator("#q").FillAsync("ｺﾝﾋﾞﾆ 証明書");
        var left = await tab.Page.Locator("#entries > li:visible").AllInnerTextsAsync();

        left.Count.ShouldBeInRange(1, all - 1);
        left.ShouldAllBe(text => text.Contains("コンビニ") && text.Contains("証明書"));
        (await found.InnerTextAsync()).ShouldBe($"{left.Count}件見つかりました。");
        await tab.Page.Locator("#entries > li:visible a").First.ClickAsync();
        (await tab.Page.Locator("h1").CountAsync()).ShouldBe(1);
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_the_whole_list_stands_there_and_every_step_is_a_link()
    {
        await using var tab = await browser.OpenFiles(script: false);
        await tab.Page.GotoAsync(written.Address("index.html"));

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "令和6年度（2024年度）の進みぐあい" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "1 窓口サービスの改革", Exact = true }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "証明書のコンビニ交付率" }).First.ClickAsync();
        (await tab.Page.Locator(".dx-sentence").InnerTextAsync()).ShouldBe("目標（めざす数字）は、令和8年度に50%です。令和6年度は34%でした。予定より遅れています。");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "さがす", Exact = true }).ClickAsync();

        (await tab.Page.Locator("#search").IsVisibleAsync()).ShouldBeFalse();
        (await tab.Page.Locator("#entries > li").CountAsync()).ShouldBeGreaterThan(20);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        (await tab.Page.Locator("h1").InnerTextAsync()).ShouldBe("Search");
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_is_printed_with_what_is_folded_on_the_screen()
    {
        await using var tab = await browser.OpenFiles();
        await tab.Page.GotoAsync(written.Address(Year + "index.html"));
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await tab.Page.SetViewportSizeAsync(680, 900);

        (await tab.TooWide()).ShouldBeLessThanOrEqualTo(0);
        (await tab.Page.Locator("#progress table").IsVisibleAsync()).ShouldBeTrue();
        (await tab.Page.Locator(".dx-nav").IsVisibleAsync()).ShouldBeFalse();
    }
}

/// <summary>A site in a folder, written once for all tests that only read it.</summary>
public sealed class WrittenSite : IDisposable
{
    internal const string Year = "992011/demo-dx-2023/2024/";

    private readonly TemporaryFolder folder = new();

    public WrittenSite() => SiteFolder.Write(new PublicSite(MadeSite.DemoCity()), Path.Combine(folder.Path, "市のページ"), _ => { }, default);

    public string Address(string path) => new Uri(Path.Combine(folder.Path, "市のページ", path)).AbsoluteUri;

    public void Dispose() => folder.Dispose();
}
