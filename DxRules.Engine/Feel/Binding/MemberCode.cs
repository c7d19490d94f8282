using System.Linq.Expressions;
using System.Reflection;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Binding;

/// <summary>
/// Runs the code by which a member is read, without compiling it: nearly all of it is a way of properties (p.Record.Start.Day()), and most
/// members are read a few times.
/// </summary>
internal static class MemberCode
{
    /// <summary>(owner) => value, boxed.</summary>
    public static Func<object, object?> Of(LambdaExpression code)
    {
        var owner = code.Parameters[0];
        if (Way(code.Body, owner) is { } way)
            return way!;
        var any = Expression.Parameter(typeof(object));
        var read = Expression.Invoke(code, Expression.Convert(any, owner.Type));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), any).Compile();
    }

    private static Func<object?, object?>? Way(Expression code, ParameterExpression owner) => code switch
    {
        ParameterExpression parameter when parameter == owner => it => it,
        ConstantExpression constant => _ => constant.Value,
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } cast when IsSameObject(cast) => Way(cast.Operand, owner),
        MemberExpression { Member: PropertyInfo { GetMethod: { IsStatic: false, DeclaringType.IsValueType: false } getter }, Expression: { } inside } => After(Way(inside, owner), getter, inside.Type),
        MethodCallExpression { Object: null, Method: var method, Arguments: [var argument] } => After(Way(argument, owner), method, method.GetParameters()[0].ParameterType),
        _ => null,
    };

    private static bool IsSameObject(UnaryExpression cast) =>
        !cast.Operand.Type.IsValueType && !cast.Type.IsValueType || Nullable.GetUnderlyingType(cast.Type) == cast.Operand.Type;

    private static Func<object?, object?>? After(Func<object?, object?>? way, MethodInfo method, Type from)
    {
        if (way is null)
            return null;
        var read = method.CreateDelegate(typeof(Func<,>).MakeGenericType(from, method.ReturnType));
        var step = (Step)Activator.CreateInstance(typeof(Step<,>).MakeGenericType(from, method.ReturnType), read)!;
        return owner => step.Read(way(owner));
    }

    private abstract class Step
    {
        public abstract object? Read(object? from);
    }

    private sealed class Step<TFrom, TValue>(Func<TFrom, TValue> read) : Step
    {
        public override object? Read(object? from) => read((TFrom)from!);
    }
}
