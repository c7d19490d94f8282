using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>Random rules on random plans: both compiled forms must say what the plain reference says, of outcome, level and missing facts.</summary>
public class ReferenceTests
{
    private const int RulesASeed = 40;
    private const int PlansARule = 3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Compiled_rules_agree_with_the_reference(int seed)
    {
        var random = new Random(seed);
        var outcomes = new List<string>();
        for (var i = 0; i < RulesASeed; i++)
        {
            var (file, kind, _) = RandomRule.Next(random);
            var rule = TestRules.Compile(file).Rules.Single();
            foreach (var subject in Enumerable.Range(0, PlansARule).SelectMany(_ => Plans.SubjectsOf(new RandomPlan(random).Next(), kind)))
            {
                var context = new CheckContext(TestRules.AsOf) { Alerts = Plans.Alerts(random) };
                var expected = new ReferenceEvaluator(rule.Rule.File, TestSchema.Instance, subject, context).Judge();
                var about = $"seed {seed}, rule {i}:\n{file}\n{Plans.Describe(subject)}";
                Outcome(rule, () => rule.Judge(subject, context)).ShouldBe(expected, "null-free form, " + about);
                Outcome(rule, () => rule.JudgeThreeValued(subject, context)).ShouldBe(expected, "three-valued form, " + about);
                outcomes.Add(expected.Split(' ')[0]);
            }
        }

        // Rules that decide nothing would prove nothing.
        foreach (var outcome in (string[])["quiet", "対象外", "判定不能", "warning"])
            outcomes.ShouldContain(o => o.StartsWith(outcome, StringComparison.Ordinal));
    }

    /// <summary>What becomes unknown may leave a result open; it never turns one result into another.</summary>
    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    public void A_needed_fact_that_becomes_unknown_never_turns_a_result_into_another(int seed)
    {
        var random = new Random(seed);
        var changed = 0;
        for (var i = 0; i < RulesASeed; i++)
        {
            var (file, kind, guarded) = RandomRule.Next(random);
            var rule = TestRules.Compile(file).Rules.Single();
            foreach (var subject in Plans.SubjectsOf(new RandomPlan(random).Next(), kind))
            {
                var context = new CheckContext(TestRules.AsOf) { Alerts = Plans.Alerts(random) };
                var before = Outcome(rule, () => rule.Judge(subject, context));
                foreach (var fact in NeededFacts.Of(rule.Rule, subject, guarded))
                {
                    fact.Forget();
                    var after = Outcome(rule, () => rule.Judge(subject, context));
                    fact.Restore();
                    MayBecome(before, after).ShouldBeTrue($"{before} became {after} without {fact.Name}; seed {seed}, rule {i}:\n{file}\n{Plans.Describe(subject)}");
                    changed += before == after ? 0 : 1;
                }
            }
        }
        changed.ShouldBeGreaterThan(RulesASeed);
    }

    private static bool MayBecome(string before, string after)
    {
        var (was, now) = (before.Split(',')[0].Split(' ')[0], after.Split(',')[0].Split(' ')[0]);
        return was == now
            || now == "判定不能"
            || (was, now) is ("quiet", "対象外") or ("対象外", "quiet")
            || (was == "critical" && now == "warning" && after.Contains("unknown", StringComparison.Ordinal))
            || (was == "fault" || now == "fault");
    }

    /// <summary>As the reference tells it: the facts in ordinal order.</summary>
    internal static string Outcome(CompiledRule rule, Func<Judgement> judge)
    {
        Judgement judgement;
        try
        {
            judgement = judge();
        }
        catch (EvaluationFault fault)
        {
            return "fault " + fault.Code;
        }
        var facts = judgement.Missing is { HasFacts: true } missing ? "[" + string.Join(", ", missing.Facts.Select(f => f.Ja).Distinct().Order(StringComparer.Ordinal)) + "]" : "";
        return judgement.Outcome switch
        {
            DxRules.Engine.Evaluation.Outcome.Alert => rule.Rule.Levels[judgement.Level].Severity.ToString().ToLowerInvariant() + (facts.Length > 0 ? ", unknown " + facts : ""),
            DxRules.Engine.Evaluation.Outcome.Undetermined => "判定不能 " + facts,
            DxRules.Engine.Evaluation.Outcome.NotApplicable => "対象外",
            _ => "quiet",
        };
    }
}
