using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-table id="runs" caption="@T["…"]"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/dx-table&gt;</c>: rows that scroll sideways inside their frame where they are
/// wide. <c>quiet="true"</c> hides a caption that the heading above says already; <c>dense="true"</c> for many short rows; <c>stacks="true"</c> where cells
/// hold sentences: on a phone a cell with <c>data-label</c> goes under the others with that word before it.
/// </summary>
[HtmlTargetElement("dx-table")]
public sealed class Table : Component
{
    public required string Id { get; set; }

    public required string Caption { get; set; }

    public bool Quiet { get; set; }

    public bool Dense { get; set; }

    public bool Stacks { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        Become(output, "figure", "dx-figure");
        var caption = Id + "-caption";
        var css = "dx-table" + (Dense ? " dx-table--dense" : "") + (Stacks ? " dx-table--stacks" : "");
        output.Content.AppendHtml($"<figcaption id=\"{caption}\" class=\"{(Quiet ? "dx-hidden" : "dx-caption")}\">").Append(Caption).AppendHtml("</figcaption>")
            .AppendHtml($"<div class=\"dx-scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{caption}\">")
            .AppendHtml($"<table class=\"{css}\" id=\"{Id}\" aria-labelledby=\"{caption}\">").AppendHtml(rows).AppendHtml("</table></div>");
    }
}
