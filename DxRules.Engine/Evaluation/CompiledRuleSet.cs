using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Evaluation;

/// <summary>A rule set as code, by kind of subject. Immutable and safe to share between threads.</summary>
internal sealed class CompiledRuleSet
{
    // To compile the rules of a kind takes about as long as to interpret them on so many subjects.
    private const int FewSubjects = 2_000;

    private readonly Dictionary<ObjectType, KindRules> byKind;
    private readonly Dictionary<ObjectType, CompiledRule[]> atOrBelow = [];

    /// <param name="few">For how many subjects of a kind its rules are interpreted before they are compiled.</param>
    public CompiledRuleSet(RuleSet ruleSet, int few = FewSubjects)
    {
        RuleSet = ruleSet;
        Rules = [.. ruleSet.Rules.Select(rule => new CompiledRule(rule, ruleSet.Schema))];
        ReadAlerts = Rules.Any(rule => rule.ReadsAlerts);
        Sections = [.. Schema.Objects.Select(kind => kind.Section).OfType<Section>().Distinct()];
        var rulesOf = Rules.ToLookup(rule => rule.Rule.Subject);
        byKind = Schema.Subjects.Select((kind, i) => new KindRules(i, kind, [.. rulesOf[kind]], Schema, few)).ToDictionary(rulesOfKind => rulesOfKind.Kind);
        foreach (var kind in byKind.Values)
            kind.Children = [.. kind.Kind.Children.Select(list => (list, byKind[list.Kind]))];
        AtRoot = byKind[Schema.Root];
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

    /// <summary>Whether any rule looks at what others found below its subject.</summary>
    public bool ReadAlerts { get; }

    /// <summary>Parts of a document that may be absent as a whole.</summary>
    public Section[] Sections { get; }

    /// <summary>How many kinds of subjects there are.</summary>
    public int Kinds => byKind.Count;

    /// <summary>Where every check begins.</summary>
    public KindRules AtRoot { get; }

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
