namespace DxRules.Engine.Plans;

/// <summary>
/// What of a roadmap was due by a day, and what of that is done. A phase is due when its planned end has passed, and done when its status is
/// 完了; a 毎年度 phase is due once for every fiscal year of its time that has ended, and done in each year it has a record of. 継続 phases end
/// with nothing that could be done, and 休止 and 中止 ones are not waited for: neither counts. What is done before it is due does not count
/// either, so that it cannot hide what is late. No city was found that publishes a formula for schedules; this is our reading, the same
/// as the pace of a figure: progress ÷ expected progress.
/// </summary>
/// <param name="Due">How many were due.</param>
/// <param name="Done">How many of those are done.</param>
/// <param name="Latest">Title of the one that is latest; null where none is late.</param>
/// <param name="LatestDays">By how many days it is.</param>
internal readonly record struct ScheduleProgress(int Due, int Done, string? Latest = null, int LatestDays = 0)
{
    /// <summary>Done ÷ due: 1 is on time, 0.5 means that half of what was due is done. Null where nothing was due yet.</summary>
    public decimal? Pace => Due == 0 ? null : (decimal)Done / Due;

    /// <summary>A phase with an end.</summary>
    /// <param name="end">Its last planned day.</param>
    public static ScheduleProgress OfPhase(string title, DateOnly end, bool isDone, DateOnly asOf)
    {
        if (asOf <= end)
            return default;
        return isDone ? new(1, 1) : new(1, 0, title, asOf.DayNumber - end.DayNumber);
    }

    /// <summary>A phase that is gone through every fiscal year of its time.</summary>
    /// <param name="years">The fiscal years of its time that have ended.</param>
    /// <param name="recorded">The fiscal years it has a record of.</param>
    public static ScheduleProgress OfYears(string title, IReadOnlyCollection<int> years, IReadOnlySet<int> recorded, DateOnly asOf)
    {
        var missed = years.Where(year => !recorded.Contains(year)).ToList();
        return missed.Count == 0
            ? new(years.Count, years.Count)
            : new(years.Count, years.Count - missed.Count, title, asOf.DayNumber - FiscalYear.End(missed.Min()).DayNumber);
    }

    public static ScheduleProgress operator +(ScheduleProgress left, ScheduleProgress right) =>
        left.LatestDays >= right.LatestDays
            ? left with { Due = left.Due + right.Due, Done = left.Done + right.Done }
            : right with { Due = left.Due + right.Due, Done = left.Done + right.Done };
}
