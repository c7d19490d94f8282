using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser.Pages;

/// <summary>The page of one alert or undetermined result, as a person finds its parts.</summary>
internal sealed class AlertDetailPage(IPage page)
{
    public ILocator Sentence => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator BackToList => page.GetByRole(AriaRole.Navigation, new() { Name = "現在位置" }).GetByRole(AriaRole.Link, new() { Name = "指摘の一覧" });

    public ILocator RuleText => page.GetByText("規則の本文");
}
