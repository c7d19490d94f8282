using System.Text.Json;
using System.Text.RegularExpressions;

namespace DxRules.Tests.Admin.Publishing.OpenData;

/// <summary>Validates JSON against the few words of JSON Schema that our schema uses; any other word of a schema fails the test.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly string[] Known = ["$schema", "$defs", "title", "default"];

    /// <summary>Where a value breaks the schema; empty where it keeps it.</summary>
    public IReadOnlyList<string> Errors(JsonElement value) => [.. Errors(value, root, "$")];

    private IEnumerable<string> Errors(JsonElement value, JsonElement schema, string path) =>
        schema.EnumerateObject().SelectMany(word => ErrorsOf(word, value, schema, path));

    private IEnumerable<string> ErrorsOf(JsonProperty word, JsonElement value, JsonElement schema, string path) => word.Name switch
    {
        "$ref" => Errors(value, root.GetProperty("$defs").GetProperty(word.Value.GetString()!["#/$defs/".Length..]), path),
        "type" => IsOf(word.Value.GetString()!, value) ? [] : [$"{path}: no {word.Value}"],
        "const" => value.ToString() == word.Value.ToString() ? [] : [$"{path}: not {word.Value}"],
        "enum" => word.Value.EnumerateArray().Any(one => one.ToString() == value.ToString()) ? [] : [$"{path}: not of {word.Value}"],
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, word.Value.GetString()!) ? [] : [$"{path}: not like {word.Value}"],
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length <= word.Value.GetInt32() ? [] : [$"{path}: too long"],
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= word.Value.GetDecimal() ? [] : [$"{path}: too small"],
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= word.Value.GetDecimal() ? [] : [$"{path}: too large"],
        "required" => value.ValueKind != JsonValueKind.Object ? [] : word.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: no {name}"),
        "properties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().SelectMany(member => word.Value.TryGetProperty(member.Name, out var held) ? Errors(member.Value, held, $"{path}.{member.Name}") : []),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().Where(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _)).Select(member => $"{path}: {member.Name} too much"),
        "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().Index().SelectMany(element => Errors(element.Item, word.Value, $"{path}[{element.Index}]")),
        "anyOf" => word.Value.EnumerateArray().Any(one => !Errors(value, one, path).Any()) ? [] : [$"{path}: of none"],
        _ when Known.Contains(word.Name) => [],
        _ => throw new NotSupportedException(word.Name),
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind == JsonValueKind.Number,
    };
}
