using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace DxRules.Admin.Publishing.Site;

/// <summary>Writes a page from its component. What the page shows is injected into it: parameters of components have to be public types, and ours are not.</summary>
internal static class PageWriter
{
    // Japanese stays readable in the source of a page; by default all of it would become numbers.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static byte[] Write<TPage>(params IEnumerable<object> shown)
        where TPage : IComponent
    {
        var services = new ServiceCollection().AddSingleton(Encoder);
        foreach (var part in shown)
            services.AddSingleton(part.GetType(), part);
        using var provider = services.BuildServiceProvider();
        using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);

        // Nothing in a page waits for anything, so it is there already.
        var page = renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>()).ToHtmlString());
        return Encoding.UTF8.GetBytes(page.GetAwaiter().GetResult());
    }
}
