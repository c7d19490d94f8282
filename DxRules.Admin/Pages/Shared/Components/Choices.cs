using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-choices name="decision" legend="@T["…"]" value="@Model.Decision"&gt;&lt;dx-choice value="fix"&gt;@T["…"]&lt;/dx-choice&gt;…&lt;/dx-choices&gt;</c>: one of
/// several, or with <c>many="true" values="@list"</c> any of several. Hint, <c>required</c> and error as in <c>dx-field</c>.
/// </summary>
[HtmlTargetElement("dx-choices")]
public sealed class Choices : Component
{
    public required string Name { get; set; }

    public required string Legend { get; set; }

    public string? Id { get; set; }

    public string? Hint { get; set; }

    public string? Value { get; set; }

    public IEnumerable<string>? Values { get; set; }

    public bool Many { get; set; }

    public bool Required { get; set; }

    /// <summary>Whether many short choices stand side by side.</summary>
    public bool Columns { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var given = Values ?? (Value is null ? [] : [Value]);
        var field = FieldState.Of(ViewContext.ModelState, Name, Id, given, Hint, Required);
        field.Give(context);
        FieldOrder.Of(ViewContext.ViewData).Add(field);
        context.Items[typeof(Choices)] = Many ? "checkbox" : "radio";
        var choices = await output.GetChildContentAsync();
        Become(output, "fieldset", "dx-choices");
        output.Attributes.SetAttribute("id", field.Id);
        output.Attributes.SetAttribute("tabindex", "-1");
        if (field.DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);
        output.Content.AppendHtml("<legend>").Append(Legend);
        field.WriteRequired(output.Content, T["form.required"]);
        output.Content.AppendHtml("</legend>");
        field.WriteHint(output.Content, Hint);
        output.Content.AppendHtml(Columns ? "<div class=\"dx-choices__columns\">" : "<div>").AppendHtml(choices).AppendHtml("</div>");
        field.WriteError(output.Content);
    }
}

/// <summary>One of the <c>dx-choices</c>.</summary>
[HtmlTargetElement("dx-choice", ParentTag = "dx-choices")]
public sealed class Choice : TagHelper
{
    public required string Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.In(context)!;
        var kind = (string)context.Items[typeof(Choices)];
        var words = await output.GetChildContentAsync();
        output.TagName = "label";
        output.Attributes.SetAttribute("class", "dx-check");
        var needed = field.Required && kind == "radio" ? "required=\"required\" " : "";
        var chosen = field.Values.Contains(Value) ? "checked=\"checked\" " : "";
        output.Content
            .AppendHtml($"<input type=\"{kind}\" name=\"{field.Name}\" value=\"{Markup.Attribute(Value)}\" {needed}{chosen}/><span>")
            .AppendHtml(words).AppendHtml("</span>");
    }
}
