using DxRules.Engine.Plans;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Admin.SampleData;

public class SendaiTests
{
    private static readonly PlanDocument Ict = SamplePlans.Read("sendai-ict-2016.json").Document!;
    private static readonly PlanDocument Dx = SamplePlans.Read("sendai-2024.json").Document!;

    [Fact]
    public void The_ict_policy_has_four_directions_eight_fields_and_26_examples()
    {
        (Ict.Categories.Count, Ict.Policies!.Count, Ict.Policies.Sum(p => p.Initiatives!.Count)).ShouldBe((4, 8, 26));
        Ict.Categories.Select(c => Ict.Policies.Count(p => p.Category == c.Id)).ShouldBe([2, 2, 2, 2]);
    }

    [Fact]
    public void A_year_of_an_era_that_had_ended_is_kept_as_printed_and_read()
    {
        var period = Ict.Plan.Period!;

        period.Raw["end"].ShouldBe("平成 32 (2020) 年度まで");
        period.End!.Value.Day.ShouldBe(new DateOnly(2021, 3, 31));
    }

    [Fact]
    public void A_day_left_open_in_the_document_stays_unknown()
    {
        var open = Ict.Policies!.SelectMany(p => p.Initiatives!).SelectMany(i => i.Milestones).Single(m => m.Due == null);

        open.Raw["due"].ShouldBe("平成 28 年〇月〇日から");
    }

    [Fact]
    public void The_statutes_give_limits_and_quorums_and_the_headquarters_has_neither()
    {
        var bodies = Ict.Governance!.Bodies!;

        bodies.Select(b => (b.Members!.Count, b.MaxMembers, b.Quorum?.ChairRequired)).ShouldBe([(26, null, null), (7, 10, false), (5, 5, true)]);
        bodies[2].ReportsTo.ShouldBe(bodies[1].Id);
        bodies.ShouldAllBe(b => b.Meetings == null && b.Members!.All(m => m.TermEndsOn == null));
    }

    [Fact]
    public void The_section_renamed_within_the_document_is_one_that_ended_and_one_that_took_over()
    {
        var old = Ict.Departments!.Single(d => d.To != null);

        Ict.Departments!.Single(d => d.Id == old.SucceededBy).Name.ShouldBe("まちづくり政策局情報政策部情報政策課");
        old.Inferred.ShouldBe(["to", "succeededBy"]);
    }

    [Fact]
    public void A_duty_that_the_document_states_is_not_taken_for_done()
    {
        Ict.Security!.Controls!.Count.ShouldBe(19);
        Ict.Security.Controls.Concat(Dx.Security!.Controls!).ShouldAllBe(c => c.Status == null && c.Evidence == null);
    }

    [Fact]
    public void A_target_as_a_rate_of_reduction_has_neither_base_nor_year()
    {
        var paper = Dx.Plan.Kpis.Single(k => k.Id == "k-paper").Series!.ShouldHaveSingleItem();

        (paper.Target!.Value, paper.Target.Kind, paper.Target.FiscalYear, paper.Baseline).ShouldBe((-50m, TargetKind.ChangeRate, null, null));
        Dx.Plan.Period.ShouldBeNull();
        Dx.Plan.Raw["period"].ShouldBe("2024-2026");
    }

    [Fact]
    public void All_23_opinions_are_there_and_only_those_without_an_answer_of_their_own_share_one()
    {
        Dx.Opinions.GroupBy(o => o.Category).Select(g => g.Count()).ShouldBe([8, 8, 7]);
        Dx.Opinions.Where(o => o.Inferred.Contains("response")).Select(o => o.Id).ShouldBe(["o-02", "o-13"]);
        Dx.Opinions.GroupBy(o => o.Response).Where(g => g.Count() > 1).SelectMany(g => g.Select(o => o.Id)).ShouldBe(["o-01", "o-02", "o-12", "o-13"]);
    }
}
