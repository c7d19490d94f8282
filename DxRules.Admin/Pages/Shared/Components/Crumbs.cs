using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-crumbs here="@T["…"]"&gt;&lt;dx-crumb href="/…"&gt;@T["…"]&lt;/dx-crumb&gt;&lt;/dx-crumbs&gt;</c>: the way to this page, first thing on it. Home
/// comes by itself, the page itself is <c>here</c>; between them the pages above, if any.
/// </summary>
[HtmlTargetElement("dx-crumbs")]
public sealed class Crumbs : Component
{
    public required string Here { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var between = await output.GetChildContentAsync();
        Become(output, "nav", "dx-crumbs");
        output.Attributes.SetAttribute("aria-labelledby", "crumbs");

        // A hidden word rather than aria-label: translating browsers translate words only.
        output.Content.AppendHtml("<span class=\"dx-hidden\" id=\"crumbs\">").Append(T["layout.crumbs"]).AppendHtml("</span><ol><li><a href=\"/\">")
            .Append(T["home.title"]).AppendHtml("</a></li>").AppendHtml(between)
            .AppendHtml("<li aria-current=\"page\">").Append(Here).AppendHtml("</li></ol>");
    }
}

/// <summary>A page above this one; stands in <c>dx-crumbs</c>.</summary>
[HtmlTargetElement("dx-crumb", ParentTag = "dx-crumbs")]
public sealed class Crumb : TagHelper
{
    public required string Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "li";
        output.Content.AppendHtml($"<a href=\"{Markup.Attribute(Href)}\">").AppendHtml(words).AppendHtml("</a>");
    }
}
