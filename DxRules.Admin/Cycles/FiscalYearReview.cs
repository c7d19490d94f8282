using DxRules.Engine.Plans;

namespace DxRules.Admin.Cycles;

/// <summary>When the review of a fiscal year takes place.</summary>
internal static class FiscalYearReview
{
    /// <summary>31 May after the year's end: accounts close then (地方自治法 第235条の5), so the year's figures are in.</summary>
    public static DateOnly UsualAsOf(int fiscalYear) => new(FiscalYear.End(fiscalYear).Year, 5, 31);

    /// <summary>15 April after the year's end, when people have changed their posts.</summary>
    public static DateOnly UsualOpening(int fiscalYear) => new(FiscalYear.End(fiscalYear).Year, 4, 15);

    /// <summary>The year under review on a day: the one before the current.</summary>
    public static int YearUnderReview(DateOnly today) => FiscalYear.Of(today) - 1;
}
