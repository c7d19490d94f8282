using DxRules.Admin.Cycles;

namespace DxRules.Tests.Admin.Browser;

/// <summary>States of pages that the demonstration is not in, looked at as the walk looks at its pages.</summary>
public sealed class RareStateTests(ChromiumBrowser browser)
{
    [Fact]
    public async Task A_site_without_plans()
    {
        await using var site = await RunningSite.Start(EngineCheck.Check);

        await Look(site, new SitePage("home-without-plans", "/"));
    }

    [Fact]
    public async Task A_plan_that_was_never_reviewed()
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);

        await Look(site, new SitePage("home-without-cycle", "/"));
    }

    [Fact]
    public async Task A_check_that_found_nothing()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Nothing);

        await Look(site, new SitePage("home-without-alerts", "/"), new SitePage("alerts-none", "/cycles/1/alerts"));
    }

    [Fact]
    public async Task A_check_with_faults_and_all_severities()
    {
        await using var site = await RunningSite.WithDemoCity(FabricatedCheck.Everything);

        await Look(site, new SitePage("alerts-with-faults", "/cycles/1/alerts"), new SitePage("alert-with-everything", $"/cycles/1/alerts/{FabricatedCheck.Late.Key}"));
    }

    private async Task Look(RunningSite site, params SitePage[] pages)
    {
        await using var tab = await browser.Open(site);
        var found = new List<Finding>();
        foreach (var page in pages)
        {
            foreach (var language in PageVisit.Languages)
                found.AddRange(await new PageVisit(tab, page, language).Look());
        }
        found.ShouldBeEmpty();
    }
}
