using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-empty missing="@T["…"]"&gt;&lt;a class="dx-button" …&gt;…&lt;/a&gt;&lt;/dx-empty&gt;</c>: in place of a list that would be empty: what is missing or all
/// right, and inside it what to do next, if anything.
/// </summary>
[HtmlTargetElement("dx-empty")]
public sealed class EmptyState : Component
{
    public required string Missing { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var next = await output.GetChildContentAsync();
        Become(output, "div", "dx-empty");
        output.Content.AppendHtml("<p class=\"dx-empty__missing\">").Append(Missing).AppendHtml("</p>").AppendHtml(next);
    }
}
