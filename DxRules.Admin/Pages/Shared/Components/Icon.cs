using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-icon name="warning" /&gt;</c>: the mark of a severity, a state or a kind of banner, beside the word that says the same.
/// </summary>
[HtmlTargetElement("dx-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Icon : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Of(Name));
    }
}
