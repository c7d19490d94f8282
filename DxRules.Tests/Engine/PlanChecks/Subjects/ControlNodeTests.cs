using System.Globalization;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using static DxRules.Tests.Engine.PlanChecks.Subjects.SmallPlans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

public sealed class ControlNodeTests
{
    [Theory]
    [InlineData("2024-04-01", "2024-05-01", "2024-05-01")]
    [InlineData("2024-06-01", "2024-05-01", "2024-06-01")]
    [InlineData(null, "2024-05-01", "2024-05-01")]
    [InlineData("2024-04-01", null, "2024-04-01")]
    [InlineData(null, null, null)]
    public void A_control_was_last_confirmed_on_the_newest_day_of_its_review_and_evidence(string? reviewed, string? proved, string? expected) =>
        LastConfirmedOn(Day(reviewed), [Proof("1", proved), Proof("2", null)]).ShouldBe(Day(expected)?.Day);

    [Fact]
    public void Of_several_days_of_evidence_the_newest_counts_wherever_it_stands() =>
        LastConfirmedOn(null, [Proof("1", "2023-05-01"), Proof("2", "2025-05-01"), Proof("3", "2024-05-01")]).ShouldBe(new DateOnly(2025, 5, 1));

    [Fact]
    public void Without_a_list_of_evidence_the_review_counts_alone() =>
        LastConfirmedOn(Day("2024-04-01"), null).ShouldBe(new DateOnly(2024, 4, 1));

    private static DateOnly? LastConfirmedOn(PlanDate? reviewed, IReadOnlyList<ControlEvidence>? evidence)
    {
        var control = new Control { Id = "c", Title = "訓練", LastReviewedOn = reviewed, Evidence = evidence };
        return PlanSubjects.Build(Empty with { Security = new Security { Controls = [control] } }, AsOf).Controls!.Single().LastConfirmedOn;
    }

    private static ControlEvidence Proof(string id, string? on) => new() { Id = id, Kind = EvidenceKind.Date, Title = "記録", On = Day(on) };

    private static PlanDate? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
