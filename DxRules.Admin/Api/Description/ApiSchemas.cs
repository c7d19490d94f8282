using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DxRules.Admin.Api.Operations;
using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Api.Description;

/// <summary>The schemas of answers, read off the records that are written, so that they cannot say something else.</summary>
internal sealed class ApiSchemas(Language language)
{
    private const string Place = "#/components/schemas/";

    private readonly SortedDictionary<string, JsonNode?> schemas = new(StringComparer.Ordinal);
    private readonly NullabilityInfoContext nullability = new();

    /// <summary>What a record is called in the document.</summary>
    public static string NameOf(Type type) => type switch
    {
        { IsGenericType: true } => $"{NameOf(type.GetGenericArguments()[0])}Page",
        _ when type == typeof(Bilingual) || type == typeof(LocalizedText) => "Text",
        _ when type == typeof(ProblemContent) => "Problem",
        _ when type == typeof(CheckReport) => "Report",
        _ when type == typeof(PlanReport) => "ReportPlan",

        // A report has alerts, subjects and evidence of its own.
        { Namespace: "DxRules.Engine.Alerts" } => type.Name.StartsWith("Report", StringComparison.Ordinal) ? type.Name : $"Report{type.Name}",
        _ => type.Name.EndsWith("Item", StringComparison.Ordinal) ? type.Name[..^4] : type.Name,
    };

    public static JsonObject Reference(string name) => new() { ["$ref"] = Place + name };

    /// <summary>All schemas that answers use, by name.</summary>
    public JsonObject All()
    {
        foreach (var type in ApiOperations.All.Select(operation => operation.Answer.Type).OfType<Type>().Append(typeof(ProblemContent)))
            Add(type);
        AddReport();
        AddPlan();
        schemas["Check"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("warnings", "report"),
            ["properties"] = new JsonObject
            {
                ["warnings"] = new JsonObject
                {
                    ["type"] = "array", ["items"] = Reference(NameOf(typeof(ProblemError))),
                    ["description"] = new LocalizedText("文書について確かめるとよいこと", "What of the document should be looked at").In(language),
                },
                ["report"] = Described(Reference("Report"), new("点検の報告書", "The report of the check")),
            },
        };
        return new JsonObject(schemas);
    }

    private void AddReport()
    {
        Add(typeof(CheckReport));
        var report = (JsonObject)schemas["Report"]!;
        Described(report, new("報告書（dxrules-report/1）", "A report (dxrules-report/1)"));
        ((JsonObject)report["properties"]!).Insert(0, "format", new JsonObject { ["const"] = "dxrules-report/1" });
        ((JsonArray)report["required"]!).Insert(0, "format");
    }

    // The schema of plan files stands on its own, and refers to its own parts; here they are parts of a larger document.
    private void AddPlan()
    {
        var plan = (JsonObject)JsonNode.Parse(PlanJsonSchema.Write().Replace("#/$defs/", $"{Place}plan.", StringComparison.Ordinal))!;
        foreach (var (name, part) in (JsonObject)plan["$defs"]!)
            schemas[$"plan.{name}"] = part!.DeepClone();
        plan.Remove("$defs");
        plan.Remove("$schema");
        schemas["PlanDocument"] = Described(plan, new("計画の文書（dxplan/1）", "A plan document (dxplan/1)"));
        Described((JsonObject)schemas["plan.date"]!, new("日付 YYYY-MM-DD。月までしか分からないときは YYYY-MM", "A day, YYYY-MM-DD, or YYYY-MM where only the month is known"));
    }

    private JsonObject Described(JsonObject schema, LocalizedText meaning)
    {
        schema["description"] = meaning.In(language);
        return schema;
    }

    private JsonObject Add(Type type)
    {
        var name = NameOf(type);
        if (schemas.ContainsKey(name))
            return Reference(name);
        var schema = new JsonObject { ["type"] = "object" };
        schemas[name] = schema;

        // What is inherited comes first, as it is written.
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToList();
        schema["required"] = new JsonArray([.. members.Where(member => member.GetCustomAttribute<JsonIgnoreAttribute>() is null).Select(member => (JsonNode)NameOf(member))]);
        schema["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(NameOf(member), (JsonNode?)Member(member))));
        return Reference(name);
    }

    private JsonObject Member(PropertyInfo member)
    {
        var schema = Of(member.PropertyType);
        if (nullability.Create(member).ReadState == NullabilityState.Nullable)
            schema = OrNull(schema);
        if (member.GetCustomAttribute<MeaningAttribute>() is { } meaning)
            schema["description"] = meaning.Text.In(language);
        return schema;
    }

    private JsonObject Of(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner),
        _ when type == typeof(string) => new JsonObject { ["type"] = "string" },
        _ when type == typeof(int) => new JsonObject { ["type"] = "integer" },
        _ when type == typeof(bool) => new JsonObject { ["type"] = "boolean" },
        _ when type == typeof(DateOnly) => new JsonObject { ["type"] = "string", ["format"] = "date" },
        _ when type == typeof(DateTimeOffset) => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        _ when type == typeof(object) => [],
        { IsEnum: true } => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(word => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(word))]) },
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => new JsonObject { ["type"] = "array", ["items"] = Of(type.GetGenericArguments()[0]) },
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) =>
            new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(type.GetGenericArguments()[1]) },
        _ => Add(type),
    };

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is not { } type)
            return schema.Count == 0 ? schema : new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        schema["type"] = new JsonArray(type.DeepClone(), "null");
        (schema["enum"] as JsonArray)?.Add(null);
        return schema;
    }

    private static string NameOf(PropertyInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);
}
