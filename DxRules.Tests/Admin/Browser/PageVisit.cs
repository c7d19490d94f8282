using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>Looks at one page in one language as people meet it: on a desk, on a telephone, on paper, and in colours of their own.</summary>
internal sealed class PageVisit(BrowserTab tab, SitePage site, string language)
{
    public const int Desk = 1280;
    public const int Telephone = 390;
    private const int Wide = 1920;

    /// <summary>A4 without its margins of 15 mm, at 96 pixels an inch.</summary>
    private const int Paper = 680;

    private readonly IPage page = tab.Page;
    private readonly List<Finding> findings = [];

    public async Task<IReadOnlyList<Finding>> Look()
    {
        await Open();
        await LookAtStructure();
        await LookAtWidths();
        if (language == "ja")
            await LookAtMedia();
        await LookAtAccessibility();
        if (language == "ja")
            await LookAtKeyboard();
        foreach (var complaint in tab.Complaints)
            Find(PageCheck.Complaint, "", complaint);
        tab.Complaints.Clear();
        return findings;
    }

    private async Task Open()
    {
        await page.SetViewportSizeAsync(Desk, 900);
        var response = await page.GotoAsync(site.In(language));
        if (response!.Status != 200)
            Find(PageCheck.Answer, "", $"answers {response.Status}");
    }

    private async Task LookAtStructure()
    {
        var said = await page.EvaluateAsync<string>("document.documentElement.lang");
        if (said != language)
            Find(PageCheck.Structure, "", $"says that its language is '{said}'");
        var headings = await page.Locator("h1").AllInnerTextsAsync();
        if (headings.Count != 1 || string.IsNullOrWhiteSpace(headings[0]))
            Find(PageCheck.Structure, "", $"has {headings.Count} main headings");
        var scripts = await page.EvaluateAsync<int>("document.scripts.length");
        if (scripts > 0)
            Find(PageCheck.Structure, "", $"has {scripts} scripts");
    }

    private async Task LookAtWidths()
    {
        foreach (var width in new[] { Wide, Desk, Telephone })
        {
            await page.SetViewportSizeAsync(width, 900);
            await LookAtWidth($"{width}");
            if (width != Wide)
                await tab.Picture($"{site.Name}-{language}-{width}");
        }
    }

    private async Task LookAtWidth(string how)
    {
        if (await tab.TooWide() is > 0 and var pixels)
            Find(PageCheck.Width, how, $"is {pixels} px wider than the window");
    }

    private async Task LookAtMedia()
    {
        await page.SetViewportSizeAsync(Desk, 900);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await tab.Picture($"{site.Name}-forced-colors");
        await page.SetViewportSizeAsync(Paper, 900);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, Media = Media.Print });
        await LookAtWidth("print");
        await tab.Picture($"{site.Name}-print");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    /// <summary>Japanese on the desk, English on the telephone, with everything unfolded: each width is looked at, and each sentence.</summary>
    private async Task LookAtAccessibility()
    {
        var width = language == "ja" ? Desk : Telephone;
        await page.SetViewportSizeAsync(width, 900);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        await LookAtWidth($"{width} unfolded");
        foreach (var violation in await AxeRun.On(page))
            Find(PageCheck.Accessibility, $"{width}", violation);
    }

    /// <summary>With everything unfolded, from the beginning of the page.</summary>
    private async Task LookAtKeyboard()
    {
        await page.EvaluateAsync("scrollTo(0, 0)");
        foreach (var fault in await new FocusOrder(page).Faults())
            Find(PageCheck.Keyboard, "", fault);
    }

    private void Find(PageCheck check, string how, string what) => findings.Add(new Finding(check, $"{site.Name} {language} {how}".TrimEnd(), what));
}
