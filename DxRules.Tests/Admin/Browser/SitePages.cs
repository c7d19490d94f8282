using DxRules.Admin.Data;
using DxRules.Admin.People;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Browser;

/// <summary>
/// Every page of the demonstration with an address to open it by. A route without parameters is its own address; any other needs an example in
/// <see cref="PageExamples"/>.
/// </summary>
/// <param name="WithoutExample">Routes that nobody gave an example address.</param>
/// <param name="WithoutRoute">Examples of routes that are not there.</param>
internal sealed record SitePages(IReadOnlyList<SitePage> All, IReadOnlyList<string> WithoutExample, IReadOnlyList<string> WithoutRoute)
{
    public static async Task<SitePages> Of(IServiceProvider site)
    {
        var examples = await new PageExamples(site.GetRequiredService<AdminDb>(), site.GetRequiredService<SignInLinks>()).ByRoute();
        var routes = await SiteRoute.AllOf(site);
        var pages = new List<SitePage>();
        foreach (var route in routes.Where(route => examples.ContainsKey(route.Template) || !route.HasParameters))
        {
            SitePage[] given = examples.TryGetValue(route.Template, out var found) ? found : [new SitePage(NameOf(route), route.Template)];
            pages.AddRange(given.Select((page, place) => page with { Holders = route.Holders, IsVariant = place > 0 || page.IsVariant }));
        }
        var templates = routes.Select(route => route.Template).ToList();
        return new SitePages(
            pages,
            [.. routes.Where(route => route.HasParameters && !examples.ContainsKey(route.Template)).Select(route => route.Template)],
            [.. examples.Keys.Except(templates)]);
    }

    private static string NameOf(SiteRoute route) => route.Template == "/" ? "home" : route.Template.Trim('/').Replace('/', '-');
}
