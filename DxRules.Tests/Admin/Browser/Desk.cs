using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>By what a person uses a page.</summary>
public enum Hands
{
    Mouse,

    /// <summary>Tab, Enter, Space, arrows and typing, and nothing else.</summary>
    Keyboard,

    /// <summary>A mouse, in a browser that runs no script.</summary>
    WithoutScript,
}

/// <summary>A person at a desk, who finds everything by the words that stand there.</summary>
internal sealed class Desk(BrowserTab tab, Hands hands) : IAsyncDisposable
{
    private readonly Keyboard keyboard = new(tab.Page);

    public IPage Page => tab.Page;

    private bool OnlyKeys => hands == Hands.Keyboard;

    public async Task Open(string address) => await Page.GotoAsync(address);

    /// <summary>Goes where a link leads; the first of that name in the main part or, failing that, on the page.</summary>
    public async Task Follow(string words)
    {
        var link = Main.GetByRole(AriaRole.Link, new() { Name = words }).First;
        await Use(await link.CountAsync() > 0 ? link : Page.GetByRole(AriaRole.Link, new() { Name = words }).First);
        await Page.WaitForLoadStateAsync();
    }

    public async Task Press(string words)
    {
        await Use(Main.GetByRole(AriaRole.Button, new() { Name = words }).First);
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Unfolds what is folded away under these words.</summary>
    public Task Unfold(string words) => Use(Main.Locator("summary").Filter(new() { HasText = words }).First);

    public Task Tick(string label) => Use(Main.GetByLabel(label).First, keyboard.Space);

    public async Task Fill(string label, string text)
    {
        var field = Main.GetByLabel(label).First;
        if (!OnlyKeys)
        {
            await field.FillAsync(text);
            return;
        }
        await keyboard.TabTo(field);
        if (await field.GetAttributeAsync("type") == "date")
        {
            await TypeDate(text);
            return;
        }
        await Page.Keyboard.PressAsync("Control+a");
        await keyboard.Type(text);
    }

    public async Task Choose(string label, string words)
    {
        var list = Main.GetByLabel(label).First;
        if (!OnlyKeys)
        {
            await list.SelectOptionAsync(new SelectOptionValue { Label = words });
            return;
        }
        await keyboard.TabTo(list);
        await keyboard.Choose(words);
    }

    /// <summary>What stands in the main part, once it holds these words.</summary>
    public async Task<string> Reads(string words)
    {
        await Main.GetByText(words).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return await Main.InnerTextAsync();
    }

    public ValueTask DisposeAsync() => tab.DisposeAsync();

    private ILocator Main => Page.Locator("main");

    private async Task Use(ILocator part, Func<Task>? key = null)
    {
        if (!OnlyKeys)
        {
            await part.ClickAsync();
            return;
        }
        await keyboard.TabTo(part);
        await (key ?? keyboard.Enter)();
    }

    // Year, month and day are parts of one field; the month goes on to the day by itself, the year may have more than four digits.
    private async Task TypeDate(string text)
    {
        var parts = text.Split('-');
        await Page.Keyboard.TypeAsync(parts[0]);
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.TypeAsync(parts[1] + parts[2]);
    }
}
