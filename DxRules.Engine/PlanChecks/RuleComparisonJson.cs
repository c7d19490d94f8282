using System.Text;
using System.Text.Json;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>A comparison of rules as JSON of format <c>dxrules-diff/1</c>: members in a fixed order, every member always there. UTF-8, LF.</summary>
internal static class RuleComparisonJson
{
    public const string Format = "dxrules-diff/1";

    public static string Write(RuleComparison comparison)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteBoolean("same", comparison.IsSame);
            writer.WriteBoolean("sharedChanged", comparison.SharedChanged);
            writer.WriteList("rules", comparison.Rules, Write);
            writer.WriteList("plans", comparison.Plans, Write);
            writer.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter writer, RuleChange rule)
    {
        writer.WriteStartObject();
        writer.WriteString("change", Word(rule.Kind));
        writer.WriteString("rule", rule.Rule);
        WriteStamp(writer, "before", rule.Before);
        WriteStamp(writer, "after", rule.After);
        writer.WriteBoolean("versionUnchanged", rule.IsUnmarked);
        writer.WriteEndObject();
    }

    private static void WriteStamp(Utf8JsonWriter writer, string name, RuleStamp? stamp)
    {
        if (stamp is null)
        {
            writer.WriteNull(name);
            return;
        }
        writer.WriteStartObject(name);
        writer.WriteNumber("version", stamp.Version);
        writer.WriteString("hash", stamp.Hash);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PlanDifference plan)
    {
        writer.WriteStartObject();
        writer.WriteString("plan", plan.Plan);
        writer.WriteString("municipality", plan.Municipality);
        writer.WriteString("asOf", ReportValue.Text(plan.AsOf));
        writer.WriteList("changes", plan.Changes, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ResultChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("change", Word(change.Kind));
        writer.WriteString("key", change.Key);
        writer.WriteString("rule", change.Rule);
        writer.WriteSubject(change.Subject);
        writer.WriteLocalized("title", change.Title);
        WriteState(writer, "before", change.Before);
        WriteState(writer, "after", change.After);
        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, string name, ResultState state)
    {
        writer.WriteStartObject(name);
        writer.WriteString("outcome", Word(state.Word));
        writer.WriteString("severity", state.Severity is { } severity ? SeverityWords.English(severity) : null);
        writer.WriteList("missing", state.Missing, ReportJson.WriteLocalized);
        writer.WriteEndObject();
    }

    private static string Word(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
