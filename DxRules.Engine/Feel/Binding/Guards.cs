using System.Collections.Immutable;
using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Which facts are certainly there, by the way to them (<c>$.取組.status</c>), given that a condition is true or false.</summary>
internal static class Guards
{
    public static readonly ImmutableHashSet<string> None = ImmutableHashSet<string>.Empty;

    /// <summary>Stands among guards for whatever a condition with a mistake was meant to guard: nobody knows what that is.</summary>
    public const string Anything = "?";

    private static readonly ImmutableHashSet<string> OfMistakes = None.Add(Anything);

    /// <summary>What is certainly there where the condition is true (or unknown: a test of null never is).</summary>
    public static ImmutableHashSet<string> WhenTrue(Bound condition) => condition switch
    {
        BoundIsNull { Expected: false } test => WaysTo(test.Operand),
        BoundAnd and => WhenTrue(and.Left).Union(WhenTrue(and.Right)),
        BoundOr or => WhenTrue(or.Left).Intersect(WhenTrue(or.Right)),
        BoundNot not => WhenFalse(not.Operand),
        BoundLet let => WhenTrue(let.Body),
        BoundError mistake when MayGuard(mistake) => OfMistakes,
        _ => CountGuards.WhenTrue(condition),
    };

    /// <summary>What is certainly there where the condition is false.</summary>
    public static ImmutableHashSet<string> WhenFalse(Bound condition) => condition switch
    {
        BoundIsNull { Expected: true } test => WaysTo(test.Operand),
        BoundAnd and => WhenFalse(and.Left).Intersect(WhenFalse(and.Right)),
        BoundOr or => WhenFalse(or.Left).Union(WhenFalse(or.Right)),
        BoundNot not => WhenTrue(not.Operand),
        BoundLet let => WhenFalse(let.Body),
        BoundError mistake when MayGuard(mistake) => OfMistakes,
        _ => CountGuards.WhenFalse(condition),
    };

    /// <summary>The way to an object or member as a key; null where it is computed and cannot be guarded.</summary>
    public static string? WayTo(Bound bound) => bound switch
    {
        BoundSubject => "$",
        BoundContext => "@",
        BoundVariable variable => "#" + variable.Variable.Number,
        BoundMember member => WayTo(member.Target) is { } way ? way + "." + member.Member.En : null,
        BoundLet let => WayTo(let.Body),
        _ => null,
    };

    // What guards is a test of null or a count.
    private static bool MayGuard(BoundError mistake)
    {
        const int LongestLookedAt = 2_000;
        if (mistake.IsUnparsed || mistake.Syntax.Span.Length > LongestLookedAt)
            return true;
        var text = SyntaxPrinter.Print(mistake.Syntax);
        return text.Contains("null", StringComparison.Ordinal) || text.Contains("count", StringComparison.Ordinal);
    }

    // What lies behind a member that is there is there too.
    private static ImmutableHashSet<string> WaysTo(Bound bound)
    {
        var ways = None;
        for (var at = bound; at is BoundMember member; at = member.Target)
        {
            if (WayTo(member) is { } way)
                ways = ways.Add(way);
        }
        return ways;
    }
}
