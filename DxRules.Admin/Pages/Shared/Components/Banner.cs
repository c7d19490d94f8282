using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-banner kind="warning" heading="@T["…"]"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/dx-banner&gt;</c>: success, error, warning or info; the heading may be
/// left out. What a POST has to say needs none: the layout shows <c>TempData["Status"]</c> and <c>TempData["Error"]</c> on the next page.
/// </summary>
[HtmlTargetElement("dx-banner")]
public sealed class Banner : Component
{
    public required string Kind { get; set; }

    public string? Heading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Become(output, "div", "dx-banner");
        output.Attributes.SetAttribute("data-kind", Kind);
        output.Content.AppendHtml(Icons.Of(Kind, T[$"banner.{Kind}"])).AppendHtml("<div class=\"dx-banner__body\">");
        if (Heading is not null)
            output.Content.AppendHtml("<h2>").Append(Heading).AppendHtml("</h2>");
        output.Content.AppendHtml(body).AppendHtml("</div>");
    }
}
