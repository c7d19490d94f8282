using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DxRules.Admin.Publishing;
using DxRules.Admin.Publishing.OpenData;

namespace DxRules.Tests.Admin.Publishing.OpenData;

public sealed class PublicationJsonSchemaTests
{
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(PublicationJsonSchema.Write()).RootElement);
    private static readonly string Written = Encoding.UTF8.GetString(PublicationJson.Write(SamplePublications.City()));

    [Fact]
    public void What_we_write_keeps_the_schema() => ErrorsOf(Written).ShouldBeEmpty();

    [Theory]
    [InlineData("\"title\": \"オンライン申請率\"", "\"titel\": \"オンライン申請率\"")]
    [InlineData("\"aggregation\": \"annual\"", "\"aggregation\": \"yearly\"")]
    [InlineData("\"code\": \"987654\"", "\"code\": 987654")]
    [InlineData("\"code\": \"987654\"", "\"code\": \"98765\"")]
    [InlineData("\"asOf\": \"2025-06-02\"", "\"asOf\": \"2025-06\"")]
    [InlineData("\"value\": 28.75", "\"value\": \"28.75\"")]
    [InlineData("\"progress\": 0.55", "\"progress\": 55")]
    [InlineData("\"id\": \"k2\"", "\"id\": \"../k2\"")]
    [InlineData("\"dxpublication/1\"", "\"dxpublication/2\"")]
    [InlineData("\"unit\": \"%\"", "\"unit\": \"\"")]
    [InlineData("\"isProvisional\": true", "\"isProvisional\": 1")]
    public void What_the_reader_refuses_breaks_the_schema_too(string right, string wrong)
    {
        var text = Written.Replace(right, wrong, StringComparison.Ordinal);
        text.ShouldNotBe(Written);

        ErrorsOf(text).ShouldNotBeEmpty();
        PublicationJson.Read(Encoding.UTF8.GetBytes(text)).Content.ShouldBeNull();
    }

    [Fact]
    public void Every_list_and_head_of_the_record_is_demanded()
    {
        foreach (var name in JsonNode.Parse(Written)!.AsObject().Select(member => member.Key).ToArray())
        {
            var without = JsonNode.Parse(Written)!.AsObject();
            without.Remove(name);

            ErrorsOf(without.ToJsonString()).ShouldNotBeEmpty(name);
        }
    }

    private static IReadOnlyList<string> ErrorsOf(string json) => Schema.Errors(JsonDocument.Parse(json).RootElement);
}
