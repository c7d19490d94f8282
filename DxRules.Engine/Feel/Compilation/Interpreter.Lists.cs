using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Lists whose members may be uncertain. Loops feed an accumulator, which is told of each member and of lists that are unknown.</summary>
internal sealed partial class Interpreter
{
    private int places;

    /// <summary>Goes through a list.</summary>
    private delegate void LoopCode(object subject, EvaluationContext context, Accumulator into);

    /// <summary>What to do with a member: its value, and the facts that would settle whether it belongs (null where it does).</summary>
    private delegate void MemberOfLoop(object subject, EvaluationContext context, Accumulator into, AnyValue member, FactSet? uncertainty);

    private LoopCode Each(Bound list, MemberOfLoop body) => list switch
    {
        BoundLet let => Each(let.Body, body),
        BoundFilter filter => EachOfFilter(filter, body),
        BoundFor loop => EachOfFor(loop, body),
        BoundList literal => EachOfItems([.. literal.Items.Select(Of)], body),
        BoundIf choice => EachOfChoice(Of(choice.Condition), Each(choice.Then, body), Each(choice.Else, body)),
        BoundRange range => EachNumber(Lift([range.Start, range.End], ends => AnyValue.Of(NumberCount.Of(ends[0].Number, ends[1].Number))), body),
        BoundCall call when call.Method.ReturnType == typeof(NumberRange) =>
            EachNumber(After(Call(call), range => AnyValue.Of(NumberCount.Of((NumberRange)range.Boxed!))), body),
        _ => EachOfArray(Of(list), (ListType)list.Type, body),
    };

    /// <summary>A place for a variable's values while the code runs.</summary>
    private int PlaceFor(Variable variable)
    {
        var place = places++;
        variables[variable] = (_, context) => context.Variable(place);
        return place;
    }

    private LoopCode EachOfFilter(BoundFilter filter, MemberOfLoop body)
    {
        var place = PlaceFor(filter.Item);
        var condition = Of(filter.Condition);
        return Each(filter.List, (it, context, into, member, uncertainty) =>
        {
            context.SetVariable(place, member);
            var belongs = condition(it, context);
            if (!belongs.IsFalse)
                body(it, context, into, member, FactSet.Union(uncertainty, belongs.Missing));
        });
    }

    private LoopCode EachOfFor(BoundFor loop, MemberOfLoop body)
    {
        var place = PlaceFor(loop.Item);
        if (!loop.Flattens)
        {
            var value = Of(loop.Body);
            return Each(loop.List, (it, context, into, member, uncertainty) =>
            {
                context.SetVariable(place, member);
                body(it, context, into, value(it, context), uncertainty);
            });
        }

        // What makes a member of the outer list uncertain makes all of the inner ones so.
        var outer = places++;
        var inside = Each(loop.Body, (it, context, into, member, uncertainty) =>
            body(it, context, into, member, FactSet.Union(context.Variable(outer).Missing, uncertainty)));
        return Each(loop.List, (it, context, into, member, uncertainty) =>
        {
            context.SetVariable(place, member);
            context.SetVariable(outer, uncertainty is null ? default : AnyValue.Unknown(uncertainty));
            inside(it, context, into);
        });
    }

    private static LoopCode EachOfItems(ValueCode[] items, MemberOfLoop body) => (it, context, into) =>
    {
        for (var i = 0; i < items.Length && !into.IsDecided; i++)
            body(it, context, into, items[i](it, context), null);
    };

    private LoopCode EachOfChoice(ValueCode condition, LoopCode then, LoopCode otherwise) => (it, context, into) =>
    {
        var decided = condition(it, context);
        if (decided.IsTrue)
            then(it, context, into);
        else if (decided.IsKnown || forTexts)
            otherwise(it, context, into);
        else
            into.Miss(decided.Missing);
    };

    // Number by number, so that a long range takes steps and no room.
    private static LoopCode EachNumber(ValueCode range, MemberOfLoop body) => (it, context, into) =>
    {
        var known = range(it, context);
        if (known.Boxed is not NumberCount count)
        {
            into.Miss(known.Missing);
            return;
        }
        for (var number = count.From; count.Includes(number) && !into.IsDecided; number += count.Step)
        {
            context.Step();
            body(it, context, into, AnyValue.Of(number), null);
        }
    };

    private static LoopCode EachOfArray(ValueCode list, ListType type, MemberOfLoop body)
    {
        var (areObjects, mayBeUncertain) = (type.Item is ObjectType, typeof(IUncertain).IsAssignableFrom(type.Item.Clr));
        return (it, context, into) =>
        {
            var known = list(it, context);
            if (known.Boxed is not Array members)
            {
                into.Miss(known.Missing);
                return;
            }
            var objects = areObjects ? (object[])members : null;
            for (var i = 0; i < members.Length && !into.IsDecided; i++)
            {
                context.Step();
                var member = objects is null ? AnyValue.Of(members.GetValue(i)) : AnyValue.OfObject(objects[i]);
                body(it, context, into, member, mayBeUncertain ? ((IUncertain)member.Boxed!).Uncertainty : null);
            }
        };
    }

    private ValueCode Quantified(BoundQuantified quantified)
    {
        var place = PlaceFor(quantified.Item);
        var (condition, isEvery) = (Of(quantified.Condition), quantified.IsEvery);
        return Accumulate(() => new QuantifiedAccumulator(isEvery), Each(quantified.List, (it, context, into, member, uncertainty) =>
        {
            context.SetVariable(place, member);
            into.Add(condition(it, context), uncertainty);
        }));
    }

    private ValueCode AggregateOf(BoundAggregate aggregate) => aggregate.Aggregate switch
    {
        Aggregate.Count => Accumulate(() => new CountAccumulator(forTexts: false), aggregate.List),
        Aggregate.Contains => Contains(Of(aggregate.Argument!), aggregate.List),
        Aggregate.Sum => Accumulate(() => new SumAccumulator(isMean: false), aggregate.List),
        Aggregate.Mean => Accumulate(() => new SumAccumulator(isMean: true), aggregate.List),
        Aggregate.Share => Accumulate(() => new ShareAccumulator(), aggregate.List),
        Aggregate.ShareAtLeast => ShareAtLeast(Of(aggregate.Argument!), Each(aggregate.List, AddTo)),
        var extreme => Accumulate(() => new ExtremeAccumulator(extreme == Aggregate.Max), aggregate.List),
    };

    private ValueCode Contains(ValueCode sought, Bound list)
    {
        var place = places++;
        var found = Accumulate(() => new QuantifiedAccumulator(isEvery: false), Each(list, (_, context, into, member, uncertainty) =>
            into.Add(member.IsKnown ? AnyValue.Of(AnyOperators.AreEqual(member, context.Variable(place))) : member, uncertainty)));
        return (it, context) =>
        {
            var known = sought(it, context);
            if (!known.IsKnown)
                return known;
            context.SetVariable(place, known);
            return found(it, context);
        };
    }

    private static ValueCode ShareAtLeast(ValueCode share, LoopCode members) => (it, context) =>
    {
        var into = new ShareAtLeastAccumulator(share(it, context));
        members(it, context, into);
        return into.Result();
    };

    private ValueCode Accumulate(Func<Accumulator> create, Bound list) => Accumulate(create, Each(list, AddTo));

    private static ValueCode Accumulate(Func<Accumulator> create, LoopCode members) => (it, context) =>
    {
        var into = create();
        members(it, context, into);
        return into.Result();
    };

    private static void AddTo(object subject, EvaluationContext context, Accumulator into, AnyValue member, FactSet? uncertainty) => into.Add(member, uncertainty);
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
