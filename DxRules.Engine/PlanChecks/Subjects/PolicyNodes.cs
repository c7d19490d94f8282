using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>施策.</summary>
internal sealed class PolicyNode(Policy record, PlanNode plan) : Node<Policy>(record, record.Id, record.Title, plan)
{
    public PlanNode Plan { get; } = plan;
    public required string[] Areas { get; init; }
    public required string[] Concerns { get; init; }

    /// <summary>The heading under which it stands; null where none is named or the one named is not listed.</summary>
    public required CategoryNode? Category { get; init; }
    public required ResponsibleDepartmentPart[]? Departments { get; init; }
    public InitiativeNode[]? Initiatives { get; internal set; }
    public PhaseNode[]? Phases { get; internal set; }
    public MilestoneNode[]? Milestones { get; internal set; }

    /// <summary>KPIs of the policy itself, without those of its initiatives.</summary>
    public KpiNode[]? OwnKpis { get; internal set; }
    public KpiNode[]? Kpis { get; internal set; }
    public SeriesNode[]? Series { get; internal set; }
}

/// <summary>取組.</summary>
internal sealed partial class InitiativeNode(Initiative record, PolicyNode policy, RatingScale scale) : Node<Initiative>(record, record.Id, record.Title, policy)
{
    private Maybe<decimal>? elapsedRatio;

    public PlanNode Plan => Policy.Plan;
    public PolicyNode Policy { get; } = policy;
    public required DepartmentNode[] Departments { get; init; }
    public required InitiativeReport[]? Reports { get; init; }
    public required YearBudget[] Budgets { get; init; }
    public PhaseNode[]? Phases { get; internal set; }
    public MilestoneNode[] Milestones { get; internal set; } = [];
    public KpiNode[] Kpis { get; internal set; } = [];
    public SeriesNode[]? Series { get; internal set; }

    /// <summary>
    /// Share of the initiative's own schedule that has passed, by month: from the first start to the last end of its phases, but for
    /// cancelled ones. 継続 and 毎年度 without an end run to the end of the plan; not applicable where there is nothing but these,
    /// because how far such work has come cannot be told from the time.
    /// </summary>
    public Maybe<decimal> ElapsedRatio => elapsedRatio ??= Elapsed();

    private Maybe<decimal> Elapsed()
    {
        if (Phases is null)
            return Maybe<decimal>.Unknown(Lacking.Phases);
        var live = Phases.Select(p => p.Record).Where(p => p.Status is not WorkStatus.Cancelled).ToArray();
        if (!live.Any(IsDated))
            return Maybe<decimal>.Unknown(Lacking.NoEndingPhase);
        return PeriodMeasures.ElapsedRatio(
            live.Any(p => p.Start is null) ? Maybe<DateOnly>.Unknown(Lacking.PhaseStart) : live.Min(p => p.Start!.Value.Day),
            LastEnd(live),
            Plan.AsOf);
    }

    private Maybe<DateOnly> LastEnd(Phase[] live)
    {
        if (live.Any(p => p.End is null && IsDated(p)))
            return Maybe<DateOnly>.Unknown(Lacking.PhaseEnd);
        if (live.All(p => p.End is not null))
            return live.Max(p => p.End!.Value.Day);
        return Plan.PeriodEnd.IsKnown ? Plan.PeriodEnd : Maybe<DateOnly>.Unknown(Plan.PeriodEnd.Missing!.Under(new Fact("計画", "plan")));
    }

    private static bool IsDated(Phase phase) => phase.Kind is PhaseKind.Once or PhaseKind.Gate or PhaseKind.Pilot;
}

/// <summary>区間: a step in a lane of an initiative's schedule.</summary>
internal sealed class PhaseNode(Phase record, Lane lane, PhaseNode? previous, InitiativeNode initiative)
    : Node<Phase>(record, record.Id, record.Title, initiative)
{
    private Maybe<decimal>? elapsedRatio;

    public PlanNode Plan => Initiative.Plan;
    public PolicyNode Policy => Initiative.Policy;
    public InitiativeNode Initiative { get; } = initiative;
    public Lane Lane { get; } = lane;

    /// <summary>The phase before it in its lane; null for the first.</summary>
    public PhaseNode? Previous { get; } = previous;
    public PhaseRecord[]? Records { get; } = record.Records?.ToArray();

    /// <summary>What of it was due, and what of that is done; nothing where it is not waited for.</summary>
    internal Maybe<ScheduleProgress> Schedule
    {
        get
        {
            if (Record.Kind == PhaseKind.OpenEnded || Record.Status is WorkStatus.Suspended or WorkStatus.Cancelled)
                return new ScheduleProgress();
            return Record.Kind == PhaseKind.Recurring ? YearlySchedule() : OneTimeSchedule();
        }
    }

    /// <summary>Share of the phase's time that has passed, by month.</summary>
    public Maybe<decimal> ElapsedRatio => elapsedRatio ??= PeriodMeasures.ElapsedRatio(
        Record.Start is { } start ? start.Day : Maybe<DateOnly>.Unknown(Lacking.Start),
        Record.End is { } end ? end.Day : Maybe<DateOnly>.Unknown(Lacking.End),
        Plan.AsOf);

    private Maybe<ScheduleProgress> OneTimeSchedule()
    {
        if (Record.End is not { } end)
            return Maybe<ScheduleProgress>.Unknown(Lacking.End);
        if (Plan.AsOf > end.Day && Record.Status is null)
            return Maybe<ScheduleProgress>.Unknown(Lacking.Status);
        return ScheduleProgress.OfPhase(Title, end.Day, Record.Status == WorkStatus.Completed, Plan.AsOf);
    }

    private Maybe<ScheduleProgress> YearlySchedule()
    {
        var missing = FactSet.Union(Record.Start is null ? Lacking.Start : null, Record.End is null ? Lacking.End : null);
        if (missing is not null)
            return Maybe<ScheduleProgress>.Unknown(missing);
        var ended = FiscalYear.Range(FiscalYear.Of(Record.Start!.Value.Day), Math.Min(FiscalYear.Of(Record.End!.Value.Day), Plan.CurrentFiscalYear - 1));
        if (ended.Length > 0 && Records is null)
            return Maybe<ScheduleProgress>.Unknown(Lacking.Records);
        return ScheduleProgress.OfYears(Title, ended, (Records ?? []).Select(record => record.FiscalYear).ToHashSet(), Plan.AsOf);
    }
}

/// <summary>期日.</summary>
internal sealed class MilestoneNode(Milestone record, InitiativeNode initiative) : Node<Milestone>(record, record.Id, record.Title, initiative)
{
    public PlanNode Plan => Initiative.Plan;
    public PolicyNode Policy => Initiative.Policy;
    public InitiativeNode Initiative { get; } = initiative;
}

/// <summary>A department that answers for a policy, and in what role.</summary>
internal sealed record ResponsibleDepartmentPart(ResponsibleDepartment Record, DepartmentNode Department);
