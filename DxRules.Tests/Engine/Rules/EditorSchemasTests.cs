using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Engine.Rules;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;
using DxRules.Tests.Engine.Plans;

namespace DxRules.Tests.Engine.Rules;

/// <summary>The JSON Schemas in rules/schema are for editors; the engine does not read them. They must not promise other keys than it knows.</summary>
public class EditorSchemasTests
{
    [Theory]
    [InlineData("rule.json", "dxrule/1")]
    [InlineData("scale.json", "dxscale/1")]
    [InlineData("controls.json", "dxcontrols/1")]
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

    public static TheoryData<string> ShippedFiles =>
    [
        .. Directory.GetFiles(Repository.File("rules"), "*.yaml", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.File("DxRules.Engine", "docs", "examples"), "*.yaml", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Repository.File("DxRules.Admin", "SampleData"), "*.json").Where(SamplePlans.IsPlan))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void An_editor_has_nothing_to_say_about_a_shipped_file(string file)
    {
        var text = File.ReadAllText(Repository.File(file));
        var document = file.EndsWith(".json", StringComparison.Ordinal) ? JsonNode.Parse(text) : EditorSchema.Json(YamlReader.Read(new SourceText(file, text), []));

        Schema(document!["format"]!.GetValue<string>()).Violations(document).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("format: dxrule/1\nid: sch_2\n")]
    [InlineData("format: dxparameters/1\n期限: { en: due }\n")]
    [InlineData("format: dxscale/1\nqqqq: 1\n")]
    [InlineData("format: dxcontrols/1\nqqqq: 1\n")]
    [InlineData("format: dxprofile/1\nqqqq: 1\n")]
    [InlineData("format: dxtopics/1\n監査: { en: audit, title: { ja: 監査, en: audits } }\n")]
    [InlineData("format: dxplan/1\nqqqq: 1\n")]
    public void An_editor_sees_a_slip(string text)
    {
        var document = EditorSchema.Json(YamlReader.Read(new SourceText("a.yaml", text), []));

        Schema(document!["format"]!.GetValue<string>()).Violations(document).ShouldNotBeEmpty();
    }

    // dxrule/1 is described by rule.json.
    private static EditorSchema Schema(string format) =>
        new(JsonNode.Parse(File.ReadAllText(Repository.File("rules", "schema", format["dx".Length..format.IndexOf('/')] + ".json")))!.AsObject());

    private static IEnumerable<string> Properties(string schema) => Root(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name);

    private static JsonElement Root(string schema) => JsonDocument.Parse(File.ReadAllText(Repository.File("rules", "schema", schema))).RootElement;
}
