using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DxRules.Engine.Rules.Yaml;

namespace DxRules.Tests.Engine.Rules;

/// <summary>Validates a document as an editor would, with those keywords of JSON Schema that rules/schema uses; another keyword is an error.</summary>
internal sealed class EditorSchema(JsonObject root)
{
    /// <summary>A YAML document as editors see it: by the core schema of YAML 1.2, where a date is a text.</summary>
    public static JsonNode? Json(YamlNode? node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Value, Json(e.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Json)]),
        YamlScalar { IsNull: true } or null => null,
        YamlScalar { Style: ScalarStyle.Plain, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalar { Style: ScalarStyle.Plain } number when Regex.IsMatch(number.Value, "^-?[0-9]+(\\.[0-9]+)?$") =>
            JsonValue.Create(decimal.Parse(number.Value, CultureInfo.InvariantCulture)),
        YamlScalar text => JsonValue.Create(text.Value),
        _ => throw new ArgumentException("Not a node of YAML.", nameof(node)),
    };

    /// <summary>What the schema does not allow, with the place of each.</summary>
    public IReadOnlyList<string> Violations(JsonNode? document) => [.. Check(document, root, "$")];

    private IEnumerable<string> Check(JsonNode? value, JsonNode schema, string path)
    {
        if (schema is JsonValue)
            return schema.GetValue<bool>() ? [] : [$"{path} is not allowed"];
        return schema.AsObject().SelectMany(keyword => Check(value, schema.AsObject(), keyword.Key, keyword.Value!, path));
    }

    private IEnumerable<string> Check(JsonNode? value, JsonObject schema, string keyword, JsonNode argument, string path)
    {
        string[] wrong = [$"{path}: {keyword} {argument.ToJsonString()} does not hold of {value?.ToJsonString() ?? "null"}"];
        var (members, items) = (value as JsonObject, value as JsonArray);
        var (text, number) = (TextOf(value), NumberOf(value));
        return keyword switch
        {
            "$schema" or "$defs" or "title" or "description" or "default" or "format" => [],
            "$ref" => Check(value, root["$defs"]![argument.GetValue<string>()["#/$defs/".Length..]]!, path),
            "type" => (argument as JsonArray ?? [argument.DeepClone()]).Any(t => IsOf(value, t!.GetValue<string>())) ? [] : wrong,
            "const" => JsonNode.DeepEquals(value, argument) ? [] : wrong,
            "enum" => argument.AsArray().Any(a => JsonNode.DeepEquals(value, a)) ? [] : wrong,
            "anyOf" => argument.AsArray().Any(a => !Check(value, a!, path).Any()) ? [] : wrong,
            "required" => members is null || argument.AsArray().All(name => members.ContainsKey(name!.GetValue<string>())) ? [] : wrong,
            "properties" => members is null ? [] : members.Where(m => argument[m.Key] is not null).SelectMany(m => Check(m.Value, argument[m.Key]!, $"{path}.{m.Key}")),
            "additionalProperties" => members is null ? [] : members.Where(m => schema["properties"]?[m.Key] is null).SelectMany(m => Check(m.Value, argument, $"{path}.{m.Key}")),
            "propertyNames" => members is null ? [] : members.SelectMany(m => Check(JsonValue.Create(m.Key), argument, $"{path}.{m.Key}")),
            "items" => items is null ? [] : items.SelectMany((item, i) => Check(item, argument, $"{path}[{i}]")),
            "minProperties" => members is null || members.Count >= argument.GetValue<int>() ? [] : wrong,
            "minItems" => items is null || items.Count >= argument.GetValue<int>() ? [] : wrong,
            "minLength" => text is null || text.Length >= argument.GetValue<int>() ? [] : wrong,
            "maxLength" => text is null || text.Length <= argument.GetValue<int>() ? [] : wrong,
            "pattern" => text is null || Regex.IsMatch(text, argument.GetValue<string>()) ? [] : wrong,
            "minimum" => number is null || number >= NumberOf(argument) ? [] : wrong,
            "maximum" => number is null || number <= NumberOf(argument) ? [] : wrong,
            _ => throw new NotSupportedException($"The keyword {keyword} is not known here."),
        };
    }

    private static bool IsOf(JsonNode? value, string type) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => type == "null",
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "number" || (type == "integer" && decimal.IsInteger(NumberOf(value)!.Value)),
    };

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static decimal? NumberOf(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
