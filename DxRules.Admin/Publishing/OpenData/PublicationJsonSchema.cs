using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Reading;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace DxRules.Admin.Publishing.OpenData;

/// <summary>The format <c>dxpublication/1</c> as a JSON Schema (draft 2020-12), for other programs. The reader checks more than a schema can say.</summary>
internal static class PublicationJsonSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write()
    {
        var root = Object(PublicationShape.Of(typeof(Publication)));
        ((JsonObject)root["properties"]!).Insert(0, PlanFormat.Member, new JsonObject { ["const"] = Publication.FormatName });
        ((JsonArray)root["required"]!).Insert(0, PlanFormat.Member);
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = Publication.FormatName };
        foreach (var (name, value) in root.ToArray())
            schema[name] = value?.DeepClone();
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        AddHeld(PublicationShape.Of(typeof(Publication)), definitions);
        schema["$defs"] = new JsonObject(definitions.Select(held => KeyValuePair.Create(held.Key, (JsonNode?)held.Value)));
        return Encoding.UTF8.GetBytes(schema.ToJsonString(Layout) + "\n");
    }

    private static void AddHeld(PublicationShape shape, SortedDictionary<string, JsonNode> definitions)
    {
        foreach (var member in shape.Members.Where(member => member.Kind == PublicationValueKind.Object))
        {
            var held = PublicationShape.Of(member.ValueType);
            if (definitions.TryAdd(NameOf(held.Type), Object(held)))
                AddHeld(held, definitions);
        }
    }

    private static JsonObject Object(PublicationShape shape) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(shape.Members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)Member(member)))),
        ["required"] = Words(shape.Members.Where(member => member.IsRequired).Select(member => member.Name)),
        ["additionalProperties"] = false,
    };

    private static JsonObject Member(PublicationMember member)
    {
        var schema = member.IsList ? new JsonObject { ["type"] = "array", ["items"] = Value(member) } : Value(member);
        if (member.Default is bool flag)
            schema["default"] = flag;
        return member.IsNullable ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;
    }

    private static JsonObject Value(PublicationMember member) => member.Kind switch
    {
        PublicationValueKind.Object => new JsonObject { ["$ref"] = $"#/$defs/{NameOf(member.ValueType)}" },
        PublicationValueKind.Word => new JsonObject { ["enum"] = Words(PlanWords.Of(member.ValueType).Keys) },
        PublicationValueKind.Boolean => new JsonObject { ["type"] = "boolean" },
        PublicationValueKind.Date => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" },
        PublicationValueKind.Number when member.IsShare => new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
        PublicationValueKind.Number => new JsonObject { ["type"] = "number" },
        PublicationValueKind.Whole when member.IsFiscalYear => new JsonObject { ["type"] = "integer", ["minimum"] = PlanLimits.FirstYear, ["maximum"] = PlanLimits.LastYear },
        PublicationValueKind.Whole => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        _ when member.IsId => new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9._:-]+$", ["maxLength"] = PlanLimits.IdLength },
        _ when member.IsCode => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{6}$" },
        _ when member.IsNullable => new JsonObject { ["type"] = "string", ["pattern"] = "\\S" },
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);

    private static string NameOf(Type type) => JsonNamingPolicy.CamelCase.ConvertName(type.Name.Replace("Publication", "", StringComparison.Ordinal).Replace("Public", "", StringComparison.Ordinal));
}
