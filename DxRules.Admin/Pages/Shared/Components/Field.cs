using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary>
/// <c>&lt;dx-field name="year" label="@T["…"]" hint="@T["…"]" value="@Model.Year" required="true"&gt;&lt;input type="number" /&gt;&lt;/dx-field&gt;</c>: label, hint,
/// control, error. The control is an <c>input</c>, <c>select</c> or <c>textarea</c> directly inside; its id, name, value, chosen option, required,
/// aria-describedby and aria-invalid come by themselves. The error is what <c>ModelState</c> says of the name, and then what was typed stays. Give
/// an <c>id</c> only where the same name stands in several forms of a page.
/// </summary>
[HtmlTargetElement("dx-field")]
public sealed class Field : Component
{
    public required string Name { get; set; }

    public required string Label { get; set; }

    public string? Id { get; set; }

    public string? Hint { get; set; }

    public string? Value { get; set; }

    public bool Required { get; set; }

    /// <summary>Whether it takes more room than others in a row of fields.</summary>
    public bool Wide { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.Of(ViewContext.ModelState, Name, Id, Value is null ? [] : [Value], Hint, Required);
        field.Give(context);
        FieldOrder.Of(ViewContext.ViewData).Add(field);
        var control = await output.GetChildContentAsync();
        Become(output, "div", "dx-field");
        if (Wide)
            output.Attributes.SetAttribute("data-wide", "true");
        output.Content.AppendHtml($"<label for=\"{field.Id}\">").Append(Label);
        field.WriteRequired(output.Content, T["form.required"]);
        output.Content.AppendHtml("</label>");
        field.WriteHint(output.Content, Hint);
        output.Content.AppendHtml(control);
        field.WriteError(output.Content);
    }
}

/// <summary>The control of a field.</summary>
[HtmlTargetElement("input", ParentTag = "dx-field", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", ParentTag = "dx-field")]
[HtmlTargetElement("textarea", ParentTag = "dx-field")]
public sealed class FieldControl : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.In(context)!;
        output.Attributes.SetAttribute("id", field.Id);
        output.Attributes.SetAttribute("name", field.Name);
        if (field.Required)
            output.Attributes.SetAttribute("required", "required");
        if (field.DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);
        if (field.Error is not null)
            output.Attributes.SetAttribute("aria-invalid", "true");
        if (field.Values.Count > 0)
            Write(field.Values[0], output);
    }

    private static void Write(string value, TagHelperOutput output)
    {
        // A password or a file is never sent back to whoever typed it.
        if (output.TagName == "textarea")
            output.Content.SetContent(value);
        else if (output.TagName == "input" && output.Attributes["type"]?.Value.ToString() is not ("password" or "file"))
            output.Attributes.SetAttribute("value", value);
    }
}

/// <summary>An option of a field's select: chosen if it is the field's value.</summary>
[HtmlTargetElement("option", ParentTag = "select", Attributes = "value")]
[HtmlTargetElement("option", ParentTag = "optgroup", Attributes = "value")]
public sealed class FieldOption : TagHelper
{
    public string? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("value", Value ?? "");
        if (FieldState.In(context) is { } field && field.Values.Contains(Value ?? ""))
            output.Attributes.SetAttribute("selected", "selected");
    }
}
