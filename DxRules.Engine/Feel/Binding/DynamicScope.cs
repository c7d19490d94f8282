namespace DxRules.Engine.Feel.Binding;

/// <summary>The names at one place of an expression in dynamic mode, from the innermost scope outwards.</summary>
internal sealed class DynamicScope
{
    private readonly DynamicScope? outer;
    private readonly IReadOnlyDictionary<string, (Variable Variable, int Index)> names;

    /// <summary>How many of the names are seen; the others are those of entries that come later in a context.</summary>
    private readonly int seen;

    /// <summary>The item of a filter, whose entries are names too.</summary>
    private readonly Variable? item;

    private DynamicScope(DynamicScope? outer, IReadOnlyDictionary<string, (Variable, int)> names, int seen, Variable? item)
    {
        this.outer = outer;
        this.names = names;
        this.seen = seen;
        this.item = item;
    }

    public static DynamicScope With(DynamicScope? outer, params IReadOnlyList<Variable> variables) => new(outer, ByName(variables), variables.Count, null);

    public static DynamicScope WithItem(DynamicScope? outer, Variable item) => new(outer, ByName([item]), 1, item);

    /// <summary>The scopes of a context's entries, each of which sees those before it.</summary>
    public static IEnumerable<DynamicScope> OfEntries(DynamicScope? outer, IReadOnlyList<Variable> entries)
    {
        var names = ByName(entries);
        for (var i = 0; i < entries.Count; i++)
            yield return new DynamicScope(outer, names, i, null);
    }

    /// <summary>The scope as the body of a function sees it: it runs later, when all entries are there, so that it may call itself.</summary>
    public static DynamicScope? InsideFunction(DynamicScope? scope) =>
        scope == null ? null : new(InsideFunction(scope.outer), scope.names, scope.names.Count, scope.item);

    /// <summary>The variable of that name, if there is one, and the items that stand between, innermost first, whose entries come before it.</summary>
    public static (Variable? Variable, IReadOnlyList<Variable> Items) Find(DynamicScope? scope, string name)
    {
        var items = new List<Variable>();
        for (var at = scope; at != null; at = at.outer)
        {
            if (at.item != null)
                items.Add(at.item);
            if (at.names.TryGetValue(name, out var found) && found.Index < at.seen)
                return (found.Variable, items);
        }
        return (null, items);
    }

    private static Dictionary<string, (Variable, int)> ByName(IReadOnlyList<Variable> variables)
    {
        var names = new Dictionary<string, (Variable, int)>(variables.Count, StringComparer.Ordinal);
        for (var i = 0; i < variables.Count; i++)
            names[variables[i].Name] = (variables[i], i);
        return names;
    }
}
