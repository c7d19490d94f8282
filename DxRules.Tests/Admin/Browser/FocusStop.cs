using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>Where the focus is, and whether a person can see it there.</summary>
/// <param name="Place">Its place among all elements of the page; -1 where nothing has the focus.</param>
/// <param name="Element">What it is, for a message.</param>
/// <param name="Faults">What is wrong with how it is shown.</param>
internal sealed record FocusStop(int Place, string Element, IReadOnlyList<string> Faults)
{
    public bool IsNowhere => Place < 0;

    public static async Task<FocusStop> Of(IPage page) => Of(await page.EvaluateAsync<Read>(Script));

    /// <summary>Makes a page note from now on where the focus is whenever Tab is pressed, until Tab has come out of the page, where it then stays.</summary>
    public static Task Note(IPage page) => page.EvaluateAsync($$"""
        () => {
          const at = {{Script}};
          let pressed = false, out = false;
          window.noted = [];
          addEventListener('keydown', key => {
            if (pressed && !out) {
              const stop = at();
              window.noted.push(stop);
              out = stop.place < 0 || (stop.place === window.noted[0].place && window.noted.some(other => other.place !== stop.place));
            }
            pressed = true;
            if (out) key.preventDefault();
          }, { capture: true });
        }
        """);

    /// <summary>What a page has noted.</summary>
    public static async Task<IReadOnlyList<FocusStop>> Noted(IPage page) => [.. (await page.EvaluateAsync<Read[]>("window.noted")).Select(Of)];

    private static FocusStop Of(Read read) => new(read.Place, read.Element, read.Faults);

    /// <summary>
    /// WCAG 2.2, 2.4.7 and 2.4.11: the focus has an outline, lies in the window, and nothing lies over it.
    /// </summary>
    private const string Script = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body || at === document.documentElement) return { place: -1, element: 'nothing', faults: [] };
          const faults = [];
          const style = getComputedStyle(at);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('has no outline');
          const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
          // In the middle of what the window shows of it: a long table is seldom there as a whole.
          const middle = (from, to, end) => to < 0 || from > end ? from : (Math.max(from, 0) + Math.min(to, end)) / 2;
          const [x, y] = [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)];
          if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) faults.push('lies outside the window');
          else {
            const top = document.elementFromPoint(x, y);
            if (top && !at.contains(top) && !top.contains(at)) faults.push(`is covered by ${top.outerHTML.slice(0, 80)}`);
          }
          return { place: [...document.querySelectorAll('*')].indexOf(at), element: at.outerHTML.slice(0, 120), faults };
        }
        """;

    private sealed class Read
    {
        public int Place { get; set; }
        public string Element { get; set; } = "";
        public string[] Faults { get; set; } = [];
    }
}
