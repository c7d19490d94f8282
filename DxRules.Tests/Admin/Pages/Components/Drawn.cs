using System.Globalization;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Components;

/// <summary>Draws components of pages in Japanese, without a page around them.</summary>
internal sealed class Drawn
{
    private readonly ViewContext view = new();

    public Drawn(string address = "/list")
    {
        var parts = address.Split('?');
        view.HttpContext = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton<Texts>().AddSingleton<TimeProvider, StoppedClock>().BuildServiceProvider(),
        };
        view.HttpContext.Request.Path = parts[0];
        view.HttpContext.Request.QueryString = new QueryString(parts.Length > 1 ? "?" + parts[1] : "");
    }

    /// <summary>Says what somebody typed into a field and what is wrong with it.</summary>
    public Drawn Typed(string name, string value, string? error)
    {
        view.ModelState.SetModelValue(name, value, value);
        if (error is not null)
            view.ModelState.AddModelError(name, error);
        return this;
    }

    /// <summary>The element that a component becomes, around what its inner components become; null where it shows nothing.</summary>
    public async Task<XElement?> Of(Component component, params (string Tag, TagHelper Inner)[] inside)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
        component.ViewContext = view;
        var items = new Dictionary<object, object>();
        async Task<TagHelperContent> Inside()
        {
            var content = new DefaultTagHelperContent();
            foreach (var (tag, inner) in inside)
                content.AppendHtml(await Run(inner, tag, items, () => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())));
            return content;
        }
        var html = await Run(component, "x", items, Inside);
        using var writer = new StringWriter();
        html.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString() is { Length: > 0 } written ? XElement.Parse(written, LoadOptions.PreserveWhitespace) : null;
    }

    private static async Task<TagHelperOutput> Run(TagHelper part, string tag, Dictionary<object, object> items, Func<Task<TagHelperContent>> inside)
    {
        var context = new TagHelperContext([], items, tag);
        var output = new TagHelperOutput(tag, [], (_, _) => inside());
        await part.ProcessAsync(context, output);
        return output;
    }
}
