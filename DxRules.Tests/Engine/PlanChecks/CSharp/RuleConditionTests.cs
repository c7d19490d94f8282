using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.PlanChecks.CSharp;

public sealed class RuleConditionTests
{
    [Theory]
    [InlineData("demo-city.json", "2025-05-31")]
    [InlineData("demo-city.json", "2021-05-31")]
    [InlineData("yamagata-2022.json", "2025-05-31")]
    [InlineData("akita-2021.json", "2024-05-31")]
    public void A_tree_says_of_each_subject_what_the_report_says(string name, string day)
    {
        var check = PlanCheck.Default;
        var (plan, asOf) = (Plan(name), DateOnly.ParseExact(day, "yyyy-MM-dd"));
        var report = check.Check(plan, asOf).Plans[0];
        var subjects = check.Subjects(plan, asOf).ToList();

        foreach (var condition in check.Conditions)
        {
            var (outcome, fires) = (condition.Outcome.Compile(), condition.Fires.Compile());
            var own = subjects.Where(s => s.Kind == condition.SubjectKind).ToList();
            var alerted = own.Where(s => outcome(s) >= RuleOutcome.Info).Select(s => $"{s.Identity.Id} {outcome(s)}");

            alerted.ShouldBe(report.Alerts.Where(a => a.Rule == condition.Rule).Select(a => $"{a.Subject.Id} {a.Severity}"), ignoreOrder: true, condition.Rule);
            subjects.Where(fires).Select(s => s.Identity.Id).ShouldBe(report.Alerts.Where(a => a.Rule == condition.Rule).Select(a => a.Subject.Id), ignoreOrder: true, condition.Rule);

            // What a part of the plan hides that is absent as a whole, the report tells once, on the plan.
            var open = report.Undetermined.Where(u => u.Rule == condition.Rule).Select(u => u.Subject).ToList();
            var isHidden = condition.SubjectKind != "plan" && open.Any(subject => subject.Type == "plan");
            own.Where(s => outcome(s) == RuleOutcome.Undetermined).Select(s => s.Identity.Id)
                .ShouldBe(own.Select(s => s.Identity.Id).Where(id => isHidden || open.Any(subject => subject.Id == id)), ignoreOrder: true, condition.Rule);
            own.ShouldAllBe(s => outcome(s) != RuleOutcome.Fault);
        }
    }

    [Fact]
    public void Only_rules_that_read_what_others_found_have_no_tree() =>
        PlanCheck.Default.Rules.Select(r => r.Rule.Id).Except(PlanCheck.Default.Conditions.Select(c => c.Rule))
            .ShouldBe(PlanCheck.Default.Rules.Where(r => r.ReadsAlerts).Select(r => r.Rule.Id));

    private static PlanDocument Plan(string name) =>
        PlanReader.Read(name, File.ReadAllBytes(Repository.File("DxRules.Admin", "SampleData", name))).Document!;
}
