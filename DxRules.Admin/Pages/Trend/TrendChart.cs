using System.Globalization;
using DxRules.Admin.Charts;
using DxRules.Admin.Localization;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using AlertStateWords = DxRules.Admin.Pages.Alerts.AlertStateWords;

namespace DxRules.Admin.Pages.Trend;

/// <summary>The alerts over the years as columns: what there is above the axis, what was settled below it.</summary>
internal static class TrendChart
{
    // What goes on holds what has eased: it goes on as well.
    private static readonly (AlertState State, AlertState? With, FillPattern Pattern, bool Below)[] Parts =
    [
        (AlertState.Continuing, AlertState.Eased, FillPattern.Solid, false),
        (AlertState.Recurred, null, FillPattern.Diagonal, false),
        (AlertState.Worsened, null, FillPattern.Dots, false),
        (AlertState.New, null, FillPattern.Outline, false),
        (AlertState.Cleared, null, FillPattern.Backward, true),
    ];

    public static Chart Of(TrendView view, Texts texts)
    {
        var parts = Parts.Select(part => new StackPart(texts[$"trend.part.{part.State}"], ChartFill.OfMark(AlertStateWords.Of(part.State), part.Pattern), part.Below)).ToList();
        var columns = Columns(view, year => Label(year, texts));
        var described = view.Years.Select((year, i) => texts["trend.described", columns[i].Label, year.Sum.Now, string.Join(texts["undetermined.and"], parts.Select((part, p) => $"{part.Name} {Number(columns[i].Counts[p])}"))]);
        return new Chart("trend", Conclusion(view, texts), string.Join(" ", described), canvas => StackedColumns.Draw(canvas, parts, canvas.IsNarrow ? Columns(view, year => ShortLabel(year, texts)) : columns, 240));
    }

    /// <summary>The columns that are drawn, one for each year.</summary>
    private static IReadOnlyList<Stack> Columns(TrendView view, Func<int, string> label) =>
        [.. view.Years.Select(year => new Stack(label(year.FiscalYear), [.. Parts.Select(part => year.Sum.Of(part.State) + (part.With is { } with ? year.Sum.Of(with) : 0))]))];

    // What stands out in the last year, against the one before of the same plan.
    private static string Conclusion(TrendView view, Texts texts)
    {
        var last = view.Years[^1];
        var label = Label(last.FiscalYear, texts);
        if (view.Before(last) is not { } before)
            return texts["trend.first", label, last.Sum.Now];
        var more = last.Sum.Now - before.Sum.Now;
        return more == 0
            ? texts["trend.same", label, last.Sum.Now, last.Sum.New, last.Sum.Cleared]
            : texts[more > 0 ? "trend.more" : "trend.fewer", label, last.Sum.Now, Math.Abs(more), last.Sum.New, last.Sum.Cleared];
    }

    private static string Label(int year, Texts texts) => texts.Language == Language.Japanese ? Wareki.FormatFiscalYear(year) : texts.FiscalYear(year);

    // Under a column on a phone there is no room for the two letters that say that it is a fiscal year.
    private static string ShortLabel(int year, Texts texts) => texts.Language == Language.Japanese ? Label(year, texts)[..^2] : Label(year, texts);

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
