using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>A tab with cookies of its own, and everything a page did in it that it should not have done.</summary>
internal sealed class BrowserTab : IAsyncDisposable
{
    /// <summary>The environment variable that asks for pictures: they take a third of the time of a visit, and only people look at them.</summary>
    private const string PicturesWanted = "DXRULES_SCREENSHOTS";

    private const int TallestPicture = 4000;

    public BrowserTab(IPage page, Uri site)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => Complaints.Add($"script: {error}");
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

    /// <summary>Keeps a picture of the page under TestResults/screenshots, which git ignores, where pictures are wanted; of a long list the beginning.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable(PicturesWanted) is null or "")
            return;
        var height = Math.Min(await Page.EvaluateAsync<int>("document.documentElement.scrollHeight"), TallestPicture);
        var clip = new Clip { Width = Page.ViewportSize!.Width, Height = height };
        await Page.ScreenshotAsync(new() { FullPage = true, Clip = clip, Path = PictureFile(name + ".png") });
    }

    /// <summary>Keeps the page as it would come out of a printer.</summary>
    public Task<byte[]> Print(string name) => Page.PdfAsync(new() { PreferCSSPageSize = true, Path = PictureFile(name + ".pdf") });

    /// <summary>How many pixels the page is wider than its window; zero or less where nothing has to be scrolled sideways.</summary>
    public async Task<int> TooWide() =>
        await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private static string PictureFile(string name) => Repository.File("TestResults", "screenshots", name);
}
