using System.Globalization;
using System.Text.Json.Nodes;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Text;

namespace DxRules.Admin.Api.Description;

/// <summary>The document that describes the interface (OpenAPI 3.1), made of what the operations declare. It holds no secret and is read without a token.</summary>
internal sealed class ApiDocument
{
    private static readonly Dictionary<Language, Lazy<byte[]>> Made = Enum.GetValues<Language>()
        .ToDictionary(language => language, language => new Lazy<byte[]>(() => ApiJson.Write(new ApiDocument(language).Write())));

    private readonly Language language;
    private readonly Texts texts;

    private ApiDocument(Language language) => (this.language, texts) = (language, new Texts(language));

    public static byte[] Of(Language language) => Made[language].Value;

    private JsonObject Write() => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "DxRules API",
            ["version"] = PlanCheck.EngineVersion,
            ["description"] = In(new(
                "自治体DX計画の点検の結果を、ほかのシステムから読み、計画を点検するための窓口です。見えるものは、トークンの役割が画面で見えるものと同じです。日付は日本の日付、時刻はUTCです。GETできるものはHEADでも求められます。答えには ETag が付き、If-None-Match に書いて求めると、変わっていなければ 304 を返します。宣言のないパラメーターは断ります。?lang=en を付けるとこの文書を英語で返します。",
                "For other systems to read what checks of municipal DX plans found, and to have plans checked. A token sees what the pages show to its role. Days are those of Japan, times are UTC. Whatever can be read with GET answers HEAD, too. Answers have an ETag: asked for again with If-None-Match they are 304 while nothing changed. Parameters that are not declared are refused. ?lang=ja gives this document in Japanese.")),
            ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = ApiPaths.Version }),
        ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
        ["tags"] = new JsonArray([.. ApiOperations.All.Select(TagOf).Distinct().Select(tag => (JsonNode)new JsonObject { ["name"] = tag })]),
        ["paths"] = Paths(),
        ["components"] = new JsonObject
        {
            ["securitySchemes"] = new JsonObject
            {
                ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = $"{TokenSecret.Prefix}…", ["description"] = Scopes() },
            },
            ["responses"] = new JsonObject(Statuses().Select(status => KeyValuePair.Create(NameOf(status), (JsonNode?)Failure(status)))),
            ["schemas"] = new ApiSchemas(language).All(),
        },
    };

    private string Scopes() => In(new(
        $"管理者が画面（/tokens）で作ります。スコープは {string.Join("、", ApiScopes.All.Select(scope => $"{scope}（{texts[$"token.scope.{ApiScopes.KeyOf(scope)}"]}）"))} です。",
        $"Made by an administrator on the page /tokens. Scopes are {string.Join(", ", ApiScopes.All.Select(scope => $"{scope} ({texts[$"token.scope.{ApiScopes.KeyOf(scope)}"]})"))}."));

    private JsonObject Paths()
    {
        var paths = new JsonObject
        {
            ["/openapi.json"] = new JsonObject
            {
                ["get"] = new JsonObject
                {
                    ["operationId"] = "getOpenApi",
                    ["summary"] = In(new("この文書", "This document")),
                    ["description"] = In(new("トークンなしで読めます。", "It is read without a token.")),
                    ["security"] = new JsonArray(),
                    ["parameters"] = new JsonArray(new JsonObject
                    {
                        ["name"] = LanguageChoice.Name, ["in"] = "query", ["description"] = In(new("言語。書かなければ Accept-Language、それもなければ日本語", "The language; Accept-Language where it is left out, else Japanese")),
                        ["schema"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("ja", "en") },
                    }),
                    ["responses"] = new JsonObject
                    {
                        ["200"] = new JsonObject { ["description"] = "OpenAPI 3.1", ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } } },
                    },
                },
            },
        };
        foreach (var path in ApiOperations.All.GroupBy(operation => operation.Path))
            paths[path.Key] = new JsonObject(path.Select(operation => KeyValuePair.Create(operation.Method.ToLowerInvariant(), (JsonNode?)Operation(operation))));
        return paths;
    }

    private JsonObject Operation(ApiOperation operation)
    {
        var written = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = new JsonArray(TagOf(operation)),
            ["summary"] = In(operation.Summary),
            ["description"] = In(operation.Description),
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray(operation.Scope) }),
            ["parameters"] = new JsonArray([.. operation.Parameters.Select(Parameter)]),
        };
        if (operation.Body is { } body)
            written["requestBody"] = new JsonObject { ["required"] = true, ["description"] = In(new("計画の文書", "A plan document")), ["content"] = Content("application/json", body) };
        written["responses"] = Responses(operation);
        return written;
    }

    private JsonObject Responses(ApiOperation operation)
    {
        var done = new JsonObject { ["description"] = In(operation.Summary), ["content"] = Content("application/json", operation.Answer) };
        var responses = new JsonObject { ["200"] = done };
        if (operation.IsRead)
        {
            done["headers"] = new JsonObject
            {
                ["ETag"] = new JsonObject { ["description"] = In(new("内容のしるし", "What tells this content from another")), ["schema"] = new JsonObject { ["type"] = "string" } },
            };
            responses["304"] = new JsonObject { ["description"] = In(new("If-None-Match のものから変わっていません。", "It is the same as in If-None-Match.")) };
        }
        foreach (var status in FailuresOf(operation))
            responses[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["$ref"] = $"#/components/responses/{NameOf(status)}" };
        return responses;
    }

    private JsonNode Parameter(ApiParameter parameter)
    {
        var (schema, example) = Value(parameter);
        if (parameter.IsMany)
            schema = new JsonObject { ["type"] = "array", ["items"] = schema };
        var written = new JsonObject
        {
            ["name"] = parameter.Name, ["in"] = parameter.Place == ParameterPlace.Path ? "path" : "query", ["required"] = parameter.Place == ParameterPlace.Path,
            ["description"] = In(parameter.Meaning), ["schema"] = schema,
        };
        if (parameter.IsMany)
            (written["style"], written["explode"]) = ("form", true);
        if (example is not null)
            written["example"] = parameter.IsMany ? new JsonArray(example) : example;
        return written;
    }

    private static (JsonObject Schema, JsonNode? Example) Value(ApiParameter parameter)
    {
        var (example, usual) = (parameter.Example, parameter.Usual);
        if (parameter.Kind == ParameterKind.Number)
        {
            var number = new JsonObject { ["type"] = "integer", ["minimum"] = 1 };
            if (parameter.Most < int.MaxValue)
                number["maximum"] = parameter.Most;
            if (usual is not null)
                number["default"] = int.Parse(usual, CultureInfo.InvariantCulture);
            return (number, example is null ? null : int.Parse(example, CultureInfo.InvariantCulture));
        }
        var text = new JsonObject { ["type"] = "string" };
        if (parameter.Kind == ParameterKind.Date)
            text["format"] = "date";
        if (parameter.Kind == ParameterKind.Word)
            text["enum"] = new JsonArray([.. parameter.Words.Select(word => (JsonNode)word)]);
        if (usual is not null)
            text["default"] = usual;
        return (text, example);
    }

    private static JsonObject Content(string type, ApiContent content) =>
        new() { [type] = new JsonObject { ["schema"] = ApiSchemas.Reference(content.Schema), ["example"] = JsonNode.Parse(content.Example()) } };

    private JsonObject Failure(int status)
    {
        var problem = ApiProblem.Of(status);
        return new JsonObject
        {
            ["description"] = In(problem.Title),
            ["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject { ["schema"] = ApiSchemas.Reference("Problem"), ["example"] = JsonNode.Parse(ApiJson.Write(problem.Content(ApiPaths.Version, language))) },
            },
        };
    }

    private static IEnumerable<int> FailuresOf(ApiOperation operation)
    {
        int[] all = [400, 401, 403, 405, 429, 500];
        int[] missing = operation.Path.Contains('{', StringComparison.Ordinal) ? [404] : [];
        return all.Concat(missing).Concat(operation.Failures).Order();
    }

    private static IEnumerable<int> Statuses() => ApiOperations.All.SelectMany(FailuresOf).Distinct().Order();

    private static string NameOf(int status) => $"status{status.ToString(CultureInfo.InvariantCulture)}";

    private static string TagOf(ApiOperation operation) => operation.Scope.Split(':')[0];

    private string In(LocalizedText text) => text.In(language);
}
