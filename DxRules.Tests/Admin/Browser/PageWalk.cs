namespace DxRules.Tests.Admin.Browser;

/// <summary>A visit to every page of the demonstration in both languages, made once for all tests that ask what was found.</summary>
public sealed class PageWalk : IAsyncLifetime
{
    private readonly DemoSite demo = new();
    private readonly ChromiumBrowser browser = new();
    private readonly List<Finding> findings = [];

    internal SitePages Pages { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await demo.InitializeAsync();
        await browser.InitializeAsync();
        await demo.Site.In(async services => Pages = await SitePages.Of(services));
        if (!browser.IsThere)
            return;
        var languages = await Task.WhenAll(Walk("ja"), Walk("en"));
        findings.AddRange(languages.SelectMany(found => found));
    }

    internal IReadOnlyList<string> Found(PageCheck check)
    {
        browser.SkipWithoutBrowser();
        return [.. findings.Where(finding => finding.Check == check).Select(finding => finding.ToString())];
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await demo.DisposeAsync();
    }

    private async Task<IReadOnlyList<Finding>> Walk(string language)
    {
        await using var tab = await browser.Open(demo.Site);
        var found = new List<Finding>();
        foreach (var page in Pages.All)
            found.AddRange(await new PageVisit(tab, page, language).Look());
        return found;
    }
}
