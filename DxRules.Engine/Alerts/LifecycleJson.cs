using System.Text;
using System.Text.Json;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>How alerts stand over reports, as JSON of format <c>dxrules-lifecycle/1</c>: members in a fixed order, every member always there. UTF-8, LF.</summary>
internal static class LifecycleJson
{
    public const string Format = "dxrules-lifecycle/1";

    public static string Write(IReadOnlyList<PlanLifecycle> plans)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteList("plans", plans, Write);
            writer.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter writer, PlanLifecycle plan)
    {
        writer.WriteStartObject();
        writer.WriteString("plan", plan.Plan);
        writer.WriteString("municipality", plan.Municipality);
        writer.WriteList("steps", plan.Steps, Write);
        writer.WriteList("alerts", plan.Latest.Lives, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LifecycleStep step)
    {
        var sum = step.Sum;
        writer.WriteStartObject();
        writer.WriteNumber("report", step.Report);
        writer.WriteString("asOf", ReportValue.Text(step.AsOf));
        writer.WriteBoolean("settingsChanged", step.SettingsChanged);
        writer.WriteNumber("previous", sum.Previous);
        writer.WriteNumber("now", sum.Now);
        writer.WriteNumber("carried", sum.Carried);
        foreach (var state in Enum.GetValues<AlertState>())
            writer.WriteNumber(Word(state), sum.Of(state));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AlertLife life)
    {
        writer.WriteStartObject();
        writer.WriteString("key", life.Key);
        writer.WriteString("state", Word(life.State));
        writer.WriteNumber("nth", life.Nth);
        writer.WriteNumber("firstSeen", life.FirstSeen);
        writer.WriteString("severity", life.Now is { } now ? SeverityWords.English(now.Severity) : null);
        writer.WriteString("previousSeverity", life.PreviousSeverity is { } before ? SeverityWords.English(before) : null);
        writer.WriteString("inBetween", life.InBetween is { } state ? Word(state) : null);
        writer.WriteBoolean("ruleChanged", life.RuleChanged);
        writer.WriteString("rule", life.Alert.Rule);
        writer.WriteString("category", life.Alert.Category);
        writer.WriteBoolean("secret", life.Alert.Secret);
        writer.WriteLocalized("title", life.Alert.Title);
        writer.WriteSubject(life.Alert.Subject);
        writer.WriteLocalized("message", life.Alert.Message);
        writer.WriteEndObject();
    }

    private static string Word(AlertState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
