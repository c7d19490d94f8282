using DxRules.Engine.Plans;

namespace DxRules.Admin.Cycles;

/// <summary>
/// The check in the middle of the year (上半期の確認): another run of the open review, as of a later day. It looks how the year of work goes; what is
/// frozen at closing is the review of the year itself.
/// </summary>
internal static class HalfYear
{
    /// <summary>The days as of which one usually checks again: the end of the half-year and that of the third quarter.</summary>
    public static IReadOnlyList<DateOnly> UsualDays(int fiscalYear)
    {
        var half = FiscalYear.Start(fiscalYear + 1).AddMonths(6).AddDays(-1);
        return [half, half.AddDays(1).AddMonths(3).AddDays(-1)];
    }

    /// <summary>Whether a run is one of the middle of the year.</summary>
    public static bool Is(int fiscalYear, DateOnly asOf) => UsualDays(fiscalYear).Contains(asOf);

    /// <summary>The key of what such a run is called.</summary>
    public static string TextKey(DateOnly asOf) => asOf.Month == 12 ? "cycle.midYear.december" : "cycle.midYear.half";
}
