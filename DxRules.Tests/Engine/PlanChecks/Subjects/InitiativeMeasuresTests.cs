using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using static DxRules.Tests.Engine.PlanChecks.Subjects.SmallPlans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

public sealed class InitiativeMeasuresTests
{
    private static readonly Phase Survey = Phase(2022, 2022);
    private static readonly Phase Build2024 = Phase(2023, 2024);

    [Fact]
    public void The_schedule_of_an_initiative_runs_from_its_first_start_to_its_last_end() =>
        Build(Survey, Build2024).ElapsedRatio.Value.ShouldBe(24m / 36);

    [Fact]
    public void Work_without_an_end_runs_to_the_end_of_the_plan()
    {
        var spread = Phase(2025, 2030) with { Kind = PhaseKind.OpenEnded };

        Build(Survey, spread with { End = null }).ElapsedRatio.Value.ShouldBe(24m / 60);
        Build(Survey, spread).ElapsedRatio.Value.ShouldBe(24m / 108);
        Build(Survey, spread with { Status = WorkStatus.Cancelled }).ElapsedRatio.Value.ShouldBe(1);
    }

    [Fact]
    public void An_initiative_lacks_what_its_phases_lack()
    {
        Build(Survey, Build2024 with { End = null }).ElapsedRatio.Missing.ShouldBe(Lacking.PhaseEnd);
        Build(Survey with { Start = null }).ElapsedRatio.Missing.ShouldBe(Lacking.PhaseStart);
        Build(phases: null).ElapsedRatio.Missing.ShouldBe(Lacking.Phases);
        WithoutPeriod(Survey, Build2024 with { Kind = PhaseKind.Recurring, End = null }).ElapsedRatio.Missing!.Facts.Select(f => f.Ja).ShouldBe(["計画.期間"]);
        Build(Survey with { Kind = PhaseKind.OpenEnded }).ElapsedRatio.Missing.ShouldBe(Lacking.NoEndingPhase);
    }

    private static Phase Phase(int first, int last) => new()
    {
        Id = $"{first}-{last}",
        Title = "区間",
        Start = FiscalYear.Start(first),
        End = FiscalYear.End(last),
    };

    private static InitiativeNode Build(params Phase[]? phases) =>
        Build(new Period { Start = FiscalYear.Start(2022), End = FiscalYear.End(2026) }, phases);

    private static InitiativeNode WithoutPeriod(params Phase[] phases) => Build(period: null, phases);

    private static InitiativeNode Build(Period? period, Phase[]? phases)
    {
        var initiative = new Initiative { Id = "i", Title = "取組", Lanes = phases is null ? null : [new Lane { Id = "l", Phases = phases }] };
        var policy = new Policy { Id = "p", Title = "施策", Initiatives = [initiative], Kpis = [] };
        return PlanSubjects.Build(Empty with { Plan = Empty.Plan with { Period = period }, Policies = [policy] }, new DateOnly(2024, 3, 31)).Initiatives![0];
    }
}
