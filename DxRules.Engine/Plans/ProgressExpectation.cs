namespace DxRules.Engine.Plans;

/// <summary>
/// How much of the way from the origin to the target was to be done by then: the expected ratio 期待進捗率. Plans mostly state a final
/// target only, so the way between is taken as even (多摩市 expects 20, 40, 60, 80, 100 % over five years), unless annual targets are given.
/// </summary>
internal static class ProgressExpectation
{
    /// <summary>
    /// (year − origin year) ÷ (target year − origin year), held between 0 and 1. The origin is the year at whose end nothing was to be
    /// done yet: the baseline's, or the one before the plan's first. Null where the target year is not after the origin.
    /// </summary>
    public static decimal? ByYear(int year, int originYear, int targetYear) =>
        Share(year - originYear, targetYear - originYear);

    /// <summary>
    /// The same by month, where it is known as of when both figures were taken: months from the origin's month to the actual's ÷ months
    /// from the origin's month to the end of the target year.
    /// </summary>
    public static decimal? ByMonth(DateOnly asOf, DateOnly originAsOf, int targetYear)
    {
        var origin = Progress.MonthIndex(originAsOf);
        return Share(Progress.MonthIndex(asOf) - origin, Progress.MonthIndex(FiscalYear.End(targetYear)) - origin);
    }

    /// <summary>
    /// From annual targets: (what was to be reached in the year − origin) ÷ (target − origin). A year without an annual target lies
    /// evenly between those around it; origin and final target are the outermost. Null where target = origin value, or where the target
    /// year is not after the origin.
    /// </summary>
    /// <param name="annualTargets">Year and value, ascending by year; years outside origin and target are passed over.</param>
    public static decimal? FromAnnualTargets(
        int year,
        (int Year, decimal Value) origin,
        IEnumerable<(int Year, decimal Value)> annualTargets,
        (int Year, decimal Value) target)
    {
        if (target.Value == origin.Value || target.Year <= origin.Year)
            return null;
        return (ValueDue(year, origin, annualTargets, target) - origin.Value) / (target.Value - origin.Value);
    }

    private static decimal ValueDue(
        int year,
        (int Year, decimal Value) origin,
        IEnumerable<(int Year, decimal Value)> annualTargets,
        (int Year, decimal Value) target)
    {
        if (year <= origin.Year)
            return origin.Value;
        var before = origin;
        var after = target;
        foreach (var point in annualTargets)
        {
            if (point.Year > before.Year && point.Year <= year)
                before = point;
            if (point.Year >= year && point.Year < after.Year)
                after = point;
        }
        if (year >= target.Year)
            return target.Value;
        return before.Year == year || after.Year <= before.Year
            ? before.Value
            : before.Value + (after.Value - before.Value) * (year - before.Year) / (after.Year - before.Year);
    }

    private static decimal? Share(int passed, int whole) =>
        whole <= 0 ? null : Math.Clamp((decimal)passed / whole, 0, 1);
}
