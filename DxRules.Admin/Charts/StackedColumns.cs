using System.Globalization;

namespace DxRules.Admin.Charts;

/// <summary>What is stacked in each column.</summary>
/// <param name="Below">Whether it hangs under the axis: what went, beside what is there.</param>
internal sealed record StackPart(string Name, ChartFill Fill, bool Below = false);

/// <summary>A column or a row of parts.</summary>
/// <param name="Counts">One for each part, in their order; not less than 0.</param>
internal sealed record Stack(string Label, IReadOnlyList<int> Counts);

/// <summary>Columns of parts side by side, such as years with the alerts of each kind. The number stands in each part that has room for one, the total over the column.</summary>
internal static class StackedColumns
{
    private const double LabelHeight = 24;

    public static void Draw(Canvas canvas, IReadOnlyList<StackPart> parts, IReadOnlyList<Stack> columns, double height = 200)
    {
        var top = StackKey.Draw(canvas, parts) + 20;
        var (most, least) = (columns.Max(column => Sum(column, parts, false)), columns.Max(column => Sum(column, parts, true)));
        var scale = Scale.Round([0, Math.Max(most, 1), -least], top + height, top, 4);
        var left = scale.Ticks.Max(tick => Labels.Width(Written(tick), Labels.Small)) + 8;
        foreach (var tick in scale.Ticks)
        {
            canvas.Line(left, scale.At(tick), canvas.Width, scale.At(tick), tick == 0 ? "axis" : "grid");
            canvas.Text(left - 6, scale.At(tick) + 4, Written(tick), "small", "end");
        }
        var step = (canvas.Width - left) / columns.Count;
        var width = Math.Min(step * .6, 72);
        for (var i = 0; i < columns.Count; i++)
            Draw(canvas, parts, columns[i], scale, left + step * (i + .5), width, step);
        canvas.Height = scale.Start + LabelHeight;
    }

    private static void Draw(Canvas canvas, IReadOnlyList<StackPart> parts, Stack column, Scale scale, double middle, double width, double step)
    {
        var (above, below) = (0, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            var count = column.Counts[i];
            if (count == 0)
                continue;
            var from = parts[i].Below ? -below : above;
            var to = parts[i].Below ? from - count : from + count;
            var (y, end) = (scale.At(Math.Max(from, to)), scale.At(Math.Min(from, to)));
            canvas.Bar(middle - width / 2, y, width, end - y, parts[i].Fill);
            if (end - y >= 18)
                canvas.Plate(middle, (y + end) / 2, Written(count));
            (above, below) = parts[i].Below ? (above, below + count) : (above + count, below);
        }
        canvas.Text(middle, scale.At(above) - 6, Written(above), "strong", "middle");
        canvas.Text(middle, scale.Start + 18, Labels.Fit(column.Label, step - 4, Labels.Small), "small", "middle");
    }

    private static int Sum(Stack column, IReadOnlyList<StackPart> parts, bool below) => column.Counts.Where((_, i) => parts[i].Below == below).Sum();

    // What hangs below is counted as well.
    private static string Written(decimal count) => Math.Abs(count).ToString("#,0", CultureInfo.InvariantCulture);
}
