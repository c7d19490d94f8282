using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>The demonstration as `serve --demo` shows it; where it is the way through that counts, the fabricated check.</summary>
public sealed class PagesInABrowserTests(DemoSite demo, ReadOnlySite fabricated, ChromiumBrowser browser)
    : IClassFixture<DemoSite>, IClassFixture<ReadOnlySite>, IClassFixture<ChromiumBrowser>
{
    [Theory]
    [InlineData("home", "/")]
    [InlineData("yamagata", "/cycles/1/alerts")]
    [InlineData("alerts", "/cycles/2/alerts")]
    [InlineData("alerts-en", "/cycles/2/alerts?lang=en")]
    [InlineData("alerts-by-rule", "/cycles/2/alerts?order=rule&severity=warning")]
    [InlineData("alert", "/cycles/2/alerts?rule=KPI-02", ".dx-alert a")]
    [InlineData("alert-en", "/cycles/2/alerts?rule=GOV-03&lang=en", ".dx-alert a")]
    [InlineData("alert-wording", "/cycles/2/alerts?rule=SCH-02", ".dx-alert a")]
    [InlineData("undetermined", "/cycles/1/alerts", "#undetermined summary", "#undetermined details[open] a")]
    public async Task A_page_fits_every_width_and_asks_nothing_of_other_hosts(string name, string address, params string[] clicks)
    {
        await using var tab = await browser.Open(demo.Site.Address);
        var page = tab.Page;
        foreach (var width in new[] { 390, 1280, 1920 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(address);
            foreach (var click in clicks)
                await page.Locator(click).First.ClickAsync();

            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{name} at {width} px");
            if (width < 1920)
                await tab.Picture($"{name}-{width}");
        }
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await tab.Picture($"{name}-print");
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        await using var tab = await browser.Open(fabricated.Site.Address, script: false);
        var page = tab.Page;

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "指摘の一覧を見る" }).ClickAsync();
        await page.GetByText("この指摘が原因の").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = FabricatedCheck.Following.Message.Ja }).WaitForAsync(new() { State = WaitForSelectorState.Visible });

        await page.GetByLabel("重大度", new() { Exact = true }).SelectOptionAsync("critical");
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込む" }).ClickAsync();
        (await page.Locator(".dx-alert").CountAsync()).ShouldBe(1);

        await page.GetByRole(AriaRole.Link, new() { Name = FabricatedCheck.Late.Message.Ja }).ClickAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).ShouldBe(FabricatedCheck.Late.Message.Ja);
        tab.Complaints.ShouldBeEmpty();
    }
}
