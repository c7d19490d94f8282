using System.Linq.Expressions;
using System.Reflection;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>What an expression gives on a subject.</summary>
internal delegate AnyValue ValueCode(object subject, EvaluationContext context);

/// <summary>
/// The three-valued form of an expression, ready at once: a tree of calls over values whose types are seen when it runs. It says which
/// facts are missing, writes texts, and judges what is judged too seldom to be worth compiling. May be shared between threads.
/// </summary>
/// <param name="subject">The kind of the subject.</param>
/// <param name="writer">Writes values in texts.</param>
/// <param name="forTexts">In texts a choice whose condition is unknown takes its else, lists show their certain members, and a count tells of uncertain ones where it is the whole expression.</param>
internal sealed partial class Interpreter(ObjectType subject, ValueWriter writer, bool forTexts)
{
    private readonly Dictionary<Variable, ValueCode> variables = [];

    /// <summary>Gives a variable a value that stands outside the expression, so that its parts can be looked at one by one.</summary>
    public void Assume(Variable variable, object value) => variables[variable] = Constant(value);

    /// <summary>The whole of an expression.</summary>
    public ValueCode Whole(Bound bound) => bound switch
    {
        BoundLet let when forTexts => Whole(let.Body),
        BoundAggregate { Aggregate: Aggregate.Count } count when forTexts => Accumulate(() => new CountAccumulator(forTexts: true), count.List),
        _ => Of(bound),
    };

    private ValueCode Of(Bound bound) => bound switch
    {
        BoundConstant constant => Constant(constant.Value),
        BoundParameter parameter => Constant(parameter.Parameter.Value),
        BoundSubject => (it, _) => AnyValue.OfObject(it),
        BoundContext => (_, context) => AnyValue.OfObject(context),
        BoundVariable variable => variables[variable.Variable],
        BoundLet let => Of(let.Body),
        BoundMember member => Member(member),
        BoundIsNull test => IsNull(test),
        BoundAnd and => And(Of(and.Left), Of(and.Right)),
        BoundOr or => Or(Of(or.Left), Of(or.Right)),
        BoundNot not => After(Of(not.Operand), AnyValue.Not),
        BoundBinary binary => Binary(binary),
        BoundBetween between => Lift([between.Value, between.Low, between.High], values => AnyValue.Of(IsBetween(between, values))),
        BoundNegation negation => After(Of(negation.Operand), AnyOperators.Negate),
        BoundIf choice when choice.Type is not ListType => If(Of(choice.Condition), Of(choice.Then), Of(choice.Else)),
        BoundCall days when JumpEmitter.IsDaysBetween(days) => DaysBetween((BoundBinary)JumpEmitter.WithoutLets(days.Arguments[0])),
        BoundCall call when call.Method.ReturnType != typeof(NumberRange) => Call(call),
        BoundHosted hosted => Hosted(hosted),
        BoundString text => Write(text),
        BoundQuantified quantified => Quantified(quantified),
        BoundAggregate aggregate => AggregateOf(aggregate),
        _ when bound.Type is ListType list => Accumulate(() => new ListAccumulator(list.Item.Clr, forTexts), bound),
        _ => throw new InvalidOperationException($"{bound.GetType().Name} has no place in an expression."),
    };

    private static ValueCode Constant(object? value)
    {
        var known = AnyValue.Of(value);
        return (_, _) => known;
    }

    /// <summary>What is made of a value where it is known.</summary>
    private static ValueCode After(ValueCode value, Func<AnyValue, AnyValue> code) => (it, context) =>
    {
        var known = value(it, context);
        return known.IsKnown ? code(known) : known;
    };

    /// <summary>What is made of two values that must both be known; where one is not, the result misses what they miss.</summary>
    private static ValueCode After(ValueCode left, ValueCode right, Func<AnyValue, AnyValue, AnyValue> code) => (it, context) =>
    {
        var first = left(it, context);
        var second = right(it, context);
        return first.IsKnown && second.IsKnown ? code(first, second) : AnyValue.Unknown(FactSet.Union(first.Missing, second.Missing)!);
    };

    /// <summary>The same of any number of them.</summary>
    private ValueCode Lift(IReadOnlyList<Bound> operands, Func<AnyValue[], AnyValue> code)
    {
        ValueCode[] parts = [.. operands.Select(Of)];
        return (it, context) =>
        {
            var values = new AnyValue[parts.Length];
            FactSet? missing = null;
            for (var i = 0; i < parts.Length; i++)
            {
                values[i] = parts[i](it, context);
                missing = FactSet.Union(missing, values[i].Missing);
            }
            return missing is null ? code(values) : AnyValue.Unknown(missing);
        };
    }

    private ValueCode Member(BoundMember member)
    {
        var (read, missing, prefix) = (member.Member.Code, AnyValue.Unknown(member.Missing ?? FactSet.Empty), member.SubjectPrefix);
        var type = member.Member.Read.ReturnType;
        var canLack = member.Member.CanBeMissing || Nullable.GetUnderlyingType(type) is not null || IsMaybe(type);
        if (member.Target is BoundSubject)
            return (it, _) => Known(read(it));
        if (member.Target is BoundContext)
            return (_, context) => Known(read(context));
        return After(Of(member.Target), owner => Known(read(owner.Boxed!)));

        AnyValue Known(AnyValue value)
        {
            if (value.Missing is { } facts)
                return prefix is null ? value : AnyValue.Unknown(facts.Under(prefix));
            return value.IsNull && canLack ? missing : value;
        }
    }

    private static bool IsMaybe(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Maybe<>);

    private ValueCode IsNull(BoundIsNull test)
    {
        var (read, prefix, expected) = (test.Operand.Member.Code, test.Operand.SubjectPrefix, test.Expected);
        return After(Of(test.Operand.Target), owner =>
        {
            // Nothing to know counts as null; facts that are missing leave it open.
            var value = read(owner.Boxed!);
            if (value.Missing is { HasFacts: true } facts)
                return AnyValue.Unknown(prefix is null ? facts : facts.Under(prefix));
            return AnyValue.Of((value.IsNull || !value.IsKnown) == expected);
        });
    }

    // Both sides are looked at, except where the left one decides: then the right one may be guarded by it.
    private static ValueCode And(ValueCode left, ValueCode right) => (it, context) =>
    {
        var first = left(it, context);
        return first.IsFalse ? first : AnyValue.And(first, right(it, context));
    };

    private static ValueCode Or(ValueCode left, ValueCode right) => (it, context) =>
    {
        var first = left(it, context);
        return first.IsTrue ? first : AnyValue.Or(first, right(it, context));
    };

    private ValueCode Binary(BoundBinary binary)
    {
        var code = AnyOperators.Of(binary.Operator, binary.Left.Type == FeelType.Number && binary.Right.Type == FeelType.Number);
        return After(Of(binary.Left), Of(binary.Right), binary.Operator == BinaryOperator.Divide
            ? (left, right) => AnyOperators.IsZero(right) ? AnyValue.Unknown(FactSet.Empty) : code(left, right)
            : code);
    }

    private ValueCode DaysBetween(BoundBinary dates) => After(Of(dates.Left), Of(dates.Right), (left, right) => AnyValue.Of(left.Number - right.Number));

    private static bool IsBetween(BoundBetween between, AnyValue[] values)
    {
        var (low, high) = (AnyOperators.Compare(values[0], values[1]), AnyOperators.Compare(values[0], values[2]));
        return (between.IncludesLow ? low >= 0 : low > 0) && (between.IncludesHigh ? high <= 0 : high < 0);
    }

    private ValueCode If(ValueCode condition, ValueCode then, ValueCode otherwise) => (it, context) =>
    {
        var decided = condition(it, context);
        if (decided.IsTrue)
            return then(it, context);
        return decided.IsKnown || forTexts ? otherwise(it, context) : decided;
    };

    private ValueCode Call(BoundCall call)
    {
        if (call.Arguments is not [var only])
            return Lift(call.Arguments, values => AnyValue.Of(call.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, Array.ConvertAll(values, value => value.Boxed), null)));
        var code = MemberCode.Of(call.Method);
        return After(Of(only), value => code(value.Boxed));
    }

    private ValueCode Hosted(BoundHosted hosted)
    {
        var (it, known) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object[])));
        var arguments = hosted.Arguments.Select((part, i) => (Expression)Expression.Convert(Expression.ArrayIndex(known, Expression.Constant(i)), part.Type.Clr));
        var body = hosted.Condition.Code(Expression.Convert(it, subject.Clr), [.. arguments]);
        var code = Expression.Lambda<Func<object, object?[], bool>>(body, it, known).Compile();
        ValueCode[] parts = [.. hosted.Arguments.Select(Of)];
        return (of, context) =>
        {
            var values = Array.ConvertAll(parts, part => part(of, context));
            var missing = values.Aggregate((FactSet?)null, (all, value) => FactSet.Union(all, value.Missing));
            return missing is null ? AnyValue.Of(code(of, Array.ConvertAll(values, value => value.Boxed))) : AnyValue.Unknown(missing);
        };
    }

    private ValueCode Write(BoundString text)
    {
        var isRatio = ValueWriter.IsRatio(text.Value);
        return After(Of(text.Value), value => AnyValue.Of(writer.Write(value.Boxed, text.Language, null, isRatio)));
    }
}
