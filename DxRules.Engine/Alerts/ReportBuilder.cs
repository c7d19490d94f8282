using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>What a plan's report says of the plan itself.</summary>
internal sealed record PlanStamp(string Plan, string Municipality, string Hash, int LaterFactsIgnored);

/// <summary>Turns what an evaluation found into a report for people and programs. One serves all threads: it keeps the texts it has compiled.</summary>
internal sealed class ReportBuilder(CompiledRuleSet rules)
{
    private readonly Schema schema = rules.Schema;
    private readonly Dictionary<Rule, AlertTexts> texts = rules.Rules.ToDictionary(
        rule => rule.Rule, rule => new AlertTexts(rule.Rule, rules.Schema), (IEqualityComparer<Rule>)ReferenceEqualityComparer.Instance);

    /// <summary>The report on one plan.</summary>
    public PlanReport Build(EvaluationResults evaluation, PlanStamp stamp, DateOnly asOf)
    {
        var byOutcome = evaluation.Results.ToLookup(result => result.Judgement.Outcome);
        var folding = new Folding(byOutcome[Outcome.Alert], schema, (link, result) => TextsOf(result).Follow(link, result.Place.Subject, ContextOf(result, asOf)));
        var alerts = byOutcome[Outcome.Alert].Select(r => AlertOf(r, asOf, folding))
            .OrderByDescending(a => a.Severity).ThenBy(a => a.Rule, StringComparer.Ordinal).ThenBy(a => a.Subject.Id, StringComparer.Ordinal).ToList();
        var undetermined = byOutcome[Outcome.Undetermined].Select(r => UndeterminedOf(r, folding))
            .OrderBy(u => u.Rule, StringComparer.Ordinal).ThenBy(u => u.Subject.Id, StringComparer.Ordinal).ToList();
        var faults = byOutcome[Outcome.Fault].Select(FaultOf)
            .OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Subject.Id, StringComparer.Ordinal).ToList();
        var notApplicable = byOutcome[Outcome.NotApplicable].Select(KeyOf).Order(StringComparer.Ordinal).ToList();
        return new PlanReport(
            stamp.Plan, stamp.Municipality, stamp.Hash, stamp.LaterFactsIgnored, SubjectsOf(evaluation), alerts, undetermined, notApplicable, faults,
            new ReportCounts(
                alerts.Count(a => a.Severity == Severity.Info), alerts.Count(a => a.Severity == Severity.Notice),
                alerts.Count(a => a.Severity == Severity.Warning), alerts.Count(a => a.Severity == Severity.Critical),
                undetermined.Count, evaluation.Quiet, notApplicable.Count, faults.Count));
    }

    private Alert AlertOf(RuleResult result, DateOnly asOf, Folding folding)
    {
        var (rule, subject) = (result.Rule.Rule, result.Place.Subject);
        var level = rule.Levels[result.Judgement.Level];
        var texts = TextsOf(result)[result.Judgement.Level];
        var reading = texts.Read(subject, ContextOf(result, asOf));
        return new Alert(
            KeyOf(result),
            rule.Id,
            rule.Version,
            rule.Category,
            IsSecret(result),
            level.Severity,
            texts.Title.Write(reading),
            SubjectOf(result),
            texts.Message.Write(reading),
            Array.ConvertAll(texts.Evidence, evidence => evidence.Read(reading)),
            FactsOf(result),
            texts.Clears?.Write(reading),
            folding.CauseOf(result),
            TextsOf(result).Sources);
    }

    private UndeterminedResult UndeterminedOf(RuleResult result, Folding folding)
    {
        var rule = result.Rule.Rule;
        var missing = FactsOf(result);
        var reason = new LocalizedText(
            $"{string.Join("、", missing.Select(m => m.Ja))}が分からないため、判定できません。",
            $"It cannot be judged: {string.Join(", ", missing.Select(m => m.En))} unknown.");
        return new UndeterminedResult(KeyOf(result), rule.Id, rule.Category, IsSecret(result), SubjectOf(result), missing, reason, folding.CauseOf(result));
    }

    private FaultResult FaultOf(RuleResult result) =>
        new(result.Rule.Rule.Id, SubjectOf(result), result.Fault!.Code, result.Fault.Text);

    /// <summary>The facts a result misses, in the order of the dictionary.</summary>
    private static IReadOnlyList<LocalizedText> FactsOf(RuleResult result) => result.Judgement.Missing is not { HasFacts: true } missing
        ? []
        : [.. FactOrder.Sort(missing.Facts, result.Place.Kind).Select(fact => new LocalizedText(fact.Ja, fact.En))];

    private static Dictionary<string, IReadOnlyList<string>> SubjectsOf(EvaluationResults evaluation) =>
        evaluation.Subjects.OrderBy(s => s.Key.En, StringComparer.Ordinal).ToDictionary(s => s.Key.En, s => s.Value);

    private AlertSubject SubjectOf(RuleResult result)
    {
        var identity = schema.Identify(result.Place.Subject);
        var path = schema.DescribesHostRecords ? [.. result.Place.Ancestors.Reverse().Select(above => schema.Identify(above.Subject).Title)] : identity.Path;
        return new AlertSubject(result.Place.Kind.En, identity.Id, identity.Title, path);
    }

    private bool IsSecret(RuleResult result) => result.Rule.Rule.IsSecret || schema.Identify(result.Place.Subject).IsSecret;

    private string KeyOf(RuleResult result) => Folding.KeyOf(result.Rule.Rule.Id, schema.Identify(result.Place.Subject).Id);

    private AlertTexts TextsOf(RuleResult result) => texts[result.Rule.Rule];

    private static CheckContext ContextOf(RuleResult result, DateOnly asOf) =>
        new(asOf) { Alerts = result.Alerts, Undetermined = result.Undetermined };
}

/// <summary>The order in which missing facts are named: that of the dictionary, seen from a kind of subject.</summary>
internal static class FactOrder
{
    public static IEnumerable<Fact> Sort(IEnumerable<Fact> facts, ObjectType kind) =>
        facts.OrderBy(fact => PositionsOf(fact, kind), Comparer<int[]>.Create(Compare)).ThenBy(fact => fact.Ja, StringComparer.Ordinal);

    // A fact that is not named from this kind (of an alert below) comes last.
    private static int[] PositionsOf(Fact fact, ObjectType kind)
    {
        var positions = new List<int>();
        var owner = kind;
        foreach (var name in fact.Ja.Split('.'))
        {
            if (owner?.Find(name) is not { } member)
            {
                positions.Add(int.MaxValue);
                break;
            }
            positions.Add(member.Order);
            owner = (member.Type is ListType list ? list.Item : member.Type) as ObjectType;
        }
        return [.. positions];
    }

    private static int Compare(int[]? left, int[]? right)
    {
        for (var i = 0; i < Math.Min(left!.Length, right!.Length); i++)
        {
            if (left[i] != right[i])
                return left[i].CompareTo(right[i]);
        }
        return left!.Length.CompareTo(right!.Length);
    }
}
