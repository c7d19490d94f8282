using DxRules.Admin.People;
using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>Looks at one page in one language as people meet it: on a desk, on a telephone, on paper, in colours of their own, and without a mouse.</summary>
internal sealed class PageVisit(BrowserTab tab, SitePage site, string language)
{
    public static readonly IReadOnlyList<string> Languages = ["ja", "en"];

    private const int Desk = 1280;
    private const int Telephone = 390;
    private const int Wide = 1920;

    /// <summary>A4 without its margins of 15 mm, at 96 pixels an inch.</summary>
    private const int Paper = 680;

    private readonly IPage page = tab.Page;
    private readonly List<Finding> findings = [];
    private string who = "";

    /// <summary>Everything there is to look at, with pictures.</summary>
    public async Task<IReadOnlyList<Finding>> Look()
    {
        if (await Open(Desk) != 200)
            Find(PageCheck.Answer, "", $"does not answer, or leads to {page.Url}");
        await LookAtStructure();
        await LookAtWidths();
        if (language == "ja")
            await LookAtMedia();

        // What is a fault for one who cannot see or point is one in both languages; how wide sentences are is not.
        if (language == "ja")
            await LookAtAccessibility();
        else
            await Unfold(Telephone);
        if (language == "ja" && !site.IsVariant)
            await LookAtKeyboard();
        return Found();
    }

    /// <summary>Whether a role gets a whole page where it may open one. What belongs to others is not found there.</summary>
    public async Task<IReadOnlyList<Finding>> Glance(Roles role)
    {
        who = $" as {role}";
        var status = await Open(Telephone);

        // A list of one may lead on to the one.
        if (status is not (200 or 404 or null) || page.Url.Contains("/sign-in", StringComparison.Ordinal))
            Find(PageCheck.Answer, "", $"answers {status} at {page.Url}");
        await LookAtStructure();
        await LookAtWidth($"{Telephone}");
        if (status == 404)
            tab.Complaints.RemoveAll(complaint => complaint.Contains("404", StringComparison.Ordinal));
        return Found();
    }

    /// <returns>The status; none where the page led to another one.</returns>
    private async Task<int?> Open(int width)
    {
        await page.SetViewportSizeAsync(width, 900);
        var response = await page.GotoAsync(site.In(language));
        return response!.Request.RedirectedFrom is null ? response.Status : null;
    }

    private async Task LookAtStructure()
    {
        var seen = await page.EvaluateAsync<Structure>("({ language: document.documentElement.lang, scripts: document.scripts.length, headings: [...document.querySelectorAll('h1')].map(heading => heading.innerText) })");
        if (seen.Language != language)
            Find(PageCheck.Structure, "", $"says that its language is '{seen.Language}'");
        if (seen.Headings.Length != 1 || string.IsNullOrWhiteSpace(seen.Headings[0]))
            Find(PageCheck.Structure, "", $"has {seen.Headings.Length} main headings");
        if (seen.Scripts > 0)
            Find(PageCheck.Structure, "", $"has {seen.Scripts} scripts");
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

    private async Task LookAtAccessibility()
    {
        await page.SetViewportSizeAsync(Desk, 900);
        await Unfold(Desk);
        foreach (var violation in await AxeRun.On(page))
            Find(PageCheck.Accessibility, $"{Desk}", violation);
    }

    private async Task Unfold(int width)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        await LookAtWidth($"{width} unfolded");
    }

    /// <summary>With everything unfolded, from the beginning of the page.</summary>
    private async Task LookAtKeyboard()
    {
        await page.EvaluateAsync("scrollTo(0, 0)");
        foreach (var fault in await new FocusOrder(page).Faults())
            Find(PageCheck.Keyboard, "", fault);
    }

    private IReadOnlyList<Finding> Found()
    {
        foreach (var complaint in tab.Complaints)
            Find(PageCheck.Complaint, "", complaint);
        tab.Complaints.Clear();
        return findings;
    }

    private void Find(PageCheck check, string how, string what) => findings.Add(new Finding(check, $"{site.Name} {language} {how}".TrimEnd() + who, what));

    private sealed class Structure
    {
        public string Language { get; set; } = "";
        public int Scripts { get; set; }
        public string[] Headings { get; set; } = [];
    }
}
