namespace DxRules.Engine.Feel.Values;

/// <summary>FEEL's = for sets of values: what is neither equal nor different is different.</summary>
internal sealed class ValueComparer : IEqualityComparer<object?>
{
    public static readonly ValueComparer Instance = new();

    public new bool Equals(object? left, object? right) => Operators.Equal(left, right) == true;

    /// <summary>The same for values that are equal.</summary>
    public int GetHashCode(object? value) => value switch
    {
        decimal number => HashOf(number),
        FeelTime time => Operators.SecondsOf(time).GetHashCode(),
        FeelDateTime moment => Operators.SecondsOf(moment).GetHashCode(),
        IReadOnlyList<object?> list => list.Aggregate(list.Count, (hash, item) => HashCode.Combine(hash, GetHashCode(item))),

        // The order of entries does not count.
        FeelContext context => context.Entries.Aggregate(context.Count, (hash, entry) => hash ^ HashCode.Combine(entry.Key, GetHashCode(entry.Value))),
        FeelRange range => HashCode.Combine(range.Form, range.IncludesStart, range.IncludesEnd, GetHashCode(range.Start), GetHashCode(range.End)),
        _ => value?.GetHashCode() ?? 0,
    };

    // Of all digits: the library's own hash looks at the first 15, so that long numbers could be chosen to collide.
    private static int HashOf(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number / 1.0000000000000000000000000000m, bits);
        return number == 0 ? 0 : HashCode.Combine(bits[0], bits[1], bits[2], bits[3]);
    }
}
