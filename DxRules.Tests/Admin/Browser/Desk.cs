using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>By what a person uses a page.</summary>
public enum Hands
{
    /// <summary>Tab, Enter, Space, arrows and typing, and nothing else.</summary>
    Keyboard,

    /// <summary>A mouse, in a browser that runs no script.</summary>
    WithoutScript,
}

/// <summary>A person at a desk, who finds everything by the words that stand there.</summary>
internal sealed class Desk(BrowserTab tab, Hands hands) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Keyboard keyboard = new(tab.Page);

    public IPage Page => tab.Page;

    private bool OnlyKeys => hands == Hands.Keyboard;

    public async Task Open(string address) => await Page.GotoAsync(address);

    /// <summary>Goes where a link leads; the first of that name in the main part or, failing that, on the page.</summary>
    public async Task Follow(string words)
    {
        var link = Seen(Main.GetByRole(AriaRole.Link, new() { Name = words }));
        await Go(await link.CountAsync() > 0 ? link : Seen(Page.GetByRole(AriaRole.Link, new() { Name = words })));
    }

    public Task Press(string words) => Go(Seen(Main.GetByRole(AriaRole.Button, new() { Name = words })));

    /// <summary>Unfolds what is folded away under these words.</summary>
    public Task Unfold(string words) => Use(Main.Locator("summary").Filter(new() { HasText = words }).First);

    public async Task Tick(string label)
    {
        var box = Labelled(label);
        if (!OnlyKeys || await box.GetAttributeAsync("type") != "radio")
        {
            await Use(box, keyboard.Space);
            return;
        }

        // Tab comes to one of a group; arrows lead on.
        await Use(Main.Locator($"input[type=radio][name='{await box.GetAttributeAsync("name")}']").First, keyboard.Space);
        while (!await box.IsCheckedAsync())
            await keyboard.Down();
    }

    public async Task Fill(string label, string text)
    {
        var field = Labelled(label);
        await IsThere(field);
        if (!OnlyKeys)
        {
            await field.FillAsync(text);
            return;
        }
        await keyboard.TabTo(field, around: true);
        if (await field.GetAttributeAsync("type") == "date")
        {
            await TypeDate(field, text);
            return;
        }
        await Page.Keyboard.PressAsync("Control+a");
        await keyboard.Type(text);
    }

    public async Task Choose(string label, string words)
    {
        var list = Labelled(label);
        await IsThere(list);
        if (!OnlyKeys)
        {
            await list.SelectOptionAsync(new SelectOptionValue { Label = words });
            return;
        }
        await keyboard.TabTo(list, around: true);
        await keyboard.Choose(words);
    }

    /// <summary>What stands in the main part, which holds these words.</summary>
    public async Task<string> Reads(string words)
    {
        var page = await Main.InnerTextAsync();
        page.ShouldContain(words, Case.Sensitive, $"{Page.Url}:\n{page}");
        return page;
    }

    public async Task<bool> Sees(string words) => (await Main.InnerTextAsync()).Contains(words, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => tab.DisposeAsync();

    private ILocator Main => Page.Locator("main");

    // Whether it is required stands behind the name.
    private ILocator Labelled(string name) => Seen(Main.GetByLabel(new Regex("^" + Regex.Escape(name))));

    // The first that is not folded away.
    private static ILocator Seen(ILocator parts) => parts.Filter(new() { Visible = true }).First;

    // Until the next page is there.
    private async Task Go(ILocator part)
    {
        var next = new TaskCompletionSource();
        void Arrived(object? sender, IFrame frame) => next.TrySetResult();
        Page.FrameNavigated += Arrived;
        await Use(part);
        await next.Task.WaitAsync(Patience);
        Page.FrameNavigated -= Arrived;

        // Its last part: that a page is loaded is sometimes told before it is told that it is another one.
        await Page.Locator("footer").WaitForAsync();
    }

    private async Task Use(ILocator part, Func<Task>? key = null)
    {
        await IsThere(part);
        if (!OnlyKeys)
        {
            await part.ClickAsync();
            return;
        }
        await keyboard.TabTo(part, around: true);
        await (key ?? keyboard.Enter)();
    }

    private async Task IsThere(ILocator part)
    {
        if (await part.CountAsync() == 0)
            Assert.Fail($"{part} is not on {Page.Url}:\n{await Page.Locator("body").InnerTextAsync()}");
    }

    // Year, month and day are parts of one field, in the order of the browser's own language. The others go on by themselves; the year may have more than four digits.
    private async Task TypeDate(ILocator field, string text)
    {
        var parts = text.Split('-');
        await Page.Keyboard.TypeAsync(parts[0]);
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.TypeAsync(parts[1] + parts[2]);
        if (await field.InputValueAsync() == text)
            return;
        for (var part = 0; part < 3; part++)
            await Page.Keyboard.PressAsync("ArrowLeft");
        await Page.Keyboard.TypeAsync(parts[1] + parts[2] + parts[0]);
        (await field.InputValueAsync()).ShouldBe(text);
    }
}
