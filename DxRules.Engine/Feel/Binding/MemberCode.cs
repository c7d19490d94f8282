using System.Linq.Expressions;
using System.Reflection;
using DxRules.Engine.Feel.Values;
using Expression = System.Linq.Expressions.Expression;

namespace DxRules.Engine.Feel.Binding;

/// <summary>
/// Runs the code by which a member is read, without compiling it: nearly all of it is a way of properties (p.Record.Start.Day()), and most
/// members are read a few times.
/// </summary>
internal static class MemberCode
{
    /// <summary>(owner) => value; unknown as a <see cref="Maybe{T}"/> is, and null where the code gives null.</summary>
    public static Func<object, AnyValue> Of(LambdaExpression code)
    {
        if (Way(code.Body, code.Parameters[0]) is not { } way)
            return Compiled(code);
        if (way is not [.. var before, var last])
            return AnyValue.Of;
        return before is []
            ? last.ReadAny
            : owner =>
            {
                foreach (var step in before)
                    owner = step.Read(owner)!;
                return last.ReadAny(owner);
            };
    }

    /// <summary>A static method of one parameter.</summary>
    public static Func<object?, AnyValue> Of(MethodInfo method) => StepOf(method, method.GetParameters()[0].ParameterType).ReadAny;

    private static Func<object, AnyValue> Compiled(LambdaExpression code)
    {
        var owner = Expression.Parameter(typeof(object));
        var read = Expression.Invoke(code, Expression.Convert(owner, code.Parameters[0].Type));
        var compiled = Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), owner).Compile();
        return it => AnyValue.Of(compiled(it));
    }

    /// <summary>The steps from the owner to the value; null where the code is more than that.</summary>
    private static Step[]? Way(Expression code, ParameterExpression owner) => code switch
    {
        ParameterExpression parameter when parameter == owner => [],
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } cast when IsSameObject(cast) => Way(cast.Operand, owner),
        MemberExpression { Member: PropertyInfo { GetMethod: { IsStatic: false, DeclaringType.IsValueType: false } getter }, Expression: { } inside } => After(Way(inside, owner), getter, inside.Type),
        MethodCallExpression { Object: null, Method: var method, Arguments: [var argument] } => After(Way(argument, owner), method, method.GetParameters()[0].ParameterType),
        _ => null,
    };

    private static bool IsSameObject(UnaryExpression cast) =>
        !cast.Operand.Type.IsValueType && !cast.Type.IsValueType || Nullable.GetUnderlyingType(cast.Type) == cast.Operand.Type;

    private static Step[]? After(Step[]? way, MethodInfo method, Type from) => way is null ? null : [.. way, StepOf(method, from)];

    private static Step StepOf(MethodInfo method, Type from)
    {
        var read = method.CreateDelegate(typeof(Func<,>).MakeGenericType(from, method.ReturnType));
        return (Step)Activator.CreateInstance(typeof(Step<,>).MakeGenericType(from, method.ReturnType), read)!;
    }

    private abstract class Step
    {
        public abstract object? Read(object? from);

        public abstract AnyValue ReadAny(object? from);
    }

    private sealed class Step<TFrom, TValue>(Func<TFrom, TValue> read) : Step
    {
        public override object? Read(object? from) => read((TFrom)from!);

        public override AnyValue ReadAny(object? from) => AnyValue.From(read((TFrom)from!));
    }
}
