using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>計画: the plan, and every subject of each kind below it in document order.</summary>
internal sealed class PlanNode(PlanDocument document, DateOnly asOf) : Node<PlanDocument>(document, document.Plan.Id, document.Plan.Title, null)
{
    private Maybe<decimal>? elapsedRatio;
    private Maybe<decimal[]>? endedFiscalYears;
    private WordingNode[]? wordings;

    public PlanHeader Header => Record.Plan;
    public DateOnly AsOf { get; } = asOf;
    public int CurrentFiscalYear { get; } = FiscalYear.Of(asOf);

    public required string[] LevelNames { get; init; }
    public required string[] Notes { get; init; }
    public required RelatedPlan[]? Parents { get; init; }
    public required RelatedPlan[] Predecessors { get; init; }
    public required RelatedPlan[]? Successors { get; init; }
    public required PlanReview[]? Reviews { get; init; }

    public Referring<PlanRevision>[] Revisions { get; internal set; } = [];
    public OpinionPart[] Opinions { get; internal set; } = [];
    public Referring<Benefit>[] Benefits { get; internal set; } = [];
    public CategoryNode[] Categories { get; internal set; } = [];
    public DepartmentNode[]? Departments { get; internal set; }
    public PolicyNode[]? Policies { get; internal set; }
    public InitiativeNode[]? Initiatives { get; internal set; }
    public PhaseNode[]? Phases { get; internal set; }
    public MilestoneNode[]? Milestones { get; internal set; }

    /// <summary>KPIs of the plan itself.</summary>
    public KpiNode[] OwnKpis { get; internal set; } = [];
    public KpiNode[]? Kpis { get; internal set; }
    public SeriesNode[]? Series { get; internal set; }

    public SecurityPolicyNode? SecurityPolicy { get; internal set; }
    public ControlNode[]? Controls { get; internal set; }
    public SystemNode[]? Systems { get; internal set; }
    public DepartmentCheckPart[]? DepartmentChecks { get; internal set; }
    public ContractNode[]? Contracts { get; internal set; }
    public AuditNode[]? Audits { get; internal set; }
    public FindingNode[]? Findings { get; internal set; }
    public IncidentNode[]? Incidents { get; internal set; }
    public OfficerNode[]? Officers { get; internal set; }
    public Agreement[]? Agreements { get; internal set; }
    public DataRelease[]? DataReleases { get; internal set; }

    public BodyNode[]? Bodies { get; internal set; }
    public MemberNode[]? Members { get; internal set; }
    public MeetingNode[]? Meetings { get; internal set; }
    public CycleNode[]? Cycles { get; internal set; }
    public SubmissionNode[]? Submissions { get; internal set; }

    /// <summary>The cycle that reviews the last ended fiscal year; null where there is none.</summary>
    public Maybe<CycleNode?> CurrentCycle { get; internal set; }

    /// <summary>Every raw and every text of the document; made when first asked for, because few rules ask.</summary>
    public WordingNode[] Wordings => wordings ??= new WordingBuilder(this).Build();

    /// <summary>Every subject but the wordings by its id.</summary>
    internal IReadOnlyDictionary<string, Node> SubjectsById { get; set; } = new Dictionary<string, Node>();

    /// <summary>Share of the plan's period that has passed, by month.</summary>
    public Maybe<decimal> ElapsedRatio => elapsedRatio ??= PeriodMeasures.ElapsedRatio(PeriodStart, PeriodEnd, AsOf);

    /// <summary>The plan's fiscal years that have ended, ascending.</summary>
    public Maybe<decimal[]> EndedFiscalYears => endedFiscalYears ??= PeriodMeasures.EndedFiscalYears(PeriodStart, PeriodEnd, CurrentFiscalYear);

    /// <summary>First day of the plan's period, or the fact that hides it, as named from the plan.</summary>
    internal Maybe<DateOnly> PeriodStart => Header.Period switch
    {
        null => Maybe<DateOnly>.Unknown(Lacking.Period),
        { Start: { } start } => start.Day,
        _ => Maybe<DateOnly>.Unknown(Lacking.PeriodStart),
    };

    internal Maybe<DateOnly> PeriodEnd => Header.Period switch
    {
        null => Maybe<DateOnly>.Unknown(Lacking.Period),
        { End: { } end } => end.Day,
        _ => Maybe<DateOnly>.Unknown(Lacking.PeriodEnd),
    };
}

/// <summary>分野: a heading under which policies stand.</summary>
internal sealed class CategoryNode(Category record, PlanNode plan) : Node<Category>(record, record.Id, record.Title, plan)
{
    public PlanNode Plan { get; } = plan;

    /// <summary>The heading above; null at the top.</summary>
    public CategoryNode? Above { get; internal set; }
}

/// <summary>課. One that is referred to but not listed has its reference as id and title.</summary>
internal sealed class DepartmentNode(Department record, PlanNode plan, bool? isListed) : Node<Department>(record, record.Id, record.Name, plan)
{
    public PlanNode Plan { get; } = plan;

    /// <summary>Whether the plan's list of departments holds it; null where that list is unknown.</summary>
    public bool? IsListed { get; } = isListed;

    /// <summary>The department that took over; null where none is named.</summary>
    public DepartmentNode? SucceededBy { get; internal set; }

    /// <summary>Its self-checks and training, of all years.</summary>
    public DepartmentCheckPart[]? Checks { get; internal set; }
}
