using System.Globalization;
using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.Rules;

/// <summary>
/// Conditions in a form in which the same ones look the same: lets and parameters by what they stand for, names in English, and what is
/// joined by <c>and</c> as a set. Of two sets, the smaller one holds wherever the larger one does.
/// </summary>
internal static class ConditionShape
{
    /// <summary>What must hold for each level of a rule to fire.</summary>
    public static IEnumerable<HashSet<string>> Firing(Rule rule)
    {
        var always = new[] { rule.Where, rule.When }.OfType<Bound>().SelectMany(Conjuncts).ToHashSet(StringComparer.Ordinal);
        return rule.Levels.Select(level => always.Concat(level.Condition is { } own ? Conjuncts(own) : []).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The parts that must all hold.</summary>
    public static HashSet<string> Conjuncts(Bound condition) => Split<BoundAnd>(condition).Select(Of).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Bound> Split<T>(Bound condition)
        where T : Bound => condition switch
        {
            T => BoundParts.ChildrenOf(condition).SelectMany(Split<T>),
            BoundLet let => Split<T>(let.Body),
            _ => [condition],
        };

    private static string Of(Bound bound) => bound switch
    {
        BoundLet let => Of(let.Body),
        BoundParameter parameter => Value(parameter.Parameter.Value),
        BoundConstant constant => Value(constant.Value),
        BoundSubject => "subject",
        BoundContext => "context",
        BoundVariable variable => Invariant($"item{variable.Variable.Number}"),
        BoundMember member => $"{Of(member.Target)}.{member.Member.En}",
        BoundAnd => Call("and", Split<BoundAnd>(bound).Select(Of).Order(StringComparer.Ordinal)),
        BoundOr => Call("or", Split<BoundOr>(bound).Select(Of).Order(StringComparer.Ordinal)),
        BoundIsNull test => Call(test.Expected ? "null" : "not null", [Of(test.Operand)]),
        BoundBinary binary => Call(binary.Operator.ToString(), Inside(bound)),
        BoundBetween between => Call($"between {between.IncludesLow} {between.IncludesHigh}", Inside(bound)),
        BoundQuantified quantified => Call(Invariant($"{(quantified.IsEvery ? "every" : "some")} item{quantified.Item.Number}"), Inside(bound)),
        BoundFilter filter => Call(Invariant($"filter item{filter.Item.Number}"), Inside(bound)),
        BoundFor loop => Call(Invariant($"for item{loop.Item.Number} {loop.Flattens}"), Inside(bound)),
        BoundAggregate aggregate => Call(aggregate.Aggregate.ToString(), Inside(bound)),
        BoundHosted hosted => Call($"C# {hosted.Condition.Text}", Inside(bound)),
        BoundCall call => Call($"{call.Method.DeclaringType?.Name}.{call.Method.Name}", Inside(bound)),
        _ => Call(bound.GetType().Name, Inside(bound)),
    };

    private static IEnumerable<string> Inside(Bound bound) => BoundParts.ChildrenOf(bound).Select(Of);

    private static string Call(string name, IEnumerable<string> operands) => $"{name}({string.Join(", ", operands)})";

    private static string Value(object? value) => value is null ? "null" : Invariant($"{value.GetType().Name} {value}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
