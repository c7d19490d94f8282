using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>
/// The null-free form of an expression: plain typed code that leaves through <paramref name="bail"/> at the first thing that is not known.
/// Loops are written in place and nothing is allocated, boxed or called through a delegate.
/// </summary>
/// <param name="subject">The rule's subject, of its CLR type.</param>
/// <param name="context">The evaluation's context.</param>
/// <param name="bail">Where to go, and what to give back there, when something is not known.</param>
internal sealed partial class CertainEmitter(Expression subject, Expression context, Func<Type, Expression> bail)
{
    private readonly Dictionary<Variable, Expression> variables = [];

    /// <summary>Code that gives the value as the CLR type of its type.</summary>
    public Expression Emit(Bound bound) => bound switch
    {
        BoundConstant constant => Expression.Constant(constant.Value, constant.Type.Clr),
        BoundParameter parameter => Expression.Constant(parameter.Parameter.Value, parameter.Type.Clr),
        BoundSubject => subject,
        BoundContext => context,
        BoundVariable variable => variables[variable.Variable],
        BoundLet let => Emit(let.Body),
        BoundMember member => EmitMember(member),
        BoundIsNull test => EmitIsNull(test),
        BoundAnd and => Expression.AndAlso(Emit(and.Left), Emit(and.Right)),
        BoundOr or => Expression.OrElse(Emit(or.Left), Emit(or.Right)),
        BoundNot not => Expression.Not(Emit(not.Operand)),
        BoundBinary binary => EmitBinary(binary),
        BoundBetween between => EmitBetween(between),
        BoundNegation negation => Emission.Negate(Emit(negation.Operand)),
        BoundIf choice when choice.Type is not ListType => Expression.Condition(Emit(choice.Condition), Emit(choice.Then), Emit(choice.Else)),
        BoundHosted hosted => EmitHosted(hosted),
        BoundCall call when call.Method.ReturnType != typeof(NumberRange) => EmitCall(call),
        BoundQuantified quantified => EmitQuantified(quantified),
        BoundAggregate aggregate => EmitAggregate(aggregate),
        _ when bound.Type is ListType list => EmitArray(bound, list),
        _ => throw new InvalidOperationException($"{bound.GetType().Name} has no place in a condition."),
    };

    private Expression EmitMember(BoundMember member)
    {
        return WithVariable(Emit(member.Target), target =>
        {
            var raw = Emission.Read(member.Member, target);
            if (!member.Member.CanBeMissing && !IsMaybe(raw.Type) && Nullable.GetUnderlyingType(raw.Type) is null)
                return Emission.AsNumber(raw);
            return WithVariable(raw, Known);
        });
    }

    /// <summary>The value where it is known; leaves where it is not.</summary>
    private Expression Known(Expression raw)
    {
        if (IsMaybe(raw.Type))
        {
            var value = Expression.Property(raw, nameof(Maybe<int>.Value));
            var isKnown = Expression.Property(raw, nameof(Maybe<int>.IsKnown));
            var number = Emission.AsNumber(value);
            return value.Type.IsValueType
                ? Expression.Condition(isKnown, number, bail(number.Type))
                : Expression.Condition(Expression.AndAlso(isKnown, IsThere(value)), value, bail(value.Type));
        }
        if (Nullable.GetUnderlyingType(raw.Type) is not null)
        {
            var value = Emission.AsNumber(Expression.Call(raw, "GetValueOrDefault", null));
            return Expression.Condition(Expression.Property(raw, "HasValue"), value, bail(value.Type));
        }
        return raw.Type.IsValueType ? Emission.AsNumber(raw) : Expression.Condition(IsThere(raw), raw, bail(raw.Type));
    }

    private static Expression IsThere(Expression reference) => Expression.ReferenceNotEqual(reference, Expression.Constant(null));

    private Expression EmitIsNull(BoundIsNull test)
    {
        return WithVariable(Emit(test.Operand.Target), target =>
        {
            var isNull = WithVariable(Emission.Read(test.Operand.Member, target), IsNull);
            return test.Expected ? isNull : Expression.Not(isNull);
        });
    }

    /// <summary>Whether what a member gave is null.</summary>
    public Expression IsNull(Expression raw)
    {
        if (IsMaybe(raw.Type))
        {
            // Nothing to know counts as null; facts that are missing leave it open.
            var missing = Expression.Property(raw, nameof(Maybe<int>.Missing));
            return Expression.Condition(
                Expression.Property(raw, nameof(Maybe<int>.IsKnown)),
                IsNull(Expression.Property(raw, nameof(Maybe<int>.Value))),
                Expression.Condition(Expression.Property(missing, nameof(FactSet.HasFacts)), bail(typeof(bool)), Expression.Constant(true)));
        }
        if (Nullable.GetUnderlyingType(raw.Type) is not null)
            return Expression.Not(Expression.Property(raw, "HasValue"));
        return raw.Type.IsValueType ? Expression.Constant(false) : Expression.ReferenceEqual(raw, Expression.Constant(null));
    }

    private Expression EmitBinary(BoundBinary binary)
    {
        var left = Emit(binary.Left);
        var right = Emit(binary.Right);
        if (binary.Operator != BinaryOperator.Divide || binary.Right is BoundConstant { Value: decimal and not 0m })
            return Emission.Operate(binary.Operator, left, right);
        return WithVariable(right, divisor =>
            Expression.Condition(Emission.IsZero(divisor), bail(binary.Type.Clr), Emission.Operate(binary.Operator, left, divisor)));
    }

    private Expression EmitBetween(BoundBetween between) =>
        WithVariable(Emit(between.Value), value => WithVariable(Emit(between.Low), low => WithVariable(Emit(between.High), high => Emission.IsBetween(between, value, low, high))));

    private Expression EmitCall(BoundCall call) => Expression.Call(call.Method, call.Arguments.Select(Emit));

    private Expression EmitHosted(BoundHosted hosted)
    {
        var values = hosted.Arguments.Select(Emit).ToArray();
        var known = values.Select(value => Expression.Variable(value.Type)).ToArray();
        return Expression.Block(known, [.. known.Zip(values, Expression.Assign), hosted.Condition.Code(subject, known)]);
    }

    private static bool IsMaybe(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Maybe<>);

    /// <summary>Code over a value that is computed once.</summary>
    private static Expression WithVariable(Expression value, Func<Expression, Expression> code)
    {
        if (value is ParameterExpression or ConstantExpression)
            return code(value);
        var variable = Expression.Variable(value.Type);
        return Expression.Block([variable], Expression.Assign(variable, value), code(variable));
    }
}
