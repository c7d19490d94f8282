using System.Globalization;
using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.Feel.Compilation;

/// <summary>What a bound expression says apart from how it was written: expressions with the same key have the same value in the same place.</summary>
internal static class BoundKey
{
    /// <summary>The key; null for what is not worth remembering.</summary>
    public static string? Of(Bound bound) => bound switch
    {
        BoundLet let => Of(let.Body),
        BoundSubject => "subject",
        BoundContext => "context",
        BoundVariable variable => string.Create(CultureInfo.InvariantCulture, $"v{variable.Variable.Number}"),
        BoundConstant constant => OfValue(constant.Type, constant.Value),
        BoundParameter parameter => OfValue(parameter.Type, parameter.Parameter.Value),
        BoundMember member => Of(member.Target) is { } target ? $"{target}.{member.Member.Owner.En}.{member.Member.En}" : null,
        BoundBinary binary => Of(binary.Operator.ToString(), [binary.Left, binary.Right]),
        BoundNegation negation => Of("-", [negation.Operand]),
        BoundCall call => Of($"{call.Method.DeclaringType}.{call.Method}", call.Arguments),
        _ => null,
    };

    // The length keeps what a text says from looking like code.
    private static string OfValue(FeelType type, object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"{type.En}:{text.Length}:{text}");
    }

    private static string? Of(string name, IReadOnlyList<Bound> parts)
    {
        var keys = parts.Select(Of).ToArray();
        return keys.Contains(null) ? null : $"{name}({string.Join(',', keys)})";
    }
}
