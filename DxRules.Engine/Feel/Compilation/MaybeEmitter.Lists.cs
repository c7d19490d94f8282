using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Lists whose members may be uncertain. Loops feed an accumulator, which is told of each member and of lists that are unknown.</summary>
internal sealed partial class MaybeEmitter
{
    /// <summary>What to do with a member: its value (a Maybe), and the facts that would settle whether it belongs (a FactSet, null where it does).</summary>
    private delegate Expression MemberCode(Expression member, Expression uncertainty);

    private static readonly Expression Certain = Expression.Constant(null, typeof(FactSet));

    private Expression EmitLoop(Bound list, Expression accumulator, MemberCode body) => list switch
    {
        BoundLet let => EmitLoop(let.Body, accumulator, body),
        BoundFilter filter => EmitFilter(filter, accumulator, body),
        BoundFor { Flattens: true } loop => EmitLoop(loop.List, accumulator, (member, outer) => Scoped(loop.Item, member, () =>
            EmitLoop(loop.Body, accumulator, (inner, uncertainty) => body(inner, Union(outer, uncertainty))))),
        BoundFor loop => EmitLoop(loop.List, accumulator, (member, uncertainty) => Scoped(loop.Item, member, () =>
            WithVariable(Emit(loop.Body), value => body(value, uncertainty)))),
        BoundList literal => Expression.Block(typeof(void), literal.Items.Select(item => Expression.IfThen(
            Expression.Not(Expression.Property(accumulator, nameof(Accumulator.IsDecided))),
            WithVariable(Emit(item), value => body(value, Certain))))),
        BoundIf choice => EmitChoice(choice, accumulator, body),
        BoundRange range => EmitRange(Lift([range.Start, range.End], ends => Known(NewCount(ends))), accumulator, body),
        BoundCall call when call.Method.ReturnType == typeof(NumberRange) =>
            EmitRange(Lift(call.Arguments, arguments => Known(NewCount(Expression.Call(call.Method, arguments)))), accumulator, body),
        _ => EmitArray(Emit(list), accumulator, body),
    };

    private Expression EmitFilter(BoundFilter filter, Expression accumulator, MemberCode body) =>
        EmitLoop(filter.List, accumulator, (member, uncertainty) => Scoped(filter.Item, member, () =>
        {
            var condition = Expression.Variable(typeof(Maybe<bool>));
            return Expression.Block(
                typeof(void),
                (ParameterExpression[])[condition],
                Expression.Assign(condition, Emit(filter.Condition)),
                Expression.IfThen(
                    Expression.Not(Expression.Call(typeof(Maybes), nameof(Maybes.IsFalse), null, condition)),
                    body(member, Union(uncertainty, MissingOf(condition)))));
        }));

    private Expression EmitChoice(BoundIf choice, Expression accumulator, MemberCode body)
    {
        var condition = Expression.Variable(typeof(Maybe<bool>));
        var (then, otherwise) = (EmitLoop(choice.Then, accumulator, body), EmitLoop(choice.Else, accumulator, body));
        var decided = forTexts
            ? Expression.IfThenElse(IsTrue(condition), then, otherwise)
            : Expression.IfThenElse(IsKnown(condition), Expression.IfThenElse(ValueOf(condition), then, otherwise), Miss(accumulator, MissingOf(condition)));
        return Expression.Block(typeof(void), (ParameterExpression[])[condition], Expression.Assign(condition, Emit(choice.Condition)), decided);
    }

    // Number by number, so that a long range takes steps and no room.
    private Expression EmitRange(Expression range, Expression accumulator, MemberCode body)
    {
        var (maybe, count, number) = (Expression.Variable(range.Type), Expression.Variable(typeof(NumberCount)), Expression.Variable(typeof(decimal)));
        var end = Expression.Label();
        var goesOn = Expression.AndAlso(
            Expression.Call(count, nameof(NumberCount.Includes), null, number),
            Expression.Not(Expression.Property(accumulator, nameof(Accumulator.IsDecided))));
        var loop = Expression.Block(
            Expression.Assign(count, ValueOf(maybe)),
            Expression.Assign(number, Expression.Property(count, nameof(NumberCount.From))),
            Expression.Loop(
                Expression.IfThenElse(
                    goesOn,
                    Expression.Block(
                        Expression.Call(context, nameof(EvaluationContext.Step), null),
                        WithVariable(Known(number), value => body(value, Certain)),
                        Expression.AddAssign(number, Expression.Property(count, nameof(NumberCount.Step)))),
                    Expression.Break(end)),
                end));
        return Expression.Block(
            typeof(void),
            (ParameterExpression[])[maybe, count, number],
            Expression.Assign(maybe, range),
            Expression.IfThenElse(IsKnown(maybe), loop, Miss(accumulator, MissingOf(maybe))));
    }

    private Expression EmitArray(Expression list, Expression accumulator, MemberCode body)
    {
        var (maybe, array, index) = (Expression.Variable(list.Type), Expression.Variable(list.Type.GetGenericArguments()[0]), Expression.Variable(typeof(int)));
        var end = Expression.Label();
        var goesOn = Expression.AndAlso(
            Expression.LessThan(index, Expression.ArrayLength(array)),
            Expression.Not(Expression.Property(accumulator, nameof(Accumulator.IsDecided))));
        var member = Emission.AsNumber(Expression.ArrayIndex(array, index));
        var loop = Expression.Block(
            Expression.Assign(array, ValueOf(maybe)),
            Expression.Assign(index, Expression.Constant(0)),
            Expression.Loop(
                Expression.IfThenElse(
                    goesOn,
                    Expression.Block(
                        Expression.Call(context, nameof(EvaluationContext.Step), null),
                        WithVariable(Known(member), value => body(value, UncertaintyOf(value))),
                        Expression.PreIncrementAssign(index)),
                    Expression.Break(end)),
                end));
        return Expression.Block(
            typeof(void),
            (ParameterExpression[])[maybe, array, index],
            Expression.Assign(maybe, list),
            Expression.IfThenElse(IsKnown(maybe), loop, Miss(accumulator, MissingOf(maybe))));
    }

    private static Expression UncertaintyOf(Expression member)
    {
        var value = ValueOf(member);
        return typeof(IUncertain).IsAssignableFrom(value.Type) ? Expression.Property(value, nameof(IUncertain.Uncertainty)) : Certain;
    }

    private Expression EmitQuantified(BoundQuantified quantified) =>
        Accumulate(
            Expression.New(typeof(QuantifiedAccumulator).GetConstructors()[0], Expression.Constant(quantified.IsEvery)),
            quantified.List,
            (accumulator, member, uncertainty) => Scoped(quantified.Item, member, () =>
                Expression.Call(accumulator, nameof(QuantifiedAccumulator.Add), null, Emit(quantified.Condition), uncertainty)));

    private Expression EmitAggregate(BoundAggregate aggregate) => aggregate.Aggregate switch
    {
        Aggregate.Count => Accumulate(
            Expression.New(typeof(CountAccumulator)),
            aggregate.List,
            (accumulator, _, uncertainty) => Expression.Call(accumulator, nameof(CountAccumulator.Add), null, uncertainty)),
        Aggregate.Contains => Lift([aggregate.Argument!], sought => Accumulate(
            Expression.New(typeof(QuantifiedAccumulator).GetConstructors()[0], Expression.Constant(false)),
            aggregate.List,
            (accumulator, member, uncertainty) => Expression.Call(accumulator, nameof(QuantifiedAccumulator.Add), null, AreEqual(member, sought[0]), uncertainty))),
        Aggregate.Sum or Aggregate.Mean => AccumulateValues(typeof(SumAccumulator), aggregate, Expression.Constant(aggregate.Aggregate == Aggregate.Mean)),
        Aggregate.Share => AccumulateValues(typeof(ShareAccumulator), aggregate),
        Aggregate.ShareAtLeast => AccumulateValues(typeof(ShareAtLeastAccumulator), aggregate, Emit(aggregate.Argument!)),
        _ => AccumulateValues(
            typeof(ExtremeAccumulator<>).MakeGenericType(aggregate.Type.Clr),
            aggregate,
            Expression.Constant(aggregate.Aggregate == Aggregate.Max)),
    };

    /// <summary>A count that tells of uncertain members, as texts show it.</summary>
    public Expression EmitCountForTexts(BoundAggregate count) => Accumulate(
        Expression.New(typeof(CountAccumulator)),
        count.List,
        (accumulator, _, uncertainty) => Expression.Call(accumulator, nameof(CountAccumulator.Add), null, uncertainty),
        nameof(CountAccumulator.ResultForTexts));

    private Expression EmitList(Bound list, ListType type) => Accumulate(
        Expression.New(typeof(ListAccumulator<>).MakeGenericType(type.Item.Clr).GetConstructors()[0], Expression.Constant(forTexts)),
        list,
        AddValue);

    private Expression AccumulateValues(Type accumulator, BoundAggregate aggregate, params Expression[] arguments) =>
        Accumulate(Expression.New(accumulator.GetConstructors()[0], arguments), aggregate.List, AddValue);

    private static Expression AddValue(Expression accumulator, Expression member, Expression uncertainty) =>
        Expression.Call(accumulator, nameof(SumAccumulator.Add), null, member, uncertainty);

    private Expression Accumulate(
        Expression create,
        Bound list,
        Func<Expression, Expression, Expression, Expression> add,
        string result = nameof(CountAccumulator.Result))
    {
        var accumulator = Expression.Variable(create.Type);
        return Expression.Block(
            [accumulator],
            Expression.Assign(accumulator, create),
            EmitLoop(list, accumulator, (member, uncertainty) => add(accumulator, member, uncertainty)),
            Expression.Call(accumulator, result, null));
    }

    private static Expression AreEqual(Expression member, Expression sought) => Expression.Condition(
        IsKnown(member),
        Known(Expression.Equal(ValueOf(member), sought)),
        Unknown(typeof(Maybe<bool>), MissingOf(member)));

    private static Expression Miss(Expression accumulator, Expression facts) => Expression.Call(accumulator, nameof(Accumulator.Miss), null, facts);

    private static Expression NewCount(params Expression[] arguments) =>
        Expression.Call(typeof(NumberCount), nameof(NumberCount.Of), null, arguments);

    private Expression Scoped(Variable variable, Expression value, Func<Expression> code)
    {
        variables[variable] = value;
        return code();
    }
}

/// <summary>The numbers from one to another by steps of one, upwards or downwards.</summary>
internal readonly record struct NumberCount(decimal From, decimal To, decimal Step)
{
    /// <summary>Upwards only; none where the end lies before the start.</summary>
    public static NumberCount Of(NumberRange range) => new(range.From, range.To, 1m);

    /// <summary>Downwards where the end lies before the start.</summary>
    public static NumberCount Of(decimal from, decimal to) => new(from, to, to < from ? -1m : 1m);

    public bool Includes(decimal number) => Step > 0m ? number <= To : number >= To;
}
