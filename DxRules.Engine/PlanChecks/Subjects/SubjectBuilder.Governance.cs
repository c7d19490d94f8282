using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>What lies under <c>governance</c>, and whatever points at subjects.</summary>
internal sealed partial class SubjectBuilder
{
    private void AddGovernance()
    {
        if (document.Governance is not { } governance)
            return;
        plan.Bodies = Each(governance.Bodies, AddBody);
        plan.Members = Flatten(plan.Bodies, b => b.Members);
        plan.Meetings = Flatten(plan.Bodies, b => b.Meetings);
        plan.Cycles = Each(governance.Cycles, AddCycle);
        plan.Submissions = Flatten(plan.Cycles, c => c.Submissions);
    }

    private BodyNode AddBody(Body record)
    {
        var body = Add(new BodyNode(record, plan));
        body.Members = Each(record.Members, m => Add(new MemberNode(m, body)));
        body.Meetings = Each(record.Meetings, m => Add(new MeetingNode(m, body)));
        return body;
    }

    private CycleNode AddCycle(Cycle record)
    {
        var cycle = Add(new CycleNode(record, plan));
        cycle.Submissions = Each(record.Submissions, s => Add(new SubmissionNode(s, cycle, Department(s.Department))));
        cycle.OwnActions = Each(record.Actions, a => Add(new ActionNode(a, cycle) { Owner = DepartmentIfAny(a.Owner) }));
        return cycle;
    }

    private void ResolveSubjects()
    {
        plan.Revisions = Each(document.Plan.Revisions, r => new Referring<PlanRevision>(r, Subject(r.Subject)));
        plan.Benefits = Each(document.Benefits, b => new Referring<Benefit>(b, Subject(b.Subject)));
        plan.Opinions = Each(document.Opinions, o => new OpinionPart(o, [.. o.Subjects.Select(Subject).OfType<Node>()]));
        foreach (var cycle in plan.Cycles ?? [])
        {
            cycle.Judgements = Each(cycle.Record.Judgements, j => new Referring<Judgement>(j, Subject(j.Subject)));
            foreach (var action in cycle.OwnActions ?? [])
                action.Subject = Subject(action.Record.Subject);
        }
    }

    private Node? Subject(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    private void AttachActions()
    {
        plan.CurrentCycle = plan.Cycles is null
            ? Maybe<CycleNode?>.Unknown(Lacking.Cycles)
            : Array.Find(plan.Cycles, c => c.Record.FiscalYear == plan.CurrentFiscalYear - 1);
        var (ofPlan, ofOthers) = plan.CurrentCycle switch
        {
            { IsKnown: false } => (Maybe<ActionNode[]>.Unknown(Lacking.Cycles), Maybe<ActionNode[]>.Unknown(Lacking.PlanCycles)),
            { Value: { OwnActions: null } } => (Maybe<ActionNode[]>.Unknown(Lacking.Actions), Maybe<ActionNode[]>.Unknown(Lacking.Actions)),
            _ => (Maybe<ActionNode[]>.Known([]), Maybe<ActionNode[]>.Known([])),
        };
        foreach (var node in all)
            node.Actions = node == plan ? ofPlan : ofOthers;

        if (plan.CurrentCycle is { IsKnown: true, Value.OwnActions: { } actions })
            AttachActions(actions);
    }

    private void AttachActions(ActionNode[] actions)
    {
        var above = new Dictionary<Node, List<ActionNode>>();
        foreach (var action in actions)
        {
            for (var node = action.Subject ?? plan; node is not null; node = node.Parent)
            {
                if (!above.TryGetValue(node, out var list))
                    above.Add(node, list = []);
                list.Add(action);
            }
        }
        foreach (var (node, list) in above)
            node.Actions = list.ToArray();
    }
}
