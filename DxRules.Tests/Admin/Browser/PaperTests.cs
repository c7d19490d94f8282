using System.Text;
using System.Text.RegularExpressions;

namespace DxRules.Tests.Admin.Browser;

/// <summary>What comes out of a printer. That nothing is wider than the paper is looked at on every page by the walk.</summary>
public sealed partial class PaperTests(DemoSite demo, ChromiumBrowser browser) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("home", "/")]
    [InlineData("alerts", "/cycles/2/alerts?lang=ja")]
    [InlineData("alerts-in-english", "/cycles/2/alerts?lang=en")]
    public async Task A_page_is_printed_on_A4(string name, string address)
    {
        await using var tab = await browser.Open(demo.Site);
        await tab.Page.GotoAsync(address);

        var document = Encoding.Latin1.GetString(await tab.Print(name));

        // 210 by 297 mm in points.
        var sheets = Sheet().Matches(document).Select(sheet => $"{Math.Round(double.Parse(sheet.Groups[1].Value))} × {Math.Round(double.Parse(sheet.Groups[2].Value))}").ToList();
        sheets.Count.ShouldBeGreaterThan(0);
        sheets.ShouldAllBe(size => size == "595 × 842");
    }

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex Sheet();
}
