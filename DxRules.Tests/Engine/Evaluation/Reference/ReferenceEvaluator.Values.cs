using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using SchemaMember = DxRules.Engine.Feel.Binding.Member;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>Reading members, operators over values, functions.</summary>
internal sealed partial class ReferenceEvaluator
{
    private object Read(Thing thing, SchemaMember member) => ReadRaw(member, thing.Value, thing, member.Ja);

    // Points 1 and 10: what is missing is named by the outermost missing step, a measure by the facts it lacks.
    private object ReadRaw(SchemaMember member, object owner, Thing? thing, string name)
    {
        var value = ReaderOf(member).DynamicInvoke(owner);
        var way = thing is null ? default : thing.Way.Add(name);
        if (value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Maybe<>))
        {
            if (type.GetProperty("Missing")!.GetValue(value) is FactSet missing)
                return Unknown.Of(missing.Facts.Select(f => string.Join('.', way.IsDefault ? [f.Ja] : [.. way.Take(thing!.SubjectSteps), f.Ja])));
            value = type.GetProperty("Value")!.GetValue(value);
        }
        if (value is null)
            return member.Kind is MemberKind.Fact or MemberKind.FactList ? Unknown.Of(string.Join('.', way)) : Unknown.WithoutFacts;
        var item = member.Type is ListType list ? list.Item : member.Type;
        object One(object one) => item is not ObjectType kind ? Plain(one) : new Thing(one, kind, way.IsDefault ? [] : way, kind.IsSubject && !way.IsDefault ? way.Length : thing?.SubjectSteps ?? 0);
        return member.Type is ListType
            ? new Members([.. ((Array)value).Cast<object>().Select(one => new Member(One(one), (one as IUncertain)?.Uncertainty is { } u ? Unknown.Of(u.Facts.Select(f => f.Ja)) : null))])
            : One(value);
    }

    private static object Plain(object value) => value is int number ? (decimal)number : value;

    private static Delegate ReaderOf(SchemaMember member)
    {
        lock (Readers)
            return Readers.TryGetValue(member, out var reader) ? reader : Readers[member] = member.Read.Compile();
    }

    // Points 1 and 2.
    private object Operate(BinaryOperator @operator, object left, object right)
    {
        if (Unknown.Among(left, right) is { } unknown)
            return unknown;
        try
        {
            return @operator switch
            {
                BinaryOperator.Equal => AreEqual(left, right),
                BinaryOperator.NotEqual => !AreEqual(left, right),
                BinaryOperator.Less => Compare(left, right) < 0,
                BinaryOperator.LessOrEqual => Compare(left, right) <= 0,
                BinaryOperator.Greater => Compare(left, right) > 0,
                BinaryOperator.GreaterOrEqual => Compare(left, right) >= 0,
                _ => Calculate(@operator, left, right),
            };
        }
        catch (Exception error) when (error is OverflowException or ArgumentOutOfRangeException)
        {
            throw new OverflowFault();
        }
    }

    private static object Calculate(BinaryOperator @operator, object left, object right) => (@operator, left, right) switch
    {
        (BinaryOperator.Add, decimal a, decimal b) => a + b,
        (BinaryOperator.Subtract, decimal a, decimal b) => a - b,
        (BinaryOperator.Multiply, decimal a, decimal b) => a * b,
        (BinaryOperator.Divide, decimal a, decimal b) => b == 0 ? Unknown.WithoutFacts : a / b,
        (BinaryOperator.Add, string a, string b) => a + b,
        (BinaryOperator.Subtract, DateOnly a, DateOnly b) => DaysDuration.OfDays(a.DayNumber - b.DayNumber),
        (BinaryOperator.Add, DateOnly a, DaysDuration b) => a.AddDays((int)b.Days),
        (BinaryOperator.Subtract, DateOnly a, DaysDuration b) => a.AddDays(-(int)b.Days),
        (BinaryOperator.Add, DateOnly a, MonthsDuration b) => a.AddMonths(b.Months),
        (BinaryOperator.Subtract, DateOnly a, MonthsDuration b) => a.AddMonths(-b.Months),
        _ => throw new NotSupportedException($"{@operator} of {left} and {right}"),
    };

    private bool AreEqual(object left, object right) => (left, right) switch
    {
        (Enum a, string b) => a.Equals(schema.Enums.First(e => e.Clr == a.GetType()).Find(b)!.Value),
        (string, Enum) => AreEqual(right, left),
        _ => left.Equals(right),
    };

    private static int Compare(object left, object right) =>
        left is string text ? string.CompareOrdinal(text, (string)right) : ((IComparable)left).CompareTo(right);

    private object Between(object value, object low, object high) =>
        Unknown.Among(value, low, high) is { } unknown ? unknown : Compare(value, low) >= 0 && Compare(value, high) <= 0;

    private object IsOne(object value, object test) => test is Members list ? Contains(list, value) : Operate(BinaryOperator.Equal, value, test);

    // list contains = or of equalities.
    private object Contains(Members list, object value)
    {
        object result = false;
        foreach (var item in list.Items)
            result = Or(result, () => item.Uncertainty is { } uncertain ? And(Operate(BinaryOperator.Equal, item.Value, value), () => uncertain) : Operate(BinaryOperator.Equal, item.Value, value));
        return result;
    }

    private object Call(string name, object[] arguments) => name switch
    {
        "not" => Not(arguments[0]),
        "count" => arguments[0] is Members list ? Unknown.Among([.. list.Items.Select(i => i.Uncertainty)]) ?? (object)(decimal)list.Items.Count : arguments[0],
        "sum" or "min" or "max" or "mean" or "割合" => arguments[0] is Members list ? Aggregate(name, list) : arguments[0],
        "割合以上" => ShareAtLeast(arguments[0], arguments[1]),
        "list contains" when Unknown.Among(arguments) is { } unknown => unknown,
        "list contains" => Contains((Members)arguments[0], arguments[1]),
        "duration" => MonthsOrDays((string)arguments[0]),
        "date" => DateOnly.ParseExact((string)arguments[0], "yyyy-MM-dd"),
        _ when Unknown.Among(arguments) is { } unknown => unknown,
        "abs" => Math.Abs((decimal)arguments[0]),
        "floor" => Math.Floor((decimal)arguments[0]),
        "contains" => ((string)arguments[0]).Contains((string)arguments[1], StringComparison.Ordinal),
        "年度" => TestSchema.FiscalYear((DateOnly)arguments[0]),
        "年度列" => (decimal)arguments[0] > (decimal)arguments[1] ? new Members([]) : Numbers(decimal.Truncate((decimal)arguments[0]), decimal.Truncate((decimal)arguments[1])),
        _ => throw new NotSupportedException(name),
    };

    private static object MonthsOrDays(string text) => text.EndsWith('D') ? DaysDuration.OfDays(int.Parse(text[1..^1])) : new MonthsDuration(int.Parse(text[1..^1]));

    private object Aggregate(string name, Members list)
    {
        // What is known must be a number that can be held, even where something else is unknown.
        var sum = name is "sum" or "mean" ? list.Items.Select(i => i.Value).OfType<decimal>().Aggregate(0m, (total, one) => (decimal)Operate(BinaryOperator.Add, total, one)) : 0;
        if (Unknown.Among([.. list.Items.Select(i => i.Value), .. list.Items.Select(i => i.Uncertainty)]) is { } unknown)
            return unknown;
        if (list.Items.Count == 0)
            return Unknown.WithoutFacts;
        if (name == "割合")
            return (decimal)list.Items.Count(i => i.Value is true) / list.Items.Count;
        if (name is "min" or "max")
            return list.Items.Select(i => i.Value).Aggregate((best, one) => name == "min" ? Compare(one, best) < 0 ? one : best : Compare(one, best) > 0 ? one : best);
        return name == "sum" ? sum : sum / list.Items.Count;
    }

    // Point 7.
    private static object ShareAtLeast(object values, object share)
    {
        if (values is not Members list)
            return Unknown.Among(values, share)!;
        var ofList = list.Items.Select(i => i.Uncertainty).Append(share);
        if (Unknown.Among([.. ofList]) is not null)
            return Unknown.Among([.. ofList, .. list.Items.Select(i => i.Value)])!;
        var (n, trues, unknown) = (list.Items.Count, list.Items.Count(i => i.Value is true), list.Items.Count(i => i.Value is Unknown));
        if (n == 0)
            return Unknown.WithoutFacts;
        if (trues >= (decimal)share * n)
            return true;
        return trues + unknown < (decimal)share * n ? false : Unknown.Among([.. list.Items.Select(i => i.Value)])!;
    }
}
