using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>
/// Conditions as jumps to one of three places: true, false, unknown. What is unknown does not end a condition at once: the rest may still
/// decide it, and then nobody need ask what was missing. Values are those of the null-free form.
/// </summary>
internal sealed class JumpEmitter
{
    private readonly CertainEmitter values;
    private LabelTarget unknown = Expression.Label();

    public JumpEmitter(Expression subject, Expression context) =>
        values = new CertainEmitter(subject, context, type => Expression.Goto(unknown, type));

    /// <param name="IfUnknown">Where to go when something is missing that could change the result.</param>
    internal readonly record struct Ways(LabelTarget IfTrue, LabelTarget IfFalse, LabelTarget IfUnknown)
    {
        public Ways Swapped => new(IfFalse, IfTrue, IfUnknown);
    }

    /// <summary>Code that always leaves through one of the ways.</summary>
    public Expression Decide(Bound condition, Ways ways) => condition switch
    {
        BoundLet let => Decide(let.Body, ways),
        BoundNot not => Decide(not.Operand, ways.Swapped),
        BoundAnd => DecideAll([.. OperandsOf(condition, condition)], isAnd: true, ways),
        BoundOr => DecideAll([.. OperandsOf(condition, condition)], isAnd: false, ways),
        BoundIf choice => DecideChoice(choice, ways),
        BoundQuantified quantified => DecideQuantified(quantified, ways),
        _ => At(ways.IfUnknown, () => Expression.IfThenElse(values.Emit(condition), Expression.Goto(ways.IfTrue), Expression.Goto(ways.IfFalse))),
    };

    private static IEnumerable<Bound> OperandsOf(Bound whole, Bound part) => (whole, part) switch
    {
        (BoundAnd, BoundAnd and) => OperandsOf(whole, and.Left).Concat(OperandsOf(whole, and.Right)),
        (BoundOr, BoundOr or) => OperandsOf(whole, or.Left).Concat(OperandsOf(whole, or.Right)),
        _ => [part],
    };

    /// <summary>Kleene's and, or: the first operand that decides ends it; an unknown one is remembered while the others are asked.</summary>
    private Expression DecideAll(IReadOnlyList<Bound> operands, bool isAnd, Ways ways)
    {
        var isOpen = Expression.Variable(typeof(bool));
        var decided = isAnd ? ways.IfFalse : ways.IfTrue;
        var code = new List<Expression> { Expression.Assign(isOpen, Expression.Constant(false)) };
        foreach (var operand in operands)
        {
            var (next, open) = (Expression.Label(), Expression.Label());
            var mine = new Ways(isAnd ? next : decided, isAnd ? decided : next, open);
            code.AddRange(Decide(operand, mine), Expression.Label(open), Expression.Assign(isOpen, Expression.Constant(true)), Expression.Label(next));
        }
        code.Add(Expression.IfThenElse(isOpen, Expression.Goto(ways.IfUnknown), Expression.Goto(isAnd ? ways.IfTrue : ways.IfFalse)));
        return Expression.Block(typeof(void), [isOpen], code);
    }

    private Expression DecideChoice(BoundIf choice, Ways ways)
    {
        var (then, otherwise) = (Expression.Label(), Expression.Label());
        return Expression.Block(
            typeof(void),
            Decide(choice.Condition, new(then, otherwise, ways.IfUnknown)),
            Expression.Label(then),
            Decide(choice.Then, ways),
            Expression.Label(otherwise),
            Decide(choice.Else, ways));
    }

    private Expression DecideQuantified(BoundQuantified quantified, Ways ways)
    {
        var isOpen = Expression.Variable(typeof(bool));
        var decided = quantified.IsEvery ? ways.IfFalse : ways.IfTrue;
        var loop = At(ways.IfUnknown, () => values.EmitLoop(quantified.List, member => values.Scoped(quantified.Item, member, () =>
        {
            var (next, open) = (Expression.Label(), Expression.Label());
            var mine = new Ways(quantified.IsEvery ? next : decided, quantified.IsEvery ? decided : next, open);
            return Expression.Block(
                typeof(void),
                Decide(quantified.Condition, mine),
                Expression.Label(open),
                Expression.Assign(isOpen, Expression.Constant(true)),
                Expression.Label(next));
        })));
        return Expression.Block(
            typeof(void),
            [isOpen],
            Expression.Assign(isOpen, Expression.Constant(false)),
            loop,
            Expression.IfThenElse(isOpen, Expression.Goto(ways.IfUnknown), Expression.Goto(quantified.IsEvery ? ways.IfTrue : ways.IfFalse)));
    }

    private Expression At(LabelTarget place, Func<Expression> code)
    {
        var before = unknown;
        unknown = place;
        var emitted = code();
        unknown = before;
        return emitted;
    }
}
