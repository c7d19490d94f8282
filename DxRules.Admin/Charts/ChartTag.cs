using DxRules.Admin.Pages.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Charts;

/// <summary>
/// <c>&lt;dx-chart chart="@Model.Chart" rows="@Model.Rows.Count"&gt;&lt;dx-table …&gt;…&lt;/dx-table&gt;&lt;/dx-chart&gt;</c>: a picture under its conclusion, and the table of its figures,
/// which is folded where it has more than twelve rows. <c>half="true"</c> for pictures that stand two in a row, inside <c>&lt;div class="dx-charts"&gt;</c>.
/// </summary>
[HtmlTargetElement("dx-chart")]
public sealed class ChartTag : Component
{
    private const int MostOpenRows = 12;
    private const int HalfWidth = 500;

    public required Chart Chart { get; set; }

    /// <summary>How many rows the table has.</summary>
    public int Rows { get; set; }

    /// <summary>Folds the table however short it is, where a page shows several pictures.</summary>
    public bool Folded { get; set; }

    public bool Half { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = await output.GetChildContentAsync();
        Become(output, "figure", "dx-figure dx-chart");
        output.Attributes.SetAttribute("id", Chart.Id);
        output.Content.AppendHtml("<figcaption class=\"dx-caption\">").Append(Chart.Title).AppendHtml("</figcaption>")
            .AppendHtml(Chart.Markup(Half ? HalfWidth : Chart.Wide, "wide")).AppendHtml(Chart.Markup(Chart.Narrow, "narrow"));
        if (Folded || Rows > MostOpenRows)
            output.Content.AppendHtml("<details><summary>").Append(T["chart.table"]).AppendHtml("</summary>").AppendHtml(table).AppendHtml("</details>");
        else
            output.Content.AppendHtml(table);
    }
}
