namespace DxRules.Admin.Charts;

/// <param name="Written">The value as it stands beside its dot.</param>
/// <param name="IsOwn">Whether it is the one that the others stand beside.</param>
internal sealed record DotRow(string Label, decimal Value, string Written, bool IsOwn);

/// <summary>A dot a row along one axis, in the order given: how figures lie to one another without saying which is better. Our own is full, the others are open.</summary>
internal static class DotRows
{
    private const double RowHeight = 28;
    private const double Radius = 6;

    /// <param name="rows">At least one.</param>
    /// <param name="written">A figure of the axis.</param>
    public static void Draw(Canvas canvas, IReadOnlyList<DotRow> rows, Func<decimal, string> written)
    {
        var labels = Math.Min(rows.Max(row => Labels.Width(row.Label)), canvas.Width * .35);
        var figures = rows.Max(row => Labels.Width(row.Written, Labels.Small)) + Radius + 6;
        var scale = Scale.Round(rows.Select(row => row.Value), labels + 20, canvas.Width - figures - 4, canvas.IsNarrow ? 2 : 5);
        var bottom = rows.Count * RowHeight + 4;
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(scale.At(tick), 0, scale.At(tick), bottom, "grid");
            canvas.Text(scale.At(tick), bottom + 16, written(tick), "small", "middle");
        }
        foreach (var (place, row) in rows.Index())
        {
            var (x, y) = (scale.At(row.Value), (place + .5) * RowHeight);
            canvas.Text(labels + 4, y + 5, Labels.Fit(row.Label, labels), row.IsOwn ? "strong" : "text", "end");
            canvas.Line(labels + 12, y, x, y, "leader");
            canvas.Circle(x, y, Radius, row.IsOwn ? "mark" : "open");
            canvas.Text(x + Radius + 4, y + 4, row.Written, "small");
        }
        canvas.Line(scale.Start, bottom, scale.End, bottom, "axis");
        canvas.Height = bottom + 22;
    }
}
