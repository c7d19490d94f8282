using System.Globalization;

namespace DxRules.Engine.Plans;

/// <summary>A date as a plan states it: to the day, or to the month, in which case <see cref="Day"/> is the first or last day it stands for.</summary>
/// <param name="Day">The day that counts.</param>
/// <param name="IsMonth">Whether the plan names the month only.</param>
public readonly record struct PlanDate(DateOnly Day, bool IsMonth = false)
{
    /// <summary>A month in which something begins: counts from its first day.</summary>
    public static PlanDate FromMonth(int year, int month) => new(new DateOnly(year, month, 1), IsMonth: true);

    /// <summary>A month in which something ends or happens: counts to its last day.</summary>
    public static PlanDate ToMonth(int year, int month) => new(new DateOnly(year, month, DateTime.DaysInMonth(year, month)), IsMonth: true);

    public static implicit operator PlanDate(DateOnly day) => new(day);

    /// <summary>As in a plan file: YYYY-MM-DD, or YYYY-MM where only the month is known.</summary>
    public override string ToString() => Day.ToString(IsMonth ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
