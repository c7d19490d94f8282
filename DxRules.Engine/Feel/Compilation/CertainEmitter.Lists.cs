using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Lists without lists: a filter inside a count becomes a loop with a condition, not an array.</summary>
internal sealed partial class CertainEmitter
{
    /// <summary>Code that does something with every member of a list, in order.</summary>
    public Expression EmitLoop(Bound list, Func<Expression, Expression> body) => list switch
    {
        BoundLet let => EmitLoop(let.Body, body),
        BoundFilter filter => EmitLoop(filter.List, member => Scoped(filter.Item, member, () => Expression.IfThen(Emit(filter.Condition), body(member)))),
        BoundFor { Flattens: true } loop => EmitLoop(loop.List, member => Scoped(loop.Item, member, () => EmitLoop(loop.Body, body))),
        BoundFor loop => EmitLoop(loop.List, member => Scoped(loop.Item, member, () => WithVariable(Emit(loop.Body), body))),
        BoundList literal => Expression.Block(literal.Items.Select(item => WithVariable(Emit(item), body))),
        BoundIf choice => Expression.IfThenElse(Emit(choice.Condition), EmitLoop(choice.Then, body), EmitLoop(choice.Else, body)),
        BoundRange range => EmitCount(Emit(range.Start), Emit(range.End), canCountDown: true, body),
        _ => WithVariable(list is BoundCall call ? EmitCall(call) : Emit(list), value => value.Type == typeof(NumberRange)
            ? EmitCount(
                Expression.Convert(Expression.Property(value, nameof(NumberRange.From)), typeof(decimal)),
                Expression.Convert(Expression.Property(value, nameof(NumberRange.To)), typeof(decimal)),
                canCountDown: false,
                body)
            : EmitArrayLoop(value, body)),
    };

    private Expression EmitArrayLoop(Expression array, Func<Expression, Expression> body)
    {
        var index = Expression.Variable(typeof(int));
        var end = Expression.Label();
        var element = Expression.ArrayIndex(array, index);
        return Expression.Block(
            [index],
            Expression.Assign(index, Expression.Constant(0)),
            Expression.Loop(
                Expression.IfThenElse(
                    Expression.LessThan(index, Expression.ArrayLength(array)),
                    Expression.Block(
                        Step(),
                        WithVariable(Emission.AsNumber(element), member => Expression.Block(typeof(void), LeaveIfUncertain(member), body(member))),
                        Expression.PreIncrementAssign(index)),
                    Expression.Break(end)),
                end));
    }

    private Expression LeaveIfUncertain(Expression member) =>
        typeof(IUncertain).IsAssignableFrom(member.Type)
            ? Expression.IfThen(
                Expression.ReferenceNotEqual(Expression.Property(member, nameof(IUncertain.Uncertainty)), Expression.Constant(null)),
                bail(typeof(void)))
            : Expression.Empty();

    private Expression EmitCount(Expression from, Expression to, bool canCountDown, Func<Expression, Expression> body)
    {
        var (number, last, step) = (Expression.Variable(typeof(decimal)), Expression.Variable(typeof(decimal)), Expression.Variable(typeof(decimal)));
        var end = Expression.Label();
        var one = Expression.Constant(1m);
        var isUp = Expression.LessThanOrEqual(number, last);
        var isDone = Expression.Condition(
            Expression.GreaterThan(step, Expression.Constant(0m)),
            Expression.GreaterThan(number, last),
            Expression.LessThan(number, last));
        return Expression.Block(
            [number, last, step],
            Expression.Assign(number, from),
            Expression.Assign(last, to),
            Expression.Assign(step, canCountDown ? Expression.Condition(isUp, one, Expression.Constant(-1m)) : one),
            Expression.Loop(
                Expression.IfThenElse(
                    isDone,
                    Expression.Break(end),
                    Expression.Block(Step(), body(number), Expression.AddAssign(number, step))),
                end));
    }

    private Expression EmitQuantified(BoundQuantified quantified)
    {
        var result = Expression.Variable(typeof(bool));
        var end = Expression.Label();
        var decided = quantified.IsEvery;
        return Expression.Block(
            [result],
            Expression.Assign(result, Expression.Constant(quantified.IsEvery)),
            EmitLoop(quantified.List, member => Scoped(quantified.Item, member, () =>
            {
                var condition = Emit(quantified.Condition);
                return Expression.IfThen(
                    quantified.IsEvery ? Expression.Not(condition) : condition,
                    Expression.Block(Expression.Assign(result, Expression.Constant(!decided)), Expression.Goto(end)));
            })),
            Expression.Label(end),
            result);
    }

    private Expression EmitAggregate(BoundAggregate aggregate) => aggregate.Aggregate switch
    {
        Aggregate.Count => EmitMemberCount(aggregate.List),
        Aggregate.Contains => EmitContains(aggregate),
        Aggregate.Share or Aggregate.ShareAtLeast => EmitShare(aggregate),
        _ => EmitFold(aggregate),
    };

    private Expression EmitMemberCount(Bound list)
    {
        var count = Expression.Variable(typeof(int));
        return Expression.Block(
            [count],
            Expression.Assign(count, Expression.Constant(0)),
            EmitLoop(list, _ => Expression.PreIncrementAssign(count)),
            Expression.Convert(count, typeof(decimal)));
    }

    private Expression EmitContains(BoundAggregate aggregate)
    {
        var (result, end) = (Expression.Variable(typeof(bool)), Expression.Label());
        return WithVariable(Emit(aggregate.Argument!), sought => Expression.Block(
            [result],
            Expression.Assign(result, Expression.Constant(false)),
            EmitLoop(aggregate.List, member => Expression.IfThen(
                Expression.Equal(member, sought),
                Expression.Block(Expression.Assign(result, Expression.Constant(true)), Expression.Goto(end)))),
            Expression.Label(end),
            result));
    }

    private Expression EmitShare(BoundAggregate aggregate)
    {
        var (trues, count) = (Expression.Variable(typeof(int)), Expression.Variable(typeof(int)));
        var share = Expression.Divide(Expression.Convert(trues, typeof(decimal)), Expression.Convert(count, typeof(decimal)));
        Expression result = aggregate.Argument is null
            ? share
            : Expression.GreaterThanOrEqual(
                Expression.Convert(trues, typeof(decimal)),
                Expression.Multiply(Emit(aggregate.Argument), Expression.Convert(count, typeof(decimal))));
        return Expression.Block(
            [trues, count],
            Expression.Assign(trues, Expression.Constant(0)),
            Expression.Assign(count, Expression.Constant(0)),
            EmitLoop(aggregate.List, member => Expression.Block(
                typeof(void),
                Expression.PreIncrementAssign(count),
                Expression.IfThen(member, Expression.PreIncrementAssign(trues)))),
            Expression.Condition(Expression.Equal(count, Expression.Constant(0)), bail(result.Type), result));
    }

    /// <summary>sum, min, max, mean; of an empty list there is none.</summary>
    private Expression EmitFold(BoundAggregate aggregate)
    {
        var (value, count) = (Expression.Variable(aggregate.Type.Clr), Expression.Variable(typeof(int)));
        Expression Fold(Expression member) => aggregate.Aggregate switch
        {
            Aggregate.Min => Expression.IfThen(Emission.Operate(Syntax.BinaryOperator.Less, member, value), Expression.Assign(value, member)),
            Aggregate.Max => Expression.IfThen(Emission.Operate(Syntax.BinaryOperator.Greater, member, value), Expression.Assign(value, member)),
            _ => Expression.AddAssign(value, member),
        };
        Expression result = aggregate.Aggregate == Aggregate.Mean ? Expression.Divide(value, Expression.Convert(count, typeof(decimal))) : value;
        return Expression.Block(
            [value, count],
            Expression.Assign(count, Expression.Constant(0)),
            EmitLoop(aggregate.List, member => Expression.Block(
                typeof(void),
                Expression.IfThenElse(Expression.Equal(count, Expression.Constant(0)), Expression.Assign(value, member), Fold(member)),
                Expression.PreIncrementAssign(count))),
            Expression.Condition(Expression.Equal(count, Expression.Constant(0)), bail(aggregate.Type.Clr), result));
    }

    private Expression EmitArray(Bound list, ListType type)
    {
        var listType = typeof(List<>).MakeGenericType(type.Item.Clr);
        var items = Expression.Variable(listType);
        return Expression.Block(
            [items],
            Expression.Assign(items, Expression.New(listType)),
            EmitLoop(list, member => Expression.Call(items, nameof(List<int>.Add), null, member)),
            Expression.Call(items, nameof(List<int>.ToArray), null));
    }

    private Expression Step() => Expression.Call(context, nameof(EvaluationContext.Step), null);

    /// <summary>Code in which a variable has a value.</summary>
    public Expression Scoped(Variable variable, Expression value, Func<Expression> code)
    {
        variables[variable] = value;
        return code();
    }
}
