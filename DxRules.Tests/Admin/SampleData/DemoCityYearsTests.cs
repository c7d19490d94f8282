using System.Text.Json.Nodes;
using DxRules.Engine.Alerts;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.SampleData;

/// <summary>デモ市 over five years of review: the plan of 2018 to 2022 and the present one.</summary>
public class DemoCityYearsTests
{
    private static readonly PlanDocument Before = SamplePlans.Read(DemoSite.PlanBefore).Document!;
    private static readonly PlanDocument Present = SamplePlans.Read(DemoSite.DemoCityPlan).Document!;

    [Theory]
    [InlineData(2020, 325)]
    [InlineData(2021, 310)]
    [InlineData(2022, 252)]
    [InlineData(2023, 187)]
    [InlineData(2024, 376)]
    public void Each_year_finds_what_a_city_of_its_size_has_to_deal_with(int fiscalYear, int alerts)
    {
        var found = Check(fiscalYear);

        found.Faults.ShouldBeEmpty();
        found.Alerts.Count.ShouldBe(alerts);
        found.Alerts.Select(alert => alert.Category).Distinct().Order().ShouldBe(["data", "governance", "kpi", "schedule", "security"]);
    }

    [Fact]
    public void Both_plans_are_of_one_city_and_each_names_the_other()
    {
        Before.Municipality.Code.ShouldBe(Present.Municipality.Code);
        Before.Plan.Successors!.ShouldHaveSingleItem().Id.ShouldBe(Present.Plan.Id);
        Present.Plan.Predecessors.ShouldHaveSingleItem().Id.ShouldBe(Before.Plan.Id);
        Before.Plan.Period!.End!.Value.Day.AddDays(1).ShouldBe(Present.Plan.Period!.Start!.Value.Day);
    }

    [Fact]
    public void A_department_a_system_and_a_control_have_the_same_id_in_both_plans()
    {
        Shared(Before.Departments!, Present.Departments!, d => d.Id, d => d.Name).ShouldBe(32);
        Shared(Before.Security!.Systems!, Present.Security!.Systems!, s => s.Id, _ => "").ShouldBeGreaterThan(20);
        Shared(Before.Security!.Controls!, Present.Security!.Controls!, c => c.Id, c => c.Catalogue!).ShouldBe(48);

        static int Shared<T>(IEnumerable<T> before, IEnumerable<T> present, Func<T, string> id, Func<T, string> name)
        {
            var known = before.ToDictionary(id, name);
            var both = present.Where(item => known.ContainsKey(id(item))).ToList();
            both.ShouldAllBe(item => known[id(item)] == name(item));
            return both.Count;
        }
    }

    [Fact]
    public void The_excerpt_whose_findings_are_argued_one_by_one_stands_in_the_whole_plan_word_for_word()
    {
        var whole = Objects(JsonNode.Parse(SamplePlans.Bytes(DemoSite.DemoCityPlan))!);

        foreach (var (id, item) in Objects(JsonNode.Parse(SamplePlans.Bytes("demo-city.json"))!))
            Values(item).ShouldBe(Values(whole[id]), id);
    }

    private static PlanReport Check(int fiscalYear) =>
        PlanCheck.Default.Check(fiscalYear < 2023 ? Before : Present, new DateOnly(fiscalYear + 1, 5, 31)).Plans[0];

    // What has an id, with the members of its own: the whole plan has more policies, departments and meetings in the same lists.
    // A policy names its departments by their ids, so only what comes first under an id is the thing itself.
    private static Dictionary<string, JsonObject> Objects(JsonNode node) => Below(node).OfType<JsonObject>()
        .Where(item => item["id"] is not null).GroupBy(item => item["id"]!.GetValue<string>()).ToDictionary(same => same.Key, same => same.First());

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject item => item.Select(member => member.Value!).SelectMany(Below).Prepend(item),
        JsonArray list => list.SelectMany(item => Below(item!)),
        _ => [node],
    };

    private static string Values(JsonObject item) =>
        string.Join("\n", item.Where(member => member.Value is JsonValue).Select(member => $"{member.Key}: {member.Value!.ToJsonString()}"));
}
