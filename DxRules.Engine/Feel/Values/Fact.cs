using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Values;

/// <summary>Something a rule reads and the data may lack, named by the path that leads to it from the rule's subject.</summary>
public sealed record Fact(string Ja, string En)
{
    /// <summary>The same fact, seen from a subject further out.</summary>
    public Fact Under(Fact prefix) => new(prefix.Ja + "." + Ja, prefix.En + "." + En);
}

/// <summary>
/// Why a value is not known: the facts it misses. A set without facts means that there is nothing to know
/// (対象外: no previous year, nothing to divide by), with the reason where one was given.
/// </summary>
public sealed class FactSet
{
    private readonly Fact[] facts;

    private FactSet(Fact[] facts, LocalizedText? reason)
    {
        this.facts = facts;
        Reason = reason;
    }

    /// <summary>Nothing to know, without a reason.</summary>
    public static FactSet Empty { get; } = new([], null);

    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>Why there is nothing to know.</summary>
    public LocalizedText? Reason { get; }

    public bool HasFacts => facts.Length > 0;

    public static FactSet Of(params Fact[] facts) => new(facts, null);

    /// <summary>A set without facts: there is nothing to know, for the reason given.</summary>
    public static FactSet NotApplicable(LocalizedText reason) => new([], reason);

    /// <summary>The facts of both, each once. Either may be null, which stands for a known value and adds nothing.</summary>
    public static FactSet? Union(FactSet? left, FactSet? right)
    {
        if (left is null || ReferenceEquals(left, right))
            return right;
        if (right is null)
            return left;
        if (!left.HasFacts || !right.HasFacts)
            return left.HasFacts || (!right.HasFacts && left.Reason is not null) ? left : right;
        return Holds(left, right) ? left : new FactSet([.. left.Facts.Union(right.Facts)], null);
    }

    private static bool Holds(FactSet all, FactSet some)
    {
        foreach (var fact in some.facts)
        {
            if (Array.IndexOf(all.facts, fact) < 0)
                return false;
        }
        return true;
    }

    /// <summary>The same facts, seen from a subject further out.</summary>
    public FactSet Under(Fact prefix) =>
        HasFacts ? new FactSet([.. Facts.Select(fact => fact.Under(prefix))], Reason) : this;
}
