using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Browser;

/// <summary>The routes of all Razor Pages, from the site's own endpoints, so that no page can be forgotten.</summary>
internal static class SiteRoutes
{
    public static IReadOnlyList<string> Of(IServiceProvider site) =>
    [
        .. site.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
