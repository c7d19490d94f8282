using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-pager page="@Model.Page" size="50" total="@Model.Total" /&gt;</c>: leads through the pages of a long list by <c>?page=</c>, counted from 1, and
/// says which part is shown. Nothing where all fits on one page.
/// </summary>
[HtmlTargetElement("dx-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Pager : Component
{
    internal const string Name = "page";

    public int Page { get; set; }

    public int Size { get; set; }

    public int Total { get; set; }

    /// <summary>The key of the sentence that says which part is shown, where rows are not what is counted elsewhere on the page.</summary>
    public string Text { get; set; } = "pager.shown";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total <= Size)
        {
            output.SuppressOutput();
            return;
        }
        var last = (Total + Size - 1) / Size;
        Become(output, "nav", "dx-pager");
        output.Attributes.SetAttribute("aria-label", T["pager.heading"]);
        Link(output, Page > 1, Page - 1, T["pager.previous"]);
        output.Content.AppendHtml("<span>")
            .Append(T[Text, Page, last, (Page - 1) * Size + 1, Math.Min(Page * Size, Total), Total]).AppendHtml("</span>");
        Link(output, Page < last, Page + 1, T["pager.next"]);
    }

    private void Link(TagHelperOutput output, bool there, int page, string words)
    {
        if (!there)
            return;
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key != Name)) { { Name, page.ToString(CultureInfo.InvariantCulture) } };
        var address = Markup.Attribute(Request.PathBase + Request.Path + query.ToQueryString());
        output.Content.AppendHtml($"<a class=\"dx-button\" data-kind=\"outline\" href=\"{address}\">").Append(words).AppendHtml("</a>");
    }
}
