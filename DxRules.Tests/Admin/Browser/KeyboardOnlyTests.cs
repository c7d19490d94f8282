using Microsoft.Playwright;
using DxRules.Tests.Admin.Browser.Pages;

namespace DxRules.Tests.Admin.Browser;

public sealed class KeyboardOnlyTests(ReadOnlySite fabricated, ChromiumBrowser browser) : IClassFixture<ReadOnlySite>
{
    [Fact]
    public async Task An_alert_is_found_from_the_first_page_on()
    {
        await using var tab = await browser.Open(fabricated.Site);
        var keyboard = new Keyboard(tab.Page);

        var home = await HomePage.Open(tab);
        await keyboard.TabTo(home.AllAlerts);
        await keyboard.Enter();
        var list = new AlertListPage(tab.Page);
        await keyboard.TabTo(list.Severity);
        await keyboard.Choose("重大");
        await keyboard.TabTo(list.Filter);
        await keyboard.Enter();
        await tab.Page.WaitForURLAsync(address => address.Contains("severity=critical", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await keyboard.TabTo(list.Alert(FabricatedCheck.Late.Message.Ja));
        await keyboard.Enter();

        await tab.Page.WaitForURLAsync(address => address.Contains("/alerts/SCH-02", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        (await new AlertDetailPage(tab.Page).Sentence.InnerTextAsync()).ShouldBe(FabricatedCheck.Late.Message.Ja);
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_main_part()
    {
        await using var tab = await browser.Open(fabricated.Site);
        var keyboard = new Keyboard(tab.Page);
        await AlertListPage.Open(tab, 1);

        await keyboard.Tab();
        var skip = await keyboard.Focus();
        skip.Element.ShouldContain("dx-skip");
        skip.Faults.ShouldBeEmpty();
        await keyboard.Enter();
        await keyboard.Tab();

        (await tab.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)")).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_folded_opens_and_closes_by_the_space_bar()
    {
        await using var tab = await browser.Open(fabricated.Site);
        var keyboard = new Keyboard(tab.Page);
        var list = await AlertListPage.Open(tab, 1);
        var following = list.Alert(FabricatedCheck.Following.Message.Ja);

        await keyboard.TabTo(list.Folded);
        await keyboard.Space();
        (await following.IsVisibleAsync()).ShouldBeTrue();
        await keyboard.Space();
        (await following.IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_way_back_goes_over_the_same_places()
    {
        await using var tab = await browser.Open(fabricated.Site);
        var keyboard = new Keyboard(tab.Page);
        await HomePage.Open(tab);

        var there = await Places(keyboard, keyboard.Tab);
        var back = await Places(keyboard, keyboard.TabBack);

        there.Count.ShouldBeGreaterThan(5);
        back.ShouldBe(Enumerable.Reverse(there));
    }

    /// <summary>Where the focus comes by one key until it leaves the page.</summary>
    private static async Task<List<int>> Places(Keyboard keyboard, Func<Task> press)
    {
        var places = new List<int>();
        while (true)
        {
            await press();
            var stop = await keyboard.Focus();
            if (stop.IsNowhere || places.Contains(stop.Place))
                return places;
            places.Add(stop.Place);
        }
    }
}
