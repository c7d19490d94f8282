using System.Globalization;

namespace DxRules.Admin.Charts;

/// <summary>Rows of parts one under the other, such as departments with their alerts by severity. The number stands in each part that has room for one, the total behind the row.</summary>
internal static class StackedRows
{
    private const double RowHeight = 30;
    private const double BarHeight = 22;

    /// <param name="total">Whether the sum stands behind each row.</param>
    public static void Draw(Canvas canvas, IReadOnlyList<StackPart> parts, IReadOnlyList<Stack> rows, bool total = true)
    {
        var top = StackKey.Draw(canvas, parts) + 4;
        var left = Math.Min(rows.Max(row => Labels.Width(row.Label)), canvas.Width * .42) + 8;
        var right = total ? Labels.Width(Written(rows.Max(row => row.Counts.Sum()))) + 10 : 1;
        var scale = new Scale(0, Math.Max(rows.Max(row => row.Counts.Sum()), 1), left, canvas.Width - right);
        for (var i = 0; i < rows.Count; i++)
            Draw(canvas, parts, rows[i], scale, top + RowHeight * i, total);
        canvas.Line(left, top, left, top + RowHeight * rows.Count, "axis");
        canvas.Height = top + RowHeight * rows.Count + 2;
    }

    private static void Draw(Canvas canvas, IReadOnlyList<StackPart> parts, Stack row, Scale scale, double y, bool total)
    {
        var middle = y + RowHeight / 2;
        canvas.Text(scale.Start - 8, middle + 5, Labels.Fit(row.Label, scale.Start - 8), "text", "end");
        var sum = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (row.Counts[i] == 0)
                continue;
            var (from, to) = (scale.At(sum), scale.At(sum += row.Counts[i]));
            canvas.Bar(from, middle - BarHeight / 2, to - from, BarHeight, parts[i].Fill);
            var written = Written(row.Counts[i]);
            if (to - from >= Labels.Width(written, Labels.Small) + 8)
                canvas.Plate((from + to) / 2, middle, written);
        }
        if (total)
            canvas.Text(scale.At(sum) + 6, middle + 5, Written(sum), "strong");
    }

    private static string Written(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
