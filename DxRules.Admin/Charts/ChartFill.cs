using System.Xml.Linq;

namespace DxRules.Admin.Charts;

/// <summary>How a fill is told from others without its colour.</summary>
public enum FillPattern
{
    Solid,
    Diagonal,
    Dots,
    Outline,
    Backward,
    Grid,
}

/// <summary>What a part of a bar is filled with: the colour of a word of the site, and a pattern.</summary>
/// <param name="By"><c>mark</c> or <c>tone</c>: which words of the stylesheet are meant.</param>
public sealed record ChartFill(string By, string Word, FillPattern Kind)
{
    private const int Tile = 8;

    /// <summary>By a word that has a mark: critical, warning, notice, info, undetermined, new, continuing, worsened, recurred, cleared …</summary>
    public static ChartFill OfMark(string word, FillPattern kind) => new("mark", word, kind);

    /// <summary>By the tone of a chip: blue, gray, orange, red, green or purple.</summary>
    public static ChartFill OfTone(string word, FillPattern kind) => new("tone", word, kind);

    internal XElement Pattern(string id) =>
        new("pattern",
            new XAttribute("id", id),
            new XAttribute($"data-{By}", Word),
            new XAttribute("width", Tile),
            new XAttribute("height", Tile),
            new XAttribute("patternUnits", "userSpaceOnUse"),
            new XElement("rect", new XAttribute("width", Tile), new XAttribute("height", Tile), new XAttribute("class", Kind == FillPattern.Solid ? "dx-chart__full" : "dx-chart__ground")),
            Kind switch
            {
                FillPattern.Diagonal => Stroke("M-2 6 6 -2M2 10 10 2"),
                FillPattern.Backward => Stroke("M2 -2 10 6M-2 2 6 10"),
                FillPattern.Grid => Stroke("M0 4H8M4 0V8"),
                FillPattern.Dots => new XElement("circle", new XAttribute("class", "dx-chart__full"), new XAttribute("cx", 4), new XAttribute("cy", 4), new XAttribute("r", 2)),
                _ => null,
            });

    private static XElement Stroke(string path) => new("path", new XAttribute("class", "dx-chart__hatch"), new XAttribute("d", path));
}
