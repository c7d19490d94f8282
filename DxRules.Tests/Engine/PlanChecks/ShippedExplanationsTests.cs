using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.PlanChecks;

public class ShippedExplanationsTests
{
    private static readonly PlanDocument Demo =
        PlanReader.Read("demo-city.json", File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"))).Document!;

    private static readonly DateOnly AsOf = new(2025, 5, 31);
    private static readonly CheckReport Report = PlanCheck.Default.Check(Demo, AsOf);

    public static TheoryData<string> Rules => [.. PlanCheck.Default.Rules.Select(compiled => compiled.Rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_shipped_rule_can_be_explained_on_a_subject_of_each_result(string id)
    {
        var report = Report.Plans[0];
        var kind = PlanCheck.Default.Rules.Single(compiled => compiled.Rule.Id == id).Rule.Subject.En;
        var alerts = report.Alerts.ToDictionary(a => a.Key, _ => Outcome.Alert);
        var results = report.Subjects[kind].GroupBy(subject => ResultOf($"{id}/{subject}")).Select(group => (Outcome: group.Key, Subject: group.First()));

        foreach (var (outcome, subject) in results)
        {
            var explanation = PlanCheck.Default.Explain(Demo, AsOf, id, subject).ShouldNotBeNull();
            explanation.Why.Outcome.ShouldBe(outcome, $"{id}/{subject}");
            PlanExplanationJson.Write(explanation).ShouldStartWith("{");
            explanation.Changes.Count.ShouldBeLessThanOrEqualTo(3);
        }

        // A rule that is not in effect concerns nothing.
        Outcome ResultOf(string key) => Report.RuleSet.Rules.All(rule => rule.Id != id) ? Outcome.NotApplicable
            : alerts.ContainsKey(key) ? Outcome.Alert
            : report.Undetermined.Any(u => u.Key == key) ? Outcome.Undetermined
            : report.NotApplicable.Contains(key) ? Outcome.NotApplicable : Outcome.Quiet;
    }
}
