using DxRules.Engine.Feel.Values;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

/// <summary>The pace of a roadmap, as of 31 May 2025.</summary>
public sealed class InitiativeNodeTests
{
    public static TheoryData<string, Phase[], double?> Roadmaps => new()
    {
        { "all done that was due", [Once("a", 2023, WorkStatus.Completed), Once("b", 2026, WorkStatus.InProgress)], 1 },
        { "one of two", [Once("a", 2023, WorkStatus.Completed), Once("b", 2024, WorkStatus.InProgress)], 0.5 },
        { "the last day still belongs to it", [Once("a", 2023, WorkStatus.Completed), Phase("b", "2025-05-01", "2025-05-31", WorkStatus.InProgress)], 1 },
        { "done early counts for nothing, so that it hides nothing", [Once("a", 2024, WorkStatus.InProgress), Once("b", 2026, WorkStatus.Completed)], 0 },
        { "open-ended", [Once("a", 2024, WorkStatus.Completed), Once("b", 2024, WorkStatus.InProgress) with { Kind = PhaseKind.OpenEnded }], 1 },
        { "cancelled phases are not waited for", [Once("a", 2024, WorkStatus.Completed), Once("b", 2024, WorkStatus.Cancelled)], 1 },
        { "a recurring phase counts once a year", [Yearly("a", 2022, 2026, 2022, 2024)], 2.0 / 3 },
        { "nothing due yet", [Once("a", 2026, WorkStatus.InProgress)], null },
        { "nothing planned", [], null },
    };

    [Theory]
    [MemberData(nameof(Roadmaps))]
    public void The_pace_is_the_share_of_what_was_due_that_is_done(string roadmap, Phase[] phases, double? pace)
    {
        var found = Build(phases).Pace;

        if (pace is { } expected)
            Math.Round(found.Value, 6).ShouldBe(Math.Round((decimal)expected, 6), roadmap);
        else
            found.Missing!.HasFacts.ShouldBeFalse(roadmap);
    }

    [Theory]
    [InlineData(WorkStatus.Completed, "1")]
    [InlineData(WorkStatus.InProgress, "0")]
    [InlineData(null, "0")]
    [InlineData(WorkStatus.Suspended, null)]
    [InlineData(WorkStatus.Cancelled, null)]
    public void A_completed_initiative_has_one_and_one_that_stands_still_none(WorkStatus? status, string? pace)
    {
        var found = Build(new Initiative { Id = "i", Title = "取組", Status = status, Lanes = [Lane(Once("a", 2024, WorkStatus.InProgress))] }).Pace;

        (found.IsKnown ? found.Value.ToString("0") : null).ShouldBe(pace);
    }

    [Fact]
    public void What_is_missing_is_named_from_the_initiative()
    {
        Missing(Build(new Initiative { Id = "i", Title = "取組" })).ShouldBe(["区間"]);
        Missing(Build(Once("a", 2024, null), Phase("b", "2024-04-01", null, WorkStatus.InProgress))).ShouldBe(["区間.状態", "区間.終了日"]);
        Missing(Build(Yearly("a", 2022, 2026) with { Records = null })).ShouldBe(["区間.記録"]);
        Missing(Build(Once("a", 2026, null))).ShouldBeEmpty("what is not due needs no status");
    }

    [Fact]
    public void The_grade_follows_from_the_pace()
    {
        Build(Once("a", 2023, WorkStatus.Completed)).Grade.Value.Kind.ShouldBe(GradeKind.Good);
        Build(Once("a", 2023, WorkStatus.InProgress)).Grade.Value.Kind.ShouldBe(GradeKind.Behind);
        Build(Once("a", 2026, WorkStatus.InProgress)).Grade.Value.Kind.ShouldBe(GradeKind.NotAssessable);
    }

    [Fact]
    public void The_latest_phase_is_named_with_its_days()
    {
        var schedule = Build(Once("a", 2023, WorkStatus.InProgress), Once("b", 2024, WorkStatus.InProgress)).Schedule.Value;

        (schedule.Latest, schedule.LatestDays).ShouldBe(("a", new DateOnly(2025, 5, 31).DayNumber - new DateOnly(2024, 3, 31).DayNumber));
    }

    internal static InitiativeNode Build(Initiative initiative, RatingScales? scales = null) =>
        PlanSubjects.Build(SmallPlans.Empty with { Policies = [new Policy { Id = "p", Title = "施策", Initiatives = [initiative] }] }, SmallPlans.AsOf, scales).Initiatives![0];

    internal static Lane Lane(params Phase[] phases) => new() { Id = "l", Phases = phases };

    internal static Phase Once(string id, int fiscalYear, WorkStatus? status) => Phase(id, $"{fiscalYear}-04-01", $"{fiscalYear + 1}-03-31", status);

    private static InitiativeNode Build(params Phase[] phases) => Build(new Initiative { Id = "i", Title = "取組", Lanes = [Lane(phases)] });

    private static Phase Phase(string id, string start, string? end, WorkStatus? status) => new()
    {
        Id = id, Title = id, Start = DateOnly.Parse(start), End = end is null ? (PlanDate?)null : DateOnly.Parse(end), Status = status,
    };

    private static Phase Yearly(string id, int from, int to, params int[] recorded) => Phase(id, $"{from}-04-01", $"{to + 1}-03-31", WorkStatus.InProgress) with
    {
        Kind = PhaseKind.Recurring, Records = [.. recorded.Select(year => new PhaseRecord { FiscalYear = year })],
    };

    private static IEnumerable<string> Missing(InitiativeNode initiative) => initiative.Pace.Missing!.Facts.Select(fact => fact.Ja).Order(StringComparer.Ordinal);
}
