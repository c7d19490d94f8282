using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>What a control has to know of the field it stands in.</summary>
/// <param name="Values">What was typed, else what the page gave.</param>
/// <param name="Error">What is wrong with it; null where nothing is.</param>
internal sealed record FieldState(string Id, string Name, IReadOnlyList<string> Values, string? Error, bool HasHint, bool Required)
{
    public string HintId => Id + "-hint";

    public string ErrorId => Id + "-error";

    /// <summary>The ids of hint and error; null where there is neither.</summary>
    public string? DescribedBy =>
        (HasHint, Error) switch
        {
            (true, not null) => $"{HintId} {ErrorId}",
            (true, null) => HintId,
            (false, not null) => ErrorId,
            _ => null,
        };

    public static FieldState Of(ModelStateDictionary model, string name, string? id, IEnumerable<string> given, string? hint, bool required)
    {
        model.TryGetValue(name, out var entry);
        IReadOnlyList<string> values = entry?.RawValue switch
        {
            string typed => [typed],
            string[] typed => typed,
            _ => [.. given],
        };
        var error = entry?.Errors.Select(error => error.ErrorMessage).FirstOrDefault(message => message.Length > 0);
        return new FieldState(id ?? TagBuilder.CreateSanitizedId(name, "_"), name, values, error, hint is not null, required);
    }

    public static FieldState? In(TagHelperContext context) => context.Items.TryGetValue(typeof(FieldState), out var field) ? (FieldState)field : null;

    public void Give(TagHelperContext context) => context.Items[typeof(FieldState)] = this;

    /// <summary>Writes the mark of a field that must be filled in.</summary>
    public void WriteRequired(TagHelperContent content, string word)
    {
        if (Required)
            content.AppendHtml(" <span class=\"dx-required\">").Append(word).AppendHtml("</span>");
    }

    public void WriteHint(TagHelperContent content, string? hint)
    {
        if (hint is not null)
            content.AppendHtml($"<p class=\"dx-hint\" id=\"{HintId}\">").Append(hint).AppendHtml("</p>");
    }

    public void WriteError(TagHelperContent content)
    {
        if (Error is not null)
            content.AppendHtml($"<p class=\"dx-error\" id=\"{ErrorId}\">").AppendHtml(Icons.Of("error")).Append(Error).AppendHtml("</p>");
    }
}
