using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace DxRules.Engine.PlanChecks.CSharp;

/// <summary>Writes a piece of a condition as C#, for people, and so that whoever changes the code changes the rule's text and hash.</summary>
internal static class ConditionText
{
    /// <summary>The code, close to how it was written.</summary>
    public static string Of(Expression code) => code switch
    {
        BinaryExpression binary => $"{Operand(binary.Left, binary.Right)} {Sign(binary.NodeType)} {Operand(binary.Right, binary.Left)}",
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Quote } convert => Of(convert.Operand),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"!{Inside(not.Operand)}",
        UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } negate => $"-{Inside(negate.Operand)}",
        ConstantExpression constant => Of(constant.Value),
        MemberExpression member => $"{(member.Expression is { } owner ? Inside(owner) : member.Member.DeclaringType!.Name)}.{member.Member.Name}",
        MethodCallExpression call => Call(call),
        NewExpression made => $"new {made.Type.Name}({List(made.Arguments)})",
        NewArrayExpression array => $"[{List(array.Expressions)}]",
        LambdaExpression lambda => $"({string.Join(", ", lambda.Parameters.Select(p => p.Name))}) => {Of(lambda.Body)}",
        ConditionalExpression choice => $"{Inside(choice.Test)} ? {Inside(choice.IfTrue)} : {Inside(choice.IfFalse)}",
        _ => code.ToString(),
    };

    /// <summary>The expression without the conversions that the compiler adds.</summary>
    public static Expression Bare(Expression code) =>
        code is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert ? Bare(convert.Operand) : code;

    private static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        Enum word => $"{word.GetType().Name}.{word}",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
        _ => value.ToString() ?? "",
    };

    // The compiler compares words by their numbers.
    private static string Operand(Expression code, Expression other)
    {
        var word = Nullable.GetUnderlyingType(Bare(other).Type) ?? Bare(other).Type;
        return word.IsEnum && Bare(code) is ConstantExpression { Value: int number } ? $"{word.Name}.{Enum.ToObject(word, number)}" : Inside(code);
    }

    private static string Inside(Expression code) => Bare(code) is BinaryExpression or ConditionalExpression ? $"({Of(code)})" : Of(code);

    private static string Call(MethodCallExpression call)
    {
        var name = call.Method.IsGenericMethod && call.Method.DeclaringType == typeof(RuleContext)
            ? $"{call.Method.Name}<{call.Type.Name}>"
            : call.Method.Name;
        if (call.Object is { } target)
            return $"{Inside(target)}.{name}({List(call.Arguments)})";
        return call.Method.IsDefined(typeof(ExtensionAttribute), false)
            ? $"{Inside(call.Arguments[0])}.{name}({List(call.Arguments.Skip(1))})"
            : $"{call.Method.DeclaringType!.Name}.{name}({List(call.Arguments)})";
    }

    private static string List(IEnumerable<Expression> items) => string.Join(", ", items.Select(Of));

    private static string Sign(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.Add or ExpressionType.AddChecked => "+",
        ExpressionType.Subtract or ExpressionType.SubtractChecked => "-",
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => "*",
        ExpressionType.Divide => "/",
        ExpressionType.Modulo => "%",
        ExpressionType.AndAlso => "&&",
        ExpressionType.OrElse => "||",
        ExpressionType.Coalesce => "??",
        _ => type.ToString(),
    };
}
