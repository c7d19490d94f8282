using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>A person who has no mouse: Tab, Enter, Space, arrows and typing, and nothing else.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 2000;

    /// <summary>Keys pressed without a look at the page, which holds the focus where it has to stay.</summary>
    private const int AtOnce = 20;

    /// <summary>Makes Tab without effect once it has come to an element, or out of the page.</summary>
    private const string HoldAt = """
        element => {
          const held = new AbortController();
          let started = document.activeElement !== document.body;
          const where = () => document.activeElement === element ? 'here' : started && document.activeElement === document.body ? 'nowhere' : 'elsewhere';
          addEventListener('focusin', () => started = true, { signal: held.signal });
          addEventListener('keydown', key => { if (where() !== 'elsewhere') key.preventDefault(); }, { capture: true, signal: held.signal });
          window.held = { where, letGo: () => held.abort(), goOn: () => started = false };
        }
        """;

    public Task Tab() => page.Keyboard.PressAsync("Tab");

    /// <summary>Presses Tab a few times in a row.</summary>
    public Task Tabs() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Tab()));

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

        // Found by its role and name once: to look for it anew at every stop takes longer than the stop.
        var element = (await part.ElementHandleAsync())!;
        await Tab();
        await element.EvaluateAsync(HoldAt);
        for (var stops = 0; stops < MostStops; stops += AtOnce)
        {
            await Tabs();
            switch (await page.EvaluateAsync<string>("window.held.where()"))
            {
                case "here":
                    await page.EvaluateAsync("window.held.letGo()");
                    (await Focus()).Faults.ShouldBeEmpty();
                    return;
                case "nowhere":
                    around.ShouldBeTrue($"Tab never came to {part}.");
                    around = false;
                    await page.EvaluateAsync("window.held.goOn()");
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
