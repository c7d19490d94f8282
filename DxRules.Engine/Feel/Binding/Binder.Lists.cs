using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Lists: literals, filters, for, some, every.</summary>
internal sealed partial class Binder
{
    private Bound BindList(ListLiteral syntax)
    {
        var items = syntax.Items.Select(Bind).ToList();
        if (items.Any(i => i.Type.IsError))
            return new BoundError(syntax);
        if (items.Count == 0)
            return errors.EmptyList(syntax);
        var other = items.FirstOrDefault(i => i.Type != items[0].Type);
        if (other is not null)
            return errors.MixedList(syntax, items[0].Type, other);
        return new BoundList(new ListType(items[0].Type), items, syntax);
    }

    private Bound BindFilter(FilterExpression syntax)
    {
        var list = Bind(syntax.Target);
        if (list.Type.IsError)
            return list;
        if (list.Type is not ListType)
            return errors.NotAList(list);

        var each = NewVariable("item", list);
        items.Add(each);
        var condition = With(each, () => Bind(syntax.Condition));
        items.RemoveAt(items.Count - 1);
        if (condition.Type == FeelType.Number)
            return errors.IndexInRule(syntax);
        if (!condition.Type.IsError && condition.Type != FeelType.Boolean)
            return errors.Expected(FeelType.Boolean, condition);
        return condition.Type.IsError ? new BoundError(syntax) : new BoundFilter(list, each, condition, syntax);
    }

    private Bound BindQuantified(QuantifiedExpression syntax, int iterator)
    {
        if (iterator == syntax.Iterators.Count)
            return BindBoolean(syntax.Satisfies);
        var list = BindDomain(syntax.Iterators[iterator]);
        if (list.Type.IsError)
            return list;
        if (syntax.IsEvery && iterator == 0 && !use.IsText && CountGuards.MayBeEmpty(list) && !guarded.Contains(CountGuards.KeyOf(list)) && !guarded.Contains(Guards.Anything))
            errors.EveryOfNothing(syntax.Iterators[0].Domain);
        var each = NewVariable(syntax.Iterators[iterator].Name, list);
        var condition = With(each, () => BindQuantified(syntax, iterator + 1));
        if (condition.Type.IsError)
            return condition;
        return new BoundQuantified(syntax.IsEvery, each, list, condition, syntax);
    }

    private Bound BindFor(ForExpression syntax, int iterator)
    {
        var list = BindDomain(syntax.Iterators[iterator]);
        if (list.Type.IsError)
            return list;
        var each = NewVariable(syntax.Iterators[iterator].Name, list);
        var isLast = iterator == syntax.Iterators.Count - 1;
        var body = With(each, () => isLast ? Bind(syntax.Return) : BindFor(syntax, iterator + 1));
        if (body.Type.IsError)
            return body;
        var type = isLast ? new ListType(body.Type) : (ListType)body.Type;
        return new BoundFor(type, each, list, body, syntax) { Flattens = !isLast };
    }

    private Bound BindDomain(Iterator iterator)
    {
        var domain = Bind(iterator.Domain);
        if (iterator.RangeEnd is { } endSyntax)
        {
            var end = Bind(endSyntax);
            if (domain.Type.IsError || end.Type.IsError)
                return new BoundError(iterator.Domain);
            if (domain.Type != FeelType.Number || end.Type != FeelType.Number)
                return errors.Expected(FeelType.Number, domain.Type != FeelType.Number ? domain : end);
            return IsCount(end) ? errors.RangeToCount(endSyntax) : new BoundRange(domain, end, iterator.Domain);
        }
        if (domain.Type.IsError || domain.Type is ListType)
            return domain;
        return errors.NotAList(domain);
    }

    private static bool IsCount(Bound bound) => bound is BoundAggregate { Aggregate: Aggregate.Count } || (bound is BoundLet let && IsCount(let.Body));
}
