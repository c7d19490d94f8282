using DxRules.Admin.Charts;
using DxRules.Admin.Localization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>Draws actuals, the line they were to follow, the target and where they lead; each is named where it ends.</summary>
internal sealed class TrajectoryDrawing
{
    private const double Top = 34;
    private const double Bottom = 264;
    private const double Mark = 5;
    private readonly Canvas canvas;
    private readonly Trajectory way;
    private readonly Texts texts;
    private readonly Figures figures;
    private readonly List<(double Y, string Text, string Look)> names = [];
    private readonly List<(int FiscalYear, decimal Value, bool IsOpen)> counted;
    private Scale values = null!;
    private Scale years = null!;

    public TrajectoryDrawing(Canvas canvas, Trajectory way, Texts texts)
    {
        (this.canvas, this.way, this.texts, figures) = (canvas, way, texts, new Figures(texts));
        counted = [.. way.Years.Where(line => line.Actual is { Counts: true, Value: not null }).Select(line => (line.FiscalYear, line.Actual!.Value!.Value, line.Actual.IsOpen))];
    }

    /// <param name="points">Every figure that must have room.</param>
    public void Draw(IReadOnlyList<decimal> points)
    {
        // A way that begins near zero is drawn from zero; one that plays far above is drawn as large as it goes.
        var (low, high) = (points.Min(), points.Max());
        values = Scale.Round([.. points, low > 0 && low <= (high - low) * .6m ? 0 : low <= 0 ? low : Math.Max(0, low - (high - low) * .05m)], Bottom, Top);
        var left = values.Ticks.Max(tick => Labels.Width(Figures.Bare(tick), Labels.Small)) + 12;
        var right = canvas.Width - Math.Min(NameTexts().Max(text => Labels.Width(text)) + 14, canvas.Width * .42);
        var (first, last) = (way.Years[0].FiscalYear, way.Years[^1].FiscalYear);
        years = new Scale(first, last, left + 12, right - 4);
        Axes(left, right, first, last);
        Tolerance(left, right);
        Span();
        Expected();
        Revisions();
        Target();
        Ahead();
        Actuals();
        Names(right);
        canvas.Height = Bottom + 28;
    }

    private (double X, double Y) At(int year, decimal value) => (years.At(year), values.At(value));

    private string Written(decimal value) => figures.Value(value, way.Unit);

    private void Axes(double left, double right, int first, int last)
    {
        foreach (var tick in values.Ticks)
        {
            canvas.Line(left, values.At(tick), right, values.At(tick), "grid");
            canvas.Text(left - 6, values.At(tick) + 4, Figures.Bare(tick), "small", "end");
        }
        canvas.Line(left, Bottom, right, Bottom, "axis");
        canvas.Text(0, 12, way.Unit is { } unit ? texts["kpi.unit", unit] : "", "small");
        var step = last == first ? right - left : years.At(first + 1) - years.At(first);
        var isLong = step >= Labels.Width(figures.Year(last), Labels.Small) + 6;
        var every = isLong ? 1 : (int)Math.Ceiling((Labels.Width(figures.ShortYear(last), Labels.Small) + 6) / step);
        for (var year = last; year >= first; year--)
        {
            canvas.Line(years.At(year), Bottom, years.At(year), Bottom + 5, "axis");
            if ((last - year) % every == 0)
                canvas.Text(years.At(year), Bottom + 19, isLong ? figures.Year(year) : figures.ShortYear(year), "small", "middle");
        }
    }

    private void Tolerance(double left, double right)
    {
        if (way is not { IsKept: true, Tolerance: { } tolerance, Target: { } kept })
            return;
        var (top, bottom) = (values.At(kept + tolerance), values.At(kept - tolerance));
        canvas.Rectangle(left, top, right - left, Math.Max(1, bottom - top), "tolerance");
        canvas.Line(left, values.At(kept), right, values.At(kept), "target");
        names.Add((values.At(kept), texts["kpi.name.kept", Written(kept)], "strong"));
        names.Add((top, texts["kpi.name.tolerance", Written(tolerance)], "small"));
    }

    // What the yearly steps so far would lead to, from the last actual on.
    private void Span()
    {
        if (way.Forecast.Count == 0)
            return;
        var from = At(counted[^1].FiscalYear, counted[^1].Value);
        canvas.Polygon(
            [from, .. way.Forecast.Select(ahead => At(ahead.FiscalYear, ahead.High)), .. way.Forecast.Reverse().Select(ahead => At(ahead.FiscalYear, ahead.Low))], "span");
    }

    private void Expected()
    {
        var due = way.Years.DistinctBy(line => line.FiscalYear).Where(line => line.DueAtYearEnd is not null).ToList();
        if (due.Count == 0 || way.Origin is not { FiscalYear: var start, Value: var origin })
            return;
        canvas.Polyline([At(start, origin), .. due.Where(line => line.FiscalYear > start).Select(line => At(line.FiscalYear, line.DueAtYearEnd!.Value))], "expected");
        foreach (var line in way.Years.Where(line => line.AnnualTarget is not null).DistinctBy(line => line.FiscalYear))
        {
            var (x, y) = At(line.FiscalYear, line.AnnualTarget!.Value);
            canvas.Polygon([(x, y - Mark), (x + Mark, y), (x, y + Mark), (x - Mark, y)], "annual");
        }
    }

    private void Revisions()
    {
        foreach (var day in way.Revisions)
        {
            var year = FiscalYear.Of(day);
            var share = (decimal)(day.DayNumber - FiscalYear.Start(year).DayNumber) / 365;
            if (years.At(year - 1 + share) is var x && x >= years.Start && x <= years.End)
            {
                canvas.Line(x, Top - 8, x, Bottom, "revision");
                canvas.Text(x, Top - 12, texts["kpi.name.revision"], "small", "middle");
            }
        }
    }

    private void Target()
    {
        if (way.IsKept || way is not { Target: { } target, TargetYear: { } year })
            return;
        var (x, y) = At(year, target);
        canvas.Line(years.Start, y, x, y, "target");
        canvas.Rectangle(x - Mark, y - Mark, Mark * 2, Mark * 2, "goal");
        names.Add((y, texts["kpi.name.target", Written(target)], "strong"));
    }

    private void Ahead()
    {
        if (way.Forecast.Count == 0)
            return;
        var end = way.Forecast[^1];
        canvas.Polyline([At(counted[^1].FiscalYear, counted[^1].Value), .. way.Forecast.Select(ahead => At(ahead.FiscalYear, ahead.Value))], "forecast");
        names.Add((values.At(end.Value), texts["kpi.name.forecast", Written(end.Value)], "text"));
        if (end.High == end.Low)
            return;
        names.Add((values.At(Math.Max(end.High, end.Low)), texts["kpi.name.high", Written(Math.Max(end.High, end.Low))], "small"));
        names.Add((values.At(Math.Min(end.High, end.Low)), texts["kpi.name.low", Written(Math.Min(end.High, end.Low))], "small"));
    }

    private void Actuals()
    {
        List<(int Year, decimal Value, string Look)> marks = [];
        if (way.Baseline is { } baseline && baseline.FiscalYear < (counted.Count > 0 ? counted[0].FiscalYear : int.MaxValue))
            marks.Add((baseline.FiscalYear, baseline.Value, "origin"));
        marks.AddRange(counted.Select(actual => (actual.FiscalYear, actual.Value, LookOf(actual.IsOpen))));
        canvas.Polyline(marks.Select(mark => At(mark.Year, mark.Value)), "actual");
        foreach (var aside in way.Years.Where(line => line.Actual is { Counts: false, Value: not null }))
            canvas.Circle(years.At(aside.FiscalYear), values.At(aside.Actual!.Value!.Value), Mark - 1, LookOf(aside.Actual.IsOpen));
        foreach (var (year, value, look) in marks)
            canvas.Circle(years.At(year), values.At(value), Mark, look);
        for (var i = 0; i < marks.Count; i++)
        {
            var isOrigin = marks[i].Look == "origin";
            Value(marks[i].Year, marks[i].Value, isOrigin, i == marks.Count - 1, isOrigin && i < marks.Count - 1 ? marks[i + 1].Value <= marks[i].Value : null);
        }
    }

    private static string LookOf(bool isOpen) => isOpen ? "open" : "mark";

    // Beside the point, on the side where its line is not: over it where it stands over what was due, else under it, as far as there is room.
    private void Value(int year, decimal value, bool isOrigin, bool isLast, bool? isOver)
    {
        var due = way.Years.First(line => line.FiscalYear == year).Expected;
        var (x, y) = At(year, value);
        var isAbove = y > Bottom - 24 || (isOver ?? (due is not { } expected || values.At(expected) >= y - 1));
        var text = isOrigin && !canvas.IsNarrow ? texts[way.BaselineText, Written(value)] : canvas.IsNarrow && !isLast ? Figures.Bare(value) : Written(value);
        var middle = Math.Max(x, Labels.Width(text, Labels.Small) / 2);
        canvas.Text(isOrigin ? Math.Max(x, years.Start) - 4 : middle, isAbove ? y - 10 : y + 20, text, isLast && !isOrigin ? "strong" : "small", isOrigin ? "start" : "middle");
    }

    private void Names(double right)
    {
        if (names.Count == 0)
            return;
        var placed = Labels.Spread([.. names.Select(name => name.Y)], 17, Top, Bottom);
        for (var i = 0; i < names.Count; i++)
        {
            canvas.Line(right - 1, names[i].Y, right + 7, placed[i], "leader");
            canvas.Text(right + 10, placed[i] + 4.5, Labels.Fit(names[i].Text, canvas.Width - right - 10), names[i].Look);
        }
    }

    // All names that may come to stand at the right, to know how much room they take.
    private IEnumerable<string> NameTexts()
    {
        yield return texts["kpi.name.target", Written(way.Target ?? 0)];
        if (way.Forecast.LastOrDefault() is { } end)
        {
            yield return texts["kpi.name.forecast", Written(end.Value)];
            yield return texts["kpi.name.high", Written(Math.Max(end.High, end.Low))];
            yield return texts["kpi.name.low", Written(Math.Min(end.High, end.Low))];
        }
        if (way is { IsKept: true, Tolerance: { } tolerance, Target: { } kept })
        {
            yield return texts["kpi.name.kept", Written(kept)];
            yield return texts["kpi.name.tolerance", Written(tolerance)];
        }
    }
}
