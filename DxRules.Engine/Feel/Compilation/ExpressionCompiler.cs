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
    /// context => (subjects, from, to, context, verdicts): for checks in one context, what several rules say of subjects of a list, one subject after the other. Quiet ones say
    /// nothing; those that facts are missing for say <see cref="Unknown"/>, and the three-valued form tells which.
    /// </summary>
    /// <param name="rules">Each with the number by which verdicts name it.</param>
    public LambdaExpression Verdicts(IReadOnlyList<(int Number, RuleConditions Conditions)> rules)
    {
        var list = Expression.Parameter(subject.Clr.MakeArrayType(), "subjects");
        var (from, to) = (Expression.Parameter(typeof(int), "from"), Expression.Parameter(typeof(int), "to"));
        var (context, verdicts) = (Expression.Parameter(typeof(EvaluationContext), "context"), Expression.Parameter(typeof(Verdicts), "verdicts"));
        var self = Expression.Variable(subject.Clr, "subject");
        var emitter = new JumpEmitter(self, context);
        var code = emitter.Around([.. rules.Select(rule => emitter.Rule(rule.Conditions, outcome =>
            Expression.Call(verdicts, nameof(Compilation.Verdicts.Add), null, from, Expression.Constant(rule.Number), Expression.Constant(outcome))))]);
        var end = Expression.Label();
        var loop = Expression.Loop(
            Expression.IfThenElse(
                Expression.LessThan(from, to),
                Expression.Block([self], Expression.Assign(self, Expression.ArrayIndex(list, from)), code, Expression.PreIncrementAssign(from)),
                Expression.Break(end)),
            end);
        return emitter.AroundRun(Expression.Lambda(typeof(VerdictCode<>).MakeGenericType(subject.Clr), emitter.AroundList(loop), list, from, to, context, verdicts));
    }

    /// <summary>The three-valued form of an expression.</summary>
    /// <param name="assumed">Values of variables that stand outside the expression.</param>
    public ValueCode ThreeValued(Bound bound, bool forTexts = false, IReadOnlyDictionary<Variable, object>? assumed = null)
    {
        if (!LargeStack.IsNeededFor(bound))
            return Interpreted(bound, forTexts, assumed);
        var code = LargeStack.Run(() => Interpreted(bound, forTexts, assumed));
        return (it, context) => LargeStack.Run(() => code(it, context));
    }

    /// <summary>A value for people: boxed, a <see cref="FactSet"/> where it is unknown, an <see cref="AtLeast"/> for a count with uncertain members.</summary>
    /// <param name="assumed">Values of variables that stand outside the expression.</param>
    public Func<object, EvaluationContext, object?> Value(Bound bound, bool forTexts = true, IReadOnlyDictionary<Variable, object>? assumed = null)
    {
        var code = ThreeValued(bound, forTexts, assumed);
        return (it, context) => code(it, context).Boxed;
    }

    /// <summary>What a member's values are counted in; null where they have no unit.</summary>
    public Func<object, EvaluationContext, string?>? Unit(Bound bound)
    {
        if (bound is not BoundMember { Member.Unit: { } unit } member)
            return null;
        var (owner, read) = (Value(member.Target), MemberCode.Of(unit));
        return (it, context) => owner(it, context) is not FactSet and { } known ? (string?)read(known).Boxed : null;
    }

    private ValueCode Interpreted(Bound bound, bool forTexts, IReadOnlyDictionary<Variable, object>? assumed)
    {
        var interpreter = new Interpreter(subject, writer, forTexts);
        foreach (var (variable, value) in assumed ?? new Dictionary<Variable, object>())
            interpreter.Assume(variable, value);
        return interpreter.Whole(bound);
    }
}

/// <summary>What decides what a rule says: null stands for true.</summary>
internal sealed record RuleConditions(Bound? Where, Bound? When, IReadOnlyList<Bound?> Levels)
{
    /// <summary>Those that are there, in order of reading.</summary>
    public IEnumerable<Bound> All => Levels.Prepend(When).Prepend(Where).OfType<Bound>();
}

/// <summary>What rules say of the subjects from one place of a list up to another.</summary>
internal delegate void VerdictCode<T>(T[] subjects, int from, int to, EvaluationContext context, Verdicts verdicts);
