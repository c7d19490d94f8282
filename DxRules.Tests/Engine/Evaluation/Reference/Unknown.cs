using System.Collections.Immutable;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>A value that is not known, and the facts it misses; none = there is nothing to know.</summary>
internal sealed record Unknown(ImmutableSortedSet<string> Facts)
{
    public static readonly Unknown WithoutFacts = new(Set());

    public static ImmutableSortedSet<string> Set(params IEnumerable<string> facts) => ImmutableSortedSet.CreateRange(StringComparer.Ordinal, facts);

    public static Unknown Of(params IEnumerable<string> facts) => new(Set(facts));

    /// <summary>What the unknown ones among some values miss together; null where all are known.</summary>
    public static Unknown? Among(params object?[] values)
    {
        var unknown = values.OfType<Unknown>().ToList();
        return unknown.Count == 0 ? null : new Unknown(Set(unknown.SelectMany(u => u.Facts)));
    }
}

/// <summary>A member of a list: its value, which may be unknown, and what would settle whether it belongs (null: it does).</summary>
internal sealed record Member(object Value, Unknown? Uncertainty);

/// <summary>A list as a value.</summary>
internal sealed record Members(IReadOnlyList<Member> Items);

/// <summary>An object and the way to it from the rule's subject: the names passed, and how many of them lead to the last subject on it.</summary>
internal sealed record Thing(object Value, DxRules.Engine.Feel.Binding.ObjectType Kind, ImmutableArray<string> Way, int SubjectSteps);

/// <summary>The calculation left what numbers or dates can hold.</summary>
internal sealed class OverflowFault : Exception;
