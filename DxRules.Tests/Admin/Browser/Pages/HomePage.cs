using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser.Pages;

/// <summary>ホーム, as a person finds its parts.</summary>
internal sealed class HomePage(IPage page)
{
    public static async Task<HomePage> Open(BrowserTab tab)
    {
        await tab.Page.GotoAsync("/");
        return new HomePage(tab.Page);
    }

    public ILocator AllAlerts => page.GetByRole(AriaRole.Link, new() { Name = "指摘の一覧を見る" });

    public async Task<AlertListPage> GoToAlerts()
    {
        await AllAlerts.ClickAsync();
        return new AlertListPage(page);
    }
}
