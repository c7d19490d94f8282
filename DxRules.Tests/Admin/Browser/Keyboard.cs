using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>A person who has no mouse: Tab, Enter, Space, arrows and typing, and nothing else.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 2000;

    public Task Tab() => page.Keyboard.PressAsync("Tab");

    public Task TabBack() => page.Keyboard.PressAsync("Shift+Tab");

    public Task Enter() => page.Keyboard.PressAsync("Enter");

    public Task Space() => page.Keyboard.PressAsync("Space");

    public Task Down() => page.Keyboard.PressAsync("ArrowDown");

    public Task Up() => page.Keyboard.PressAsync("ArrowUp");

    public Task Type(string text) => page.Keyboard.InsertTextAsync(text);

    public Task<FocusStop> Focus() => FocusStop.Of(page);

    /// <summary>Presses Tab until a part of the page has the focus; fails if the page ends before.</summary>
    /// <param name="around">Whether to go on from the beginning of the page once it ends.</param>
    public async Task TabTo(ILocator part, bool around = false)
    {
        await part.WaitForAsync();
        for (var stops = 0; stops < MostStops; stops++)
        {
            await Tab();
            switch (await part.EvaluateAsync<string>("element => document.activeElement === element ? 'here' : document.activeElement === document.body ? 'nowhere' : 'elsewhere'"))
            {
                case "here":
                    (await Focus()).Faults.ShouldBeEmpty();
                    return;
                case "nowhere":
                    around.ShouldBeTrue($"Tab never came to {part}.");
                    around = false;
                    break;
            }
        }
        Assert.Fail($"Tab came to {MostStops} places, and none was {part}.");
    }

    /// <summary>Chooses by its words from a list that has the focus, as typing the first letters would.</summary>
    public async Task Choose(string words)
    {
        const string chosen = "document.activeElement.selectedOptions[0].label";
        await page.Keyboard.PressAsync("Home");
        for (var option = 0; await page.EvaluateAsync<string>(chosen) is var label && label != words; option++)
        {
            option.ShouldBeLessThan(MostStops, $"'{words}' is not in the list; it ends with '{label}'.");
            await Down();
        }
    }
}
