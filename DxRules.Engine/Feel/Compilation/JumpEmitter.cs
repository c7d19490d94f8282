using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Where to go on. <see cref="IfUnknown"/>: something is missing that could change the result.</summary>
internal readonly record struct Ways(LabelTarget IfTrue, LabelTarget IfFalse, LabelTarget IfUnknown)
{
    public Ways Swapped => new(IfFalse, IfTrue, IfUnknown);
}

/// <summary>
/// Conditions as jumps to one of three places. An unknown part does not end a condition at once: the rest may still decide it, and then
/// nobody need ask what was missing. What several conditions read is read once; lists of values are left to the null-free form.
/// </summary>
internal sealed partial class JumpEmitter
{
    private readonly Expression subject;
    private readonly Expression context;
    private readonly CertainEmitter values;
    private readonly List<ParameterExpression> shared = [];
    private readonly Remembered ofSubject = new();
    private Remembered remembered;
    private List<Expression> code = [];
    private List<ParameterExpression> locals = [];
    private LabelTarget unknown = Expression.Label();

    // No jump yet since the rule began: all that was computed so far is computed for every subject.
    private bool isStraight;

    public JumpEmitter(Expression subject, Expression context)
    {
        (this.subject, this.context) = (subject, context);
        values = new CertainEmitter(subject, context, type => Expression.Goto(unknown, type));
        remembered = ofSubject;
    }

    /// <summary>Code for one rule on one subject; says nothing where it is quiet.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="say">Tells the level that fires, or a constant of <see cref="ExpressionCompiler"/>.</param>
    public Expression Rule(RuleConditions rule, Func<int, Expression> say)
    {
        var (end, open, notApplicable) = (Expression.Label(), Expression.Label(), Expression.Label());
        (code, locals, isStraight) = ([], [], true);
        remembered = new Remembered(ofSubject);
        if (rule.All.SelectMany(BoundParts.Of).Any(part => part is BoundQuantified or BoundAggregate or BoundFor or BoundFilter))
            code.Add(Expression.Call(context, nameof(EvaluationContext.StartCounting), null));
        if (rule.Where is { } where)
            DecideTo(where, concerned => new(concerned, notApplicable, open));
        if (rule.When is { } when)
            DecideTo(when, fires => new(fires, end, open));
        for (var i = 0; i < rule.Levels.Count; i++)
        {
            var (fire, next) = (Expression.Label(), Expression.Label());
            if (rule.Levels[i] is { } level)
                Decide(level, new(fire, next, open));
            code.AddRange(Expression.Label(fire), say(i), Expression.Goto(end), Expression.Label(next));
        }
        code.Add(Expression.Goto(end));
        code.AddRange(Expression.Label(notApplicable), say(ExpressionCompiler.NotApplicable), Expression.Goto(end));
        code.AddRange(Expression.Label(open), say(ExpressionCompiler.Unknown), Expression.Label(end));
        return Expression.Block(typeof(void), locals, code);
    }

    /// <summary>What the code of several rules shares, around it.</summary>
    public Expression Around(IEnumerable<Expression> rules) => Expression.Block(typeof(void), shared, rules);

    /// <summary>Goes on below where the condition turns out as the ways say.</summary>
    private void DecideTo(Bound condition, Func<LabelTarget, Ways> ways)
    {
        var next = Expression.Label();
        Decide(condition, ways(next));
        code.Add(Expression.Label(next));
    }

    /// <summary>Code that always leaves through one of the ways.</summary>
    private void Decide(Bound condition, Ways ways)
    {
        switch (condition)
        {
            case BoundLet let:
                Decide(let.Body, ways);
                break;
            case BoundNot not:
                Decide(not.Operand, ways.Swapped);
                break;
            case BoundAnd:
                DecideAll([.. OperandsOf(condition, condition)], isAnd: true, ways);
                break;
            case BoundOr:
                DecideAll([.. OperandsOf(condition, condition)], isAnd: false, ways);
                break;
            case BoundIf choice:
                DecideChoice(choice.Condition, choice.Then, choice.Else, ways);
                break;
            case BoundQuantified quantified:
                DecideQuantified(quantified, ways);
                break;
            case BoundBinary { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual } comparison:
                DecideComparison(comparison, ways);
                break;
            default:
                Jump(At(ways.IfUnknown, () => Value(condition)), ways);
                break;
        }
    }

    private static IEnumerable<Bound> OperandsOf(Bound whole, Bound part) => (whole, part) switch
    {
        (BoundAnd, BoundAnd and) => OperandsOf(whole, and.Left).Concat(OperandsOf(whole, and.Right)),
        (BoundOr, BoundOr or) => OperandsOf(whole, or.Left).Concat(OperandsOf(whole, or.Right)),
        _ => [part],
    };

    /// <summary>Kleene's and, or: the first operand that decides ends it; an unknown one is remembered while the others are asked.</summary>
    private void DecideAll(IReadOnlyList<Bound> operands, bool isAnd, Ways ways)
    {
        var isOpen = Local(typeof(bool));
        var decided = isAnd ? ways.IfFalse : ways.IfTrue;
        code.Add(Expression.Assign(isOpen, Expression.Constant(false)));
        foreach (var operand in operands)
        {
            var (next, open) = (Expression.Label(), Expression.Label());
            remembered = new Remembered(remembered);
            Decide(operand, new Ways(isAnd ? next : decided, isAnd ? decided : next, open));
            remembered = remembered.Outside!;
            code.AddRange(Expression.Label(open), Expression.Assign(isOpen, Expression.Constant(true)), Expression.Label(next));
        }
        code.Add(Expression.IfThenElse(isOpen, Expression.Goto(ways.IfUnknown), Expression.Goto(isAnd ? ways.IfTrue : ways.IfFalse)));
    }

    private void DecideChoice(Bound condition, Bound then, Bound otherwise, Ways ways)
    {
        var isFalse = Expression.Label();
        DecideTo(condition, isTrue => new(isTrue, isFalse, ways.IfUnknown));
        Apart(() => Decide(then, ways));
        code.Add(Expression.Label(isFalse));
        Apart(() => Decide(otherwise, ways));
    }

    private void DecideQuantified(BoundQuantified quantified, Ways ways)
    {
        var isOpen = Local(typeof(bool));
        var decided = quantified.IsEvery ? ways.IfFalse : ways.IfTrue;
        isStraight = false;
        code.Add(Expression.Assign(isOpen, Expression.Constant(false)));
        var around = code;
        var loop = At(ways.IfUnknown, () => values.EmitLoop(quantified.List, member => values.Scoped(quantified.Item, member, () =>
        {
            var (next, open) = (Expression.Label(), Expression.Label());
            code = [];
            Apart(() => Decide(quantified.Condition, new Ways(quantified.IsEvery ? next : decided, quantified.IsEvery ? decided : next, open)));
            code.AddRange(Expression.Label(open), Expression.Assign(isOpen, Expression.Constant(true)), Expression.Label(next));
            return Expression.Block(typeof(void), code);
        })));
        code = around;
        code.Add(loop);
        code.Add(Expression.IfThenElse(isOpen, Expression.Goto(ways.IfUnknown), Expression.Goto(quantified.IsEvery ? ways.IfTrue : ways.IfFalse)));
    }

    private void DecideComparison(BoundBinary comparison, Ways ways)
    {
        var (left, right) = (WithoutLets(comparison.Left), WithoutLets(comparison.Right));

        // A choice of values compared is a choice of comparisons, each of them plain.
        if (left is BoundIf { Type: var type } choice && type == FeelType.Number)
            DecideChoice(choice.Condition, comparison with { Left = choice.Then }, comparison with { Left = choice.Else }, ways);
        else if (right is BoundIf { Type: var other } chosen && other == FeelType.Number)
            DecideChoice(chosen.Condition, comparison with { Right = chosen.Then }, comparison with { Right = chosen.Else }, ways);
        else if (IsWorthDoubles(left, right))
            DecideByDoubles(comparison.Operator, left, right, ways);
        else
            Jump(At(ways.IfUnknown, () => Compare(comparison.Operator, Value(left), Value(right))), ways);
    }

    public static Bound WithoutLets(Bound bound) => bound is BoundLet let ? WithoutLets(let.Body) : bound;

    /// <summary>Code that is not on every way to what follows: what it computes is forgotten behind it.</summary>
    private void Apart(Action emit)
    {
        remembered = new Remembered(remembered);
        emit();
        remembered = remembered.Outside!;
    }

    private void Jump(Expression test, Ways ways)
    {
        code.Add(Expression.IfThenElse(test, Expression.Goto(ways.IfTrue), Expression.Goto(ways.IfFalse)));
        isStraight = false;
    }

    private void LeaveIf(Expression test)
    {
        code.Add(Expression.IfThen(test, Expression.Goto(unknown)));
        isStraight = false;
    }

    private T At<T>(LabelTarget place, Func<T> emit)
    {
        var before = unknown;
        unknown = place;
        var emitted = emit();
        unknown = before;
        return emitted;
    }

    private ParameterExpression Local(Type type)
    {
        var local = Expression.Variable(type);
        locals.Add(local);
        return local;
    }
}
