using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-heading sub="@…"&gt;@T["…"]&lt;/dx-heading&gt;</c>: the one <c>h1</c> of a page; <c>sub</c> says of what (the plan, the year), and may be left out.
/// </summary>
[HtmlTargetElement("dx-heading")]
public sealed class PageHeading : Component
{
    public string? Sub { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Become(output, "hgroup", "dx-heading");
        output.Content.AppendHtml("<h1>").AppendHtml(words).AppendHtml("</h1>");
        if (Sub is not null)
            output.Content.AppendHtml("<p class=\"dx-sub\">").Append(Sub).AppendHtml("</p>");
    }
}
