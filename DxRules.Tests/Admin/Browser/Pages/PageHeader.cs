using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser.Pages;

/// <summary>What stands above every page.</summary>
internal sealed class PageHeader(IPage page)
{
    public ILocator Role => page.Locator(".dx-account__role");

    public ILocator SignOut => page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" });
}
