using System.Text;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;

namespace DxRules.Tests.Engine.Plans.Changes;

public class PlanChangesTests
{
    private static readonly PlanDocument Demo = SamplePlans.Read("demo-city.json").Document!;

    [Theory]
    [MemberData(nameof(SamplePlans.Names), MemberType = typeof(SamplePlans))]
    public void Whatever_changes_in_a_sample_can_be_applied_and_taken_back_byte_for_byte(string name)
    {
        var plan = SamplePlans.Read(name).Document!;
        var kept = 0;
        var seeds = Text(plan).Length > 200_000 ? 8 : 40;
        for (var seed = 0; seed < seeds; seed++)
        {
            var edits = new RandomEdits(seed);
            if (edits.Next(plan, edits: 1 + seed % 20) is not { } edited)
                continue;
            kept++;
            var changes = PlanDifference.Between(plan, edited);

            Text(Applied(plan, changes)).ShouldBe(Text(edited), $"seed {seed}: {edits.Log}");
            Text(Applied(edited, PlanChanges.Reverse(changes))).ShouldBe(Text(plan), $"seed {seed}, back: {edits.Log}");
        }
        kept.ShouldBeGreaterThan(seeds / 3);
    }

    [Fact]
    public void A_line_of_versions_leads_back_to_the_first_from_the_last()
    {
        var edits = new RandomEdits(7);
        var (version, steps) = (Demo, new Stack<IReadOnlyList<PlanChange>>());
        while (steps.Count < 25)
        {
            if (edits.Next(version, edits: 4) is not { } next)
                continue;
            steps.Push(PlanDifference.Between(version, next));
            version = next;
        }

        foreach (var step in steps)
            version = Applied(version, PlanChanges.Reverse(step));

        PlanWriter.Hash(version).ShouldBe(PlanWriter.Hash(Demo));
    }

    [Fact]
    public void Changes_of_two_people_to_different_members_of_one_subject_both_stand()
    {
        var status = new PlanChange("p1-i1", "status", ValueOf("p1-i1", "status"), "\"suspended\"");
        var progress = new PlanChange("p1-i1", "progress", ValueOf("p1-i1", "progress"), "0.125");

        var plan = Applied(Applied(Demo, [status]), [progress]);

        PlanDifference.Between(Demo, plan).ShouldBe([status, progress]);
    }

    [Fact]
    public void All_members_that_changed_meanwhile_are_told_at_once_with_what_stands_there()
    {
        var meanwhile = Applied(Demo, [New("p1-i1", "status", "\"suspended\""), New("p1-i1", "progress", "0.125")]);

        var result = PlanChanges.Apply(meanwhile, [New("p1-i1", "status", "\"completed\""), New("p1-i1", "progress", "1"), New("p1-i1", "title", "\"題\"")]);

        result.Document.ShouldBeNull();
        result.Diagnostics.ShouldBeEmpty();
        result.Conflicts.Select(c => (c.Change.Member, c.Found)).ShouldBe([("status", "\"suspended\""), ("progress", "0.125")]);
    }

    [Fact]
    public void What_somebody_else_changed_to_the_same_value_is_no_conflict_and_no_change()
    {
        var change = New("p1-i1", "status", "\"suspended\"");
        var meanwhile = Applied(Demo, [change]);

        PlanWriter.Hash(Applied(meanwhile, [change])).ShouldBe(PlanWriter.Hash(meanwhile));
    }

    [Fact]
    public void A_change_of_what_was_taken_out_meanwhile_finds_nothing()
    {
        var without = Demo with { Policies = [.. Demo.Policies!.Skip(1)] };

        var result = PlanChanges.Apply(without, [New("p1-i1", "title", "\"題\"")]);

        result.Conflicts.ShouldHaveSingleItem().Found.ShouldBeNull();
    }

    [Fact]
    public void Two_people_may_each_add_an_element()
    {
        PlanChange Added(int year, int index) => new("p1-i1", $"budgets/{year}", null, $$"""{"fiscalYear":{{year}},"budget":1000}""", index);
        var count = Initiative(Demo).Budgets.Count;

        var plan = Applied(Applied(Demo, [Added(2031, count)]), [Added(2032, count)]);

        Initiative(plan).Budgets.Select(b => b.FiscalYear).ShouldBe([.. Initiative(Demo).Budgets.Select(b => b.FiscalYear), 2032, 2031]);
        PlanChanges.Apply(plan, [Added(2031, count) with { New = """{"fiscalYear":2031,"budget":7}""" }])
            .Conflicts.ShouldHaveSingleItem().Found.ShouldBe("""{"fiscalYear":2031,"budget":1000}""");
    }

    [Fact]
    public void An_element_that_names_no_position_comes_last() =>
        Initiative(Applied(Demo, [new PlanChange("p1-i1", "budgets/2018", null, """{"fiscalYear":2018}""")])).Budgets[^1].FiscalYear.ShouldBe(2018);

    [Theory]
    [InlineData("status", "\"done\"", "DX426")]
    [InlineData("progress", "7", "DX431")]
    [InlineData("title", null, "DX421")]
    [InlineData("title", "\"", "DX410")]
    [InlineData("title", "\"a\", \"status\": null", "DX402")]
    [InlineData("title", "\"\\ud800\"", "DX416")]
    [InlineData("title", "", null)]
    [InlineData("milestones", "[{\"id\":\"p1\",\"title\":\"t\"}]", "DX441")]
    [InlineData("lanes", "[[[", null)]
    public void A_plan_that_would_not_be_valid_is_refused_with_what_is_wrong_with_it(string member, string? value, string? code)
    {
        var result = PlanChanges.Apply(Demo, [New("p1-i1", member, value)]);

        result.Document.ShouldBeNull();
        result.Conflicts.ShouldBeEmpty();
        result.Diagnostics.ShouldNotBeEmpty();
        if (code is not null)
            result.Diagnostics.Select(d => d.Code).ShouldContain(code);
    }

    [Theory]
    [InlineData("p1-i1", "")]
    [InlineData("p1-i1", "/")]
    [InlineData("p1-i1", "id")]
    [InlineData("p1-i1", "titel")]
    [InlineData("p1-i1", "title/x")]
    [InlineData("p1-i1", "raw")]
    [InlineData("p1-i1", "raw/titel")]
    [InlineData("p1-i1", "inferred/title")]
    [InlineData("p1-i1", "milestones/none/title")]
    [InlineData("demo-dx-2023", "document/raw/titel")]
    [InlineData("demo-dx-2023", "document")]
    [InlineData("nobody", "title")]
    public void A_place_that_no_plan_has_holds_nothing(string subject, string member) =>
        PlanChanges.Apply(Demo, [new PlanChange(subject, member, null, "1")]).Conflicts.ShouldHaveSingleItem().Found.ShouldBeNull();

    [Fact]
    public void Sixty_thousand_changes_of_one_list_are_a_matter_of_seconds()
    {
        static Benefit[] Rows(int from, string to) => [.. Enumerable.Range(from, 20_000).Select(i => new Benefit { Subject = $"s-{i}", FiscalYear = 2024, RedirectedTo = to })];
        var old = Demo with { Benefits = [.. Rows(0, "甲"), .. Rows(20_000, "甲")] };
        var now = Demo with { Benefits = [.. Rows(40_000, "乙"), .. Rows(0, "乙")] };
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var changes = PlanDifference.Between(old, now);
        var result = PlanChanges.Apply(old, changes);

        changes.Count.ShouldBe(60_000);
        PlanWriter.Hash(result.Document!).ShouldBe(PlanWriter.Hash(now));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), "time must grow with the plan, not with its square");
    }

    [Fact]
    public void Of_the_security_policy_what_changes_stands_under_its_own_id()
    {
        var changed = Demo with { Security = Demo.Security! with { NetworkModel = NetworkModel.BetaDash, Policy = Demo.Security.Policy! with { LastReviewedOn = new DateOnly(2026, 6, 1) } } };

        var changes = PlanDifference.Between(Demo, changed);

        changes.Select(c => (c.Subject, c.Member)).ShouldBe([("security-policy", "policy/lastReviewedOn"), ("security-policy", "networkModel")]);
        PlanWriter.Hash(Applied(Demo, changes)).ShouldBe(PlanWriter.Hash(changed));
    }

    private static PlanChange New(string subject, string member, string? value) => new(subject, member, ValueOf(subject, member), value);

    /// <summary>What a member of the demo city holds: what stands in the way of a change from something it never held.</summary>
    private static string? ValueOf(string subject, string member) =>
        PlanChanges.Apply(Demo, [new PlanChange(subject, member, "\0", "\0")]).Conflicts.ShouldHaveSingleItem().Found;

    private static Initiative Initiative(PlanDocument plan) => plan.Policies!.SelectMany(p => p.Initiatives!).Single(i => i.Id == "p1-i1");

    private static PlanDocument Applied(PlanDocument plan, IEnumerable<PlanChange> changes)
    {
        var result = PlanChanges.Apply(plan, changes);
        result.Conflicts.ShouldBeEmpty();
        return result.Document.ShouldNotBeNull(string.Join("; ", result.Diagnostics.Select(d => $"{d.Path}: {d.Message.En}")));
    }

    private static string Text(PlanDocument plan) => Encoding.UTF8.GetString(PlanWriter.Write(plan));
}
