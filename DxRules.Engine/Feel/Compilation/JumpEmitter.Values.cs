using System.Linq.Expressions;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>Values, each in a variable of its own before it is used; the code leaves at the first that is unknown. Whole numbers stay whole as long as they can.</summary>
internal sealed partial class JumpEmitter
{
    private static readonly System.Reflection.MethodInfo DaysOf = typeof(KnownValues).GetMethod(nameof(KnownValues.Days))!;

    /// <summary>A constant or variable that holds the value, as the CLR type of its type or, for numbers, a whole one.</summary>
    private Expression Value(Bound bound) => bound switch
    {
        _ when IsOfRun(bound) => OfRun(bound),
        BoundLet let => Value(let.Body),
        BoundMember member => Recalled(member, Member),
        BoundBinary { Operator: not (BinaryOperator.Equal or BinaryOperator.NotEqual) } binary when binary.Type != FeelType.Boolean => Recalled(binary, Calculate),
        BoundBinary binary => Compare(binary.Operator, Value(binary.Left), Value(binary.Right)),
        BoundBetween between => IsBetween(between),
        BoundIsNull test => IsNull(test),
        BoundCall days when IsDaysBetween(days) => DaysBetween((BoundBinary)WithoutLets(days.Arguments[0])),
        BoundCall { Type: not ListType } call => Recalled(call, c => Kept(Expression.Call(c.Method, [.. c.Arguments.Select(a => Plain(Value(a)))]))),
        BoundNegation negation => Kept(Emission.Negate(Plain(Value(negation.Operand)))),
        BoundConstant or BoundParameter or BoundSubject or BoundContext or BoundVariable => values.Emit(bound),
        _ => Left(bound),
    };

    // The null-free form has loops, choices and the host's code.
    private ParameterExpression Left(Bound bound)
    {
        var value = Kept(values.Emit(bound));
        isStraight = false;
        return value;
    }

    /// <summary>Whether it is (date - date).days.</summary>
    public static bool IsDaysBetween(Bound bound) =>
        bound is BoundCall call && call.Method == DaysOf && WithoutLets(call.Arguments[0]) is BoundBinary { Operator: BinaryOperator.Subtract, Left: var from } && from.Type == FeelType.Date;

    private ParameterExpression DaysBetween(BoundBinary difference) => Kept(Expression.Subtract(DayNumber(difference.Left), DayNumber(difference.Right)));

    private Expression DayNumber(Bound date) => Expression.Property(Value(date), nameof(DateOnly.DayNumber));

    private ParameterExpression Kept(Expression value)
    {
        var local = Local(value.Type);
        code.Add(Expression.Assign(local, value));
        return local;
    }

    private Expression Recalled<T>(T bound, Func<T, Expression> emit)
        where T : Bound
    {
        var key = BoundKey.Of(bound);
        if (key is not null && remembered.Find(key) is { } known)
            return known;
        var value = emit(bound);
        if (key is not null)
            remembered.Add(key, value);
        return value;
    }

    private Expression Member(BoundMember member)
    {
        var raw = Raw(member);
        if (IsMaybe(raw.Type))
        {
            LeaveIf(Expression.Not(Expression.Property(raw, nameof(Maybe<int>.IsKnown))));
            raw = Kept(Expression.Property(raw, nameof(Maybe<int>.Value)));
        }
        else if (Nullable.GetUnderlyingType(raw.Type) is not null)
        {
            LeaveIf(Expression.Not(Expression.Property(raw, "HasValue")));
            return Kept(Expression.Call(raw, "GetValueOrDefault", null));
        }
        else if (!member.Member.CanBeMissing)
        {
            return raw;
        }
        if (!raw.Type.IsValueType)
            LeaveIf(Expression.ReferenceEqual(raw, Expression.Constant(null)));
        return raw;
    }

    /// <summary>What a member gave, known or not. Links and measures may take time; those that every subject is asked for are read once for all rules.</summary>
    private ParameterExpression Raw(BoundMember member)
    {
        var target = Value(member.Target);
        var key = BoundKey.Of(member) is { } way ? "raw " + way : null;
        if (key is not null && remembered.Find(key) is ParameterExpression known)
            return known;
        var read = Emission.Read(member.Member, target);
        var isForAll = isStraight && member.Member.Kind is MemberKind.Link or MemberKind.Measure;
        var local = Expression.Variable(read.Type);
        (isForAll ? shared : locals).Add(local);
        code.Add(Expression.Assign(local, read));
        if (key is not null)
            (isForAll ? ofSubject : remembered).Add(key, local);
        return local;
    }

    private Expression IsNull(BoundIsNull test)
    {
        var isNull = Kept(values.IsNull(Raw(test.Operand)));
        isStraight &= !IsMaybe(test.Operand.Member.Read.ReturnType);
        return test.Expected ? isNull : Expression.Not(isNull);
    }

    private Expression Calculate(BoundBinary binary)
    {
        var (left, right) = (Value(binary.Left), Value(binary.Right));
        if (binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract && left.Type == typeof(int) && right.Type == typeof(int))
        {
            var (a, b) = (Expression.Convert(left, typeof(long)), Expression.Convert(right, typeof(long)));
            return Kept(binary.Operator == BinaryOperator.Add ? Expression.Add(a, b) : Expression.Subtract(a, b));
        }
        if (binary.Operator == BinaryOperator.Divide && binary.Right is not BoundConstant { Value: decimal and not 0m })
            LeaveIf(Emission.IsZero(right));
        return Kept(Emission.Operate(binary.Operator, Plain(left), Plain(right)));
    }

    private Expression IsBetween(BoundBetween between)
    {
        var (value, low, high) = (Value(between.Value), Value(between.Low), Value(between.High));
        return Expression.AndAlso(
            Compare(between.IncludesLow ? BinaryOperator.GreaterOrEqual : BinaryOperator.Greater, value, low),
            Compare(between.IncludesHigh ? BinaryOperator.LessOrEqual : BinaryOperator.Less, value, high));
    }

    private static Expression Compare(BinaryOperator @operator, Expression left, Expression right)
    {
        if (!IsWhole(left) || !IsWhole(right))
            (left, right) = (Plain(left), Plain(right));
        else if (left.Type != right.Type)
            (left, right) = (Expression.Convert(left, typeof(long)), Expression.Convert(right, typeof(long)));
        if (!IsWhole(left) && left.Type != typeof(DateOnly))
            return Emission.Operate(@operator, left, right);
        return @operator switch
        {
            BinaryOperator.Equal => Expression.Equal(left, right),
            BinaryOperator.NotEqual => Expression.NotEqual(left, right),
            BinaryOperator.Less => Expression.LessThan(left, right),
            BinaryOperator.LessOrEqual => Expression.LessThanOrEqual(left, right),
            BinaryOperator.Greater => Expression.GreaterThan(left, right),
            _ => Expression.GreaterThanOrEqual(left, right),
        };
    }

    private static bool IsWhole(Expression value) => value.Type == typeof(int) || value.Type == typeof(long);

    /// <summary>Numbers as the language has them.</summary>
    private static Expression Plain(Expression value) => IsWhole(value) ? Expression.Convert(value, typeof(decimal)) : value;

    private static bool IsMaybe(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Maybe<>);
}
