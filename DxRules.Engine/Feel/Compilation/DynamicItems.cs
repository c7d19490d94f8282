using System.Collections;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>What iterators and filters run over in dynamic mode.</summary>
internal static class DynamicItems
{
    /// <summary>The members of a list, the steps of a range of whole numbers or of dates, or the one value; null where there is nothing to run over.</summary>
    /// <exception cref="EvaluationFault">The range has more steps than an evaluation may take.</exception>
    public static IReadOnlyList<object?>? Of(object? domain, int most, NullReasons? reasons)
    {
        switch (domain)
        {
            case IReadOnlyList<object?> list:
                return list;
            case FeelRange { Start: decimal start, End: decimal end } when decimal.IsInteger(start) && decimal.IsInteger(end):
                return Steps(start, end, most, static number => number);
            case FeelRange range when ValueKinds.AsDate(range.Start) is { } start && ValueKinds.AsDate(range.End) is { } end:
                return Steps(start.DayNumber, end.DayNumber, most, static day => CivilDate.FromDayNumber((long)day).Value);
            case null or FeelRange:
                reasons?.Add(DynamicReasons.NotIterable(domain));
                return null;
            default:
                return [domain];
        }
    }

    /// <summary>What a filter looks at: nothing of null, and a value that is no list as the only item.</summary>
    public static IReadOnlyList<object?> OfFilter(object? target) => target switch
    {
        null => [],
        IReadOnlyList<object?> list => list,
        _ => [target],
    };

    private static StepList Steps(decimal start, decimal end, int most, Func<decimal, object?> valueOf)
    {
        // Compared by quarters, as the difference itself may be more than a decimal holds.
        if (Math.Abs(end / 4 - start / 4) >= most / 4m)
            throw DynamicFaults.TooManySteps(most);
        return new StepList(start, (int)Math.Abs(end - start) + 1, end < start ? -1 : 1, valueOf);
    }

    /// <summary>The steps of a range, made one by one as they are asked for.</summary>
    private sealed class StepList(decimal start, int count, int step, Func<decimal, object?> valueOf) : IReadOnlyList<object?>
    {
        public int Count => count;

        public object? this[int index] => valueOf(start + index * step);

        public IEnumerator<object?> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>The results of a for so far, as they stand at one of its steps: later results are not seen.</summary>
internal sealed class PartialResults(List<object?> results) : IReadOnlyList<object?>
{
    public int Count { get; } = results.Count;

    public object? this[int index] => index < Count ? results[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<object?> GetEnumerator() => results.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What a filter has found so far.</summary>
internal sealed class Selection(IReadOnlyList<object?> items)
{
    private readonly List<object?> found = [];
    private int index;

    /// <summary>The items for which the condition was true, or the one at the position that it gave.</summary>
    public object? Result { get; private set; }

    /// <summary>The item to look at; null where there is none.</summary>
    public object? Item => index < items.Count ? items[index] : null;

    /// <summary>Takes what the condition gave for the item, and goes on to the next; false where there is none to look at.</summary>
    public bool Next(object? condition)
    {
        if (index == 0 && condition is decimal position)
        {
            Result = At(position);
            return false;
        }
        if (condition is true && index < items.Count)
            found.Add(items[index]);
        if (++index < items.Count)
            return true;
        Result = found.ToArray();
        return false;
    }

    private object? At(decimal position)
    {
        var place = position > 0 ? position - 1 : items.Count + position;
        return position != 0 && place >= 0 && place < items.Count ? items[(int)place] : null;
    }
}
