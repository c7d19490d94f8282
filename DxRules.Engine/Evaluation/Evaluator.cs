using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Evaluation;

/// <summary>What a rule set says of everything below one root.</summary>
/// <param name="Results">All that is not quiet, in the order of looking: deepest first, then as the document has them.</param>
/// <param name="Subjects">Ids of the subjects, by kind.</param>
/// <param name="Quiet">How many results were quiet.</param>
internal sealed record EvaluationResults(
    IReadOnlyList<RuleResult> Results,
    IReadOnlyDictionary<ObjectType, IReadOnlyList<string>> Subjects,
    int Quiet);

/// <summary>Runs rules over a tree of subjects from the leaves to the root, so that a rule can read what was found below its subject.</summary>
internal sealed class Evaluator
{
    private readonly CompiledRuleSet rules;
    private readonly DateOnly asOf;
    private readonly CheckContext context;
    private readonly CancellationToken cancellation;
    private readonly HashSet<CompiledRule> silent = [];
    private readonly HashSet<Section> absentSections = [];
    private readonly Below silenced = new();
    private readonly List<RuleResult> results = [];
    private readonly Dictionary<ObjectType, IReadOnlyList<string>> subjects = [];
    private int quiet;

    // Set while one subject is looked for, to see it as the rule would.
    private (CompiledRule Rule, string SubjectId)? sought;
    private (object Subject, CheckContext Context)? found;

    private Evaluator(CompiledRuleSet rules, DateOnly asOf, CancellationToken cancellation)
    {
        this.rules = rules;
        this.asOf = asOf;
        this.cancellation = cancellation;
        context = new CheckContext(asOf, rules.RuleSet.Limits);
    }

    /// <summary>Every rule on every subject at or below <paramref name="root"/>, which is of the schema's root kind.</summary>
    public static EvaluationResults Run(CompiledRuleSet rules, object root, DateOnly asOf, CancellationToken cancellation = default)
    {
        var evaluator = new Evaluator(rules, asOf, cancellation);
        var place = new SubjectPlace(root, rules.Schema.Root, null);
        evaluator.SilenceRules(place);
        evaluator.Visit(place);
        return new EvaluationResults(evaluator.results, evaluator.subjects, evaluator.quiet);
    }

    /// <summary>A subject by its id, and what one rule would see from there; null where the rule's kind has no such subject.</summary>
    public static (object Subject, CheckContext Context)? Find(CompiledRuleSet rules, object root, DateOnly asOf, CompiledRule rule, string subjectId)
    {
        var evaluator = new Evaluator(rules, asOf, default) { sought = (rule, subjectId) };
        var place = new SubjectPlace(root, rules.Schema.Root, null);
        evaluator.SilenceRules(place);
        evaluator.Visit(place);
        return evaluator.found;
    }

    /// <summary>Leaves out rules that are not in effect, and those that read a part of the document which is absent as a whole: they say so once, on the root.</summary>
    private void SilenceRules(SubjectPlace root)
    {
        absentSections.UnionWith(rules.Schema.Objects.Select(o => o.Section).OfType<Section>().Where(section => section.IsAbsent(root.Subject)));
        foreach (var rule in rules.Rules)
        {
            if (!rule.Rule.IsInEffect(asOf))
            {
                silent.Add(rule);
                continue;
            }
            var absent = rule.Rule.Sections.Where(absentSections.Contains).Select(s => new Fact(s.Ja, s.En)).ToArray();
            if (absent.Length == 0)
                continue;
            silent.Add(rule);
            var result = new RuleResult(rule, root, new Judgement(Outcome.Undetermined, -1, FactSet.Of(absent)));
            results.Add(result);
            if (rule.Rule.Subject != root.Kind)
                silenced.Add(result, rules.Schema);
        }
    }

    /// <summary>Looks at all that hangs below a subject, then at itself.</summary>
    private Below Visit(SubjectPlace place)
    {
        var (subject, kind) = (place.Subject, place.Kind);
        cancellation.ThrowIfCancellationRequested();
        Note(subject, kind);
        var below = new Below();
        Dictionary<CompiledRule, FactSet>? unlisted = null;
        foreach (var list in kind.Children)
        {
            if (list.Of(subject) is { } children)
            {
                foreach (var child in children)
                    below.Add(Visit(new SubjectPlace(child, list.Kind, place)));
            }
            else if (list.Kind.Section is not { } section || !absentSections.Contains(section))
            {
                unlisted ??= [];
                foreach (var rule in rules.ForAllBelow(list.Kind))
                    unlisted[rule] = FactSet.Union(unlisted.GetValueOrDefault(rule), FactSet.Of(kind.FactOf(list)))!;
            }
        }

        // What an unknown list or an absent section hides would hang below, though it is told here: rules that read what was found below
        // must not take it for nothing.
        below.Add(JudgeUnlisted(place, unlisted));
        if (place.Above is null)
            below.Add(silenced);
        var own = JudgeOwn(place, below);
        own.Add(below);
        return own;
    }

    private Below JudgeUnlisted(SubjectPlace place, Dictionary<CompiledRule, FactSet>? unlisted)
    {
        var own = new Below();
        foreach (var (rule, missing) in unlisted ?? [])
        {
            if (silent.Contains(rule))
                continue;
            var result = new RuleResult(rule, place, new Judgement(Outcome.Undetermined, -1, missing));
            results.Add(result);
            own.Add(result, rules.Schema);
        }
        return own;
    }

    private Below JudgeOwn(SubjectPlace place, Below below)
    {
        var own = new Below();
        if (sought is { } search && search.Rule.Rule.Subject == place.Kind && rules.Schema.Identify(place.Subject).Id == search.SubjectId)
            found = (place.Subject, ContextFor(search.Rule.Rule, below));
        foreach (var rule in rules.For(place.Kind))
        {
            if (silent.Contains(rule))
                continue;
            if (rule.ReadsAlerts)
                (context.Alerts, context.Undetermined) = below.SeenBy(rule.Rule);
            var result = Judge(rule, place);
            if (result is null)
            {
                quiet++;
                continue;
            }
            results.Add(result);
            own.Add(result, rules.Schema);
        }
        return own;
    }

    private CheckContext ContextFor(Rule rule, Below below)
    {
        var (alerts, undetermined) = below.SeenBy(rule);
        return new CheckContext(asOf, rules.RuleSet.Limits) { Alerts = alerts, Undetermined = undetermined };
    }

    private RuleResult? Judge(CompiledRule rule, SubjectPlace place)
    {
        Judgement judgement;
        EvaluationFault? fault = null;
        try
        {
            judgement = rule.Judge(place.Subject, context);
        }
        catch (EvaluationFault error)
        {
            (judgement, fault) = (new Judgement(Outcome.Fault), error);
        }
        if (judgement.Outcome == Outcome.Quiet)
            return null;
        var result = new RuleResult(rule, place, judgement, fault);
        return rule.ReadsAlerts ? result with { Alerts = context.Alerts, Undetermined = context.Undetermined } : result;
    }

    private void Note(object subject, ObjectType kind)
    {
        if (!subjects.TryGetValue(kind, out var ids))
            subjects[kind] = ids = new List<string>();
        ((List<string>)ids).Add(rules.Schema.Identify(subject).Id);
    }

    /// <summary>What was found at or below a subject. Most subjects have nothing, and no list.</summary>
    private sealed class Below
    {
        private List<AlertBelow>? alerts;
        private List<UndeterminedBelow>? undetermined;

        public void Add(Below other)
        {
            if (other.alerts is { } more)
                (alerts ??= []).AddRange(more);
            if (other.undetermined is { } lacking)
                (undetermined ??= []).AddRange(lacking);
        }

        public void Add(RuleResult result, Schema schema)
        {
            var (rule, judgement) = (result.Rule.Rule, result.Judgement);
            if (judgement.Outcome == Outcome.NotApplicable)
                return;
            var identity = schema.Identify(result.Place.Subject);
            var subject = new SubjectBelow(identity.Id, identity.Title, result.Place.Kind.En);
            var isSecret = rule.IsSecret || identity.IsSecret;
            if (judgement.Outcome == Outcome.Alert)
            {
                (alerts ??= []).Add(new AlertBelow(rule.Id, rule.Category, rule.Levels[judgement.Level].Severity, subject, isSecret, null));
                return;
            }
            var missing = judgement.Missing ?? FactSet.Of(new Fact($"規則{rule.Id}の判定", $"result of rule {rule.Id}"));
            (alerts ??= []).Add(new AlertBelow(rule.Id, rule.Category, Maybe<Severity>.Unknown(missing), subject, isSecret, missing));
            if (judgement.Outcome == Outcome.Undetermined)
                (undetermined ??= []).Add(new UndeterminedBelow(rule.Id, rule.Category, subject, [.. missing.Facts.Select(f => f.Ja)], isSecret));
        }

        /// <summary>Secret alerts are seen only by rules that are secret themselves.</summary>
        public (AlertBelow[] Alerts, UndeterminedBelow[] Undetermined) SeenBy(Rule rule) =>
            (alerts?.Where(a => !a.IsSecret || rule.IsSecret).ToArray() ?? [], undetermined?.Where(u => !u.IsSecret || rule.IsSecret).ToArray() ?? []);
    }
}
