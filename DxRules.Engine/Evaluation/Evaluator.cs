using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Evaluation;

/// <summary>What a rule set says of everything below one root.</summary>
/// <param name="Results">All that is not quiet, in the order of looking: deepest first, then as the document has them.</param>
/// <param name="Subjects">Ids of the subjects, by kind; of kinds that are listed only when alerted, of those.</param>
/// <param name="Quiet">How many results were quiet.</param>
internal sealed record EvaluationResults(
    IReadOnlyList<RuleResult> Results,
    IReadOnlyDictionary<ObjectType, IReadOnlyList<string>> Subjects,
    int Quiet);

/// <summary>
/// Runs rules over trees of subjects from the leaves to the root, so that a rule can read what was found below its subject. One for each
/// thread; used for tree after tree, it takes no memory where nothing is found.
/// </summary>
internal sealed class Evaluator
{
    private readonly CompiledRuleSet rules;
    private readonly DateOnly asOf;
    private readonly CancellationToken cancellation;
    private readonly CheckContext context;
    private readonly Findings findings = new();
    private readonly Verdicts verdicts = new();
    private readonly HashSet<CompiledRule> silent = [];
    private readonly HashSet<Section> absentSections = [];
    private readonly bool areAllInEffect;
    private readonly object[] roots;
    private readonly KindRun?[] runs;
    private Below? silenced;

    // Set while one subject is looked for, to see it as the rule would.
    private (CompiledRule Rule, string SubjectId)? sought;
    private (object Subject, CheckContext Context)? found;

    public Evaluator(CompiledRuleSet rules, DateOnly asOf, CancellationToken cancellation = default)
    {
        this.rules = rules;
        this.asOf = asOf;
        this.cancellation = cancellation;
        context = new CheckContext(asOf, rules.RuleSet.Limits);
        runs = new KindRun?[rules.Kinds];
        roots = (object[])Array.CreateInstance(rules.AtRoot.Kind.Clr, 1);
        areAllInEffect = rules.Rules.All(rule => rule.Rule.IsInEffect(asOf));
    }

    /// <summary>Every rule on every subject at or below <paramref name="root"/>, which is of the schema's root kind.</summary>
    public static EvaluationResults Run(CompiledRuleSet rules, object root, DateOnly asOf, CancellationToken cancellation = default) =>
        new Evaluator(rules, asOf, cancellation).Run(root).ToResults(rules.Schema);

    /// <summary>A subject by its id, and what one rule would see from there; null where the rule's kind has no such subject.</summary>
    public static (object Subject, CheckContext Context)? Find(CompiledRuleSet rules, object root, DateOnly asOf, CompiledRule rule, string subjectId)
    {
        var evaluator = new Evaluator(rules, asOf) { sought = (rule, subjectId) };
        evaluator.Run(root);
        return evaluator.found;
    }

    /// <summary>The same as bare figures, good until the next run.</summary>
    public Findings Run(object root)
    {
        findings.Clear();
        roots[0] = root;
        var place = findings.Enter(roots, 0, 1, rules.AtRoot.Kind, -1);
        SilenceRules(root, place);
        Visit(roots, 0, rules.AtRoot, place);
        return findings;
    }

    /// <summary>Leaves out rules that are not in effect, and those that read a part of the document which is absent as a whole: they say so once, on the root.</summary>
    private void SilenceRules(object root, int place)
    {
        silent.Clear();
        absentSections.Clear();
        silenced = null;
        foreach (var section in rules.Sections)
        {
            if (section.IsAbsent(root))
                absentSections.Add(section);
        }
        if (absentSections.Count == 0 && areAllInEffect)
            return;
        foreach (var rule in rules.Rules)
        {
            if (!rule.Rule.IsInEffect(asOf))
                silent.Add(rule);
            else if (rule.Rule.Sections.Where(absentSections.Contains).Select(s => new Fact(s.Ja, s.En)).ToArray() is { Length: > 0 } absent)
                Silence(rule, root, place, new Judgement(Outcome.Undetermined, -1, FactSet.Of(absent)));
        }
    }

    private void Silence(CompiledRule rule, object root, int place, Judgement judgement)
    {
        silent.Add(rule);
        findings.Add(rule, place, judgement);
        if (rule.Rule.Subject != rules.AtRoot.Kind)
            Collect(ref silenced, rule, judgement, root, rules.AtRoot.Kind);
    }

    /// <summary>Looks at all that hangs below a subject, then at itself.</summary>
    /// <returns>What was found at or below it; null where nothing was, or no rule asks.</returns>
    private Below? Visit(object[] list, int index, KindRules kind, int place)
    {
        cancellation.ThrowIfCancellationRequested();
        var subject = list[index];
        Below? below = null;
        Dictionary<CompiledRule, FactSet>? unlisted = null;
        foreach (var (children, rulesBelow) in kind.Children)
        {
            if (children.Of(subject) is { } known)
            {
                Join(ref below, VisitAll(known, rulesBelow, place));
            }
            else if (children.Kind.Section is not { } section || !absentSections.Contains(section))
            {
                unlisted ??= [];
                foreach (var rule in rules.ForAllBelow(children.Kind))
                    unlisted[rule] = FactSet.Union(unlisted.GetValueOrDefault(rule), FactSet.Of(kind.Kind.FactOf(children)))!;
            }
        }

        // What an unknown list or an absent section hides would hang below, though it is told here: rules that read what was found below
        // must not take it for nothing.
        if (unlisted is not null)
            Join(ref below, JudgeUnlisted(subject, kind.Kind, place, unlisted));
        if (kind == rules.AtRoot)
            Join(ref below, silenced);
        var own = JudgeOwn(list, index, index + 1, kind, place, below);
        Join(ref own, below);
        return own;
    }

    private Below? VisitAll(object[] list, KindRules kind, int above)
    {
        // What nothing hangs on is judged list by list.
        if (kind.Children.Length == 0)
        {
            var first = findings.Enter(list, 0, list.Length, kind.Kind, above);
            return list.Length == 0 || kind.Rules.Length == 0 ? null : JudgeOwn(list, 0, list.Length, kind, first, null);
        }
        Below? all = null;
        for (var i = 0; i < list.Length; i++)
            Join(ref all, Visit(list, i, kind, findings.Enter(list, i, i + 1, kind.Kind, above)));
        return all;
    }

    private static void Join(ref Below? all, Below? more)
    {
        if (all is null)
            all = more;
        else
            all.Add(more);
    }

    private void Collect(ref Below? below, CompiledRule rule, Judgement judgement, object subject, ObjectType kind)
    {
        if (rules.ReadAlerts)
            (below ??= new()).Add(rule.Rule, judgement, subject, kind, rules.Schema);
    }

    private Below? JudgeUnlisted(object subject, ObjectType kind, int place, Dictionary<CompiledRule, FactSet> unlisted)
    {
        Below? own = null;
        foreach (var (rule, missing) in unlisted)
        {
            if (silent.Contains(rule))
                continue;
            var judgement = new Judgement(Outcome.Undetermined, -1, missing);
            findings.Add(rule, place, judgement);
            Collect(ref own, rule, judgement, subject, kind);
        }
        return own;
    }

    private Below? JudgeOwn(object[] list, int from, int to, KindRules kind, int firstPlace, Below? below)
    {
        if (sought is not null && sought.Value is var search && search.Rule.Rule.Subject == kind.Kind)
            Seek(new ArraySegment<object>(list, from, to - from), search, below);
        verdicts.Rewind(0);
        (runs[kind.Number] ??= kind.Begin(context)).Judge(list, from, to, verdicts);
        Below? own = null;
        var quiet = (kind.Rules.Length - SilentOf(kind)) * (to - from);
        for (var i = 0; i < verdicts.Count; i++)
        {
            var (index, number, outcome) = verdicts[i];
            var rule = kind.Rules[number];
            if (silent.Count > 0 && silent.Contains(rule))
                continue;
            var judgement = Add(rule, list[index], firstPlace + index - from, outcome, below);
            if (judgement.Outcome == Outcome.Quiet)
                continue;
            quiet--;
            Collect(ref own, rule, judgement, list[index], kind.Kind);
        }
        findings.Quiet += quiet;
        return own;
    }

    private void Seek(ArraySegment<object> subjects, (CompiledRule Rule, string SubjectId) search, Below? below)
    {
        foreach (var subject in subjects)
        {
            if (rules.Schema.Identify(subject).Id == search.SubjectId)
                found = (subject, ContextFor(search.Rule.Rule, below));
        }
    }

    /// <summary>Adds what a verdict stands for, unless it turns out to be quiet.</summary>
    private Judgement Add(CompiledRule rule, object subject, int place, int outcome, Below? below)
    {
        if (outcome is ExpressionCompiler.Unknown or ExpressionCompiler.Singly)
            return AskAndAdd(rule, subject, place, outcome == ExpressionCompiler.Unknown, below);
        var judgement = outcome == ExpressionCompiler.NotApplicable ? new Judgement(Outcome.NotApplicable) : new Judgement(Outcome.Alert, outcome);
        findings.Add(rule, place, judgement);
        return judgement;
    }

    private Judgement AskAndAdd(CompiledRule rule, object subject, int place, bool isUnknown, Below? below)
    {
        if (rule.ReadsAlerts)
            (context.Alerts, context.Undetermined) = Below.SeenBy(rule.Rule, below);
        EvaluationFault? fault = null;
        Judgement judgement;
        try
        {
            judgement = isUnknown ? rule.JudgeThreeValued(subject, context) : rule.Judge(subject, context);
        }
        catch (EvaluationFault error)
        {
            (judgement, fault) = (new Judgement(Outcome.Fault), error);
        }
        if (judgement.Outcome == Outcome.Quiet)
            return judgement;
        if (rule.ReadsAlerts || fault is not null)
            findings.Add(rule, place, judgement, new(fault, rule.ReadsAlerts ? context.Alerts : null, rule.ReadsAlerts ? context.Undetermined : null));
        else
            findings.Add(rule, place, judgement);
        return judgement;
    }

    private int SilentOf(KindRules kind) => silent.Count == 0 ? 0 : kind.Rules.Count(silent.Contains);

    private CheckContext ContextFor(Rule rule, Below? below)
    {
        var (alerts, undetermined) = Below.SeenBy(rule, below);
        return new CheckContext(asOf, rules.RuleSet.Limits) { Alerts = alerts, Undetermined = undetermined };
    }
}
