namespace DxRules.Engine.Feel.Values;

/// <summary>A span of days and parts of days.</summary>
public readonly record struct DaysDuration(TimeSpan Span) : IComparable<DaysDuration>
{
    public int CompareTo(DaysDuration other) => Span.CompareTo(other.Span);
}
