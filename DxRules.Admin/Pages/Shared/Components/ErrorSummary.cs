using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-errors /&gt;</c>: on top of a form that is shown again, right under the heading of the page: everything that <c>ModelState</c> finds wrong,
/// each with a link to its field, in the order of the fields. Nothing where nothing is wrong.
/// </summary>
[HtmlTargetElement("dx-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummary : Component
{
    /// <summary>Whether the page shows errors; the layout says so in the title of the window.</summary>
    internal const string Shown = "ErrorsShown";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors.Where(error => error.ErrorMessage.Length > 0).Take(entry.Key.Length == 0 ? int.MaxValue : 1), (entry, error) => new FieldError(entry.Key, error.ErrorMessage))
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
            .Append(T["form.errors", errors.Count]).AppendHtml("</h2>").AppendHtml(new ErrorList(errors, FieldOrder.Of(ViewContext.ViewData))).AppendHtml("</div>");
    }
}

internal sealed record FieldError(string Name, string Message);

/// <summary>The errors as a list. It stands above the fields but is written after them, when their order and ids are known.</summary>
internal sealed class ErrorList(IReadOnlyList<FieldError> errors, FieldOrder fields) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<ul>");
        foreach (var error in errors.OrderBy(error => fields.PlaceOf(error.Name)))
        {
            var words = encoder.Encode(error.Message);
            writer.Write(fields.IdOf(error.Name) is { } id ? $"<li><a href=\"#{id}\">{words}</a></li>" : $"<li>{words}</li>");
        }
        writer.Write("</ul>");
    }
}
