namespace DxRules.Tests.Admin.Browser;

/// <summary>That what finds nothing on our pages finds something where there is something.</summary>
public sealed class KitTests(ReadOnlySite site, ChromiumBrowser browser) : IClassFixture<ReadOnlySite>
{
    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<p style='color: #999'>pale</p>", "color-contrast")]
    [InlineData("<input>", "label")]
    [InlineData("<a href='/' style='display:inline-block;width:9px;height:9px'>1</a><a href='/' style='display:inline-block;width:9px;height:9px'>2</a>", "target-size")]
    [InlineData("<h4>deep</h4>", "heading-order")]
    public async Task A_breach_of_accessibility_is_found(string html, string rule)
    {
        await using var tab = await browser.Open(site.Site);
        await Show(tab, html);

        (await AxeRun.On(tab.Page)).ShouldContain(found => found.StartsWith(rule, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<a href='/' style='outline: none'>link</a>", "has no outline")]
    [InlineData("<a href='/' style='position: fixed; left: -500px'>link</a>", "lies outside the window")]
    [InlineData("<a href='/'>link</a><div style='position: fixed; inset: 0; background: white'></div>", "is covered by")]
    [InlineData("<a href='/'>one</a><a href='/' tabindex='1'>two</a>", "does not follow the reading order")]
    [InlineData("<a href='/'>one</a><button onkeydown='event.preventDefault()'>stay</button>", "does not come out of")]
    public async Task A_fault_that_stops_a_keyboard_is_found(string html, string fault)
    {
        await using var tab = await browser.Open(site.Site);
        await Show(tab, html);

        (await new FocusOrder(tab.Page).Faults()).ShouldContain(found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_page_may_not_do_is_complained_of()
    {
        await using var tab = await browser.Open(site.Site);
        await tab.Page.GotoAsync("/");

        await tab.Page.EvaluateAsync("document.body.insertAdjacentHTML('beforeend', '<img alt=\"\" src=\"https://elsewhere.example/a.png\"><p style=\"color:red\">red</p>')");
        await tab.Page.WaitForTimeoutAsync(200);

        tab.Complaints.ShouldContain(complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_wider_than_its_window_is_noticed()
    {
        await using var tab = await browser.Open(site.Site);
        await Show(tab, "<div style='width: 3000px'>wide</div>");

        (await tab.TooWide()).ShouldBeGreaterThan(0);
    }

    /// <summary>Nothing of our own: a page with its own policy would refuse what these tests do.</summary>
    private static Task Show(BrowserTab tab, string html) =>
        tab.Page.SetContentAsync($"<!DOCTYPE html><html lang='en'><title>page</title><style>a {{ outline-width: 3px }}</style><main><h1>page</h1>{html}</main></html>");
}
