using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

public sealed class PagesInABrowserTests(ReadOnlySite shared, ChromiumBrowser browser) : IClassFixture<ReadOnlySite>, IClassFixture<ChromiumBrowser>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "home", "/" },
        { "alerts", "/cycles/1/alerts" },
        { "alerts-en", "/cycles/1/alerts?lang=en" },
        { "alert", $"/cycles/1/alerts/{FabricatedCheck.Late.Key}" },
        { "undetermined", $"/cycles/1/alerts/{FabricatedCheck.NoActual.Key}" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_every_width_and_asks_nothing_of_other_hosts(string name, string address)
    {
        await using var tab = await browser.Open(shared.Site.Address);
        foreach (var width in new[] { 390, 1280, 1920 })
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.Page.GotoAsync(address);

            (await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{name} at {width} px");
            await tab.Picture($"{name}-{width}");
        }
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        await using var tab = await browser.Open(shared.Site.Address, script: false);
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
