using System.Xml.Linq;
using DxRules.Admin.Charts;
using DxRules.Admin.Pages.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DxRules.Admin.Pages.Kpis;

/// <summary><c>&lt;dx-sparkline values="@…" target="@…" /&gt;</c>: how figures went, small enough for a row. It says no more than the figures beside it, so nobody need hear of it.</summary>
[HtmlTargetElement("dx-sparkline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Sparkline : Component
{
    private const double Across = 96;
    private const double High = 28;
    private const double Edge = 4;

    /// <summary>Year and value, ascending by year.</summary>
    public required IReadOnlyList<(int Year, decimal Value)> Values { get; set; }

    public (int Year, decimal Value)? Target { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Values.Count < 2)
        {
            output.SuppressOutput();
            return;
        }
        (int Year, decimal Value)[] all = Target is { } goal ? [.. Values, goal] : [.. Values];
        var years = new Scale(all.Min(point => point.Year), all.Max(point => point.Year), Edge, Across - Edge);
        var values = new Scale(all.Min(point => point.Value), all.Max(point => point.Value), High - Edge, Edge);
        var points = string.Join(' ', Values.Select(point => $"{Canvas.Number(years.At(point.Year))},{Canvas.Number(values.At(point.Value))}"));
        var (_, last) = Values[^1];
        Become(output, "span", "dx-sparkline");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.AppendHtml(new XElement(
            "svg",
            new XAttribute("viewBox", $"0 0 {Across} {High}"), new XAttribute("width", Across), new XAttribute("height", High),
            Target is { } target ? Line(years.At(Values[0].Year), years.At(target.Year), values.At(target.Value)) : null,
            new XElement("polyline", new XAttribute("class", "dx-chart__actual"), new XAttribute("points", points)),
            new XElement("circle", new XAttribute("class", "dx-chart__mark"), new XAttribute("r", 3), new XAttribute("cx", Canvas.Number(years.At(Values[^1].Year))), new XAttribute("cy", Canvas.Number(values.At(last)))))
            .ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Line(double from, double to, double y) => new(
        "line", new XAttribute("class", "dx-chart__target"), new XAttribute("x1", Canvas.Number(from)), new XAttribute("x2", Canvas.Number(to)), new XAttribute("y1", Canvas.Number(y)), new XAttribute("y2", Canvas.Number(y)));
}
