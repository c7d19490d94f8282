using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary><c>&lt;dx-severity word="critical" /&gt;</c>: critical, warning, notice, info, undetermined or fault, with its word and mark.</summary>
[HtmlTargetElement("dx-severity", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SeverityChip : Component
{
    public required string Word { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "span", "dx-chip");
        output.Attributes.SetAttribute("data-mark", Word);
        output.Content.AppendHtml(Icons.Of(Word)).Append(T[$"severity.{Word}"]);
    }
}

/// <summary>
/// <c>&lt;dx-state word="recurred" /&gt;</c>: where an alert is in its life: new, continuing, worsened, eased, recurred, cleared, undetermined, gone
/// or ruleChanged, with its word and mark.
/// </summary>
[HtmlTargetElement("dx-state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StateChip : Component
{
    public required string Word { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "span", "dx-chip");
        output.Attributes.SetAttribute("data-mark", Word);
        output.Content.AppendHtml(Icons.Of(Word)).Append(T[$"state.{Word}"]);
    }
}

/// <summary>
/// <c>&lt;dx-chip tone="green"&gt;@T["…"]&lt;/dx-chip&gt;</c>: any other state in one word, such as that of a job: blue, gray (as without), orange,
/// red, green or purple. The word says it; the colour only repeats it.
/// </summary>
[HtmlTargetElement("dx-chip")]
public sealed class Chip : Component
{
    public string Tone { get; set; } = "gray";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "span", "dx-chip");
        output.Attributes.SetAttribute("data-tone", Tone);
    }
}
