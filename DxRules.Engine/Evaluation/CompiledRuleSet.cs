using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Evaluation;

/// <summary>A rule set as code, by kind of subject. Immutable and safe to share between threads.</summary>
internal sealed class CompiledRuleSet
{
    private readonly Dictionary<ObjectType, CompiledRule[]> byKind;
    private readonly Dictionary<ObjectType, CompiledRule[]> atOrBelow = [];

    public CompiledRuleSet(RuleSet ruleSet)
    {
        RuleSet = ruleSet;
        Rules = [.. ruleSet.Rules.AsParallel().AsOrdered().Select(rule => new CompiledRule(rule, ruleSet.Schema))];
        byKind = Rules.GroupBy(r => r.Rule.Subject).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var kind in ruleSet.Schema.Subjects)
        {
            var kinds = KindsAtOrBelow(kind);
            atOrBelow[kind] = [.. Rules.Where(r => kinds.Contains(r.Rule.Subject))];
        }
    }

    public RuleSet RuleSet { get; }

    public Schema Schema => RuleSet.Schema;

    /// <summary>By id.</summary>
    public IReadOnlyList<CompiledRule> Rules { get; }

    /// <summary>The rules for subjects of a kind, by id.</summary>
    public IReadOnlyList<CompiledRule> For(ObjectType kind) => byKind.GetValueOrDefault(kind, []);

    /// <summary>The rules whose subjects are of a kind or hang below one: those that say nothing where its list is unknown.</summary>
    public IReadOnlyList<CompiledRule> ForAllBelow(ObjectType kind) => atOrBelow[kind];

    private static HashSet<ObjectType> KindsAtOrBelow(ObjectType kind)
    {
        var found = new HashSet<ObjectType>();
        var open = new Stack<ObjectType>([kind]);
        while (open.TryPop(out var next))
        {
            if (!found.Add(next))
                continue;
            foreach (var child in next.Children)
                open.Push(child.Kind);
        }
        return found;
    }
}
