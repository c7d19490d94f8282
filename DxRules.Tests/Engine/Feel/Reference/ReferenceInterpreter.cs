using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;

namespace DxRules.Tests.Engine.Feel.Reference;

/// <summary>
/// Walks the tree of an expression and gives its value with the standard's null semantics. Slow and plain on purpose:
/// what is compiled is compared with it.
/// </summary>
internal sealed class ReferenceInterpreter(CallContext context, IReadOnlyDictionary<string, TypeName> types)
{
    public object? Evaluate(Expression expression, Scope scope) => expression switch
    {
        NumberLiteral number => number.Value,
        TextLiteral text => text.Value,
        BooleanLiteral boolean => boolean.Value,
        NullLiteral or MissingExpression => null,
        TemporalLiteral temporal => TemporalTexts.Parse(temporal.Text),
        NameExpression name => scope.Find(name.Name, out var value) ? value : null,
        PathExpression path => Members.Of(Evaluate(path.Target, scope), path.Name, context.Reasons),
        FilterExpression filter => Filtered(filter, scope),
        BinaryExpression binary => Binary(binary, scope),
        NegationExpression negation => Operators.Negate(Evaluate(negation.Operand, scope), context.Reasons),
        BetweenExpression between => Operators.Between(Evaluate(between.Value, scope), Evaluate(between.Low, scope), Evaluate(between.High, scope), context.Reasons),
        InExpression membership => In(membership, scope),
        UnaryTest test => RangeOf(test, scope),
        RangeLiteral range => new FeelRange(Evaluate(range.Start, scope), range.IncludesStart, Evaluate(range.End, scope), range.IncludesEnd),
        ListLiteral list => list.Items.Select(item => Evaluate(item, scope)).ToArray(),
        ContextLiteral literal => ContextOf(literal, scope),
        CallExpression call => Call(call, scope),
        IfExpression choice => Evaluate(Evaluate(choice.Condition, scope) is true ? choice.Then : choice.Else, scope),
        ForExpression loop => Loop(loop, scope),
        QuantifiedExpression quantified => Quantified(quantified, scope),
        InstanceOfExpression instance => IsInstance(instance, scope),
        FunctionLiteral function => FunctionOf(function, scope),
        _ => throw new ArgumentException(expression.GetType().Name),
    };

    private object? Binary(BinaryExpression binary, Scope scope)
    {
        var (left, right, reasons) = (Evaluate(binary.Left, scope), Evaluate(binary.Right, scope), context.Reasons);
        return binary.Operator switch
        {
            BinaryOperator.And => Operators.And(left, right, reasons),
            BinaryOperator.Or => Operators.Or(left, right, reasons),
            BinaryOperator.Add => Operators.Add(left, right, reasons),
            BinaryOperator.Subtract => Operators.Subtract(left, right, reasons),
            BinaryOperator.Multiply => Operators.Multiply(left, right, reasons),
            BinaryOperator.Divide => Operators.Divide(left, right, reasons),
            BinaryOperator.Power => Operators.Power(left, right, reasons),
            var comparison => Compared(comparison, left, right),
        };
    }

    private bool? Compared(BinaryOperator comparison, object? left, object? right) => comparison switch
    {
        BinaryOperator.Equal => Operators.Equal(left, right, context.Reasons),
        BinaryOperator.NotEqual => Operators.NotEqual(left, right, context.Reasons),
        BinaryOperator.Less => Operators.Less(left, right, context.Reasons),
        BinaryOperator.LessOrEqual => Operators.LessOrEqual(left, right, context.Reasons),
        BinaryOperator.Greater => Operators.Greater(left, right, context.Reasons),
        _ => Operators.GreaterOrEqual(left, right, context.Reasons),
    };

    private object? In(InExpression membership, Scope scope)
    {
        var value = Evaluate(membership.Value, scope);
        object? found = false;
        foreach (var test in membership.Tests)
        {
            found = Operators.Or(found, test is UnaryTest unary
                ? Compared(unary.Operator, value, Evaluate(unary.Operand, scope))
                : Operators.In(value, Evaluate(test, scope), context.Reasons));
        }
        return found;
    }

    private FeelRange RangeOf(UnaryTest test, Scope scope)
    {
        var operand = Evaluate(test.Operand, scope);
        return test.Operator switch
        {
            BinaryOperator.Less => FeelRange.Below(operand, false),
            BinaryOperator.LessOrEqual => FeelRange.Below(operand, true),
            BinaryOperator.Greater => FeelRange.Above(operand, false),
            BinaryOperator.GreaterOrEqual => FeelRange.Above(operand, true),
            BinaryOperator.Equal => FeelRange.Only(operand),
            _ => FeelRange.AllBut(operand),
        };
    }

    private FeelContext? ContextOf(ContextLiteral literal, Scope scope)
    {
        var inner = new Scope(scope);
        var entries = new List<KeyValuePair<string, object?>>();
        foreach (var entry in literal.Entries)
        {
            var value = Evaluate(entry.Value, inner);
            entries.Add(KeyValuePair.Create(entry.Name, value));
            inner.Set(entry.Name, value);
        }
        return new FeelContext(entries);
    }

    private object? Filtered(FilterExpression filter, Scope scope)
    {
        var target = Evaluate(filter.Target, scope);
        var items = target switch { null => [], IReadOnlyList<object?> list => list, var single => [single] };
        var first = items.Count > 0 ? Evaluate(filter.Condition, ItemScope(items[0], scope)) : Evaluate(filter.Condition, scope);
        if (first is decimal position)
        {
            var index = position > 0 ? position - 1 : items.Count + position;
            return position != 0 && index >= 0 && index < items.Count ? items[(int)index] : null;
        }
        return items.Where(item => Evaluate(filter.Condition, ItemScope(item, scope)) is true).ToArray();
    }

    private static Scope ItemScope(object? item, Scope scope)
    {
        var inner = new Scope(scope);
        inner.Set("item", item);
        if (item is FeelContext found)
        {
            foreach (var (name, value) in found.Entries)
                inner.Set(name, value);
        }
        return inner;
    }

    private object? Loop(ForExpression loop, Scope scope)
    {
        var results = new List<object?>();
        return Each(loop.Iterators, 0, scope, inner =>
        {
            inner.Set("partial", results.ToArray());
            results.Add(Evaluate(loop.Return, inner));
        }) ? results.ToArray() : null;
    }

    private object? Quantified(QuantifiedExpression quantified, Scope scope)
    {
        object? result = quantified.IsEvery;
        return Each(quantified.Iterators, 0, scope, inner =>
        {
            var satisfied = Evaluate(quantified.Satisfies, inner);
            result = quantified.IsEvery ? Operators.And(result, satisfied) : Operators.Or(result, satisfied);
        }) ? result : null;
    }

    private bool Each(IReadOnlyList<Iterator> iterators, int index, Scope scope, Action<Scope> action)
    {
        if (index == iterators.Count)
        {
            action(new Scope(scope));
            return true;
        }

        var iterator = iterators[index];
        var domain = Evaluate(iterator.Domain, scope);
        if (iterator.RangeEnd is { } end)
            domain = new FeelRange(domain, true, Evaluate(end, scope), true);
        if (ItemsOf(domain) is not { } items)
            return false;
        foreach (var item in items)
        {
            var inner = new Scope(scope);
            inner.Set(iterator.Name, item);
            if (!Each(iterators, index + 1, inner, action))
                return false;
        }
        return true;
    }

    private static IEnumerable<object?>? ItemsOf(object? domain) => domain switch
    {
        null => null,
        IReadOnlyList<object?> list => list,
        FeelRange { Start: decimal start, End: decimal end } when start % 1 == 0 && end % 1 == 0 =>
            Steps((long)start, (long)end).Select(n => (object?)(decimal)n),
        FeelRange range when ValueKinds.AsDate(range.Start) is { } start && ValueKinds.AsDate(range.End) is { } end =>
            Steps(start.DayNumber, end.DayNumber).Select(n => CivilDate.FromDayNumber(n).Value),
        FeelRange => null,
        _ => [domain],
    };

    private static IEnumerable<long> Steps(long start, long end)
    {
        for (var n = start; start <= end ? n <= end : n >= end; n += start <= end ? 1 : -1)
            yield return n;
    }

    private object? Call(CallExpression call, Scope scope)
    {
        var arguments = call.Arguments.Select(argument => Evaluate(argument.Value, scope)).ToArray();
        string[]? names = call.Arguments is [{ Name: not null }, ..] ? [.. call.Arguments.Select(argument => argument.Name!)] : null;
        if (call.Callee is NameExpression name && !scope.Find(name.Name, out _))
            return BuiltIns.Find(name.Name)?.Call(arguments, names, context);
        if (Evaluate(call.Callee, scope) is not FeelFunction function || function.Parameters.Count != arguments.Length)
            return null;
        return names == null ? function.Invoke(arguments)
            : function.Parameters.Except(names).Any() ? null
            : function.Invoke([.. function.Parameters.Select(parameter => arguments[Array.IndexOf(names, parameter)])]);
    }

    private FeelFunction FunctionOf(FunctionLiteral function, Scope scope) =>
        new(null, [.. function.Parameters.Select(parameter => parameter.Name)], arguments =>
        {
            var inner = new Scope(scope);
            for (var i = 0; i < arguments.Count; i++)
            {
                var type = function.Parameters[i].Type;
                inner.Set(function.Parameters[i].Name, type == null ? arguments[i] : Types.Coerced(arguments[i], type, types));
            }
            return Evaluate(function.Body, inner);
        });

    private object? IsInstance(InstanceOfExpression instance, Scope scope) =>
        Types.IsKnown(instance.Type, types) ? Types.Conforms(Evaluate(instance.Value, scope), instance.Type, types) : null;
}

/// <summary>Names with values, within others.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    public void Set(string name, object? value) => values[name] = value;

    public bool Find(string name, out object? value) => values.TryGetValue(name, out value) || outer?.Find(name, out value) == true;
}
