using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>A real browser, started once for a class of tests; where there is none its tests are skipped and say so.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } path)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    /// <summary>A tab in which nobody has been anywhere yet.</summary>
    internal async Task<BrowserTab> Open(Uri site, bool script = true)
    {
        Assert.SkipWhen(browser is null, "No Chromium on this machine; .ci/run installs one.");
        return new BrowserTab(await browser.NewPageAsync(new() { BaseURL = site.ToString(), JavaScriptEnabled = script }), site);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>A tab, and everything a page did in it that it should not have done.</summary>
internal sealed class BrowserTab : IAsyncDisposable
{
    public BrowserTab(IPage page, Uri site)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add($"console: {message.Text}");
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != site.Authority)
                Complaints.Add($"outside request: {request.Url}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                Complaints.Add($"{response.Status}: {response.Url}");
        };
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    /// <summary>Keeps a picture of the whole page under TestResults/screenshots, which git ignores.</summary>
    public Task Picture(string name) =>
        Page.ScreenshotAsync(new() { FullPage = true, Path = Repository.File("TestResults", "screenshots", name + ".png") });

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
