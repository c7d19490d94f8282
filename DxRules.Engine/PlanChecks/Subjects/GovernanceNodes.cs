using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>会議体.</summary>
internal sealed class BodyNode(Body record, PlanNode plan) : Node<Body>(record, record.Id, record.Name, plan)
{
    public PlanNode Plan { get; } = plan;
    public MemberNode[]? Members { get; internal set; }
    public MeetingNode[]? Meetings { get; internal set; }
}

/// <summary>委員.</summary>
internal sealed class MemberNode(BodyMember record, BodyNode body) : Node<BodyMember>(record, record.Id, record.Post, body)
{
    public PlanNode Plan => Body.Plan;
    public BodyNode Body { get; } = body;
}

/// <summary>会議.</summary>
internal sealed class MeetingNode(Meeting record, BodyNode body)
    : Node<Meeting>(record, record.Id, $"{body.Title}（{record.On.InWareki()}）", body)
{
    public PlanNode Plan => Body.Plan;
    public BodyNode Body { get; } = body;
}

/// <summary>点検: the review of a fiscal year.</summary>
internal sealed class CycleNode(Cycle record, PlanNode plan)
    : Node<Cycle>(record, record.Id, $"{Wareki.FormatFiscalYear(record.FiscalYear)}の点検", plan)
{
    public PlanNode Plan { get; } = plan;
    public CycleComment[]? Comments { get; } = record.Comments?.ToArray();
    public SubmissionNode[]? Submissions { get; internal set; }
    public Referring<Judgement>[]? Judgements { get; internal set; }

    /// <summary>The cycle's own actions; <see cref="Node.Actions"/> holds those of the current cycle.</summary>
    public ActionNode[]? OwnActions { get; internal set; }
}

/// <summary>提出.</summary>
internal sealed class SubmissionNode(Submission record, CycleNode cycle, DepartmentNode department)
    : Node<Submission>(record, record.Id, department.Title, cycle)
{
    public PlanNode Plan => Cycle.Plan;
    public CycleNode Cycle { get; } = cycle;
    public DepartmentNode Department { get; } = department;
}

/// <summary>改善策.</summary>
internal sealed class ActionNode(CorrectiveAction record, CycleNode cycle) : Node<CorrectiveAction>(record, record.Id, record.Action, cycle)
{
    public PlanNode Plan => Cycle.Plan;
    public CycleNode Cycle { get; } = cycle;
    public required DepartmentNode? Owner { get; init; }

    /// <summary>What it is to improve; null where the id names no subject.</summary>
    public Node? Subject { get; internal set; }
}

/// <summary>Something said about a subject; <see cref="Subject"/> is null where none is named or the id names none.</summary>
internal sealed record Referring<TRecord>(TRecord Record, Node? Subject)
    where TRecord : PlanObject;

/// <summary>意見, with the subjects it speaks of.</summary>
internal sealed record OpinionPart(Opinion Record, Node[] Subjects);
