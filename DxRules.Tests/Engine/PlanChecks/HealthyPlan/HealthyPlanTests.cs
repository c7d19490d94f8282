using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Engine.PlanChecks.HealthyPlan;

/// <summary>
/// A plan in perfect order (<c>healthy-city.json</c>) and its twins with one defect each (<c>twins.json</c>): what a rule is for, without
/// anything else in the way.
/// </summary>
public sealed class HealthyPlanTests
{
    public static TheoryData<string> Defects => [.. HealthyCity.Twins.Select(twin => twin.ToString())];

    public static TheoryData<DateOnly> Days => [.. HealthyCity.Twins.Select(twin => twin.AsOf).Append(HealthyCity.AsOf).Distinct()];

    [Theory]
    [MemberData(nameof(Days))]
    public void A_plan_in_perfect_order_gives_no_alert_and_leaves_nothing_undetermined(DateOnly asOf)
    {
        var report = HealthyCity.Check(HealthyCity.Plan(), asOf);

        Standing(report).ShouldBeEmpty();
        Undetermined(report.Undetermined).ShouldBeEmpty();
        report.Faults.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void Its_twin_with_one_defect_gives_exactly_that_alert(string defect)
    {
        var twin = HealthyCity.Twins.Single(t => t.ToString() == defect);

        var report = HealthyCity.Check(twin.Plan(), twin.AsOf);

        Standing(report).ShouldBe(twin.Standing, ignoreOrder: true);
        report.Alerts.ShouldContain(alert => alert.Key == twin.Key && alert.FoldedUnder == twin.FoldedUnder && Word(alert.Severity) == twin.Severity);
        Undetermined(report.Undetermined.Where(u => u.FoldedUnder is null)).ShouldBeEmpty();
        report.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Every_shipped_rule_has_a_twin() =>
        HealthyCity.Twins.Select(twin => twin.Rule).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(PlanCheck.Default.RuleSet.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    // What is folded is a consequence of what stands.
    private static IEnumerable<string> Standing(PlanReport report) =>
        report.Alerts.Where(alert => alert.FoldedUnder is null).Select(alert => $"{alert.Key} {Word(alert.Severity)}");

    private static IEnumerable<string> Undetermined(IEnumerable<UndeterminedResult> results) =>
        results.Select(result => $"{result.Key} [{string.Join(", ", result.Missing.Select(fact => fact.Ja))}]");

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
