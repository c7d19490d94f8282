using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DxRules.Admin.Api;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace DxRules.Tests.Admin.Api;

/// <summary>The document says all that the interface does and nothing that it does not.</summary>
public sealed partial class OpenApiTests(ApiSite shared) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_client_that_has_read_nothing_but_the_document_lists_the_alerts()
    {
        using var nobody = ApiClient.With(shared.Site, null);
        var api = new DescribedApi(await nobody.Get("/api/v1/openapi.json"));
        var http = shared.Of(Roles.Reader).Http;

        var plan = (await api.All(http, "listPlans", new Dictionary<string, string>())).Single();
        var cycle = plan["cycles"]![0]!["id"]!.ToString();
        var alerts = await api.All(http, "listAlerts", new Dictionary<string, string> { ["cycle"] = cycle, ["limit"] = "20" });
        var critical = await api.All(http, "listPlanAlerts", new Dictionary<string, string> { ["plan"] = plan["id"]!.ToString(), ["severity"] = "critical" });

        var page = await shared.Site.Client.GetStringAsync($"/cycles/{cycle}/alerts?all=show&folded=show");
        alerts.Count.ShouldBeGreaterThan(40);
        alerts.ShouldAllBe(alert => page.Contains(alert["key"]!.GetValue<string>()));
        critical.Select(Key).ShouldBe(alerts.Where(alert => alert["severity"]!.GetValue<string>() == "critical").Select(Key));
        var one = api.Find("getAlert");
        (await shared.Of(Roles.Reader).Get(api.Server + one.Address(new Dictionary<string, string> { ["cycle"] = cycle, ["key"] = Key(alerts[0]) })))["key"]!.GetValue<string>().ShouldBe(Key(alerts[0]));
    }

    [Fact]
    public async Task Every_endpoint_is_described_and_everything_described_is_there()
    {
        var api = await Read();
        var described = api.Operations.Select(operation => $"{operation.Method.ToUpperInvariant()} {api.Server}{operation.Path}");
        IReadOnlyList<string> there = [];
        await shared.Site.In(services =>
        {
            there = [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => ApiPaths.Holds("/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
                .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [], (endpoint, method) => $"{method} /{Plain().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "{$1}")}")];
            return Task.CompletedTask;
        });

        there.Where(operation => !operation.StartsWith("HEAD ", StringComparison.Ordinal)).ShouldBe(described, ignoreOrder: true);
        there.Where(operation => operation.StartsWith("HEAD ", StringComparison.Ordinal)).Select(operation => operation.Replace("HEAD", "GET")).ShouldBeSubsetOf(described);
        api.Operations.Select(operation => operation.Id).ShouldBeUnique();
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Everything_is_explained_in_the_language_that_is_asked_for(string language)
    {
        var document = await Document(language);
        foreach (var (path, text) in Texts(document, "$"))
            JapaneseLetters().IsMatch(text).ShouldBe(language == "ja" && !Same.Contains(text), $"{path}: {text}");
        var api = new DescribedApi(document);
        foreach (var operation in api.Operations)
        {
            operation.Node["summary"]!.GetValue<string>().ShouldNotBeEmpty();
            operation.Node["description"]!.GetValue<string>().ShouldNotBeEmpty();
            operation.Parameters.ShouldAllBe(parameter => parameter["description"]!.GetValue<string>().Length > 0 && parameter["schema"] != null);
        }

        // The formats that others define are described where they are defined.
        var own = document["components"]!["schemas"]!.AsObject().Where(schema => !schema.Key.StartsWith("plan.", StringComparison.Ordinal) && !schema.Key.StartsWith("Report", StringComparison.Ordinal) && schema.Key is not ("PlanDocument" or "Text"));
        foreach (var (name, schema) in own)
            schema!["properties"]!.AsObject().Where(member => member.Value!["description"] is null).Select(member => $"{name}.{member.Key}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_example_fits_its_schema()
    {
        var api = await Read();
        var contents = api.Operations.SelectMany(operation => operation.Node["responses"]!.AsObject().Select(response => api.Resolve(response.Value!)["content"]).Append(operation.Node["requestBody"]?["content"]), (operation, content) => (operation.Id, Content: content))
            .Where(pair => pair.Content is not null).SelectMany(pair => pair.Content!.AsObject(), (pair, content) => (pair.Id, Type: content.Key, Content: content.Value!)).ToList();

        contents.Count.ShouldBeGreaterThan(40);
        foreach (var (id, type, content) in contents.Where(content => content.Id != "getOpenApi"))
            api.Violations(content["schema"]!, content["example"].ShouldNotBeNull($"{id} {type}")).ShouldBeEmpty($"{id} {type}");
        foreach (var parameter in api.Operations.SelectMany(operation => operation.Parameters).Where(parameter => parameter["example"] is not null))
            api.Violations(parameter["schema"]!, parameter["example"]).ShouldBeEmpty(parameter.ToJsonString());
    }

    [Theory]
    [InlineData("Reader")]
    [InlineData("SecurityOfficer")]
    [InlineData("Department")]
    public async Task Every_answer_fits_its_schema_and_holds_nothing_that_is_not_described(string role)
    {
        var (api, client) = (await Read(), shared.Of(Enum.Parse<Roles>(role)));
        var key = (await client.Get("/api/v1/cycles/1/alerts?limit=1"))["items"]![0]!["key"]!.GetValue<string>();
        var values = new Dictionary<string, string> { ["plan"] = "1", ["cycle"] = "1", ["key"] = key };
        foreach (var operation in api.Operations.Where(operation => operation.Method == "get" && operation.Id != "getOpenApi"))
        {
            var needed = operation.Parameters.Select(parameter => parameter["name"]!.GetValue<string>()).Where(name => values.ContainsKey(name) && operation.Path.Contains($"{{{name}}}"));
            await Fits(operation, await client.Get(api.Server + operation.Address(needed.ToDictionary(name => name, name => values[name]))));
        }
        await Fits(api.Find("listAlerts"), await client.Get("/api/v1/cycles/1/alerts?limit=500&outcome=alert&outcome=undetermined&outcome=fault&outcome=gone"));
        using var checkedPlan = await client.Check(PlanWriter.Write(Samples.Read("demo-city.json")), "?asOf=2025-05-31");
        await Fits(api.Find("checkPlan"), JsonNode.Parse(await checkedPlan.Content.ReadAsStringAsync())!);
        var problem = await client.Refused(System.Net.HttpStatusCode.BadRequest, "/api/v1/plans?limit=x");
        api.Violations(new JsonObject { ["$ref"] = "#/components/schemas/Problem" }, problem).ShouldBeEmpty();

        Task Fits(DescribedOperation operation, JsonNode answer)
        {
            api.Violations(Closed(api, operation.Schema("200")!), answer).ShouldBeEmpty(operation.Id);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Another_reader_of_such_documents_finds_nothing_wrong_with_it()
    {
        var (document, diagnostic) = OpenApiDocument.Parse((await Document("ja")).ToJsonString(), "json");

        diagnostic!.Errors.Select(error => $"{error.Pointer}: {error.Message}").ShouldBeEmpty();
        diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        document!.Paths.Count.ShouldBe((await Read()).Operations.Select(operation => operation.Path).Distinct().Count());
        document.Paths.SelectMany(path => path.Value.Operations!).Count().ShouldBe(ApiOperations.All.Count + 1);
    }

    private static string Key(JsonNode alert) => alert["key"]!.GetValue<string>();

    private Task<JsonNode> Document(string language) => shared.Of(Roles.Reader).Get($"/api/v1/openapi.json?lang={language}");

    private async Task<DescribedApi> Read() => new(await Document("ja"));

    // A schema with those of its own answers refusing what they do not name.
    private static JsonNode Closed(DescribedApi api, JsonNode schema)
    {
        var whole = api.Resolve(schema).DeepClone();
        if (whole["properties"] is not null)
            whole["additionalProperties"] = false;
        return whole;
    }

    private static IEnumerable<(string Path, string Text)> Texts(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.Where(member => member.Key != "example").SelectMany(member => member is { Key: "summary" or "description", Value: JsonValue value } && value.TryGetValue<string>(out var text)
            ? [(path, text)] : Texts(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, place) => Texts(item, $"{path}[{place}]")),
        _ => [],
    };

    // What is called the same in both.
    private static readonly HashSet<string> Same = ["OpenAPI 3.1"];

    [GeneratedRegex(@"\{\*{0,2}(\w+)(:[^}]*)?\}")]
    private static partial Regex Plain();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex JapaneseLetters();
}
