using System.Xml.Linq;

namespace DxRules.Admin.Charts;

/// <summary>
/// A picture of figures, drawn on the server: <c>&lt;dx-chart chart="@chart" rows="@rows.Count"&gt;&lt;dx-table …&gt;&lt;/dx-chart&gt;</c> shows it with the table of the
/// same figures. Draw it from the rows of that table, so that both always agree.
/// </summary>
/// <param name="id">Unique on the page; letters, digits and hyphens.</param>
/// <param name="title">What the picture shows, as a whole sentence: the conclusion, not the subject.</param>
/// <param name="description">The figures in words, for those who do not see the picture.</param>
/// <param name="draw">Draws it. Called once for a wide and once for a narrow window, told apart by <see cref="Canvas.Width"/>.</param>
public sealed class Chart(string id, string title, string description, Action<Canvas> draw)
{
    /// <summary>Width of the drawing on a screen of usual width and on paper, and on a phone.</summary>
    public const int Wide = 720;
    public const int Narrow = 320;

    public string Id { get; } = id;

    public string Title { get; } = title;

    public string Description { get; } = description;

    /// <summary>The drawing as an <c>svg</c> element.</summary>
    /// <param name="width"><see cref="Wide"/>, <see cref="Narrow"/>, or less where several stand side by side.</param>
    public XElement Draw(int width)
    {
        var canvas = new Canvas($"{Id}-{width}", width);
        draw(canvas);
        return canvas.Finish(Title, Description);
    }

    /// <summary>The drawing as it stands in a page. Each is drawn for its width, so that letters are as large on a phone as elsewhere; the other is not shown.</summary>
    /// <param name="name">wide or narrow: when it is shown.</param>
    public string Markup(int width, string name)
    {
        var drawing = Draw(width);
        drawing.SetAttributeValue("class", $"dx-chart__{name}");
        return drawing.ToString(SaveOptions.DisableFormatting);
    }
}
