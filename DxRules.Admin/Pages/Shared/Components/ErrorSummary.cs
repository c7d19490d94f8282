using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-errors /&gt;</c>: on top of a form that is shown again, right under the heading of the page: everything that <c>ModelState</c> finds wrong,
/// each with a link to its field. Nothing where nothing is wrong.
/// </summary>
[HtmlTargetElement("dx-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummary : Component
{
    /// <summary>Whether the page shows errors; the layout says so in the title of the window.</summary>
    internal const string Shown = "ErrorsShown";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors.Where(error => error.ErrorMessage.Length > 0).Take(1), (entry, error) => (Name: entry.Key, error.ErrorMessage))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        ViewContext.ViewData[Shown] = true;
        Become(output, "div", "dx-banner");
        output.Attributes.SetAttribute("data-kind", "error");
        output.Attributes.SetAttribute("role", "alert");
        output.Content.AppendHtml(Icons.Of("error", T["banner.error"])).AppendHtml("<div class=\"dx-banner__body\"><h2>")
            .Append(T["form.errors", errors.Count]).AppendHtml("</h2><ul>");
        foreach (var (name, message) in errors)
            Write(output.Content, name, message);
        output.Content.AppendHtml("</ul></div>");
    }

    private static void Write(TagHelperContent content, string name, string message)
    {
        if (name.Length == 0)
            content.AppendHtml("<li>").Append(message).AppendHtml("</li>");
        else
            content.AppendHtml($"<li><a href=\"#{FieldState.IdOf(name)}\">").Append(message).AppendHtml("</a></li>");
    }
}
