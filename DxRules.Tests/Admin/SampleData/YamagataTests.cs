using DxRules.Engine.Plans;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.SampleData;

public class YamagataTests
{
    private static readonly PlanDocument Yamagata = SamplePlans.Read("yamagata-2022.json").Document!;
    private static readonly IReadOnlyList<Policy> Policies = Yamagata.Policies!;
    private static readonly IReadOnlyList<Initiative> Initiatives = [.. Policies.SelectMany(p => p.Initiatives!)];
    private static readonly IReadOnlyList<Lane> Lanes = [.. Initiatives.SelectMany(i => i.Lanes!)];
    private static readonly IReadOnlyList<Phase> Phases = [.. Lanes.SelectMany(l => l.Phases!)];
    private static readonly IReadOnlyList<Kpi> Kpis = [.. Policies.SelectMany(p => p.Kpis!)];
    private static readonly IReadOnlyList<Series> Series = [.. Kpis.SelectMany(k => k.Series!)];

    [Fact]
    public void The_whole_plan_is_there()
    {
        (Policies.Count, Initiatives.Count, Lanes.Count, Phases.Count, Kpis.Count, Series.Count).ShouldBe((7, 14, 18, 30, 16, 19));
        Series.Count(s => s.Target != null).ShouldBe(18);
        Series.Count(s => s.Baseline != null).ShouldBe(12);
    }

    [Fact]
    public void A_dash_in_the_document_is_an_unknown_baseline_and_never_zero()
    {
        var printed = Series.Where(s => s.Baseline == null).Select(s => s.Raw["baseline"]);

        printed.ShouldBe(["-", "—", "—", "—", "—", "-", "-"]);
    }

    [Fact]
    public void Bars_whose_span_cannot_be_read_have_neither_start_nor_end() =>
        Phases.Where(p => p.Start == null || p.End == null).Select(p => (p.Id, p.Start, p.End))
            .ShouldBe([("p1-i2-l1-s1", null, null), ("p4-i2-l1-s1", null, null), ("p4-i3-l1-s1", null, null)]);

    [Fact]
    public void Ends_read_from_merged_cells_are_named_as_inferred() =>
        Phases.Where(p => p.End != null && !p.Inferred.Contains("end")).ShouldHaveSingleItem().Raw["end"].ShouldBe("※期間中継続");

    [Fact]
    public void A_direction_stands_only_where_target_and_baseline_fix_it()
    {
        foreach (var kpi in Kpis)
        {
            var first = kpi.Series![0];
            Direction? fixedBy = first.Baseline == null ? null
                : first.Target!.Value > first.Baseline.Value ? Direction.HigherIsBetter : Direction.LowerIsBetter;
            kpi.Direction.ShouldBe(fixedBy, kpi.Id);
        }
    }

    [Fact]
    public void What_the_document_does_not_speak_about_stays_unknown()
    {
        Yamagata.Security.ShouldBeNull();
        Yamagata.Governance!.Cycles.ShouldBeNull();
        Phases.ShouldAllBe(p => p.Status == null && p.Records == null);
        Series.ShouldAllBe(s => s.Actuals == null);
        Kpis.ShouldAllBe(k => k.Kind == null);
    }

    [Fact]
    public void Every_phase_series_and_policy_has_one_expectation_for_each_rule_that_looks_at_it()
    {
        var expected = ExpectedCheck.Of("yamagata-2022.json").Results;

        Subjects("SCH-02", "SCH-03", "SCH-04").ShouldAllBe(s => s.SetEquals(Phases.Select(p => p.Id)));
        Subjects("KPI-02", "KPI-03", "KPI-05").ShouldAllBe(s => s.SetEquals(Series.Select(x => x.Id)));
        Subjects("KPI-12", "GOV-06").ShouldAllBe(s => s.SetEquals(Policies.Select(p => p.Id)));
        expected.GroupBy(r => (r.Rule, r.Subject)).ShouldAllBe(g => g.Count() == 1);

        IEnumerable<HashSet<string>> Subjects(params string[] rules) =>
            rules.Select(rule => expected.Where(r => r.Rule == rule).Select(r => r.Subject).ToHashSet());
    }
}
