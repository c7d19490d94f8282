using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Plans.Reading;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace DxRules.Engine.Plans.Changes;

/// <summary>A place in the JSON of a plan that holds a value, or could.</summary>
internal sealed class PlanSlot
{
    private readonly JsonObject holder;
    private readonly string member;
    private readonly string? wording;

    /// <summary>A member of an object.</summary>
    public PlanSlot(JsonObject holder, string member) => (this.holder, this.member) = (holder, member);

    /// <summary>The wording of a member among those of an object.</summary>
    public PlanSlot(JsonObject holder, string member, string wording) : this(holder, member) => this.wording = wording;

    /// <summary>An element of the list that a member of an object holds; null where it is not there.</summary>
    public PlanSlot(JsonObject holder, string member, JsonObject? element) : this(holder, member) => (Element, IsElement) = (element, true);

    /// <summary>What stands there now, as <see cref="PlanWriter"/> writes it; null for nothing.</summary>
    public string? Found => Value is { } value ? TextOf(value) : null;

    public bool IsElement { get; }

    /// <summary>The element that stands here; null where none does, or where this is no place of elements.</summary>
    public JsonObject? Element { get; }

    /// <summary>The list of an element, made where there was none.</summary>
    public JsonArray List => Held(() => new JsonArray());

    private JsonNode? Value => IsElement ? Element : wording is null ? holder[member] : holder[member]?[wording];

    /// <summary>Puts a value in the place of what stands there; null takes it away, but for an element.</summary>
    public void Put(JsonNode? value)
    {
        if (Element is not null)
            Element.ReplaceWith(value);
        else if (wording is not null)
            Set(Held(() => new JsonObject()), wording, value);
        else
            Set(holder, member, value);
    }

    private T Held<T>(Func<T> empty) where T : JsonNode
    {
        if (holder[member] is T held)
            return held;
        var made = empty();
        holder[member] = made;
        return made;
    }

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is null)
            json.Remove(name);
        else
            json[name] = value;
    }

    private static string TextOf(JsonNode value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject json:
                text.Append('{').AppendJoin(',', json.Select(m => $"{PlanText.Quoted(m.Key)}:{TextOf(m.Value!)}")).Append('}');
                break;
            case JsonArray list:
                text.Append('[').AppendJoin(',', list.Select(e => TextOf(e!))).Append(']');
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String:
                text.Append(PlanText.Quoted((string)scalar!));
                break;
            default:
                text.Append(value?.ToJsonString() ?? "null");
                break;
        }
    }
}
