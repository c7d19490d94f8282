using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Turns bound expressions of one kind of subject into code.</summary>
internal sealed class ExpressionCompiler(ObjectType subject, ValueWriter writer)
{
    /// <summary>What the null-free form of a rule gives back besides the number of the level that fired.</summary>
    public const int Quiet = -1;
    public const int NotApplicable = -2;
    public const int Unknown = -3;

    /// <summary>The rule is to be asked by itself.</summary>
    public const int Singly = -4;

    /// <summary>
    /// (subject, context) => the number of the first level that is true, or <see cref="Quiet"/>, <see cref="NotApplicable"/>,
    /// or <see cref="Unknown"/> as soon as something read is not known.
    /// </summary>
    public LambdaExpression CertainOutcome(RuleConditions rule)
    {
        var (self, context) = (Expression.Parameter(subject.Clr, "subject"), Expression.Parameter(typeof(EvaluationContext), "context"));
        var end = Expression.Label(typeof(int));
        var emitter = new CertainEmitter(self, context, type => Expression.Return(end, Expression.Constant(Unknown), type));
        var steps = new List<Expression>();
        if (rule.Where is { } where)
            steps.Add(Expression.IfThen(Expression.Not(emitter.Emit(where)), Expression.Return(end, Expression.Constant(NotApplicable))));
        if (rule.When is { } when)
            steps.Add(Expression.IfThen(Expression.Not(emitter.Emit(when)), Expression.Return(end, Expression.Constant(Quiet))));
        for (var i = 0; i < rule.Levels.Count; i++)
        {
            var fires = Expression.Return(end, Expression.Constant(i));
            steps.Add(rule.Levels[i] is { } level ? Expression.IfThen(emitter.Emit(level), fires) : fires);
        }
        steps.Add(Expression.Label(end, Expression.Constant(Quiet)));
        return Expression.Lambda(typeof(Func<,,>).MakeGenericType(subject.Clr, typeof(EvaluationContext), typeof(int)), Expression.Block(steps), self, context);
    }

    /// <summary>
    /// (subject, context, verdicts): what several rules say of one subject, one after the other. Quiet ones say nothing; those that facts
    /// are missing for say <see cref="Unknown"/>, and the three-valued form tells which.
    /// </summary>
    /// <param name="rules">Each with the number by which verdicts name it.</param>
    public LambdaExpression Verdicts(IReadOnlyList<(int Number, RuleConditions Conditions)> rules)
    {
        var (self, context) = (Expression.Parameter(subject.Clr, "subject"), Expression.Parameter(typeof(EvaluationContext), "context"));
        var verdicts = Expression.Parameter(typeof(Verdicts), "verdicts");
        var code = rules.Select(rule =>
            VerdictOf(rule.Conditions, self, context, outcome => Expression.Call(verdicts, nameof(Compilation.Verdicts.Add), null, Expression.Constant(rule.Number), Expression.Constant(outcome))));
        return Expression.Lambda(
            typeof(Action<,,>).MakeGenericType(subject.Clr, typeof(EvaluationContext), typeof(Verdicts)), Expression.Block(typeof(void), code), self, context, verdicts);
    }

    private static Expression VerdictOf(RuleConditions rule, Expression self, Expression context, Func<int, Expression> say)
    {
        var emitter = new JumpEmitter(self, context);
        var (end, open, notApplicable, concerned, fires) = (Expression.Label(), Expression.Label(), Expression.Label(), Expression.Label(), Expression.Label());
        var code = new List<Expression> { Expression.Call(context, nameof(EvaluationContext.StartCounting), null) };
        if (rule.Where is { } where)
            code.AddRange(emitter.Decide(where, new(concerned, notApplicable, open)), Expression.Label(notApplicable), say(NotApplicable), Expression.Goto(end));
        code.Add(Expression.Label(concerned));
        if (rule.When is { } when)
            code.Add(emitter.Decide(when, new(fires, end, open)));
        code.Add(Expression.Label(fires));
        for (var i = 0; i < rule.Levels.Count; i++)
        {
            var (fire, next) = (Expression.Label(), Expression.Label());
            code.Add(rule.Levels[i] is { } level ? emitter.Decide(level, new(fire, next, open)) : Expression.Goto(fire));
            code.AddRange(Expression.Label(fire), say(i), Expression.Goto(end), Expression.Label(next));
        }
        code.AddRange(Expression.Goto(end), Expression.Label(open), say(Unknown), Expression.Label(end));
        return Expression.Block(typeof(void), code);
    }

    /// <summary>The three-valued form of a condition.</summary>
    public Func<object, EvaluationContext, Maybe<bool>> Condition(Bound condition) => WithRoom(condition, () =>
    {
        var (self, context, body) = Three(condition, forTexts: false, (emitter, bound) => emitter.Emit(bound));
        return Expression.Lambda<Func<object, EvaluationContext, Maybe<bool>>>(body, self, context).Compile();
    });

    /// <summary>
    /// A value for people: boxed, a <see cref="FactSet"/> where it is unknown, an <see cref="AtLeast"/> for a count with uncertain members.
    /// Made for single use, so it is interpreted rather than compiled.
    /// </summary>
    /// <param name="assumed">Values of variables that stand outside the expression.</param>
    public Func<object, EvaluationContext, object?> Value(Bound bound, bool forTexts = true, IReadOnlyDictionary<Variable, object>? assumed = null) =>
        WithRoom(bound, () =>
        {
            var (self, context, body) = Three(bound, forTexts, (emitter, value) => Boxed(emitter, value, forTexts), assumed);
            return Expression.Lambda<Func<object, EvaluationContext, object?>>(body, self, context).Compile(preferInterpretation: true);
        });

    /// <summary>What a member's values are counted in; null where they have no unit.</summary>
    public Func<object, EvaluationContext, string?>? Unit(Bound bound)
    {
        if (bound is not BoundMember { Member.Unit: { } unit } member)
            return null;
        var (self, context, body) = Three(member.Target, forTexts: true, (emitter, target) =>
        {
            var owner = Expression.Variable(emitter.Emit(target).Type);
            var value = Expression.Property(owner, nameof(Maybe<int>.Value));
            return Expression.Block(
                [owner],
                Expression.Assign(owner, emitter.Emit(target)),
                Expression.Condition(
                    Expression.Property(owner, nameof(Maybe<int>.IsKnown)),
                    Expression.Invoke(unit, value),
                    Expression.Constant(null, typeof(string))));
        });
        return Expression.Lambda<Func<object, EvaluationContext, string?>>(body, self, context).Compile(preferInterpretation: true);
    }

    private static T WithRoom<T>(Bound bound, Func<T> code) => LargeStack.IsNeededFor(bound) ? LargeStack.Run(code) : code();

    private static Expression Boxed(MaybeEmitter emitter, Bound bound, bool forTexts)
    {
        var inner = bound is BoundLet let ? let.Body : bound;
        if (forTexts && inner is BoundAggregate { Aggregate: Aggregate.Count } count)
            return emitter.EmitCountForTexts(count);
        var value = emitter.Emit(bound);
        return Expression.Call(typeof(Maybes), nameof(Maybes.Box), value.Type.GetGenericArguments(), value);
    }

    private (ParameterExpression Self, ParameterExpression Context, Expression Body) Three(
        Bound bound,
        bool forTexts,
        Func<MaybeEmitter, Bound, Expression> code,
        IReadOnlyDictionary<Variable, object>? assumed = null)
    {
        var (self, context) = (Expression.Parameter(typeof(object), "subject"), Expression.Parameter(typeof(EvaluationContext), "context"));
        var typed = Expression.Variable(subject.Clr);
        var emitter = new MaybeEmitter(typed, context, writer, forTexts);
        foreach (var (variable, value) in assumed ?? new Dictionary<Variable, object>())
            emitter.Assume(variable, value);
        var body = code(emitter, bound);
        return (self, context, Expression.Block([typed], Expression.Assign(typed, Expression.Convert(self, subject.Clr)), body));
    }
}

/// <summary>What decides what a rule says: null stands for true.</summary>
internal sealed record RuleConditions(Bound? Where, Bound? When, IReadOnlyList<Bound?> Levels);
