using DxRules.Engine.Plans;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.SampleData;

public class DemoCityTests
{
    private static readonly PlanDocument DemoCity = SamplePlans.Read("demo-city.json").Document!;
    private static readonly ExpectedCheck Expected = ExpectedCheck.Of("demo-city.json");

    private static readonly string[] Rules =
    [
        "SCH-02", "SCH-03", "SCH-04", "KPI-02", "KPI-03", "KPI-05", "KPI-12", "SEC-02", "SEC-02-ALL", "SEC-12", "GOV-03", "GOV-06", "DAT-01",
    ];

    [Fact]
    public void The_city_says_that_it_does_not_exist()
    {
        DemoCity.Municipality.Name.ShouldBe("デモ市（架空）");
        DemoCity.Municipality.Code.ShouldStartWith("99"); // no prefecture has these digits
    }

    [Fact]
    public void Each_rule_fires_stays_quiet_and_is_undetermined_somewhere()
    {
        var all = Expected.Results.Concat(Expected.Variants.SelectMany(v => v.Results)).ToLookup(r => r.Rule);

        foreach (var rule in Rules)
        {
            all[rule].ShouldContain(r => r.IsAlert, rule);
            if (rule == "DAT-01")
                continue; // quiet on all other wordings; a wording that is there can be read, so never undetermined
            all[rule].ShouldContain(r => r.Expect == "quiet", rule);
            all[rule].ShouldContain(r => r.Expect == "undetermined", rule);
        }
    }

    [Fact]
    public void Alerts_of_all_four_severities_are_expected() =>
        Expected.Results.Where(r => r.IsAlert).Select(r => r.Expect).Distinct().Order().ShouldBe(["critical", "info", "notice", "warning"]);

    [Fact]
    public void What_is_folded_names_an_alert_as_its_cause()
    {
        var alerts = Expected.Results.Where(r => r.IsAlert).Select(r => $"{r.Rule} {r.Subject}").ToHashSet();

        Expected.Results.Where(r => r.FoldedUnder != null).ShouldAllBe(r => alerts.Contains(r.FoldedUnder!));
        Expected.Results.Count(r => r.FoldedUnder != null).ShouldBe(29);
    }
}
