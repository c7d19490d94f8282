using DxRules.Admin.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// A part that every page draws in the same way. Razor only finds public classes, so these are; nothing outside the site uses them.
/// </summary>
public abstract class Component : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    private protected Texts T => ViewContext.HttpContext.RequestServices.GetRequiredService<Texts>();

    private protected HttpRequest Request => ViewContext.HttpContext.Request;

    /// <summary>Makes the written element a real one. What else the page wrote on it (id, lang, role) stays.</summary>
    private protected static void Become(TagHelperOutput output, string element, string cssClass)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", cssClass);
    }
}
