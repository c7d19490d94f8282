using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

internal static class ListFunctions
{
    public static IReadOnlyList<BuiltIn> All { get; } =
    [
        Of("list contains", "list, element", new("リストにその値があるか", "whether the list holds the value"),
            call => call.List(0) is { } list ? Operators.Holds(list, call[1]) : null),
        Of("list replace", "list, position, newItem / list, match, newItem", new("要素を置き換えたリスト", "the list with items replaced"), Replace),
        Of("count", "list", new("要素の数", "how many items"), call => call.List(0) is { } list ? (decimal)list.Count : null),
        Of("min", "list, …", new("最小の値", "the least item"), call => Extreme(call, -1)),
        Of("max", "list, …", new("最大の値", "the greatest item"), call => Extreme(call, 1)),
        Of("sum", "list, …", new("合計", "the sum"), call => Total(call, Operators.Add)),
        Of("product", "list, …", new("すべてを掛けた値", "the product"), call => Total(call, Operators.Multiply)),
        Of("mean", "list, …", new("平均", "the mean"),
            call => Total(call, Operators.Add) is decimal sum ? sum / call.Items()!.Count : null),
        Of("median", "list, …", new("中央値", "the median"), Median),
        Of("mode", "list, …", new("最も多い値のリスト", "the most frequent values"), Mode),
        Of("stddev", "list, …", new("標本標準偏差", "the standard deviation of the sample"), StandardDeviation),
        Of("sublist", "list, start position, length?", new("リストの一部", "a part of the list"), Sublist),
        Of("append", "list, item, …", new("末尾に要素を加えたリスト", "the list with items added at its end"),
            call => call.List(0) is { } list ? (object?[])[.. list, .. call.All.Skip(1)] : null),
        Of("concatenate", "list, …", new("つないだリスト", "the lists one after the other"), Concatenated),
        Of("union", "list, …", new("重複を除いてつないだリスト", "the lists one after the other without duplicates"),
            call => Concatenated(call) is { } all ? Distinct(all) : null),
        Of("insert before", "list, position, newItem", new("その位置に要素を入れたリスト", "the list with an item put before that position"),
            call => PositionIn(call) is { } at ? (object?[])[.. at.List.Take(at.Index), call[2], .. at.List.Skip(at.Index)] : null),
        Of("remove", "list, position", new("その位置の要素を除いたリスト", "the list without the item at that position"),
            call => PositionIn(call) is { } at ? (object?[])[.. at.List.Take(at.Index), .. at.List.Skip(at.Index + 1)] : null),
        Of("reverse", "list", new("逆順のリスト", "the list from its end"), call => call.List(0)?.Reverse().ToArray()),
        Of("index of", "list, match", new("その値がある位置のリスト", "the positions at which the value stands"), IndexOf),
        Of("distinct values", "list", new("重複を除いたリスト", "the list without duplicates"), call => call.List(0) is { } list ? Distinct(list) : null),
        Of("flatten", "list", new("入れ子をほどいたリスト", "the items of all lists within the list"), call => call.List(0) is { } list ? Flattened(list).ToArray() : null),
        Of("sort", "list, precedes", new("並べ替えたリスト", "the list in the order that the function gives"), Sorted),
    ];

    private static object? Extreme(BuiltInCall call, int sign)
    {
        if (call.Items() is not { } items)
            return null;
        if (items.Count == 0)
            return call.Fail(FunctionErrors.NothingIn(call.Function));
        var extreme = items[0];
        for (var i = 0; i < items.Count; i++)
        {
            if (Operators.Compare("<", items[i], extreme) is not { } order)
                return call.Fail(FunctionErrors.NotComparable(call.Function));
            if (order * sign > 0)
                extreme = items[i];
        }
        return extreme;
    }

    private static object? Total(BuiltInCall call, Func<object?, object?, NullReasons?, object?> operation)
    {
        if (call.Numbers() is not { } numbers)
            return null;
        if (numbers.Count == 0)
            return call.Fail(FunctionErrors.NothingIn(call.Function));
        object? total = numbers[0];
        for (var i = 1; i < numbers.Count && total != null; i++)
            total = operation(total, numbers[i], call.Reasons);
        return total;
    }

    private static object? Median(BuiltInCall call)
    {
        if (call.Numbers() is not { Count: > 0 } numbers)
            return null;
        var sorted = numbers.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : Operators.Divide(Operators.Add(sorted[middle - 1], sorted[middle], call.Reasons), 2m);
    }

    private static object? Mode(BuiltInCall call)
    {
        if (call.Numbers() is not { } numbers)
            return null;
        var counts = numbers.GroupBy(number => (object?)number, ValueComparer.Instance).ToArray();
        var most = counts.Select(group => group.Count()).DefaultIfEmpty().Max();
        return counts.Where(group => group.Count() == most).Select(group => (decimal)group.Key!).Order().Cast<object?>().ToArray();
    }

    private static object? StandardDeviation(BuiltInCall call)
    {
        if (call.Numbers() is not { } numbers)
            return null;
        if (numbers.Count < 2)
            return call.Fail(FunctionErrors.TooFew(call.Function, 2));
        try
        {
            var mean = numbers.Sum() / numbers.Count;
            return Numbers.SquareRoot(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Count - 1));
        }
        catch (OverflowException)
        {
            return call.Fail(FunctionErrors.TooLarge(call.Function));
        }
    }

    /// <summary>The list and the place in it that a position means, counted from 1 or, below zero, from the end.</summary>
    private static (IReadOnlyList<object?> List, int Index)? PositionIn(BuiltInCall call)
    {
        if (call.List(0) is not { } list || call.Whole(1) is not { } position)
            return null;
        if (position != 0 && Math.Abs((long)position) <= list.Count)
            return (list, position > 0 ? position - 1 : list.Count + position);
        call.OutOfRange<int>(1, position);
        return null;
    }

    private static object? Sublist(BuiltInCall call)
    {
        if (PositionIn(call) is not { } at)
            return null;
        var rest = at.List.Count - at.Index;
        if ((call.Has(2) ? call.Whole(2) : rest) is not { } length)
            return null;
        return length >= 0 && length <= rest ? at.List.Skip(at.Index).Take(length).ToArray() : call.OutOfRange<int>(2, length);
    }

    private static object? Replace(BuiltInCall call)
    {
        if (call[1] is not FeelFunction matches)
            return PositionIn(call) is { } at ? (object?[])[.. at.List.Take(at.Index), call[2], .. at.List.Skip(at.Index + 1)] : null;
        if (call.List(0) is not { } list)
            return null;
        if (matches.Parameters.Count != 2)
            return call.Wrong<bool>(1, FunctionErrors.Function);
        var replaced = list.ToArray();
        for (var i = 0; i < replaced.Length; i++)
        {
            if (matches.Invoke([replaced[i], call[2]]) is not bool match)
                return call.Fail(ValueErrors.NotBoolean(null));
            if (match)
                replaced[i] = call[2];
        }
        return replaced;
    }

    private static object?[]? Concatenated(BuiltInCall call)
    {
        var all = new List<object?>();
        for (var i = 0; i < call.Count; i++)
        {
            if (call.List(i) is not { } list)
                return null;
            all.AddRange(list);
        }
        return [.. all];
    }

    private static object?[] Distinct(IReadOnlyList<object?> list)
    {
        var found = new HashSet<object?>(ValueComparer.Instance);
        return [.. list.Where(found.Add)];
    }

    private static object? IndexOf(BuiltInCall call)
    {
        if (call.List(0) is not { } list)
            return null;
        var match = call[1];
        return Enumerable.Range(0, list.Count).Where(i => Operators.Equal(list[i], match) == true).Select(i => (object?)(i + 1m)).ToArray();
    }

    // Without recursion, as lists can be nested more deeply than the stack is.
    private static List<object?> Flattened(IReadOnlyList<object?> list)
    {
        var flat = new List<object?>();
        var open = new Stack<(IReadOnlyList<object?> List, int Index)>([(list, 0)]);
        while (open.TryPop(out var place))
        {
            if (place.Index == place.List.Count)
                continue;
            open.Push((place.List, place.Index + 1));
            if (place.List[place.Index] is IReadOnlyList<object?> inner)
                open.Push((inner, 0));
            else
                flat.Add(place.List[place.Index]);
        }
        return flat;
    }

    private static object? Sorted(BuiltInCall call)
    {
        if (call.List(0) is not { } list)
            return null;
        if (call[1] is not FeelFunction { Parameters.Count: 2 } precedes)
            return call.Wrong<bool>(1, FunctionErrors.Function);
        return Sorted([.. list], (left, right) => precedes.Invoke([left, right]) is true);
    }

    // A merge sort: stable, and it ends whatever the function says, where the library's sort demands a consistent order.
    private static object?[] Sorted(object?[] items, Func<object?, object?, bool> precedes)
    {
        if (items.Length < 2)
            return items;
        var left = Sorted(items[..(items.Length / 2)], precedes);
        var right = Sorted(items[(items.Length / 2)..], precedes);
        var (i, j) = (0, 0);
        for (var k = 0; k < items.Length; k++)
            items[k] = j == right.Length || i < left.Length && !precedes(right[j], left[i]) ? left[i++] : right[j++];
        return items;
    }

    private static BuiltIn Of(string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        BuiltIns.Of(FunctionGroup.List, name, signatures, meaning, implementation);
}
