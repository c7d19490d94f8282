using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-sort by="due" usual="ascending"&gt;@T["…"]&lt;/dx-sort&gt;</c>: a heading of a table that sorts by its column through <c>?sort=due</c>, and
/// <c>?sort=-due</c> backwards; <see cref="SortOrder"/> reads that. <c>usual</c> stands at the column by which the rows are sorted without being asked.
/// </summary>
[HtmlTargetElement("dx-sort")]
public sealed class SortHeading : Component
{
    public required string By { get; set; }

    public string? Usual { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var order = Direction();
        Become(output, "th", "dx-sort");
        output.Attributes.SetAttribute("scope", "col");
        if (order is not null)
            output.Attributes.SetAttribute("aria-sort", order);
        var mark = order switch
        {
            "ascending" => "▲",
            "descending" => "▼",
            _ => "△▽",
        };
        output.Content.AppendHtml($"<a href=\"{Markup.Attribute(Address(order == "ascending" ? "-" + By : By))}\">").AppendHtml(words)
            .AppendHtml($"<span class=\"dx-sort__mark\" aria-hidden=\"true\">{mark}</span></a>");
    }

    private string? Direction() =>
        SortOrder.Of(Request) switch
        {
            { By: var by, Descending: var descending } when by == By => descending ? "descending" : "ascending",
            null => Usual,
            _ => null,
        };

    // Sorted anew, one starts on the first page.
    private string Address(string sort)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key is not (SortOrder.Name or Pager.Name))) { { SortOrder.Name, sort } };
        return Request.PathBase + Request.Path + query.ToQueryString();
    }
}

/// <summary>By which column the address asks rows to be sorted.</summary>
internal sealed record SortOrder(string By, bool Descending)
{
    public const string Name = "sort";

    /// <summary>Null where the address asks for nothing.</summary>
    public static SortOrder? Of(HttpRequest request) =>
        request.Query[Name].ToString() switch
        {
            "" or "-" => null,
            ['-', .. var by] => new(by, true),
            var by => new(by, false),
        };
}
