using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-steps label="@T["…"]" current="2" steps="@(new[] { T["…"], T["…"] })" /&gt;</c>: where one is in a course of steps, counted from 1; one more
/// than there are steps when all is done.
/// </summary>
[HtmlTargetElement("dx-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Steps : Component
{
    public required string Label { get; set; }

    public int Current { get; set; }

    [HtmlAttributeName("steps")]
    public required IReadOnlyList<string> Names { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "ol", "dx-steps");
        output.Attributes.SetAttribute("aria-label", Label);
        for (var i = 0; i < Names.Count; i++)
            Write(output.Content, i + 1, Names[i]);
    }

    private void Write(TagHelperContent content, int number, string name)
    {
        var (state, word) = number.CompareTo(Current) switch
        {
            < 0 => ("done", T["steps.done"]),
            0 => ("current", T["steps.current"]),
            _ => ("later", T["steps.later"]),
        };
        content.AppendHtml($"<li data-state=\"{state}\"{(state == "current" ? " aria-current=\"step\"" : "")}><span class=\"dx-steps__number\" aria-hidden=\"true\">")
            .Append(state == "done" ? "✓" : $"{number}").AppendHtml("</span> <span>").Append(name).AppendHtml("</span> <span class=\"dx-steps__state\">")
            .Append(word).AppendHtml("</span></li>");
    }
}
