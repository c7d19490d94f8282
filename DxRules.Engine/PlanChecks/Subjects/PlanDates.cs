using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>How rules and titles read the dates of a plan.</summary>
internal static class PlanDates
{
    /// <summary>The day that counts; null where there is no date.</summary>
    public static DateOnly? Day(this PlanDate? date) => date?.Day;

    /// <summary>令和7年3月31日, or 令和7年3月 where only the month is known.</summary>
    public static string InWareki(this PlanDate date) => date.IsMonth ? Wareki.FormatMonth(date.Day) : Wareki.Format(date.Day);
}
