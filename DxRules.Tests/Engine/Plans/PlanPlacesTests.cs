using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

public class PlanPlacesTests
{
    private static readonly Phase First = new() { Id = "s1", Title = "一", Status = WorkStatus.Completed };
    private static readonly Phase Second = new() { Id = "s2", Title = "二", Records = [new PhaseRecord { FiscalYear = 2024 }, new PhaseRecord { FiscalYear = 2024 }] };

    private static readonly PlanDocument Plan = new()
    {
        Municipality = new Municipality { Code = "062014", Name = "山形市", Prefecture = "山形県" },
        Plan = new PlanHeader { Id = "plan", Title = "計画", Status = PlanStatus.InForce },
        Policies =
        [
            new Policy { Id = "p", Title = "施策", Initiatives = [new Initiative { Id = "i", Title = "取組", Lanes = [new Lane { Id = "l", Phases = [First, Second] }] }] },
        ],
    };

    [Fact]
    public void A_member_is_replaced_and_all_else_is_shared()
    {
        var changed = new PlanPlaces(Plan).With(Second, (MemberOf<Phase>("status"), WorkStatus.InProgress));

        Phases(changed)[1].Status.ShouldBe(WorkStatus.InProgress);
        Phases(changed)[0].ShouldBeSameAs(First);
        changed.Municipality.ShouldBeSameAs(Plan.Municipality);
        Second.Status.ShouldBeNull();
    }

    [Fact]
    public void Of_two_rows_that_say_the_same_only_the_one_meant_is_taken_out()
    {
        var last = Second.Records![1];

        var changed = new PlanPlaces(Plan).Without(last);

        Phases(changed)[1].Records!.Single().ShouldBeSameAs(Second.Records[0]);
    }

    [Fact]
    public void What_is_no_row_cannot_be_taken_out() =>
        Should.Throw<ArgumentException>(() => new PlanPlaces(Plan).Without(Plan.Plan));

    [Fact]
    public void What_is_not_in_the_plan_cannot_be_changed() =>
        Should.Throw<ArgumentException>(() => new PlanPlaces(Plan).With(First with { Id = "other" }, (MemberOf<Phase>("status"), null)));

    [Fact]
    public void An_object_that_looks_different_on_a_day_leads_back_to_the_one_in_the_plan()
    {
        var later = First with { CompletedOn = new DateOnly(2025, 6, 1) };
        var plan = Plan with { Policies = [Plan.Policies![0] with { Initiatives = [Plan.Policies[0].Initiatives![0] with { Lanes = [new Lane { Id = "l", Phases = [later, Second] }] }] }] };

        var seen = plan.AsOf(new DateOnly(2025, 5, 31));

        Phases(seen.Document)[0].CompletedOn.ShouldBeNull();
        seen.Originals[Phases(seen.Document)[0]].ShouldBeSameAs(later);
        seen.Originals.ContainsKey(Phases(seen.Document)[1]).ShouldBeFalse();
    }

    private static PlanMember MemberOf<T>(string name) => PlanShape.Of(typeof(T)).Find(name)!;

    private static IReadOnlyList<Phase> Phases(PlanDocument plan) => plan.Policies![0].Initiatives![0].Lanes![0].Phases!;
}
