namespace DxRules.Admin.Charts;

/// <summary>Which fill means what, over a drawing of stacked parts.</summary>
internal static class StackKey
{
    private const double Swatch = 18;
    private const double LineHeight = 24;

    /// <returns>Where the drawing may begin.</returns>
    public static double Draw(Canvas canvas, IReadOnlyList<StackPart> parts)
    {
        var (x, y) = (0.0, 2.0);
        foreach (var part in parts)
        {
            var width = Swatch + 6 + Labels.Width(part.Name) + 16;
            if (x > 0 && x + width > canvas.Width)
                (x, y) = (0, y + LineHeight);
            canvas.Bar(x + 1, y, Swatch, Swatch, part.Fill);
            canvas.Text(x + Swatch + 7, y + 14, part.Name);
            x += width;
        }
        return y + LineHeight + 4;
    }
}
