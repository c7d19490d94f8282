using System.Globalization;
using System.Xml.Linq;
using DxRules.Admin.Localization;
using Microsoft.AspNetCore.Html;

namespace DxRules.Admin.Pages.Plans;

/// <summary>
/// Draws schedules: what is planned as an outline above, what was done filled below it, what is foreseen as a dotted line, today as a dashed one. Hidden
/// from screen readers, since the words beside it say the same.
/// </summary>
internal static class GanttBar
{
    private const int Height = 28;
    private const int RulerHeight = 20;

    public static IHtmlContent Of(ScheduleLine line, GanttAxis axis, DateOnly today)
    {
        var drawing = Empty("dx-gantt__bar", Height);
        drawing.Add(YearLines(axis, Height));
        if (line.IsPoint)
            drawing.Add(Point(line.Planned?.From, axis, "dx-gantt__due", 8), (line.Done ?? []).Select(span => Point(span.To, axis, "dx-gantt__reached", 20)));
        else
            drawing.Add(Outline(line.Planned, axis), (line.Done ?? []).Select(span => Filled(span, axis, today)));
        if (line.Planned is { IsUnknown: true })
            drawing.Add(Unknown(0, 12));
        if (line.Planned is { Partly: true, From: { } begun })
            drawing.Add(Unknown(axis.StartOf(begun), 12));
        if (line.Done is null)
            drawing.Add(Unknown(line.Planned?.From is { } start ? axis.StartOf(start) : 0, 25));
        drawing.Add(Foreseen(line, axis, today), TodayLine(axis, today, Height));
        return new HtmlString(drawing.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>The years above the bars.</summary>
    public static IHtmlContent Ruler(GanttAxis axis, DateOnly today, Texts texts)
    {
        var drawing = Empty("dx-gantt__ruler", RulerHeight);
        drawing.Add(YearLines(axis, RulerHeight));
        for (var year = axis.First; year <= axis.Last; year++)
            drawing.Add(new XElement("text", new XAttribute("x", Number(axis.StartOf(new Quarter(year, 1)) + 4)), new XAttribute("y", 17), ShortYear.Of(year, texts)));
        if (axis.Of(today) is { } x)
            drawing.Add(new XElement("path", new XAttribute("class", "dx-gantt__now"), new XAttribute("d", $"M{Number(x - 4)} 0h8l-4 6Z")));
        return new HtmlString(drawing.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Empty(string css, int height) => new(
        "svg", new XAttribute("class", css), new XAttribute("viewBox", $"0 0 {GanttAxis.Width} {height}"), new XAttribute("aria-hidden", "true"), new XAttribute("focusable", "false"));

    private static XElement YearLines(GanttAxis axis, int height)
    {
        var path = string.Concat(Enumerable.Range(axis.First, axis.Years).Select(year => $"M{Number(axis.StartOf(new Quarter(year, 1)))} 0v{height}"));
        return new XElement("path", new XAttribute("class", "dx-gantt__years"), new XAttribute("d", path));
    }

    // Where the end is unknown or there is none, the outline stays open.
    private static XElement? Outline(PlannedSpan? span, GanttAxis axis)
    {
        if (span is null || (span.From ?? span.To) is not { } some)
            return null;
        var (from, to) = (axis.StartOf(span.From ?? some), span.OpenEnded ? GanttAxis.Width : axis.EndOf(span.To ?? some));
        var path = (span.From, To: span.To) switch
        {
            (not null, not null) => $"M{Number(from)} 3H{Number(to)}V13H{Number(from)}Z",
            (not null, null) => $"M{Number(to)} 3H{Number(from)}V13H{Number(to)}",
            _ => $"M{Number(from)} 3H{Number(to)}V13H{Number(from)}",
        };
        return new XElement("path", new XAttribute("class", "dx-gantt__planned"), new XAttribute("d", path));
    }

    private static XElement? Filled(DoneSpan span, GanttAxis axis, DateOnly today)
    {
        if ((span.From ?? span.To) is not { } some)
            return null;
        var (from, to) = (axis.StartOf(some), axis.EndOf(span.To ?? some));
        if (span.From is null || (span.To is null && !span.GoesOn))
            return Pointing(from, to, towardsEnd: span.From is not null);
        if (span.GoesOn)
            to = Math.Max(axis.Of(today) ?? axis.EndOf(Quarter.Of(today)), from + 2);
        return new XElement(
            "rect", new XAttribute("class", "dx-gantt__done"), new XAttribute("x", Number(from)), new XAttribute("y", 16), new XAttribute("width", Number(to - from)), new XAttribute("height", 9));
    }

    // Where one end is unknown, the one that is known points there.
    private static XElement Pointing(double from, double to, bool towardsEnd)
    {
        var (flat, tip) = towardsEnd ? (from, to) : (to, from);
        return new XElement("path", new XAttribute("class", "dx-gantt__done"), new XAttribute("d", $"M{Number(flat)} 16L{Number(tip)} 20.5L{Number(flat)} 25Z"));
    }

    private static XElement? Foreseen(ScheduleLine line, GanttAxis axis, DateOnly today)
    {
        if (line.Forecast is not { } forecast)
            return null;
        if (line.IsPoint)
            return Point(forecast, axis, "dx-gantt__foreseen", 20);
        var to = axis.EndOf(forecast);
        var from = Math.Min(Math.Max(axis.Of(today) ?? 0, line.Planned?.From is { } start ? axis.StartOf(start) : 0), axis.StartOf(forecast));
        return new XElement("path", new XAttribute("class", "dx-gantt__foreseen"), new XAttribute("d", $"M{Number(from)} 20.5H{Number(to)}"));
    }

    private static XElement Unknown(double x, int y) =>
        new("text", new XAttribute("class", "dx-gantt__unknown"), new XAttribute("x", Number(x + 2)), new XAttribute("y", y), "?");

    // A diamond in the middle of its quarter.
    private static XElement? Point(Quarter? quarter, GanttAxis axis, string css, int y)
    {
        if (quarter is not { } there)
            return null;
        var middle = (axis.StartOf(there) + axis.EndOf(there)) / 2;
        return new XElement("path", new XAttribute("class", css), new XAttribute("d", $"M{Number(middle)} {y - 6}l6 6l-6 6l-6 -6Z"));
    }

    private static XElement? TodayLine(GanttAxis axis, DateOnly today, int height) =>
        axis.Of(today) is { } x ? new XElement("path", new XAttribute("class", "dx-gantt__today"), new XAttribute("d", $"M{Number(x)} 0v{height}")) : null;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
