using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser.Pages;

/// <summary>The sheet of a department in a browser.</summary>
internal sealed class DepartmentSheetPage(IPage page)
{
    public ILocator Check => page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめて提出へ" });

    public ILocator SaveDraft => page.GetByRole(AriaRole.Button, new() { Name = "途中保存" });

    public ILocator Submit => page.GetByRole(AriaRole.Button, new() { Name = "提出する" });

    public ILocator Back => page.GetByRole(AriaRole.Button, new() { Name = "戻って直す" });

    public ILocator Status => page.GetByRole(AriaRole.Status);

    /// <summary>The first error of the summary on top.</summary>
    public ILocator FirstError => page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).First;

    /// <summary>A field as a screen reader finds it: by its part and its label.</summary>
    public ILocator Field(string part, string label) => page.GetByRole(AriaRole.Group, new() { Name = part }).GetByLabel(label, new() { Exact = false }).First;

    public static async Task<DepartmentSheetPage> Open(BrowserTab tab, RunningSite site, int cycle, string department)
    {
        await tab.Page.GotoAsync(new Uri(site.Address, $"/cycles/{cycle}/sheets/{department}").ToString());
        return new DepartmentSheetPage(tab.Page);
    }
}
