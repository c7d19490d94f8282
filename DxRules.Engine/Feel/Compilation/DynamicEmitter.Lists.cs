using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Loops and functions of dynamic mode.</summary>
internal sealed partial class DynamicEmitter
{
    private static readonly Expression True = Expression.Constant(true);

    private Expression EmitSelection(BoundSelection selection)
    {
        var found = Expression.Variable(typeof(Selection), "selection");
        var target = Expression.Call(typeof(DynamicItems), nameof(DynamicItems.OfFilter), null, Emit(selection.Target));
        var item = Declare(selection.Item);
        var end = Expression.Label();

        // The item is declared inside, so that a function made of one item keeps it.
        var look = Expression.Block(
            [item],
            Expression.Call(run, nameof(DynamicRun.Step), null),
            Expression.Assign(item, Expression.Property(found, nameof(Selection.Item))),
            Expression.IfThen(Expression.Not(Expression.Call(found, nameof(Selection.Next), null, Emit(selection.Condition))), Expression.Break(end)));
        return Expression.Block(
            [found],
            Expression.Assign(found, Expression.New(typeof(Selection).GetConstructors()[0], target)),
            Expression.Loop(look, end),
            Expression.Property(found, nameof(Selection.Result)));
    }

    private Expression EmitIteration(BoundIteration iteration)
    {
        var results = Expression.Variable(typeof(List<object?>), "results");
        var isOver = Expression.Variable(typeof(bool), "isOver");
        return Expression.Block(
            [results, isOver],
            Expression.Assign(results, Expression.New(typeof(List<object?>))),
            Expression.Assign(isOver, Expression.Constant(false)),
            EmitIterators(iteration.Iterators, 0, isOver, () => EmitResult(iteration, results)),
            Expression.Condition(isOver, Null, Boxed(Expression.Call(results, nameof(List<object?>.ToArray), null))));
    }

    private Expression EmitResult(BoundIteration iteration, Expression results)
    {
        if (iteration.Partial is not { } partial)
            return Expression.Call(results, nameof(List<object?>.Add), null, Counted(Emit(iteration.Result)));
        var soFar = Declare(partial);
        return Expression.Block(
            [soFar],
            Expression.Assign(soFar, Expression.New(typeof(PartialResults).GetConstructors()[0], results)),
            Expression.Call(results, nameof(List<object?>.Add), null, Counted(Emit(iteration.Result))));
    }

    private Expression EmitTest(BoundTest test)
    {
        var result = Expression.Variable(typeof(object), "result");
        var isOver = Expression.Variable(typeof(bool), "isOver");
        var join = test.IsEvery ? nameof(Operators.And) : nameof(Operators.Or);

        // One false decides every and one true some, whatever the others are: nothing further is looked at.
        var isDecided = Expression.Call(typeof(DynamicValues), nameof(DynamicValues.Is), null, result, Expression.Constant(!test.IsEvery));
        return Expression.Block(
            [result, isOver],
            Expression.Assign(result, Expression.Constant(test.IsEvery, typeof(object))),
            Expression.Assign(isOver, Expression.Constant(false)),
            EmitIterators(test.Iterators, 0, isOver, () => Expression.Block(
                typeof(void),
                Expression.Assign(result, Expression.Call(typeof(Operators), join, null, result, Emit(test.Condition), reasons)),
                Expression.Assign(isOver, isDecided))),
            Expression.Condition(Expression.AndAlso(isOver, Expression.Not(isDecided)), Null, result));
    }

    /// <summary>Code that runs the body for each combination of items, the last iterator fastest; sets <paramref name="isOver"/> and stops where one has nothing to run over.</summary>
    private Expression EmitIterators(IReadOnlyList<BoundIterator> iterators, int number, ParameterExpression isOver, Func<Expression> body)
    {
        if (number == iterators.Count)
            return body();
        var items = Expression.Variable(typeof(IReadOnlyList<object?>), "items");
        var index = Expression.Variable(typeof(int), "index");
        var domain = Expression.Call(run, nameof(DynamicRun.ItemsOf), null, Emit(iterators[number].Domain));
        var item = Declare(iterators[number].Item);
        var inner = EmitIterators(iterators, number + 1, isOver, body);
        var end = Expression.Label();
        var isInside = Expression.LessThan(index, Expression.Property(items, typeof(IReadOnlyCollection<object?>), nameof(IReadOnlyCollection<object?>.Count)));
        var step = Expression.Block(
            [item],
            Expression.Call(run, nameof(DynamicRun.Step), null),
            Expression.Assign(item, Expression.Property(items, "Item", Expression.PostIncrementAssign(index))),
            inner);
        return Expression.Block(
            typeof(void),
            [items, index],
            Expression.Assign(items, domain),
            Expression.Assign(index, Expression.Constant(0)),
            Expression.IfThenElse(
                Expression.ReferenceEqual(items, Expression.Constant(null)),
                Expression.Assign(isOver, True),
                Expression.Loop(Expression.IfThenElse(Expression.AndAlso(Expression.Not(isOver), isInside), step, Expression.Break(end)), end)));
    }

    private Expression EmitInvocation(BoundInvocation invocation) => Expression.Call(run, nameof(DynamicRun.Invoke), null,
        Emit(invocation.Callee),
        Expression.NewArrayInit(typeof(object), invocation.Arguments.Select(Emit)),
        Expression.Constant(invocation.Names?.ToArray(), typeof(string[])));

    private Expression EmitFunction(BoundFunction function)
    {
        var given = Expression.Parameter(typeof(object[]), "given");
        var parameters = function.Parameters.Select(parameter => Declare(parameter.Variable)).ToArray();
        var code = parameters.Select((parameter, i) => (Expression)Expression.Assign(parameter, Expression.ArrayIndex(given, Expression.Constant(i)))).ToList();
        code.Add(Emit(function.Body));
        var body = Expression.Lambda<Func<object?[], object?>>(Expression.Block(parameters, code), given);
        return Boxed(Expression.Call(run, nameof(DynamicRun.Function), null,
            Expression.Constant(function.Parameters.Select(parameter => parameter.Variable.Name).ToArray()),
            Expression.Constant(function.Parameters.Select(parameter => parameter.Type).ToArray()),
            body));
    }
}
