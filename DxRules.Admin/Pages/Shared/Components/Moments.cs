using DxRules.Admin.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Components;

/// <summary><c>&lt;dx-ago at="@run.At" /&gt;</c>: when something was done: the exact minute, and beside it how long ago that is.</summary>
[HtmlTargetElement("dx-ago", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Ago : Component
{
    public DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var now = ViewContext.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        Become(output, "span", "dx-time");
        output.Content.AppendHtml($"<time datetime=\"{Dates.Machine(At)}\">").Append(T.Time(At)).AppendHtml("</time>")
            .Append(T["time.beside", T.Ago(At, now)]);
    }
}

/// <summary><c>&lt;dx-due on="@answer.Due" /&gt;</c>: a day by which something is to be done, and beside it how many days are left.</summary>
[HtmlTargetElement("dx-due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Due : Component
{
    public DateOnly On { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var today = Dates.InJapan(ViewContext.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        Become(output, "span", "dx-time");
        output.Attributes.SetAttribute("data-late", On < today ? "true" : "false");
        output.Content.AppendHtml($"<time datetime=\"{Dates.Machine(On)}\">").Append(T.Date(On)).AppendHtml("</time>")
            .Append(T["time.andLeft", T.DaysLeft(On, today)]);
    }
}
