using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Examples;

/// <summary>What came out of one example.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Name">The example's name.</param>
/// <param name="Failures">What came out otherwise than the example says, each with its place; none where it passed.</param>
/// <param name="Found">What the rule said; a fault where the example could not be judged.</param>
/// <param name="Unknown">What the rule needs and the example does not know.</param>
/// <param name="IsMisread">Whether what the example gives could not be read, so that nothing was judged.</param>
internal sealed record ExampleResult(string Rule, string Name, IReadOnlyList<Diagnostic> Failures, Judgement Found, IReadOnlyList<Need> Unknown, bool IsMisread)
{
    public bool Passed => Failures.Count == 0;
}

/// <summary>Runs the examples inside rule files. An example asks one rule about one subject; nothing else is evaluated.</summary>
internal static class ExampleRunner
{
    /// <summary>Every example of every rule, in order of rule and file.</summary>
    public static IReadOnlyList<ExampleResult> Run(CompiledRuleSet rules) =>
        [.. rules.Rules.SelectMany(rule => rule.Rule.File.Examples.Select(example => Run(rule, example, rules.RuleSet)))];

    /// <summary>Every example of one rule, in the order of its file.</summary>
    public static IReadOnlyList<ExampleResult> Run(CompiledRuleSet rules, string id) =>
        [.. rules.Rules.Where(rule => rule.Rule.Id == id).SelectMany(rule => rule.Rule.File.Examples.Select(example => Run(rule, example, rules.RuleSet)))];

    private static ExampleResult Run(CompiledRule rule, RuleExample example, RuleSet rules)
    {
        var schema = rules.Schema;
        var failures = new List<Diagnostic>();
        var source = rule.Rule.File.Source;
        var given = example.Given is { } mapping ? (FragmentObject)FragmentOf(mapping) : new FragmentObject(example.Name.Span, []);
        var context = new CheckContext(example.AsOf.Value, rules.Limits);
        (context.Alerts, context.Undetermined) = GivenAlerts.Read(given, schema, source, failures);
        var ofSubject = new FragmentObject(given.Span, [.. given.Entries.Where(e => !GivenAlerts.IsName(e.Name))]);
        if (schema.BuildSubject is not { } build)
            throw new InvalidOperationException("This schema does not say how the subjects of examples are built.");
        var subject = build(rule.Rule.Subject, ofSubject, example.AsOf.Value, source, failures);
        var found = (Judgement: new Judgement(Outcome.Fault), Fault: (EvaluationFault?)null);
        var isMisread = subject is null || failures.Count > 0;
        if (!isMisread)
        {
            found = Judge(rule, subject!, context);
            Compare(rule, example, schema, found, failures);
        }
        IReadOnlyList<Need> unknown = subject is null ? [] : [.. rule.Rule.Needs.Where(need => MemberReader.EndsInNothing(need.Way, subject))];
        return new ExampleResult(rule.Rule.Id, example.Name.Value, failures, found.Judgement, unknown, isMisread);
    }

    private static (Judgement Judgement, EvaluationFault? Fault) Judge(CompiledRule rule, object subject, CheckContext context)
    {
        try
        {
            return (rule.JudgeThreeValued(subject, context), null);
        }
        catch (EvaluationFault fault)
        {
            return (new Judgement(Outcome.Fault), fault);
        }
    }

    private static void Compare(CompiledRule rule, RuleExample example, Schema schema, (Judgement Judgement, EvaluationFault? Fault) found, List<Diagnostic> failures)
    {
        var source = rule.Rule.File.Source;
        if (found.Fault is { } fault)
        {
            failures.Add(ExampleErrors.Failed(source, example.Name, fault));
            return;
        }
        var judgement = found.Judgement;
        var expectation = ExpectationOf(judgement, rule.Rule);
        var facts = judgement.Missing?.Facts ?? [];
        if (expectation != example.Expect.Value)
            failures.Add(ExampleErrors.Unexpected(source, example, expectation, facts));
        var isUndetermined = judgement.Outcome == Outcome.Undetermined;
        CompareFacts(example.Missing, isUndetermined ? facts : [], "missing");
        CompareFacts(example.Unknown, isUndetermined ? [] : facts, "unknown");

        void CompareFacts(IReadOnlyList<Located<string>>? expected, IReadOnlyList<Fact> actual, string key)
        {
            if (expected is null)
                return;
            var isSame = expected.Count == actual.Count && expected.All(e => actual.Any(f => f.Ja == e.Value || f.En == e.Value));
            if (!isSame)
                failures.Add(ExampleErrors.OtherFacts(source, example, key, expected, actual));
        }
    }

    private static Expectation ExpectationOf(Judgement judgement, Rule rule) => judgement.Outcome switch
    {
        Outcome.Quiet => Expectation.Quiet,
        Outcome.NotApplicable => Expectation.NotApplicable,
        Outcome.Undetermined => Expectation.Undetermined,
        _ => rule.Levels[judgement.Level].Severity switch
        {
            Severity.Info => Expectation.Info,
            Severity.Notice => Expectation.Notice,
            Severity.Warning => Expectation.Warning,
            _ => Expectation.Critical,
        },
    };

    private static Fragment FragmentOf(YamlNode node) => node switch
    {
        YamlMapping mapping => new FragmentObject(mapping.Span, [.. mapping.Entries.Select(e => new FragmentEntry(e.Key.Value, e.Key.Span, FragmentOf(e.Value)))]),
        YamlList list => new FragmentList(list.Span, [.. list.Items.Select(FragmentOf)]),
        YamlScalar { IsNull: false } scalar => new FragmentValue(scalar.Span, scalar.Value),
        _ => new FragmentValue(node.Span, null),
    };
}
