namespace DxRules.Engine.Feel.Values;

/// <summary>A month and a day of it, such as the end of June, in any year.</summary>
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    public override string ToString() => FormattableString.Invariant($"{Month:00}-{Day:00}");
}
