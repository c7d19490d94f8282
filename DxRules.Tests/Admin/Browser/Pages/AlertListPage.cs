using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser.Pages;

/// <summary>指摘の一覧, as a person finds its parts.</summary>
internal sealed class AlertListPage(IPage page)
{
    public static async Task<AlertListPage> Open(BrowserTab tab, int cycle)
    {
        await tab.Page.GotoAsync($"/cycles/{cycle}/alerts");
        return new AlertListPage(tab.Page);
    }

    public ILocator Severity => page.GetByLabel("重大度", new() { Exact = true });

    public ILocator Category => page.GetByLabel("分類", new() { Exact = true });

    public ILocator Rule => page.GetByLabel("規則", new() { Exact = true });

    public ILocator Order => page.GetByLabel("並べ方", new() { Exact = true });

    public ILocator Words => page.GetByRole(AriaRole.Searchbox);

    public ILocator Filter => page.GetByRole(AriaRole.Button, new() { Name = "絞り込む" });

    public ILocator ClearFilter => page.GetByRole(AriaRole.Link, new() { Name = "条件を解除" });

    public ILocator AsOf => page.GetByLabel("基準日");

    /// <summary>The alerts that stand for themselves.</summary>
    public ILocator Alerts => page.Locator(".dx-alert");

    public ILocator Alert(string sentence) => page.GetByRole(AriaRole.Link, new() { Name = sentence });

    /// <summary>Shows the alerts that another one causes.</summary>
    public ILocator Folded => page.Locator("summary", new() { HasText = "この指摘が原因の" });

    public async Task FilterBySeverity(string word)
    {
        await Severity.SelectOptionAsync(new SelectOptionValue { Label = word });
        await Filter.ClickAsync();
    }

    public async Task<AlertDetailPage> GoTo(string sentence)
    {
        await Alert(sentence).ClickAsync();
        return new AlertDetailPage(page);
    }
}
