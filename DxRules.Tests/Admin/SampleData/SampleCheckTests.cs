using DxRules.Engine.PlanChecks;

namespace DxRules.Tests.Admin.SampleData;

public class SampleCheckTests
{
    public static TheoryData<string> Samples =>
    [
        "yamagata-2022.json", "demo-city.json", "akita-2021.json", "sendai-2021.json", "sendai-2024.json", "sendai-ict-2016.json",
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_check_finds_what_was_written_down_before_and_nothing_else(string plan)
    {
        var expected = ExpectedCheck.Of(plan);

        Found(expected).ShouldBe(Lines(expected.Results.Where(expected.Compares)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_is_to_be_quiet_was_looked_at_without_a_fault(string plan)
    {
        var expected = ExpectedCheck.Of(plan);

        var report = SampleCheck.Run(expected);

        report.Faults.ShouldBeEmpty();
        var looked = report.Subjects.Values.SelectMany(ids => ids).ToHashSet();
        expected.Results.Where(r => r.Expect == "quiet").ShouldAllBe(r => looked.Contains(r.Subject));
    }

    [Fact]
    public void What_one_day_and_one_plan_cannot_show_is_found_on_another_day_or_without_a_list()
    {
        foreach (var variant in Samples.SelectMany(plan => ExpectedCheck.Of(plan.Data).Variants))
            Found(variant).ShouldBe(Lines(variant.Results.Where(variant.Compares)));
    }

    [Fact]
    public void Every_shipped_rule_fires_on_a_real_plan_or_on_the_demo_city()
    {
        var fired = new HashSet<string>();
        foreach (var check in Samples.Select(plan => ExpectedCheck.Of(plan.Data)).SelectMany(check => check.Variants.Prepend(check)))
        {
            var found = SampleCheck.Results(SampleCheck.Run(check)).ToList();
            fired.UnionWith(found.Where(result => result.IsAlert).Select(result => result.Rule));
            check.Fires.Select(result => result.ToString()).Except(found.Select(result => result.ToString())).ShouldBeEmpty($"{check.Plan} {check.AsOf}");
        }

        PlanCheck.Default.RuleSet.Rules.Select(rule => rule.Id).Where(id => !fired.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public void What_yamagata_is_to_be_asked_for_is_grouped_by_fact()
    {
        var expected = ExpectedCheck.Of("yamagata-2022.json");

        var undetermined = SampleCheck.Run(expected).Undetermined.Where(u => expected.Rules.Contains(u.Rule));

        SampleCheck.Groups(undetermined).Select(g => g.ToString()).ShouldBe(expected.Groups.Select(g => g.ToString()), ignoreOrder: true);
    }

    private static string Found(ExpectedCheck expected) =>
        Lines(SampleCheck.Results(SampleCheck.Run(expected)).Where(expected.Compares));

    // Quiet results are not part of a report: where nothing else is said of a rule and a subject, they are quiet.
    private static string Lines(IEnumerable<ExpectedResult> results) =>
        string.Join("\n", results.Where(r => r.Expect != "quiet").Select(r => r.ToString()).Order(StringComparer.Ordinal));
}
