using DxRules.Admin.People;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DxRules.Tests.Admin.Browser.ChromiumBrowser))]

namespace DxRules.Tests.Admin.Browser;

/// <summary>A real browser, started once for all tests; where there is none its tests are skipped and say so.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    /// <summary>Milliseconds that a page has to show what is looked for; a busy machine is slow, a missing button never comes.</summary>
    private const float Patience = 15_000;

    private readonly string? path = ChromiumPlace.Find();
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started;

    public ChromiumBrowser() => started = new(Start);

    internal bool IsThere => path is not null;

    /// <summary>
    /// A tab in which nobody has been anywhere yet; two of them share no cookies, as two people at two desks. A person of these roles is signed in,
    /// by default one who may do everything; nobody where they are <see cref="Roles.None"/>.
    /// </summary>
    internal async Task<BrowserTab> Open(RunningSite site, bool script = true, Roles roles = RunningSite.Everything, params string[] departments)
    {
        SkipWithoutBrowser();
        var (_, browser) = await started.Value;
        var context = await browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), JavaScriptEnabled = script, Locale = "ja-JP" });
        context.SetDefaultTimeout(Patience);
        if (roles != Roles.None)
        {
            var session = await site.Session(roles, departments);
            await context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Domain = session.Domain, Path = session.Path, HttpOnly = true }]);
        }
        return new BrowserTab(await context.NewPageAsync(), site.Address);
    }

    /// <summary>A tab without a network, for pages that lie in a folder.</summary>
    internal async Task<BrowserTab> OpenFiles(bool script = true)
    {
        SkipWithoutBrowser();
        var (_, browser) = await started.Value;
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = script, Offline = true, Locale = "ja-JP" });
        context.SetDefaultTimeout(Patience);
        return new BrowserTab(await context.NewPageAsync(), new Uri("file:///"));
    }

    internal void SkipWithoutBrowser() =>
        Assert.SkipUnless(IsThere, $"No Chromium on this machine; .ci/run installs one, or {ChromiumPlace.Variable} says where it is.");

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated)
            return;
        var (playwright, browser) = await started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private async Task<(IPlaywright Playwright, IBrowser Browser)> Start()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] }));
    }
}
