using System.Reflection;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Browser;

/// <summary>The route of a page that can be opened.</summary>
/// <param name="Holders">The roles that may open it; none where it is for people who are not signed in.</param>
internal sealed record SiteRoute(string Template, Roles Holders)
{
    public bool HasParameters => Template.Contains('{', StringComparison.Ordinal);

    /// <summary>The routes of all Razor Pages, from the site's own endpoints, so that no page can be forgotten.</summary>
    public static async Task<IReadOnlyList<SiteRoute>> AllOf(IServiceProvider site)
    {
        var pages = site.GetRequiredService<PageLoader>();
        var routes = new Dictionary<string, SiteRoute>(StringComparer.Ordinal);
        foreach (var endpoint in site.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
                continue;
            var page = await pages.LoadAsync(descriptor, endpoint.Metadata);
            var opening = page.HandlerMethods.FirstOrDefault(handler => handler.Name is null && handler.HttpMethod == "Get")?.MethodInfo;
            var template = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (opening is not null)
                routes[template] = new SiteRoute(template, HoldersOf(opening));
        }
        return [.. routes.Values.OrderBy(route => route.Template, StringComparer.Ordinal)];
    }

    private static Roles HoldersOf(MethodInfo handler) =>
        handler.GetCustomAttribute<PermitsAttribute>() is { } permits ? AccessTable.Holders(permits.Access) : Roles.None;
}
