using System.Linq.Expressions;
using System.Reflection;

namespace DxRules.Engine.RecordChecks;

/// <summary>Expressions that read members of a host's records.</summary>
internal static class RecordMember
{
    private static readonly HashSet<Type> WideNumbers = [typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(uint), typeof(long), typeof(ulong)];

    /// <summary>The same as rules take it: whole numbers of every width as decimals, lists as arrays.</summary>
    public static LambdaExpression AsRulesRead(LambdaExpression read)
    {
        var body = WithoutUpcast(read.Body);
        var type = body.Type;
        if (WideNumbers.Contains(type))
            return Expression.Lambda(Expression.Convert(body, typeof(decimal)), read.Parameters);
        if (Nullable.GetUnderlyingType(type) is { } value && WideNumbers.Contains(value))
            return Expression.Lambda(Expression.Convert(body, typeof(decimal?)), read.Parameters);
        if (!type.IsArray && type != typeof(string) && ItemOf(type) is { } item)
            return Expression.Lambda(ToArray(body, item), read.Parameters);
        return Expression.Lambda(body, read.Parameters);
    }

    /// <summary>Reads a property straight; anything else is compiled when it is first read, so that describing records costs next to nothing.</summary>
    public static Func<T, string> Reader<T>(Expression<Func<T, string>> read)
    {
        if (read.Body is MemberExpression { Expression: ParameterExpression, Member: PropertyInfo { GetMethod: { } getter } })
            return getter.CreateDelegate<Func<T, string>>();
        var compiled = new Lazy<Func<T, string>>(read.Compile);
        return subject => compiled.Value(subject);
    }

    /// <summary>The property that a member reads as it is; null where it computes something.</summary>
    public static PropertyInfo? PropertyOf(LambdaExpression read)
    {
        var body = read.Body;
        while (true)
        {
            switch (body)
            {
                case UnaryExpression { NodeType: ExpressionType.Convert } converted:
                    body = converted.Operand;
                    break;
                case ConditionalExpression copied:
                    body = copied.IfFalse;
                    break;
                case MethodCallExpression { Method: { Name: nameof(Enumerable.ToArray) } method, Arguments: [var list] } when method.DeclaringType == typeof(Enumerable):
                    body = list;
                    break;
                default:
                    return body is MemberExpression { Expression: ParameterExpression, Member: PropertyInfo property } ? property : null;
            }
        }
    }

    /// <summary>What a type lists; null where it is no list.</summary>
    public static Type? ItemOf(Type type) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    // list is null ? null : list.ToArray()
    private static ConditionalExpression ToArray(Expression list, Type item)
    {
        var copy = Expression.Call(typeof(Enumerable), nameof(Enumerable.ToArray), [item], list);
        return Expression.Condition(Expression.Equal(list, Expression.Constant(null, list.Type)), Expression.Constant(null, copy.Type), copy);
    }

    // (IEnumerable<T>)array is the array.
    private static Expression WithoutUpcast(Expression body) =>
        body is UnaryExpression { NodeType: ExpressionType.Convert } convert && !convert.Operand.Type.IsValueType && convert.Type.IsAssignableFrom(convert.Operand.Type)
            ? convert.Operand
            : body;
}
