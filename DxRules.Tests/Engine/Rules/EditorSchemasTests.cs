using System.Text.Json;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Rules;

/// <summary>The JSON Schemas in rules/schema are for editors; the engine does not read them. They must not promise other keys than it knows.</summary>
public class EditorSchemasTests
{
    [Theory]
    [InlineData("rule.json", "dxrule/1")]
    [InlineData("scale.json", "dxscale/1")]
    public void A_schema_knows_the_keys_the_reader_knows(string schema, string format)
    {
        var unknownKey = RuleFolder.Read("rules", [new SourceText("a.yaml", $"format: {format}\nqqqqqqqqqq: 1\n")]).Diagnostics.Single(d => d.Code == "DX111");
        var missing = RuleFolder.Read("rules", [new SourceText("a.yaml", $"format: {format}\n")]).Diagnostics.Count(d => d.Code == "DX112");

        Properties(schema).ShouldBe(unknownKey.Hint!.En["known keys: ".Length..].Split(", "), ignoreOrder: true);
        // "format" is there already.
        Root(schema).GetProperty("required").GetArrayLength().ShouldBe(missing + 1);
    }

    [Fact]
    public void The_schema_of_profiles_knows_the_keys_the_reader_knows()
    {
        var diagnostics = new List<Diagnostic>();

        ProfileFile.Read(new SourceText("profile.yaml", "format: dxprofile/1\nname: a\nqqqqqqqqqq: 1\n"), diagnostics);

        Properties("profile.json").ShouldBe(diagnostics.Single().Hint!.En["known keys: ".Length..].Split(", "), ignoreOrder: true);
    }

    private static IEnumerable<string> Properties(string schema) => Root(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name);

    private static JsonElement Root(string schema) => JsonDocument.Parse(File.ReadAllText(Repository.File("rules", "schema", schema))).RootElement;
}
