using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;

namespace DxRules.Tests.Engine.Feel.Reference;

/// <summary>Whether values conform to types as expressions name them.</summary>
internal static class Types
{
    private static readonly string[] Scalars =
        ["Any", "Null", "null", "number", "string", "boolean", "date", "time", "date and time", "days and time duration", "years and months duration", "list", "context", "range", "function"];

    public static bool IsKnown(TypeName type, IReadOnlyDictionary<string, TypeName> types) =>
        (Scalars.Contains(type.Name) || types.ContainsKey(type.Name)) && type.Arguments.All(argument => IsKnown(argument, types));

    /// <summary>The value, or the only item of a list, or the list of it; null where none conforms.</summary>
    public static object? Coerced(object? value, TypeName type, IReadOnlyDictionary<string, TypeName> types)
    {
        if (Conforms(value, type, types))
            return value;
        if (value is IReadOnlyList<object?> { Count: 1 } list && Conforms(list[0], type, types))
            return list[0];
        return value is not null and not IReadOnlyList<object?> && Conforms(new[] { value }, type, types) ? new[] { value } : null;
    }

    public static bool Conforms(object? value, TypeName type, IReadOnlyDictionary<string, TypeName> types) => type.Name switch
    {
        "Any" => value != null,
        "list" => value is IReadOnlyList<object?> list && (type.Arguments is not [var item] || list.All(each => item.Name == "Any" || Conforms(each, item, types))),
        "context" => value is FeelContext context && type.MemberNames.Select((name, i) => context.TryGet(name, out var member) && (member == null || Conforms(member, type.Arguments[i], types))).All(fits => fits),
        "range" => value is FeelRange range && (type.Arguments is not [var end] || (range.Start == null || Conforms(range.Start, end, types)) && (range.End == null || Conforms(range.End, end, types))),
        "function" => value is FeelFunction,
        var name when types.TryGetValue(name, out var named) => Conforms(value, named, types),
        var name => ValueKinds.TypeNameOf(value) == name,
    };
}
