using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Functions;

/// <summary>A point or range among others. Every question is null where two ends cannot be compared.</summary>
internal sealed class Extent
{
    private readonly bool isPoint;
    private readonly End start;
    private readonly End end;

    private Extent(bool isPoint, End start, End end)
    {
        this.isPoint = isPoint;
        this.start = start;
        this.end = end;
    }

    /// <summary>The extent of a value; null for null, for a range with an unknown end, and for (!= x), which is no stretch.</summary>
    public static Extent? Of(object? value) => value switch
    {
        null or FeelRange { Form: RangeForm.AllBut } => null,
        FeelRange { Form: RangeForm.Interval, Start: null } or FeelRange { Form: RangeForm.Interval, End: null } => null,
        FeelRange range => new Extent(
            false,
            new End(range.Start, range.IncludesStart, range.Form == RangeForm.WithoutStart ? -1 : 0),
            new End(range.End, range.IncludesEnd, range.Form == RangeForm.WithoutEnd ? 1 : 0)),
        _ => new Extent(true, new End(value, true, 0), new End(value, true, 0)),
    };

    public bool? IsBefore(Extent other) => end.Order(other.start) is { } order
        ? order < 0 || order == 0 && !(isPoint && other.isPoint) && !(end.Included && other.start.Included)
        : null;

    public bool? Meets(Extent other) => end.Order(other.start) is { } order ? order == 0 && end.Included && other.start.Included : null;

    public bool? Overlaps(Extent other) => end.Order(other.start) is { } ends && start.Order(other.end) is { } starts
        ? (ends > 0 || ends == 0 && end.Included && other.start.Included) && (starts < 0 || starts == 0 && start.Included && other.end.Included)
        : null;

    public bool? OverlapsBefore(Extent other)
    {
        if (start.Order(other.start) is not { } starts || end.Order(other.start) is not { } across || end.Order(other.end) is not { } ends)
            return null;
        return (starts < 0 || starts == 0 && start.Included && !other.start.Included)
            && (across > 0 || across == 0 && end.Included && other.start.Included)
            && (ends < 0 || ends == 0 && (!end.Included || other.end.Included));
    }

    public bool? Finishes(Extent other)
    {
        if (end.Order(other.end) is not { } ends || start.Order(other.start) is not { } starts)
            return null;
        return isPoint
            ? ends == 0 && other.end.Included
            : ends == 0 && end.Included == other.end.Included && (starts > 0 || starts == 0 && (!start.Included || other.start.Included));
    }

    public bool? Starts(Extent other)
    {
        if (start.Order(other.start) is not { } starts || end.Order(other.end) is not { } ends)
            return null;
        return isPoint
            ? starts == 0 && other.start.Included
            : starts == 0 && start.Included == other.start.Included && (ends < 0 || ends == 0 && (!end.Included || other.end.Included));
    }

    public bool? Includes(Extent other)
    {
        if (start.Order(other.start) is not { } starts || end.Order(other.end) is not { } ends)
            return null;
        return (starts < 0 || starts == 0 && (start.Included || !other.start.Included && !other.isPoint))
            && (ends > 0 || ends == 0 && (end.Included || !other.end.Included && !other.isPoint));
    }

    public bool? Coincides(Extent other)
    {
        if (isPoint != other.isPoint || start.Order(other.start) is not { } starts || end.Order(other.end) is not { } ends)
            return null;
        return starts == 0 && ends == 0 && start.Included == other.start.Included && end.Included == other.end.Included;
    }

    /// <param name="Value">The value at the end.</param>
    /// <param name="Included">Whether the value itself belongs to the range.</param>
    /// <param name="Infinite">−1 or 1 where the range does not end on that side, else 0.</param>
    private readonly record struct End(object? Value, bool Included, int Infinite)
    {
        public int? Order(End other) => Infinite != 0 || other.Infinite != 0
            ? Infinite.CompareTo(other.Infinite)
            : Operators.Compare("<", Value, other.Value);
    }
}
