namespace DxRules.Engine.Feel.Values;

/// <summary>A span of whole months.</summary>
public readonly record struct MonthsDuration(int Months) : IComparable<MonthsDuration>
{
    public int CompareTo(MonthsDuration other) => Months.CompareTo(other.Months);
}
