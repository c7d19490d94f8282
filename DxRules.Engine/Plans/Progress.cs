namespace DxRules.Engine.Plans;

/// <summary>
/// How far a figure has come on its way, in decimal and unrounded: figures are rounded only where people read them. A formula that
/// has no value (nothing to divide by) gives null. Actual ÷ target is never used where there is a baseline: 健康寿命 that stays at its
/// baseline of 80.64 years would be 99 % done, though nothing has changed.
/// </summary>
internal static class Progress
{
    /// <summary>
    /// Progress ratio 進捗率 = (actual − baseline) ÷ (target − baseline), for figures that are to rise and those that are to fall
    /// alike; null where target = baseline. The standard form of 達成率 from a base; cities that divide by the target alone (多摩市)
    /// do so without a baseline.
    /// </summary>
    public static decimal? Ratio(decimal actual, decimal baseline, decimal target) =>
        target == baseline ? null : (actual - baseline) / (target - baseline);

    /// <summary>
    /// Pace ペース = progress ratio ÷ expected ratio: 1 is on time, 0.6 is six tenths of what was due. Null where nothing was due yet
    /// (expected ≤ 0). The boundaries come from 多摩市 (60 %) and 富士市 (80 %) and are parameters of the rules.
    /// </summary>
    public static decimal? Pace(decimal progressRatio, decimal expectedRatio) =>
        expectedRatio <= 0 ? null : progressRatio / expectedRatio;

    /// <summary>
    /// Target value 目標値 as an absolute figure: the value itself, or baseline × (1 + rate ÷ 100) where the target is a signed change
    /// in per cent (−50 = half the baseline, as in 「購入量を50％削減」). Null where a rate has no baseline.
    /// </summary>
    public static decimal? TargetValue(decimal value, TargetKind kind, decimal? baseline) =>
        kind == TargetKind.Value ? value : baseline * (1 + value / 100);

    /// <summary>
    /// Change on the year 前年比 = (to − from) ÷ |from|; negative where the figure fell. Null where it stood at 0 before.
    /// </summary>
    public static decimal? Change(decimal from, decimal to) => from == 0 ? null : (to - from) / Math.Abs(from);

    /// <summary>How much better a figure became, in its own unit: better is positive, worse negative, whichever way is the better one.</summary>
    /// <exception cref="ArgumentException">The figure is to be maintained; see <see cref="ImprovementWhenMaintained"/>.</exception>
    public static decimal Improvement(Direction direction, decimal from, decimal to) => direction switch
    {
        Direction.HigherIsBetter => to - from,
        Direction.LowerIsBetter => from - to,
        _ => throw new ArgumentException("A figure that is to be maintained improves by coming closer to what it is to keep.", nameof(direction)),
    };

    /// <summary>
    /// Improvement of a figure that is to be maintained: by how much it came closer to the value it is to keep, where a distance within
    /// the tolerance counts as none. So it is 0 while the figure stays within the tolerance, and negative when it leaves it.
    /// </summary>
    public static decimal ImprovementWhenMaintained(decimal from, decimal to, decimal kept, decimal tolerance) =>
        Distance(from, kept, tolerance) - Distance(to, kept, tolerance);

    /// <summary>
    /// Pace of a figure that is to be maintained: 1 while it lies no further than the tolerance from the value it is to keep, else 0. Such a
    /// figure has no way to go that could be half done; that it counts as on time or as nothing is our reading.
    /// </summary>
    public static decimal PaceWhenMaintained(decimal actual, decimal kept, decimal tolerance) => Distance(actual, kept, tolerance) == 0 ? 1 : 0;

    /// <summary>
    /// Elapsed ratio 経過率 = whole months passed ÷ months of the period, held between 0 and 1. By month, because a period may begin
    /// within a fiscal year (仙台市 2021年6月～2024年3月 = 34 months). Null for a period of less than a month.
    /// </summary>
    /// <param name="start">First day of the period.</param>
    /// <param name="end">Last day of the period.</param>
    /// <param name="asOf">The day up to whose end the time is counted.</param>
    public static decimal? ElapsedRatio(DateOnly start, DateOnly end, DateOnly asOf)
    {
        var length = WholeMonths(start, end.AddDays(1));
        return length <= 0 ? null : Math.Clamp((decimal)WholeMonths(start, asOf.AddDays(1)) / length, 0, 1);
    }

    /// <summary>Whole months from one day to another: the day of the month must come round again. Negative where the second lies before the first.</summary>
    public static int WholeMonths(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WholeMonths(to, from);
        var months = MonthIndex(to) - MonthIndex(from);
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    internal static int MonthIndex(DateOnly day) => day.Year * 12 + day.Month;

    private static decimal Distance(decimal value, decimal kept, decimal tolerance)
    {
        var distance = Math.Abs(value - kept);
        return distance <= tolerance ? 0 : distance;
    }
}
