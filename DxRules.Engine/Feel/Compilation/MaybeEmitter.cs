using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>
/// The three-valued form of an expression: every piece of code gives a <see cref="Maybe{T}"/>. Operators over known values are the same
/// as in the null-free form; only what decides with unknowns (logic, lists, reading a member) is written here.
/// </summary>
/// <param name="forTexts">In texts a choice whose condition is unknown takes its else, and lists show their certain members.</param>
internal sealed partial class MaybeEmitter(Expression subject, Expression context, ValueWriter writer, bool forTexts)
{
    private readonly Dictionary<Variable, Expression> variables = [];

    /// <summary>Gives a variable a value that stands outside the expression, so that its parts can be looked at one by one.</summary>
    public void Assume(Variable variable, object value) =>
        variables[variable] = Known(Expression.Constant(value, variable.Type.Clr));

    /// <summary>Code that gives a Maybe of the CLR type of the bound's type.</summary>
    public Expression Emit(Bound bound) => bound switch
    {
        BoundConstant constant => Known(Expression.Constant(constant.Value, constant.Type.Clr)),
        BoundParameter parameter => Known(Expression.Constant(parameter.Parameter.Value, parameter.Type.Clr)),
        BoundSubject => Known(subject),
        BoundContext => Known(context),
        BoundVariable variable => variables[variable.Variable],
        BoundLet let => Emit(let.Body),
        BoundMember member => EmitMember(member),
        BoundIsNull test => EmitIsNull(test),
        BoundAnd and => EmitLogic(nameof(Maybes.And), nameof(Maybes.IsFalse), and.Left, and.Right),
        BoundOr or => EmitLogic(nameof(Maybes.Or), nameof(Maybes.IsTrue), or.Left, or.Right),
        BoundNot not => Expression.Call(typeof(Maybes), nameof(Maybes.Not), null, Emit(not.Operand)),
        BoundBinary binary => EmitBinary(binary),
        BoundBetween between => Lift([between.Value, between.Low, between.High], values => Known(Emission.IsBetween(between, values[0], values[1], values[2]))),
        BoundNegation negation => Lift([negation.Operand], operand => Known(Emission.Negate(operand[0]))),
        BoundIf choice when choice.Type is not ListType => EmitIf(choice),
        BoundCall call when call.Type is not ListType || call.Method.ReturnType != typeof(NumberRange) => Lift(call.Arguments, arguments => Known(Expression.Call(call.Method, arguments))),
        BoundHosted hosted => Lift(hosted.Arguments, values => Known(hosted.Condition.Code(subject, values))),
        BoundString text => Lift([text.Value], value => Known(writer.Emit(value[0], text.Value, text.Language))),
        BoundQuantified quantified => EmitQuantified(quantified),
        BoundAggregate aggregate => EmitAggregate(aggregate),
        _ when bound.Type is ListType list => EmitList(bound, list),
        _ => throw new InvalidOperationException($"{bound.GetType().Name} has no place in an expression."),
    };

    /// <summary>Code over the values of operands that must all be known; where one is not, the result misses what they miss.</summary>
    /// <param name="code">Gives a Maybe.</param>
    private Expression Lift(IReadOnlyList<Bound> operands, Func<Expression[], Expression> code)
    {
        var values = operands.Select(Emit).ToArray();
        var variables = values.Select(v => Expression.Variable(v.Type)).ToArray();
        var known = code([.. variables.Select(ValueOf)]);
        Expression allKnown = Expression.Constant(true);
        Expression missing = Expression.Constant(null, typeof(FactSet));
        foreach (var variable in variables)
        {
            allKnown = allKnown is ConstantExpression ? IsKnown(variable) : Expression.AndAlso(allKnown, IsKnown(variable));
            missing = missing is ConstantExpression ? MissingOf(variable) : Union(missing, MissingOf(variable));
        }
        return Expression.Block(
            variables,
            [.. variables.Zip(values, Expression.Assign), Expression.Condition(allKnown, known, Unknown(known.Type, missing))]);
    }

    private Expression EmitMember(BoundMember member) =>
        Lift([member.Target], target => WithVariable(target[0], owner => AsMaybe(Emission.Read(member.Member, owner), member)));

    private static Expression AsMaybe(Expression raw, BoundMember member)
    {
        var missing = Expression.Constant(member.Missing ?? FactSet.Empty);
        if (IsMaybe(raw.Type))
        {
            var prefix = Expression.Constant(member.SubjectPrefix, typeof(Fact));
            var maybe = Expression.Call(typeof(Maybes), nameof(Maybes.OfMaybe), raw.Type.GetGenericArguments(), raw, missing, prefix);
            return AsNumber(maybe);
        }
        if (Nullable.GetUnderlyingType(raw.Type) is { } inner)
            return AsNumber(Expression.Call(typeof(Maybes), nameof(Maybes.OfNullable), [inner], raw, missing));
        if (!raw.Type.IsValueType && member.Member.CanBeMissing)
            return Expression.Call(typeof(Maybes), nameof(Maybes.OfReference), [raw.Type], raw, missing);
        return Known(Emission.AsNumber(raw));
    }

    private Expression EmitIsNull(BoundIsNull test) => Lift([test.Operand.Target], target => WithVariable(target[0], owner =>
    {
        var raw = Emission.Read(test.Operand.Member, owner);
        var value = IsMaybe(raw.Type) ? raw : Known(raw);
        var prefix = Expression.Constant(test.Operand.SubjectPrefix, typeof(Fact));
        var isNull = Expression.Call(typeof(Maybes), nameof(Maybes.IsNull), value.Type.GetGenericArguments(), value, prefix);
        return test.Expected ? isNull : Expression.Call(typeof(Maybes), nameof(Maybes.Not), null, isNull);
    }));

    /// <summary>Both sides are looked at, except where the left one decides: then the right one may be guarded by it.</summary>
    private Expression EmitLogic(string logic, string decides, Bound left, Bound right)
    {
        var first = Expression.Variable(typeof(Maybe<bool>));
        return Expression.Block(
            [first],
            Expression.Assign(first, Emit(left)),
            Expression.Condition(
                Expression.Call(typeof(Maybes), decides, null, first),
                first,
                Expression.Call(typeof(Maybes), logic, null, first, Emit(right))));
    }

    private Expression EmitBinary(BoundBinary binary) => Lift([binary.Left, binary.Right], operands =>
    {
        var result = Known(Emission.Operate(binary.Operator, operands[0], operands[1]));
        return binary.Operator == BinaryOperator.Divide
            ? Expression.Condition(Emission.IsZero(operands[1]), Unknown(result.Type, Expression.Constant(FactSet.Empty)), result)
            : result;
    });

    private Expression EmitIf(BoundIf choice)
    {
        var condition = Expression.Variable(typeof(Maybe<bool>));
        var (then, otherwise) = (Emit(choice.Then), Emit(choice.Else));
        if (choice.Type == FeelType.Any)
            (then, otherwise) = (AsObject(then), AsObject(otherwise));

        // Each branch stands in the code once: chains of choices would double it with every link.
        var decided = forTexts
            ? Expression.Condition(IsTrue(condition), then, otherwise)
            : Expression.Condition(IsKnown(condition), Expression.Condition(ValueOf(condition), then, otherwise), Unknown(then.Type, MissingOf(condition)));
        return Expression.Block([condition], Expression.Assign(condition, Emit(choice.Condition)), decided);
    }

    private static Expression IsTrue(Expression condition) => Expression.Call(typeof(Maybes), nameof(Maybes.IsTrue), null, condition);

    private static Expression AsObject(Expression maybe) =>
        Expression.Call(typeof(Maybes), nameof(Maybes.AsObject), maybe.Type.GetGenericArguments(), maybe);

    private static bool IsMaybe(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Maybe<>);

    private static Expression Known(Expression value) => Expression.Call(typeof(Maybe<>).MakeGenericType(value.Type), nameof(Maybe<int>.Known), null, value);

    private static Expression Unknown(Type maybe, Expression missing) => Expression.Call(maybe, nameof(Maybe<int>.Unknown), null, missing);

    private static Expression IsKnown(Expression maybe) => Expression.Property(maybe, nameof(Maybe<int>.IsKnown));

    private static Expression ValueOf(Expression maybe) => Expression.Property(maybe, nameof(Maybe<int>.Value));

    private static Expression MissingOf(Expression maybe) => Expression.Property(maybe, nameof(Maybe<int>.Missing));

    private static Expression Union(Expression left, Expression right) => Expression.Call(typeof(FactSet), nameof(FactSet.Union), null, left, right);

    private static Expression AsNumber(Expression maybe) =>
        maybe.Type == typeof(Maybe<int>) ? Expression.Call(typeof(Maybes), nameof(Maybes.AsNumber), null, maybe) : maybe;

    private static Expression WithVariable(Expression value, Func<Expression, Expression> code)
    {
        if (value is ParameterExpression or ConstantExpression)
            return code(value);
        var variable = Expression.Variable(value.Type);
        return Expression.Block([variable], Expression.Assign(variable, value), code(variable));
    }
}
