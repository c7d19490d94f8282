using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Evaluation;

/// <summary>A member of one object that a rule looks at.</summary>
internal readonly record struct MemberRead(object Owner, Member Member);

/// <summary>
/// Which members of which objects a rule's conditions look at from one subject. Members that a filter would leave out are among them:
/// they are looked at to decide that.
/// </summary>
internal sealed class MemberReads
{
    // A rule over all departments of a city has some hundred; what lies beyond is not what a person would change first.
    private const int MostMembers = 200;

    private readonly object subject;
    private readonly CheckContext context;
    private readonly HashSet<MemberRead> found = [];
    private readonly List<MemberRead> inOrder = [];

    private MemberReads(object subject, CheckContext context)
    {
        this.subject = subject;
        this.context = context;
    }

    /// <summary>Each read once, in the order of where, when and the levels.</summary>
    public static IReadOnlyList<MemberRead> Of(Rule rule, object subject, CheckContext context)
    {
        var reads = new MemberReads(subject, context);
        foreach (var condition in rule.Conditions)
            reads.Visit(condition, []);
        return reads.inOrder;
    }

    private void Visit(Bound bound, Dictionary<Variable, object> items)
    {
        switch (bound)
        {
            case BoundMember member when member.Target is not BoundContext:
                Visit(member.Target, items);
                if (Value(member.Target, items) is { } owner && found.Add(new(owner, member.Member)))
                    inOrder.Add(new(owner, member.Member));
                break;
            case BoundFilter filter:
                VisitEach(filter.List, filter.Item, filter.Condition, items);
                break;
            case BoundFor loop:
                VisitEach(loop.List, loop.Item, loop.Body, items);
                break;
            case BoundQuantified quantified:
                VisitEach(quantified.List, quantified.Item, quantified.Condition, items);
                break;
            default:
                foreach (var part in BoundParts.ChildrenOf(bound))
                    Visit(part, items);
                break;
        }
    }

    private void VisitEach(Bound list, Variable item, Bound body, Dictionary<Variable, object> items)
    {
        Visit(list, items);
        foreach (var member in Members(list, items).Take(MostMembers))
            Visit(body, new Dictionary<Variable, object>(items) { [item] = member });
    }

    private IEnumerable<object> Members(Bound list, Dictionary<Variable, object> items) => list switch
    {
        BoundLet let => Members(let.Body, items),
        BoundFilter filter => Members(filter.List, items),
        BoundFor loop => Members(loop.List, items).SelectMany(member => Inside(loop, new(items) { [loop.Item] = member })),
        BoundIf choice => Members(choice.Then, items).Concat(Members(choice.Else, items)),
        BoundList several => several.Items.Select(item => Value(item, items)).OfType<object>(),
        BoundMember => Value(list, items) is Array members ? members.Cast<object>() : [],
        _ => [],
    };

    private IEnumerable<object> Inside(BoundFor loop, Dictionary<Variable, object> items) =>
        loop.Flattens ? Members(loop.Body, items) : Value(loop.Body, items) is { } value ? [value] : [];

    /// <summary>The object a path leads to; null where it leads nowhere or is no path.</summary>
    private object? Value(Bound path, Dictionary<Variable, object> items) => path switch
    {
        BoundSubject => subject,
        BoundContext => context,
        BoundVariable variable => items.GetValueOrDefault(variable.Variable),
        BoundLet let => Value(let.Body, items),
        BoundMember member => Value(member.Target, items) is { } owner ? MemberReader.Read(member.Member, owner) : null,
        _ => null,
    };
}
