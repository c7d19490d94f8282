using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Changes;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>Why a rule says what it says of a subject of a plan, and what would make it say something else.</summary>
/// <param name="Plan">The plan's id.</param>
/// <param name="RuleTitle">The rule's title.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Why">The conditions, part by part.</param>
/// <param name="Clears">For an alert what would clear it; null where the rule does not say.</param>
/// <param name="Changes">For a quiet subject the changes of one fact after which the rule fires, the smallest first, at most three.</param>
/// <param name="IfKnown">For an undetermined one what the missing facts would lead to.</param>
internal sealed record PlanExplanation(
    string Plan,
    DateOnly AsOf,
    LocalizedText RuleTitle,
    AlteredSubject Subject,
    Explanation Why,
    LocalizedText? Clears,
    IReadOnlyList<FactChange> Changes,
    IReadOnlyList<KnownFact> IfKnown)
{
    /// <summary>The explanation; null where the plan has no such subject of the rule's kind.</summary>
    public static PlanExplanation? Of(CompiledRuleSet rules, CompiledRule rule, PlanDocument plan, DateOnly asOf, string subjectId, RatingScales scales)
    {
        var seen = plan.AsOf(asOf);
        var root = PlanSubjects.Build(seen.Document, asOf, scales);
        if (Evaluator.Find(rules, root, asOf, rule, subjectId) is not { } found)
            return null;
        var identity = rules.Schema.Identify(found.Subject);
        var explained = new PlanExplanation(
            plan.Plan.Id, asOf, rule.Rule.Title, new(rule.Rule.Subject.En, identity.Id, identity.Title), Explain(rule, rules, root, found), null, [], []);
        if (explained.Why.Outcome == Outcome.Alert)
            return explained with { Clears = ClearsOf(rule.Rule, rules.Schema, found) };
        if (explained.Why is not { Outcome: Outcome.Quiet or Outcome.Undetermined, Conditions.Count: > 0 })
            return explained;

        var altered = new AlteredPlan(plan, seen, root);
        var facts = FactsRead.Of(MemberReads.Of(rule.Rule, found.Subject, found.Context), altered.Places);
        var probe = new RuleProbe(rules, rule, subjectId, asOf, scales);
        var words = new ChangeWords(altered, subjectId);
        return explained.Why.Outcome == Outcome.Quiet
            ? explained with { Changes = [.. new ChangeSearch(altered, probe, rule.Rule).Find(facts).Select(words.Describe)] }
            : explained with { IfKnown = explained.Known(facts, new MissingFacts(altered, probe, rule.Rule), words) };
    }

    private static Explanation Explain(CompiledRule rule, CompiledRuleSet rules, PlanNode root, (object Subject, CheckContext Context) found)
    {
        var absent = rule.Rule.Sections.Where(section => section.IsAbsent(root)).Select(s => new Feel.Values.Fact(s.Ja, s.En)).ToList();
        return absent.Count > 0 && rule.Rule.IsInEffect(root.AsOf)
            ? Explainer.Unjudged(rule.Rule, rules.Schema, found.Subject, Outcome.Undetermined, absent, null)
            : Explainer.Explain(rule, rules.Schema, found.Subject, found.Context);
    }

    private static LocalizedText? ClearsOf(Rule rule, Schema schema, (object Subject, CheckContext Context) found)
    {
        var compiled = new CompiledRule(rule, schema).JudgeThreeValued(found.Subject, found.Context);
        var texts = new AlertTexts(rule, schema)[compiled.Level];
        return texts.Clears?.Write(texts.Read(found.Subject, found.Context));
    }

    /// <summary>In the order of the missing facts. Of lists, and of what only a measure reads, no value can be tried.</summary>
    private IReadOnlyList<KnownFact> Known(IReadOnlyList<PlanFact> facts, MissingFacts missing, ChangeWords words) =>
        [.. Why.Missing.SelectMany(lacked => facts.Where(fact => MissingFacts.IsAmong(lacked, fact)).Select(fact => words.Describe(fact, missing.Outcomes(fact)))
            .DefaultIfEmpty(new KnownFact(new(lacked.Ja, lacked.En), Subject, [])))];
}
