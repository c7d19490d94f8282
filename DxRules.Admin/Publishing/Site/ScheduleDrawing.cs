using DxRules.Admin.Charts;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Kpis;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Publishing.Site;

/// <summary>Initiatives one under the other: each name over its bar, which is filled as far as the work has come.</summary>
internal sealed class ScheduleDrawing(Canvas canvas, DateOnly asOf, Texts texts)
{
    private const double Top = 26;
    private const double RowHeight = 48;
    private const double BarHeight = 16;

    private static readonly ChartFill Planned = ChartFill.OfTone("blue", FillPattern.Outline);
    private static readonly ChartFill Done = ChartFill.OfTone("blue", FillPattern.Solid);

    private readonly Figures figures = new(texts);
    private Scale days = null!;

    /// <param name="initiatives">With a beginning and an end; at least one.</param>
    public void Draw(IReadOnlyList<PublicInitiative> initiatives)
    {
        var (first, last) = (FiscalYear.Of(initiatives.Min(one => one.Start!.Value)), FiscalYear.Of(initiatives.Max(one => one.End!.Value)));
        days = new Scale(FiscalYear.Start(first).DayNumber, FiscalYear.Start(last + 1).DayNumber, 0, canvas.Width - 1);
        var bottom = Top + RowHeight * initiatives.Count + 4;
        Years(first, last, bottom);
        for (var i = 0; i < initiatives.Count; i++)
            Row(initiatives[i], Top + RowHeight * i);
        Today(bottom);
        canvas.Height = bottom + 22;
    }

    private double At(DateOnly day) => days.At(day.DayNumber);

    private void Years(int first, int last, double bottom)
    {
        var step = At(FiscalYear.Start(first + 1)) - At(FiscalYear.Start(first));
        var isLong = step >= Labels.Width(figures.Year(last), Labels.Small) + 6;
        for (var year = first; year <= last + 1; year++)
        {
            var x = At(FiscalYear.Start(year));
            canvas.Line(x, Top - 6, x, bottom, "grid");
            if (year <= last)
                canvas.Text(x + step / 2, Top - 10, isLong ? figures.Year(year) : figures.ShortYear(year), "small", "middle");
        }
    }

    private void Row(PublicInitiative initiative, double y)
    {
        var (from, to) = (At(initiative.Start!.Value), At(initiative.End!.Value.AddDays(1)));
        var share = (double)Math.Clamp(initiative.Progress ?? 0, 0, 1);
        canvas.Text(2, y + 16, Labels.Fit(initiative.Title, canvas.Width - 50));
        canvas.Text(canvas.Width - 2, y + 16, initiative.Progress is { } progress ? figures.Ratio(progress) : texts["public.unknown"], "strong", "end");
        canvas.Bar(from, y + 23, Math.Max(2, to - from), BarHeight, Planned);
        if (share > 0)
            canvas.Bar(from, y + 23, Math.Max(2, (to - from) * share), BarHeight, Done);
    }

    private void Today(double bottom)
    {
        if (asOf.DayNumber < days.From || asOf.DayNumber > days.To)
            return;
        var x = At(asOf);
        canvas.Line(x, Top - 4, x, bottom, "target");
        canvas.Text(Math.Clamp(x, 30, canvas.Width - 30), bottom + 15, texts["public.schedule.now"], "strong", "middle");
    }
}
