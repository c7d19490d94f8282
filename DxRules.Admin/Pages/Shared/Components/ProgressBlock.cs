using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-progress id="job" label="@step" value="1240" max="3000" unit="@T["…"]" /&gt;</c>: how far something is: 1,240 / 3,000 行（41%）. Without
/// <c>max</c> it says only that work goes on.
/// </summary>
[HtmlTargetElement("dx-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressBlock : Component
{
    public required string Id { get; set; }

    public required string Label { get; set; }

    public long Value { get; set; }

    public long? Max { get; set; }

    public string Unit { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "div", "dx-progress");
        output.Content.AppendHtml($"<label for=\"{Id}\">").Append(Label).AppendHtml("</label>");
        if (Max is not > 0)
        {
            output.Content.AppendHtml($"<progress id=\"{Id}\"></progress>");
            return;
        }
        var percent = (int)(100 * Math.Min(Value, Max.Value) / Max.Value);
        output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<progress id=\"{Id}\" value=\"{Value}\" max=\"{Max}\">{percent}%</progress><p>"))
            .Append(T["progress.done", Value, Max, Unit, percent]).AppendHtml("</p>");
    }
}
