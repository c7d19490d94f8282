using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace DxRules.Admin.Charts;

/// <summary>
/// What is drawn on. One unit is one pixel where the window is wide enough. Shapes get their looks from classes of the stylesheet and from
/// presentation attributes; inline styles are forbidden by the site's headers.
/// </summary>
public sealed class Canvas
{
    private readonly List<XElement> shapes = [];
    private readonly Dictionary<ChartFill, string> fills = [];

    /// <param name="id">Begins every id within the drawing.</param>
    internal Canvas(string id, int width) => (Id, Width) = (id, width);

    public string Id { get; }

    public double Width { get; }

    /// <summary>To be set by who draws.</summary>
    public double Height { get; set; } = 240;

    public bool IsNarrow => Width <= 400;

    /// <param name="look">Class without its beginning: <c>axis</c>, <c>grid</c>, <c>actual</c> …; see the block "Charts" of the stylesheet.</param>
    public void Line(double x1, double y1, double x2, double y2, string look) =>
        Add("line", look, ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));

    /// <summary>A line through points.</summary>
    public void Polyline(IEnumerable<(double X, double Y)> points, string look) => shapes.Add(Shape("polyline", look, new XAttribute("points", Points(points))));

    /// <summary>A closed area.</summary>
    public void Polygon(IEnumerable<(double X, double Y)> points, string look) => shapes.Add(Shape("polygon", look, new XAttribute("points", Points(points))));

    public void Circle(double x, double y, double radius, string look) => Add("circle", look, ("cx", x), ("cy", y), ("r", radius));

    public void Rectangle(double x, double y, double width, double height, string look) =>
        Add("rect", look, ("x", x), ("y", y), ("width", width), ("height", height));

    /// <summary>A filled part of a bar, with an edge.</summary>
    public void Bar(double x, double y, double width, double height, ChartFill fill)
    {
        var shape = Shape("rect", "bar", new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("width", Number(width)), new XAttribute("height", Number(height)));
        shape.Add(new XAttribute("fill", $"url(#{FillId(fill)})"), new XAttribute($"data-{fill.By}", fill.Word));
        shapes.Add(shape);
    }

    /// <summary>A text that begins, is centred or ends at a place; y is its base line.</summary>
    /// <param name="look"><c>text</c>, <c>small</c> or <c>strong</c>.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public void Text(double x, double y, string text, string look = "text", string anchor = "start")
    {
        var shape = Shape("text", look, new XAttribute("x", Number(x)), new XAttribute("y", Number(y)));
        if (anchor != "start")
            shape.Add(new XAttribute("text-anchor", anchor));
        shape.Value = Written(text);
        shapes.Add(shape);
    }

    /// <summary>A text on a plate of its own, to be read on any ground; centred, with y as its middle.</summary>
    public void Plate(double x, double y, string text)
    {
        var width = Labels.Width(text, Labels.Small) + 6;
        Rectangle(x - width / 2, y - 9, width, 18, "plate");
        Text(x, y + 4.5, text, "small", "middle");
    }

    /// <summary>A figure as coordinates are written: one decimal, whatever the language.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    internal XElement Finish(string title, string description) =>
        new("svg",
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{Id}-title {Id}-desc"),
            new XAttribute("viewBox", $"0 0 {Number(Width)} {Number(Height)}"),
            new XAttribute("width", Number(Width)),
            new XAttribute("height", Number(Height)),
            new XElement("title", new XAttribute("id", $"{Id}-title"), Written(title)),
            new XElement("desc", new XAttribute("id", $"{Id}-desc"), Written(description)),
            fills.Count == 0 ? null : new XElement("defs", fills.Select(fill => fill.Key.Pattern(fill.Value))),
            new XElement("g", new XAttribute("aria-hidden", "true"), shapes));

    private string FillId(ChartFill fill)
    {
        if (!fills.TryGetValue(fill, out var id))
            fills[fill] = id = $"{Id}-fill-{fills.Count + 1}";
        return id;
    }

    private void Add(string element, string look, params (string Name, double Value)[] places) =>
        shapes.Add(Shape(element, look, [.. places.Select(place => new XAttribute(place.Name, Number(place.Value)))]));

    private static XElement Shape(string element, string look, params XAttribute[] places) =>
        new(element, new XAttribute("class", $"dx-chart__{look}"), places);

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    // A title comes from a file, and not every character of one may stand in a page.
    private static string Written(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            written.Append(rune.Value is < 0x20 and not '\n' and not '\t' or 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        return written.ToString();
    }
}
