using System.Text;
using System.Text.Json;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>A report as SARIF 2.1.0 (OASIS), for tools that gather findings: an alert is a result of kind fail, an undetermined result one of kind open.</summary>
public static class ReportSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <param name="fileOf">The file of a plan by the plan's id; null where it came from no file.</param>
    public static string Write(CheckReport report, Language language, Func<string, string?> fileOf)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", Schema);
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            new Run(writer, report, language, fileOf).Write();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private sealed class Run(Utf8JsonWriter writer, CheckReport report, Language language, Func<string, string?> fileOf)
    {
        private readonly Dictionary<string, int> ruleIndex = report.RuleSet.Rules.Select((rule, i) => (rule.Id, i)).ToDictionary(StringComparer.Ordinal);

        public void Write()
        {
            writer.WriteStartObject();
            writer.WriteStartObject("tool");
            WriteDriver();
            writer.WriteEndObject();
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteString("language", language == Language.Japanese ? "ja" : "en");
            WriteInvocation();
            writer.WriteStartArray("results");
            foreach (var plan in report.Plans)
            {
                foreach (var alert in plan.Alerts)
                    Write(plan, alert);
                foreach (var result in plan.Undetermined)
                    Write(plan, result);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private void WriteDriver()
        {
            var titles = report.Plans.SelectMany(plan => plan.Alerts).DistinctBy(alert => alert.Rule).ToDictionary(alert => alert.Rule, alert => alert.Title);
            writer.WriteStartObject("driver");
            writer.WriteString("name", "DxRules");
            writer.WriteString("version", report.Engine);
            writer.WriteStartArray("rules");
            foreach (var rule in report.RuleSet.Rules)
            {
                writer.WriteStartObject();
                writer.WriteString("id", rule.Id);
                if (titles.TryGetValue(rule.Id, out var title))
                    WriteMessage("shortDescription", title.In(language));
                writer.WriteStartObject("properties");
                writer.WriteNumber("version", rule.Version);
                writer.WriteString("hash", rule.Hash);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        private void WriteInvocation()
        {
            var faults = report.Plans.SelectMany(plan => plan.Faults).ToList();
            writer.WriteStartArray("invocations");
            writer.WriteStartObject();
            writer.WriteBoolean("executionSuccessful", faults.Count == 0);
            writer.WriteStartArray("toolExecutionNotifications");
            foreach (var fault in faults)
            {
                writer.WriteStartObject();
                writer.WriteString("level", "error");
                WriteMessage("message", $"{fault.Rule} {fault.Subject.Title} ({fault.Subject.Id}): {fault.Message.In(language)}");
                writer.WriteStartObject("descriptor");
                writer.WriteString("id", fault.Code);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteStartObject("properties");
            writer.WriteString("asOf", ReportValue.Text(report.AsOf));
            writer.WriteString("ruleSet", report.RuleSet.Hash);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        private void Write(PlanReport plan, Alert alert)
        {
            var level = alert.Severity switch
            {
                Severity.Critical => "error",
                Severity.Warning => "warning",
                _ => "note",
            };
            StartResult(alert.Rule, "fail", level, alert.Message.In(language));
            WritePlace(plan, alert.Subject, alert.Key);
            writer.WriteStartObject("properties");
            writer.WriteString("severity", SeverityWords.English(alert.Severity));
            writer.WriteString("category", alert.Category);
            writer.WriteBoolean("secret", alert.Secret);
            if (alert.FoldedUnder is { } cause)
                writer.WriteString("foldedUnder", cause);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        private void Write(PlanReport plan, UndeterminedResult result)
        {
            StartResult(result.Rule, "open", "none", result.Reason.In(language));
            WritePlace(plan, result.Subject, result.Key);
            writer.WriteStartObject("properties");
            writer.WriteString("category", result.Category);
            writer.WriteBoolean("secret", result.Secret);
            writer.WriteStartArray("missing");
            foreach (var fact in result.Missing)
                writer.WriteStringValue(fact.In(language));
            writer.WriteEndArray();
            if (result.FoldedUnder is { } cause)
                writer.WriteString("foldedUnder", cause);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        private void StartResult(string rule, string kind, string level, string message)
        {
            writer.WriteStartObject();
            writer.WriteString("ruleId", rule);
            if (ruleIndex.TryGetValue(rule, out var index))
                writer.WriteNumber("ruleIndex", index);
            writer.WriteString("kind", kind);
            writer.WriteString("level", level);
            WriteMessage("message", message);
        }

        private void WritePlace(PlanReport plan, AlertSubject subject, string key)
        {
            writer.WriteStartArray("locations");
            writer.WriteStartObject();
            if (fileOf(plan.Plan) is { } file)
            {
                writer.WriteStartObject("physicalLocation");
                writer.WriteStartObject("artifactLocation");
                writer.WriteString("uri", Uri.EscapeDataString(file.Replace('\\', '/')).Replace("%2F", "/"));
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteString("name", subject.Title);
            writer.WriteString("fullyQualifiedName", $"{plan.Plan}/{subject.Id}");
            writer.WriteString("kind", subject.Type);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartObject("partialFingerprints");
            writer.WriteString("dxrulesKey/v1", $"{plan.Plan}/{key}");
            writer.WriteEndObject();
        }

        private void WriteMessage(string name, string text)
        {
            writer.WriteStartObject(name);
            writer.WriteString("text", text);
            writer.WriteEndObject();
        }
    }
}
