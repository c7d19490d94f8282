using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Plans;

/// <summary>The fiscal years over which the schedules of a plan are drawn, and where on the drawing a quarter lies.</summary>
/// <param name="First">The first fiscal year.</param>
internal sealed record GanttAxis(int First, int Last)
{
    /// <summary>Of every drawing, in its own units.</summary>
    public const int Width = 480;

    // A date that was mistyped must not press all others into a line.
    private const int MostYears = 15;

    public int Years => Last - First + 1;

    /// <summary>From the plan's years to whatever is planned, done or foreseen before or after; null where nothing has a date.</summary>
    public static GanttAxis? Of(PlanDocument plan)
    {
        var initiatives = (plan.Policies ?? []).SelectMany(policy => policy.Initiatives ?? []).ToList();
        var phases = initiatives.SelectMany(initiative => initiative.Lanes ?? []).SelectMany(lane => lane.Phases ?? []);
        var days = phases.SelectMany(phase => new[] { phase.Start, phase.End, phase.StartedOn, phase.CompletedOn, phase.ForecastEnd })
            .Concat(initiatives.SelectMany(initiative => initiative.Milestones).SelectMany(milestone => new[] { milestone.Due, milestone.CompletedOn, milestone.ForecastEnd }))
            .OfType<PlanDate>().ToList();
        var period = new[] { plan.Plan.Period?.Start, plan.Plan.Period?.End }.OfType<PlanDate>().ToList();
        if (days.Count == 0)
            return null;
        var years = days.Concat(period).Select(day => FiscalYear.Of(day.Day)).ToList();
        var first = Math.Max(years.Min(), period.Count > 0 ? FiscalYear.Of(period[0].Day) - MostYears / 3 : int.MinValue);
        return new GanttAxis(first, Math.Min(years.Max(), first + MostYears - 1));
    }

    public double StartOf(Quarter quarter) => Place(quarter.Index);

    public double EndOf(Quarter quarter) => Place(quarter.Index + 1);

    /// <summary>Null where the day lies outside the years.</summary>
    public double? Of(DateOnly day)
    {
        var (start, end) = (FiscalYear.Start(First), FiscalYear.End(Last));
        return day < start || day > end ? null : Width * (double)(day.DayNumber - start.DayNumber) / (end.DayNumber - start.DayNumber + 1);
    }

    private double Place(int quarter) => Width * Math.Clamp((quarter - First * 4) / (Years * 4d), 0, 1);
}
