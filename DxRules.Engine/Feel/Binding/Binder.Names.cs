using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Names, paths and members.</summary>
internal sealed partial class Binder
{
    private Bound BindName(NameExpression syntax) => BindChain(syntax, []);

    private Bound BindPathExpression(PathExpression syntax)
    {
        var steps = new Stack<PathExpression>();
        Expression at = syntax;
        for (; at is PathExpression path; at = path.Target)
            steps.Push(path);
        return BindChain(at, [.. steps]);
    }

    /// <summary>A first expression and the members read behind it, looked at as a whole: a need that the way leads to covers the way.</summary>
    private Bound BindChain(Expression first, IReadOnlyList<PathExpression> steps)
    {
        if (first is NameExpression group && steps.Count > 0 && scope.FindGroup(group.Name) is { } members && FindVariable(group.Name) is null)
            return BindGroupMember(group, members, steps);

        if (first is NameExpression lost && steps.Count > 0 && scope.GroupsAreUnreadable && !IsKnown(lost.Name))
            return new BoundError(steps[^1]);

        var start = first is NameExpression name ? ResolveName(name) : (Bind(first), null);
        if (start.Target.Type.IsError)
            return new BoundError(steps.Count > 0 ? steps[^1] : first);

        var (target, path) = (start.Target, new List<(Member Member, TextSpan Span, Expression Syntax)>());
        if (start.Member is { } own)
            path.Add((own, first.Span, first));
        var type = start.Member?.Type ?? target.Type;
        foreach (var step in steps)
        {
            if (type is ObjectType owner)
            {
                if (owner.Find(step.Name) is not { } member)
                    return errors.UnknownMember(owner, step.Name, step.NameSpan, step);
                path.Add((member, step.NameSpan, step));
                type = member.Type;
                continue;
            }

            // The object so far is complete; what follows is a property of a value or a member of each item.
            target = BindMembers(target, path);
            path.Clear();
            target = type is ListType list ? BindMemberOfItems(target, list, step) : BindProperty(target, step);
            if (target.Type.IsError)
                return new BoundError(steps[^1]);
            type = target.Type;
        }
        return BindMembers(target, path);
    }

    /// <summary>What a bare name stands for: a complete expression, or an object whose member it is.</summary>
    private (Bound Target, Member? Member) ResolveName(NameExpression syntax)
    {
        var variable = FindVariable(syntax.Name);
        var owners = items.Where(item => MemberOf(item, syntax.Name) is not null).ToList();
        if (owners.Count == 0 || (variable is not null && variables.LastIndexOf(variable) > variables.LastIndexOf(owners[^1])))
        {
            if (variable is not null)
                return (new BoundVariable(variable, syntax), null);
            return ResolveOutside(syntax) ?? (scope.MayBeLost(syntax.Name) ? new BoundError(syntax) : errors.UnknownName(syntax, OtherWords.ForName(syntax.Name, scope), NamesInSight()), null);
        }
        if (owners.Count > 1 || variable is not null || ResolveOutside(syntax) is not null)
            return (errors.InItemAndOutside(syntax), null);
        return (new BoundVariable(owners[0], syntax), MemberOf(owners[0], syntax.Name));
    }

    private bool IsKnown(string name) => NamesInSight().Contains(name) || scope.Subject.Ja == name || scope.Subject.En == name;

    private static Member? MemberOf(Variable item, string name) => (item.Type as ObjectType)?.Find(name);

    private IEnumerable<string> NamesInSight() =>
        variables.Select(v => v.Name).Concat(scope.Names).Concat(items.SelectMany(item => (item.Type as ObjectType)?.Names ?? []));

    private (Bound Target, Member? Member)? ResolveOutside(NameExpression syntax)
    {
        if (scope.IsUnreadable(syntax.Name))
            return (new BoundError(syntax), null);
        if (scope.FindLet(syntax.Name) is { } let)
            return (BindLet(let, syntax), null);
        if (scope.FindParameter(syntax.Name) is { } parameter)
            return (new BoundParameter(parameter, syntax), null);
        if (scope.Subject.Find(syntax.Name) is { } own)
            return (new BoundSubject(scope.Subject, syntax), own);
        if (scope.Schema.Context.Find(syntax.Name) is { } around)
            return (new BoundContext(scope.Schema.Context, syntax), around);
        if (scope.Subject.Ja == syntax.Name || scope.Subject.En == syntax.Name)
            return (new BoundSubject(scope.Subject, syntax), null);
        return null;
    }

    private Variable? FindVariable(string name)
    {
        for (var i = variables.Count - 1; i >= 0; i--)
        {
            if (variables[i].Name == name)
                return variables[i];
        }
        return null;
    }

    private Bound BindGroupMember(NameExpression group, IReadOnlyDictionary<string, ParameterSymbol> members, IReadOnlyList<PathExpression> steps)
    {
        if (!members.TryGetValue(steps[0].Name, out var parameter))
            return scope.IsUnreadableGroup(group.Name) ? new BoundError(steps[^1]) : errors.UnknownGroupMember(group.Name, steps[0], members.Keys);
        if (steps.Count > 1)
            return errors.NoMembers(parameter.Type, steps[1].Name, steps[1].NameSpan, steps[1]);
        return new BoundParameter(parameter, steps[0]);
    }

    private Bound BindLet(LetSymbol let, NameExpression syntax)
    {
        if (let.Tree.HasErrors)
            return new BoundError(syntax);
        if (!openLets.TryAdd(let, text))
            return errors.LetReadsItself(let, syntax);
        if (!scope.TryUse(let) || openLets.Count > scope.Limits.LetDepth)
            return scope.GiveUp() ? errors.TooManyLets(syntax) : new BoundError(syntax);

        // As if written in place, but without the names of the place: only the rule's own are in sight.
        var (outerText, outerItems, outerVariables) = (text, items.ToArray(), variables.ToArray());
        text = let.Tree.Text;
        items.Clear();
        variables.Clear();
        var body = Bind(let.Tree.Root);
        text = outerText;
        items.AddRange(outerItems);
        variables.AddRange(outerVariables);
        openLets.Remove(let);
        return body.Type.IsError ? new BoundError(syntax) : new BoundLet(let, body, syntax);
    }

    private Bound BindMembers(Bound target, IReadOnlyList<(Member Member, TextSpan Span, Expression Syntax)> path)
    {
        var coveredBehind = new bool[path.Count + 1];
        for (var i = path.Count - 1; i >= 0; i--)
            coveredBehind[i] = coveredBehind[i + 1] || scope.Covered.Contains(path[i].Member);
        for (var i = 0; i < path.Count; i++)
        {
            var (member, span, syntax) = path[i];
            target = BindMember(target, member, syntax);
            if (!use.IsText)
                NoteRead((BoundMember)target, coveredBehind[i], span);
        }
        return target;
    }

    private static BoundMember BindMember(Bound target, Member member, Expression syntax)
    {
        var way = PathOf(target);
        return new BoundMember(target, member, MissingOf(member, way), way?.ToSubject().AsFact(), syntax);
    }

    private static FactSet? MissingOf(Member member, FactPath? way) => member.Kind switch
    {
        MemberKind.Fact or MemberKind.FactList => FactSet.Of((way ?? FactPath.Start).Then(member).AsFact()!),
        MemberKind.Event or MemberKind.OptionalText or MemberKind.Link or MemberKind.Ancestor => FactSet.Empty,
        _ => null,
    };

    /// <summary>Reports a read that could meet a null without a need or a guard, and remembers the others.</summary>
    private void NoteRead(BoundMember read, bool covered, TextSpan span)
    {
        scope.Read.Add(read.Member);
        if (!read.Member.CanBeMissing)
            return;
        if (Guards.WayTo(read) is { } way && guarded.Contains(way))
            scope.ReadGuarded.Add(way);
        else if (!covered && !openTests.Contains(span) && !MayBeCovered(read.Member))
            NoteUnguarded(read, span);
    }

    private void NoteUnguarded(BoundMember read, TextSpan span)
    {
        if (IsAbsence(read.Member))
        {
            errors.Untested(read.Member, span);
            return;
        }
        var fact = PathOf(read)?.AsFact() ?? new Fact(read.Member.Ja, read.Member.En);
        if (!scope.Unneeded.ContainsKey(fact.En) && errors.Unneeded(read.Member, span, fact) is { } told)
            scope.Unneeded.Add(fact.En, told);
    }

    private static bool IsAbsence(Member member) => member.Kind is MemberKind.Event or MemberKind.OptionalText or MemberKind.Link or MemberKind.Ancestor;

    // Where a guard or the needs could not be read, they may have held what is asked for.
    private bool MayBeCovered(Member member) =>
        guarded.Contains(Guards.Anything)
        || (scope.NeedsAreUnreadable && member.Kind is not (MemberKind.Event or MemberKind.OptionalText or MemberKind.Ancestor));

    private Bound BindMemberOfItems(Bound list, ListType type, PathExpression step)
    {
        if (type.Item is not ObjectType owner)
            return errors.NoMembers(type, step.Name, step.NameSpan, step);
        if (owner.Find(step.Name) is not { } member)
            return errors.UnknownMember(owner, step.Name, step.NameSpan, step);
        if (member.Type is ListType)
            return errors.ListsOfLists(step);
        var each = NewVariable(step.Name, list);
        var body = BindMembers(new BoundVariable(each, step), [(member, step.NameSpan, step)]);
        return new BoundFor(new ListType(body.Type), each, list, body, step);
    }
}
