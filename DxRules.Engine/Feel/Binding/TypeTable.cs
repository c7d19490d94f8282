using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Binding;

/// <summary>The types that expressions may name: those of the standard and those defined around the expression.</summary>
internal sealed class TypeTable(IReadOnlyDictionary<string, TypeName> definitions)
{
    public static readonly TypeTable Standard = new(new Dictionary<string, TypeName>());

    // Deeper than any definition is nested; one that names itself has no end.
    private const int MaxDepth = 64;

    private static readonly HashSet<string> Known =
    [
        "Any", "Null", "null", "number", "string", "boolean", "date", "time", "date and time", "days and time duration",
        "years and months duration", "list", "context", "range", "function",
    ];

    public bool IsKnown(TypeName type) =>
        (Known.Contains(type.Name) || definitions.ContainsKey(type.Name)) && type.Arguments.All(IsKnown);

    /// <summary>
    /// The value as the type asks (DMN 1.5, 10.3.2.9.4): itself where it conforms, the only item of a list, or the list of an item;
    /// null where none of them conforms.
    /// </summary>
    public object? Coerced(object? value, TypeName type)
    {
        if (value == null || Conforms(value, type))
            return value;
        if (value is IReadOnlyList<object?> list)
            return list.Count == 1 && list[0] is { } only && Conforms(only, type) ? only : null;
        object?[] single = [value];
        return Conforms(single, type) ? single : null;
    }

    /// <summary>Whether <c>value instance of type</c> holds.</summary>
    public bool Conforms(object? value, TypeName type) => Conforms(value, type, 0);

    private bool Conforms(object? value, TypeName type, int depth)
    {
        if (depth > MaxDepth)
            return false;
        return type.Name switch
        {
            "Any" => value != null,
            "null" => value == null,
            "list" => value is IReadOnlyList<object?> list && (type.Arguments is not [var item] || HoldsOnly(list, item, depth)),
            "context" => value is FeelContext context && HasMembers(context, type, depth),
            "range" => value is FeelRange range && (type.Arguments is not [var end] || IsEnd(range.Start, end, depth) && IsEnd(range.End, end, depth)),
            "function" => value is FeelFunction function && (type.Result == null || type.Arguments.Count == function.Parameters.Count),
            var name when definitions.TryGetValue(name, out var definition) => Conforms(value, definition, depth + 1),
            var name => ValueKinds.TypeNameOf(value) == name,
        };
    }

    private bool HoldsOnly(IReadOnlyList<object?> list, TypeName item, int depth)
    {
        if (item.Name == "Any")
            return true;
        for (var i = 0; i < list.Count; i++)
        {
            if (!Conforms(list[i], item, depth + 1))
                return false;
        }
        return true;
    }

    private bool HasMembers(FeelContext context, TypeName type, int depth)
    {
        for (var i = 0; i < type.MemberNames.Count; i++)
        {
            if (!context.TryGet(type.MemberNames[i], out var member) || member != null && !Conforms(member, type.Arguments[i], depth + 1))
                return false;
        }
        return true;
    }

    private bool IsEnd(object? value, TypeName type, int depth) => value == null || Conforms(value, type, depth + 1);
}
