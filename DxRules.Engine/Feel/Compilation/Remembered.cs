using System.Linq.Expressions;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Values that were computed on every way to a place in the code, by the keys of their expressions.</summary>
internal sealed class Remembered(Remembered? outside = null)
{
    private readonly Dictionary<string, Expression> values = new(StringComparer.Ordinal);

    public Remembered? Outside => outside;

    public Expression? Find(string key) => values.TryGetValue(key, out var value) ? value : outside?.Find(key);

    public void Add(string key, Expression value) => values[key] = value;
}
