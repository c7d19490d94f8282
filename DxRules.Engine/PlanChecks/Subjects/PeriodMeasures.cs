using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>What follows from the first and the last day of a period.</summary>
internal static class PeriodMeasures
{
    /// <summary>Share of the period that has passed by the end of a day; not applicable to a period of less than a month.</summary>
    public static Maybe<decimal> ElapsedRatio(Maybe<DateOnly> start, Maybe<DateOnly> end, DateOnly asOf)
    {
        if (FactSet.Union(start.Missing, end.Missing) is { } missing)
            return Maybe<decimal>.Unknown(missing);
        return Progress.ElapsedRatio(start.Value, end.Value, asOf) is { } ratio ? ratio : Maybe<decimal>.Unknown(Lacking.ShortPeriod);
    }

    /// <summary>The fiscal years that the period touches and that have ended before the current one, ascending.</summary>
    public static Maybe<decimal[]> EndedFiscalYears(Maybe<DateOnly> start, Maybe<DateOnly> end, int currentFiscalYear)
    {
        if (FactSet.Union(start.Missing, end.Missing) is { } missing)
            return Maybe<decimal[]>.Unknown(missing);
        var last = Math.Min(FiscalYear.Of(end.Value), currentFiscalYear - 1);
        return Array.ConvertAll(FiscalYear.Range(FiscalYear.Of(start.Value), last), year => (decimal)year);
    }
}
