using DxRules.Admin.People;
using DxRules.Tests.Admin.Versions;

namespace DxRules.Tests.Admin.Browser;

/// <summary>A visit to every page of the demonstration in both languages and as each role, made once for all tests that ask what was found.</summary>
public sealed class PageWalk(LoadedDemo loaded, ChromiumBrowser browser) : IAsyncLifetime
{
    private readonly DemoSite demo = new(loaded);
    private readonly List<Finding> findings = [];

    internal SitePages Pages { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await demo.InitializeAsync();
        await demo.Site.In(SampleChanges.Make);
        await demo.Site.In(async services => Pages = await SitePages.Of(services));
        if (!browser.IsThere)
            return;

        // One after the other for a person, because the language of a page is remembered with the person.
        await Task.WhenAll(Look(RunningSite.Everything, page => !page.IsForNobody), LookAsOthers());
    }

    internal IReadOnlyList<string> Found(PageCheck check)
    {
        browser.SkipWithoutBrowser();
        return [.. findings.Where(finding => finding.Check == check).Select(finding => finding.ToString())];
    }

    public ValueTask DisposeAsync() => demo.DisposeAsync();

    private async Task LookAsOthers()
    {
        await Look(Roles.None, page => page.IsForNobody);
        // The other roles see parts of what one sees who may do everything; these two see pages of their own.
        await Glance(Roles.Department);
        await Glance(Roles.Reader);
    }

    private async Task Look(Roles roles, Func<SitePage, bool> which)
    {
        await using var tab = await browser.Open(demo.Site, roles: roles);
        foreach (var page in Pages.All.Where(which))
        {
            foreach (var language in PageVisit.Languages.Where(language => language == "ja" || !page.IsVariant))
                Keep(await new PageVisit(tab, page, language).Look());
        }
    }

    private async Task Glance(Roles role)
    {
        await using var tab = await browser.Open(demo.Site, roles: role, departments: role == Roles.Department ? ["d-shimin"] : []);
        foreach (var page in Pages.All.Where(page => (page.Holders & role) != 0))
            Keep(await new PageVisit(tab, page, "ja").Glance(role));
    }

    private void Keep(IReadOnlyList<Finding> found)
    {
        lock (findings)
            findings.AddRange(found);
    }
}
