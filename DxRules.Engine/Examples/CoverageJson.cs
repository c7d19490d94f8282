using System.Text;
using System.Text.Json;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Engine.Examples;

/// <summary>Coverage as JSON of format <c>dxcoverage/1</c>: members in a fixed order, every member always there. UTF-8, LF.</summary>
internal static class CoverageJson
{
    public const string Format = "dxcoverage/1";

    public static string Write(IReadOnlyList<RuleCoverage> rules, int failedExamples)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteNumber("failedExamples", failedExamples);
            writer.WriteNumber("covered", rules.Sum(rule => rule.Covered));
            writer.WriteNumber("total", rules.Sum(rule => rule.Items.Count));
            writer.WriteList("rules", rules, Write);
            writer.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter writer, RuleCoverage rule)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", rule.Rule);
        writer.WriteNumber("covered", rule.Covered);
        writer.WriteNumber("total", rule.Items.Count);
        writer.WriteList("items", rule.Items, (w, item) =>
        {
            w.WriteStartObject();
            w.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(item.Kind.ToString()));
            w.WriteLocalized("name", item.Name);
            w.WriteBoolean("covered", item.IsCovered);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }
}
