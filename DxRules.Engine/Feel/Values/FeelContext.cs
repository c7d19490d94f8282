namespace DxRules.Engine.Feel.Values;

/// <summary>FEEL's context: names with values, in the order in which they were written. It never changes.</summary>
internal sealed class FeelContext
{
    public static readonly FeelContext Empty = new([]);

    private readonly Dictionary<string, object?> values;

    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public FeelContext(IReadOnlyList<KeyValuePair<string, object?>> entries)
    {
        Entries = entries;
        values = new Dictionary<string, object?>(entries, StringComparer.Ordinal);
    }

    public IReadOnlyList<KeyValuePair<string, object?>> Entries { get; }

    public int Count => Entries.Count;

    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);

    /// <summary>The context with one value replaced in its place, or added at the end.</summary>
    public FeelContext With(string name, object? value)
    {
        var entry = KeyValuePair.Create(name, value);
        return values.ContainsKey(name)
            ? new FeelContext([.. Entries.Select(old => old.Key == name ? entry : old)])
            : new FeelContext([.. Entries, entry]);
    }
}
