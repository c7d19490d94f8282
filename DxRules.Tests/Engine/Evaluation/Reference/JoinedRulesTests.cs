using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using Judgement = DxRules.Engine.Evaluation.Judgement;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>Checks run the rules of a kind as one piece of code, once there have been many subjects. Each must say there what it says by itself, and before that too.</summary>
public class JoinedRulesTests
{
    // More of some kinds than go into one piece.
    private const int RulesASet = 250;
    private const int PlansASet = 6;

    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    public void Random_rules_say_together_what_each_says_by_itself(int seed)
    {
        var random = new Random(seed);
        var rules = TestRules.Compile([.. Enumerable.Range(0, RulesASet).Select(i => RandomRule.Next(random).File.Replace("TST-01", $"TST-{i:D3}", StringComparison.Ordinal))]);
        Evaluator[] evaluators = [new Evaluator(rules, TestRules.AsOf), new Evaluator(new CompiledRuleSet(rules.RuleSet), TestRules.AsOf)];
        for (var i = 0; i < PlansASet; i++)
        {
            var plan = new RandomPlan(random).Next();
            var subjects = plan.Below<TestSubject>().Prepend(plan).Select(subject => ((object)subject, rules.Schema.Objects.First(o => o.Clr == subject.GetType())));
            foreach (var evaluator in evaluators)
                ShouldAgree(evaluator.Run(plan).ToResults(rules.Schema), rules, subjects, TestRules.AsOf, $"seed {seed}, plan {i}");
        }
    }

    [Theory]
    [InlineData("demo-city.json", "2025-05-31")]
    [InlineData("demo-city.json", "2023-04-01")]
    [InlineData("yamagata-2022.json", "2024-06-01")]
    [InlineData("akita-2021.json", "2022-06-01")]
    [InlineData("sendai-2021.json", "2023-06-01")]
    [InlineData("sendai-2024.json", "2026-06-01")]
    [InlineData("sendai-ict-2016.json", "2020-06-01")]
    public void Shipped_rules_say_together_what_each_says_by_itself(string sample, string day)
    {
        var asOf = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var text = new SourceText(sample, File.ReadAllText(Repository.File("DxRules.Admin", "SampleData", sample)));
        var root = PlanSubjects.Build(PlanReader.Read(text).Document!.AsOf(asOf).Document, asOf);
        var bound = RuleSet.Bind(RuleFolder.Packaged(), PlanSchema.Instance, new ParameterValues()).RuleSet!;

        foreach (var rules in (CompiledRuleSet[])[new(bound, few: 0), new(bound)])
            ShouldAgree(Evaluator.Run(rules, root, asOf), rules, AtOrBelow(root, rules.Schema.Root), asOf, sample);
    }

    private static void ShouldAgree(EvaluationResults results, CompiledRuleSet rules, IEnumerable<(object Subject, ObjectType Kind)> subjects, DateOnly asOf, string about)
    {
        // What an absent section or an unknown list hides is said once, above.
        var found = results.Results.Where(result => result.Place.Kind == result.Rule.Rule.Subject).GroupBy(result => (result.Rule.Rule, result.Place.Subject)).ToDictionary(g => g.Key, g => g.Last());
        var absent = rules.Sections.Where(section => section.IsAbsent(subjects.First().Subject)).ToHashSet();
        foreach (var (subject, kind) in subjects)
        {
            foreach (var rule in rules.Rules.Where(rule => rule.Rule.Subject == kind && !rule.Rule.Sections.Any(absent.Contains) && rule.Rule.IsInEffect(asOf)))
            {
                var result = found.GetValueOrDefault((rule.Rule, subject));
                if (result is null && rule.ReadsAlerts)
                    continue;
                var context = new CheckContext(asOf) { Alerts = result?.Alerts ?? [], Undetermined = result?.Undetermined ?? [] };
                var said = ReferenceTests.Outcome(rule, () => result is { Fault: { } fault } ? throw fault : result?.Judgement ?? new Judgement(Outcome.Quiet));
                said.ShouldBe(ReferenceTests.Outcome(rule, () => rule.Judge(subject, context)), $"{rule.Rule.Id} on {rules.Schema.Identify(subject).Id}, {about}:\n{rule.Rule.File.Source.Content}");
            }
        }
    }

    private static IEnumerable<(object Subject, ObjectType Kind)> AtOrBelow(object subject, ObjectType kind) =>
        kind.Children.SelectMany(list => (list.Of(subject) ?? []).SelectMany(child => AtOrBelow(child, list.Kind))).Prepend((subject, kind));
}
