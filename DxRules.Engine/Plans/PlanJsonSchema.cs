using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Engine.Plans;

/// <summary>The plan format as a JSON Schema (draft 2020-12), for editors and other programs. The reader checks more than a schema can say.</summary>
internal static class PlanJsonSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var root = Object(PlanShape.Of(typeof(PlanDocument)));
        ((JsonObject)root["properties"]!).Insert(0, Reading.PlanFormat.Member, new JsonObject { ["const"] = PlanReader.Format });
        ((JsonArray)root["required"]!).Insert(0, Reading.PlanFormat.Member);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = PlanReader.Format,
        };
        foreach (var (name, value) in root.ToArray())
            schema[name] = value?.DeepClone();
        schema["$defs"] = Definitions();
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Definitions()
    {
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal) { ["date"] = Date() };
        AddHeld(PlanShape.Of(typeof(PlanDocument)), definitions);
        return new JsonObject(definitions.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
    }

    private static void AddHeld(PlanShape shape, SortedDictionary<string, JsonNode> definitions)
    {
        foreach (var member in shape.Members.Where(m => m.ValueKind == PlanValueKind.Object))
        {
            var held = PlanShape.Of(member.ValueType);
            if (definitions.TryAdd(NameOf(held.Type), Object(held)))
                AddHeld(held, definitions);
        }
    }

    private static JsonObject Object(PlanShape shape)
    {
        var names = shape.Members.Select(m => m.Name).ToArray();
        var properties = new JsonObject(shape.Members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)Member(m))))
        {
            [Reading.PlanBinder.Raw] = new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["enum"] = Words(names) },
                ["additionalProperties"] = new JsonObject { ["type"] = "string" },
            },
            [Reading.PlanBinder.Inferred] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["enum"] = Words(names) } },
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Words(shape.Members.Where(m => m.Presence == MemberPresence.Required).Select(m => m.Name)),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Member(PlanMember member)
    {
        var schema = member.IsList ? new JsonObject { ["type"] = "array", ["items"] = Value(member) } : Value(member);
        if (member.Presence == MemberPresence.Default)
            schema["default"] = JsonNode.Parse(DefaultOf(member));
        return member.Presence is MemberPresence.Required or MemberPresence.Default or MemberPresence.EmptyList
            ? schema
            : new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }

    private static JsonObject Value(PlanMember member) => member.ValueKind switch
    {
        PlanValueKind.Object => Reference(NameOf(member.ValueType)),
        PlanValueKind.Date => Reference("date"),
        PlanValueKind.Word => new JsonObject { ["enum"] = Words(PlanWords.Of(member.ValueType).Keys) },
        PlanValueKind.Boolean => new JsonObject { ["type"] = "boolean" },
        PlanValueKind.Number when member.IsShare => new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 },
        PlanValueKind.Number => new JsonObject { ["type"] = "number" },
        PlanValueKind.Whole when member.IsFiscalYear => new JsonObject { ["type"] = "integer", ["minimum"] = PlanLimits.FirstYear, ["maximum"] = PlanLimits.LastYear },
        PlanValueKind.Whole => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        _ when member.IsId => new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9._:-]+$", ["maxLength"] = PlanLimits.IdLength },
        _ when member.Has<MunicipalityCodeAttribute>() => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{6}$" },
        _ => new JsonObject { ["type"] = "string", ["pattern"] = "\\S" },
    };

    private static JsonObject Date() => new()
    {
        ["description"] = "YYYY-MM-DD, or YYYY-MM where only the month is known.",
        ["type"] = "string",
        ["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$",
    };

    private static string DefaultOf(PlanMember member) =>
        member.ValueKind is PlanValueKind.Word or PlanValueKind.Text ? PlanText.Quoted(PlanText.Of(member.Default)!) : PlanText.Of(member.Default)!;

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(w => (JsonNode)w)]);

    private static string NameOf(Type type) => JsonNamingPolicy.CamelCase.ConvertName(type.Name);
}
