using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>A real browser, started once for a class of tests; where there is none its tests are skipped and say so.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (ChromiumPlace.Find() is not { } path)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    internal bool IsThere => browser is not null;

    /// <summary>A tab in which nobody has been anywhere yet; two of them share no cookies, as two people at two desks.</summary>
    internal async Task<BrowserTab> Open(Uri site, bool script = true)
    {
        SkipWithoutBrowser();
        var context = await browser!.NewContextAsync(new() { BaseURL = site.ToString(), JavaScriptEnabled = script });
        return new BrowserTab(await context.NewPageAsync(), site);
    }

    internal void SkipWithoutBrowser() =>
        Assert.SkipUnless(IsThere, $"No Chromium on this machine; .ci/run installs one, or {ChromiumPlace.Variable} says where it is.");

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
