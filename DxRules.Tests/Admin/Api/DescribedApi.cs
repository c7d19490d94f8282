using System.Text.Json.Nodes;
using DxRules.Tests.Engine.Rules;

namespace DxRules.Tests.Admin.Api;

/// <summary>An interface as somebody knows it who has read nothing but its OpenAPI document.</summary>
internal sealed class DescribedApi(JsonNode document)
{
    public string Server => document["servers"]![0]!["url"]!.GetValue<string>();

    /// <summary>Everything that can be asked for.</summary>
    public IEnumerable<DescribedOperation> Operations =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject(), (path, operation) => new DescribedOperation(path.Key, operation.Key, operation.Value!));

    public DescribedOperation Find(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>What of a value its schema does not allow.</summary>
    public IReadOnlyList<string> Violations(JsonNode schema, JsonNode? value)
    {
        // The validator knows schemas as they stand in a document of their own.
        var text = document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var root = JsonNode.Parse(schema.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))!.AsObject();
        root["$defs"] = JsonNode.Parse(text);
        return new EditorSchema(root).Violations(value);
    }

    /// <summary>A node, or what it refers to.</summary>
    public JsonNode Resolve(JsonNode node) => node["$ref"]?.GetValue<string>() is { } place
        ? place.TrimStart('#', '/').Split('/').Aggregate(document, (at, name) => at[name]!)
        : node;

    /// <summary>Asks for all pages of a list, as the document says how: parameters by name, the next page by what the answer says of it.</summary>
    public async Task<IReadOnlyList<JsonNode>> All(HttpClient http, string operation, IReadOnlyDictionary<string, string> parameters)
    {
        var items = new List<JsonNode>();
        var described = Find(operation);
        for (var next = Server + described.Address(parameters); next is not null;)
        {
            using var response = await http.GetAsync(next);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            response.IsSuccessStatusCode.ShouldBeTrue($"{next}: {page}");
            Violations(described.Schema("200")!, page).ShouldBeEmpty(next);
            items.AddRange(page["items"]!.AsArray().OfType<JsonNode>());
            next = page["next"]?.GetValue<string>();
        }
        return items;
    }
}

/// <param name="Path">As the document writes it: <c>/plans/{plan}</c>.</param>
internal sealed record DescribedOperation(string Path, string Method, JsonNode Node)
{
    public string Id => Node["operationId"]!.GetValue<string>();

    public IEnumerable<JsonNode> Parameters => Node["parameters"]?.AsArray().OfType<JsonNode>() ?? [];

    public JsonNode? Schema(string status) => Node["responses"]![status]?["content"]?["application/json"]?["schema"];

    /// <summary>The address with parameters where each belongs; one that is not declared, or a needed one that is not given, fails.</summary>
    public string Address(IReadOnlyDictionary<string, string> values)
    {
        values.Keys.Except(Parameters.Select(parameter => parameter["name"]!.GetValue<string>())).ShouldBeEmpty(Id);
        var (path, query) = (Path, new List<string>());
        foreach (var parameter in Parameters)
        {
            var name = parameter["name"]!.GetValue<string>();
            if (!values.TryGetValue(name, out var value))
            {
                parameter["required"]!.GetValue<bool>().ShouldBeFalse($"{Id} needs {name}");
                continue;
            }
            if (parameter["in"]!.GetValue<string>() == "path")
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            else
                query.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }
}
