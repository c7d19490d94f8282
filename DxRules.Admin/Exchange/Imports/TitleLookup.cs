namespace DxRules.Admin.Exchange.Imports;

/// <summary>Finds things by texts that people wrote. A text finds what has that text and nothing that merely contains it.</summary>
internal sealed class TitleLookup<T>(Func<string, string> keyOf)
{
    private readonly Dictionary<string, List<T>> byKey = new(StringComparer.Ordinal);

    public void Add(string? text, T found)
    {
        if (text is null || keyOf(text) is not { Length: > 0 } key)
            return;
        if (!byKey.TryGetValue(key, out var all))
            byKey.Add(key, all = []);
        all.Add(found);
    }

    /// <summary>All that have the text; none for a text without a letter or figure.</summary>
    public IReadOnlyList<T> Find(string? text) => text is not null && byKey.TryGetValue(keyOf(text), out var all) ? all : [];
}
