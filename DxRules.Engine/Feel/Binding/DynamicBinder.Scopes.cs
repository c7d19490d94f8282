using DxRules.Engine.Feel.Syntax;

namespace DxRules.Engine.Feel.Binding;

/// <summary>What introduces names: filters, iterators, contexts and functions.</summary>
internal sealed partial class DynamicBinder
{
    private BoundSelection BindFilter(FilterExpression filter, DynamicScope? scope)
    {
        var item = NewVariable("item");
        return new BoundSelection(Bind(filter.Target, scope), item, Bind(filter.Condition, DynamicScope.WithItem(scope, item)), filter);
    }

    private BoundIteration BindFor(ForExpression loop, DynamicScope? scope)
    {
        var (iterators, inner) = BindIterators(loop.Iterators, scope);
        var partial = NewVariable("partial");
        var result = Bind(loop.Return, DynamicScope.With(inner, partial));
        return new BoundIteration(iterators, read.Contains(partial) ? partial : null, result, loop);
    }

    private BoundTest BindQuantified(QuantifiedExpression quantified, DynamicScope? scope)
    {
        var (iterators, inner) = BindIterators(quantified.Iterators, scope);
        return new BoundTest(quantified.IsEvery, iterators, Bind(quantified.Satisfies, inner), quantified);
    }

    private (IReadOnlyList<BoundIterator> Iterators, DynamicScope? Inner) BindIterators(IReadOnlyList<Iterator> iterators, DynamicScope? scope)
    {
        var bound = new List<BoundIterator>(iterators.Count);
        foreach (var iterator in iterators)
        {
            var domain = Bind(iterator.Domain, scope);
            if (iterator.RangeEnd is { } end)
                domain = new BoundInterval(domain, true, Bind(end, scope), true, iterator.Domain);
            var item = NewVariable(iterator.Name);
            bound.Add(new BoundIterator(item, domain));
            scope = DynamicScope.With(scope, item);
        }
        return (bound, scope);
    }

    private BoundEntries BindContext(ContextLiteral context, DynamicScope? scope)
    {
        var variables = context.Entries.Select(entry => NewVariable(entry.Name)).ToArray();
        var entries = new List<(string, Variable, Bound)>(variables.Length);
        foreach (var (inner, entry) in DynamicScope.OfEntries(scope, variables).Zip(context.Entries))
            entries.Add((entry.Name, variables[entries.Count], Bind(entry.Value, inner)));
        return new BoundEntries(entries, context);
    }

    private BoundFunction BindFunction(FunctionLiteral function, DynamicScope? scope)
    {
        var parameters = function.Parameters.Select(parameter => (Variable: NewVariable(parameter.Name), parameter.Type)).ToArray();
        var inner = DynamicScope.With(DynamicScope.InsideFunction(scope), [.. parameters.Select(parameter => parameter.Variable)]);
        return new BoundFunction(parameters, Bind(function.Body, inner), function);
    }
}
