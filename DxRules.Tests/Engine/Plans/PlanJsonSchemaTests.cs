using System.Text.Json.Nodes;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Engine.Plans;

public class PlanJsonSchemaTests
{
    [Fact]
    public void The_schema_in_the_rules_folder_is_the_format_that_is_read() =>
        Golden.ShouldMatchFile(PlanJsonSchema.Write(), Repository.File("rules", "schema", "plan.json"));

    [Fact]
    public void Every_reference_leads_to_a_definition()
    {
        var schema = JsonNode.Parse(PlanJsonSchema.Write())!;
        var definitions = schema["$defs"]!.AsObject();

        foreach (var reference in References(schema))
            definitions.ContainsKey(reference["#/$defs/".Length..]).ShouldBeTrue(reference);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject held => held.SelectMany(m => m.Key == "$ref" ? [m.Value!.GetValue<string>()] : References(m.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
