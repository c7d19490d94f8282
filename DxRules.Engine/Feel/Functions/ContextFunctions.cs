using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

internal static class ContextFunctions
{
    public static IReadOnlyList<BuiltIn> All { get; } =
    [
        Of("get value", "m, key", new("そのキーの値", "the value under the key"),
            call => call.ContextAt(0) is { } context && call.Text(1) is { } key && context.TryGet(key, out var value) ? value : null),
        Of("get entries", "m", new("キーと値の組のリスト", "the entries as contexts of key and value"),
            call => call.ContextAt(0)?.Entries.Select(entry => (object?)Pair(entry.Key, entry.Value)).ToArray()),
        Of("context", "entries", new("キーと値の組から作ったコンテキスト", "a context of these entries"), OfEntries),
        Of("context put", "context, key, value / context, keys, value", new("キーの値を置き換えたコンテキスト", "the context with a value put under the key"),
            call => call.ContextAt(0) is { } context ? Put(call, context) : null),
        Of("context merge", "contexts", new("合わせたコンテキスト（同じキーは後のもの）", "the contexts as one, later ones over earlier ones"), Merged),
    ];

    private static FeelContext Pair(string key, object? value) => new([KeyValuePair.Create<string, object?>("key", key), KeyValuePair.Create("value", value)]);

    private static object? OfEntries(BuiltInCall call)
    {
        if (call.List(0) is not { } list)
            return null;
        var entries = new List<KeyValuePair<string, object?>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list)
        {
            if (item is not FeelContext entry || !entry.TryGet("key", out var given) || given is not string key || !entry.TryGet("value", out var value))
                return call.Wrong<bool>(0, FunctionErrors.Context);
            if (!keys.Add(key))
                return call.Fail(FunctionErrors.KeyTwice(key));
            entries.Add(KeyValuePair.Create(key, value));
        }
        return new FeelContext(entries);
    }

    private static object? Put(BuiltInCall call, FeelContext context)
    {
        if (call[1] is not IReadOnlyList<object?> keys)
            return call.Text(1) is { } key ? context.With(key, call[2]) : null;
        return keys.Count > 0 ? Put(call, context, keys, 0) : call.Wrong<bool>(1, FunctionErrors.Text);
    }

    private static object? Put(BuiltInCall call, FeelContext context, IReadOnlyList<object?> keys, int index)
    {
        if (keys[index] is not string key)
            return call.Wrong<bool>(1, FunctionErrors.Text);
        if (index == keys.Count - 1)
            return context.With(key, call[2]);
        if (!context.TryGet(key, out var inner) || inner is not FeelContext next)
            return call.Fail(ValueErrors.NoMember(context, key));
        return Put(call, next, keys, index + 1) is { } put ? context.With(key, put) : null;
    }

    private static object? Merged(BuiltInCall call)
    {
        if (call.List(0) is not { } list)
            return null;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = new List<KeyValuePair<string, object?>>();
        foreach (var item in list)
        {
            if (item is not FeelContext context)
                return call.Wrong<bool>(0, FunctionErrors.Context);
            foreach (var entry in context.Entries)
            {
                if (places.TryAdd(entry.Key, entries.Count))
                    entries.Add(entry);
                else
                    entries[places[entry.Key]] = entry;
            }
        }
        return new FeelContext(entries);
    }

    private static BuiltIn Of(string name, string signatures, LocalizedText meaning, Func<BuiltInCall, object?> implementation) =>
        BuiltIns.Of(FunctionGroup.Context, name, signatures, meaning, implementation);
}
