using DxRules.Tests.Admin.Browser.Pages;
using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

public sealed class WithoutScriptTests(ReadOnlySite fabricated, ChromiumBrowser browser) : IClassFixture<ReadOnlySite>
{
    [Fact]
    public async Task An_alert_is_found_from_the_first_page_on()
    {
        await using var tab = await browser.Open(fabricated.Site, script: false);

        var list = await (await HomePage.Open(tab)).GoToAlerts();
        await list.Folded.ClickAsync();
        await list.Alert(FabricatedCheck.Following.Message.Ja).WaitForAsync(new() { State = WaitForSelectorState.Visible });

        await list.FilterBySeverity("重大");
        (await list.Alerts.CountAsync()).ShouldBe(1);

        var alert = await list.GoTo(FabricatedCheck.Late.Message.Ja);
        (await alert.Sentence.InnerTextAsync()).ShouldBe(FabricatedCheck.Late.Message.Ja);
        tab.Complaints.ShouldBeEmpty();
    }
}
