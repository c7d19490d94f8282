using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser;

/// <summary>Goes through a page by Tab alone and tells what a person without a mouse could not reach or see.</summary>
internal sealed class FocusOrder(IPage page)
{
    private readonly Keyboard keyboard = new(page);
    private readonly List<string> faults = [];

    /// <returns>One line for each fault; none where Tab comes to all that can be used, once each and in reading order, and out again.</returns>
    public async Task<IReadOnlyList<string>> Faults()
    {
        var expected = await page.EvaluateAsync<int[]>(Script);
        var stops = await Stops(expected.Length);
        foreach (var stop in stops)
            faults.AddRange(stop.Faults.Select(fault => $"the focus {fault}: {stop.Element}"));
        var places = stops.Select(stop => stop.Place).ToList();
        foreach (var place in expected.Except(places))
            faults.Add($"Tab never comes to {await Describe(place)}");
        if (!places.Order().SequenceEqual(places))
            faults.Add($"Tab does not follow the reading order: {string.Join(' ', places)}");
        return faults;
    }

    /// <summary>Each place where Tab comes to rest, until it leaves the page.</summary>
    private async Task<IReadOnlyList<FocusStop>> Stops(int expected)
    {
        // A field for a date has three parts, so Tab stays on it for a while.
        const int mostOnOne = 8;
        var presses = 2 * expected + mostOnOne;
        await FocusStop.Note(page);
        IReadOnlyList<FocusStop> noted = [];
        while (noted.Count < presses && !HasLeft(noted))
        {
            await keyboard.Tabs();
            noted = await FocusStop.Noted(page);
        }
        var stops = new List<FocusStop>();
        foreach (var stop in noted.Where(stop => !stop.IsNowhere && stop.Place != stops.LastOrDefault()?.Place))
            stops.Add(stop);
        if (!HasLeft(noted))
            faults.Add($"Tab does not come out of {stops.LastOrDefault()?.Element}");
        else if (!noted[^1].IsNowhere && stops.Count > 1)
            stops.RemoveAt(stops.Count - 1);
        return stops;
    }

    // Nothing has the focus then, or the first place has it again.
    private static bool HasLeft(IReadOnlyList<FocusStop> noted) =>
        noted.Count > 0 && (noted[^1].IsNowhere || (noted.Count > 1 && noted[^1].Place == noted[0].Place && noted.Any(stop => stop.Place != noted[0].Place)));

    private async Task<string> Describe(int place) =>
        await page.EvaluateAsync<string>("place => document.querySelectorAll('*')[place].outerHTML.slice(0, 120)", place);

    /// <summary>The places of all elements that a person can use and sees. Of a group of radio buttons Tab comes to one.</summary>
    private const string Script = """
        () => {
          const usable = 'a[href], button, input:not([type=hidden]), select, textarea, details > summary:first-of-type, [tabindex]';
          const groups = new Set();
          return [...document.querySelectorAll('*')].map((element, place) => ({ element, place })).filter(({ element }) => {
            if (!element.matches(usable) || element.matches(':disabled, [tabindex^="-"]') || !element.checkVisibility({ visibilityProperty: true })) return false;
            if (element.type !== 'radio') return true;
            const group = [...element.form?.elements ?? []].filter(other => other.type === 'radio' && other.name === element.name);
            return element === (group.find(other => other.checked) ?? group[0]);
          }).map(({ place }) => place);
        }
        """;
}
