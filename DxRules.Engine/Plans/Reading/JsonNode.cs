using System.Globalization;
using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

internal enum JsonKind
{
    Object,
    List,
    Text,
    Number,
    True,
    False,
    Null,
}

/// <summary>A value of a JSON file and where it stands.</summary>
internal sealed class JsonNode(JsonKind kind, JsonNode? parent, string? name, int index, TextSpan nameSpan)
{
    public JsonKind Kind { get; } = kind;

    /// <summary>The name under which it stands in an object; null in a list and at the root.</summary>
    public string? Name { get; } = name;

    /// <summary>Where its name stands, or else the value's first character.</summary>
    public TextSpan NameSpan { get; } = nameSpan;

    /// <summary>The whole value; of an object or list its opening bracket.</summary>
    public TextSpan Span { get; init; }

    /// <summary>A text without quotes and escapes, or the figures of a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>The members of an object or the elements of a list.</summary>
    public List<JsonNode> Children { get; } = kind is JsonKind.Object or JsonKind.List ? [] : Childless;

    /// <summary>The member of that name, which objects have once; null where there is none.</summary>
    public JsonNode? Find(string member)
    {
        foreach (var child in Children)
        {
            if (child.Name == member)
                return child;
        }
        return null;
    }

    private static readonly List<JsonNode> Childless = [];

    /// <summary>As in $.policies[0].title</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            Append(path);
            return path.ToString();
        }
    }

    private void Append(StringBuilder path)
    {
        if (parent is null)
        {
            path.Append('$');
            return;
        }
        parent.Append(path);
        if (Name is null)
            path.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
        else if (Name.Length > 0 && Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            path.Append('.').Append(Name);
        else
            path.Append("['").Append(Name.Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
    }
}
