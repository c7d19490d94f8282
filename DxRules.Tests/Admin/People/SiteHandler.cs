using System.Reflection;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.People;

/// <summary>Something that a page does when it is asked: a method of its model.</summary>
/// <param name="Template">The route of the page.</param>
/// <param name="Verb">GET or POST.</param>
/// <param name="Name">What <c>?handler=</c> calls it; null of the usual one.</param>
internal sealed record SiteHandler(string Template, string Verb, string? Name, MethodInfo Method)
{
    public PermitsAttribute? Permits => Method.GetCustomAttribute<PermitsAttribute>();

    public bool PermitsEverybody => Method.GetCustomAttribute<PermitsEverybodyAttribute>() is not null;

    /// <summary>Where it is, given an address of its page.</summary>
    public string At(string address) => Name is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={Name}";

    /// <summary>What of a request is bound when it runs: its parameters, and the members of its page that take something.</summary>
    public IEnumerable<Type> Bound => Method.GetParameters().Where(parameter => parameter.GetCustomAttribute<FromServicesAttribute>() is null).Select(parameter => parameter.ParameterType)
        .Concat(Method.ReflectedType!.GetProperties().Where(member => member.GetCustomAttribute<BindPropertyAttribute>() is not null).Select(member => member.PropertyType))
        .Select(type => type.GetElementType() ?? Nullable.GetUnderlyingType(type) ?? type.GetGenericArguments().FirstOrDefault() ?? type);

    public override string ToString() => $"{Verb} {Template} ({Method.DeclaringType!.Name}.{Method.Name})";

    /// <summary>Every handler of every page, from the site's own endpoints, so that no page can be forgotten.</summary>
    public static async Task<IReadOnlyList<SiteHandler>> AllOf(IServiceProvider site)
    {
        var found = new Dictionary<string, SiteHandler>(StringComparer.Ordinal);
        foreach (var (template, page) in await Pages(site))
        {
            foreach (var handler in page.HandlerMethods.Select(handler => new SiteHandler(template, handler.HttpMethod.ToUpperInvariant(), handler.Name, handler.MethodInfo)))
                found[handler.ToString()] = handler;
        }
        return [.. found.Values];
    }

    /// <summary>The pages that do nothing in a method of their own, and so are open to nobody.</summary>
    public static async Task<IReadOnlyList<string>> WithoutHandler(IServiceProvider site) =>
        [.. (await Pages(site)).Where(page => page.Page.HandlerMethods.Count == 0).Select(page => page.Template)];

    private static async Task<IReadOnlyList<(string Template, CompiledPageActionDescriptor Page)>> Pages(IServiceProvider site)
    {
        var loader = site.GetRequiredService<PageLoader>();
        var pages = new List<(string, CompiledPageActionDescriptor)>();
        foreach (var endpoint in site.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                pages.Add(("/" + endpoint.RoutePattern.RawText!.Trim('/'), await loader.LoadAsync(page, endpoint.Metadata)));
        }
        return pages;
    }
}
