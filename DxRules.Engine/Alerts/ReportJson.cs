using System.Buffers;
using System.Text;
using System.Text.Json;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>
/// A report as JSON of format <c>dxrules-report/1</c>: members in a fixed order, every member always there, so that the same report
/// is the same bytes on any machine. UTF-8 without byte order mark, LF.
/// </summary>
public static class ReportJson
{
    internal const string Format = "dxrules-report/1";

    /// <summary>The whole report, indented, with a line break at its end.</summary>
    /// <param name="unreadable">Plans that were asked for and could not be read; where there are any they follow in a member of that name.</param>
    public static string Write(CheckReport report, IReadOnlyList<UnreadablePlan>? unreadable = null) => Write(report, unreadable, JsonText.Indented);

    /// <summary>The report on one line, with a line break at its end: what NDJSON has for each plan.</summary>
    /// <param name="unreadable">As in <see cref="Write(CheckReport, IReadOnlyList{UnreadablePlan}?)"/>.</param>
    public static string WriteLine(CheckReport report, IReadOnlyList<UnreadablePlan>? unreadable = null) => Write(report, unreadable, JsonText.Line);

    /// <summary>The same as UTF-8, written behind what <paramref name="output"/> holds.</summary>
    internal static void AppendLine(IBufferWriter<byte> output, CheckReport report)
    {
        Write(output, report, [], JsonText.Line);
        output.Write("\n"u8);
    }

    /// <summary>A report that <see cref="Write(CheckReport, IReadOnlyList{UnreadablePlan}?)"/> or <see cref="WriteLine"/> wrote. Members it does not know are passed over.</summary>
    /// <returns>The report, or null and what is wrong with the text.</returns>
    public static (CheckReport? Report, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source) => ReportJsonReader.Read(source);

    private static string Write(CheckReport report, IReadOnlyList<UnreadablePlan>? unreadable, JsonWriterOptions options)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(bytes, report, unreadable ?? [], options);
        bytes.Write("\n"u8);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(IBufferWriter<byte> output, CheckReport report, IReadOnlyList<UnreadablePlan> unreadable, JsonWriterOptions options)
    {
        using var writer = new Utf8JsonWriter(output, options);
        Write(writer, report, unreadable);
    }

    private static void Write(Utf8JsonWriter writer, CheckReport report, IReadOnlyList<UnreadablePlan> unreadable)
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("engine", report.Engine);
        writer.WriteString("asOf", ReportValue.Text(report.AsOf));
        Write(writer, report.RuleSet);
        Write(writer, report.Profile);
        writer.WriteList("plans", report.Plans, Write);
        if (unreadable.Count > 0)
            writer.WriteList("unreadable", unreadable, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, UnreadablePlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("source", plan.Source);
        writer.WriteList("diagnostics", plan.Diagnostics, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        var (line, column) = diagnostic.Source.PositionOf(diagnostic.Span.Start);
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        writer.WriteNumber("line", line);
        writer.WriteNumber("column", column);
        writer.WriteString("path", diagnostic.Path);
        writer.WriteLocalized("message", diagnostic.Message);
        writer.WriteLocalized("hint", diagnostic.Hint);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RuleSetStamp ruleSet)
    {
        writer.WriteStartObject("ruleSet");
        writer.WriteString("hash", ruleSet.Hash);
        writer.WriteList("rules", ruleSet.Rules, (w, rule) =>
        {
            w.WriteStartObject();
            w.WriteString("id", rule.Id);
            w.WriteNumber("version", rule.Version);
            w.WriteString("hash", rule.Hash);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ProfileStamp profile)
    {
        writer.WriteStartObject("profile");
        writer.WriteString("name", profile.Name);
        writer.WriteString("hash", profile.Hash);
        writer.WriteString("scale", profile.Scale);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PlanReport plan)
    {
        writer.WriteStartObject();
        writer.WriteString("plan", plan.Plan);
        writer.WriteString("municipality", plan.Municipality);
        writer.WriteString("hash", plan.Hash);
        writer.WriteNumber("laterFactsIgnored", plan.LaterFactsIgnored);
        writer.WriteStartObject("subjects");
        foreach (var (type, ids) in plan.Subjects.OrderBy(s => s.Key, StringComparer.Ordinal))
            writer.WriteList(type, ids, WriteItem);
        writer.WriteEndObject();
        writer.WriteList("alerts", plan.Alerts, Write);
        writer.WriteList("undetermined", plan.Undetermined, Write);
        writer.WriteList("notApplicable", plan.NotApplicable, WriteItem);
        writer.WriteList("faults", plan.Faults, Write);
        Write(writer, plan.Counts);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Alert alert)
    {
        writer.WriteStartObject();
        writer.WriteString("key", alert.Key);
        writer.WriteString("rule", alert.Rule);
        writer.WriteNumber("version", alert.Version);
        writer.WriteString("category", alert.Category);
        writer.WriteBoolean("secret", alert.Secret);
        writer.WriteString("severity", SeverityWords.English(alert.Severity));
        writer.WriteLocalized("title", alert.Title);
        writer.WriteSubject(alert.Subject);
        writer.WriteLocalized("message", alert.Message);
        writer.WriteList("evidence", alert.Evidence, Write);
        writer.WriteList("unknown", alert.Unknown, WriteLocalized);
        writer.WriteLocalized("clears", alert.Clears);
        writer.WriteString("foldedUnder", alert.FoldedUnder);
        writer.WriteList("source", alert.Source, WriteItem);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteStartObject();
        writer.WriteLocalized("name", evidence.Name);
        writer.WritePropertyName("value");
        ReportValue.Write(writer, evidence.Value);
        writer.WriteString("unit", evidence.Unit);
        writer.WriteLocalized("text", evidence.Text);
        writer.WriteLocalized("formula", evidence.Formula);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, UndeterminedResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("key", result.Key);
        writer.WriteString("rule", result.Rule);
        writer.WriteString("category", result.Category);
        writer.WriteBoolean("secret", result.Secret);
        writer.WriteSubject(result.Subject);
        writer.WriteList("missing", result.Missing, WriteLocalized);
        writer.WriteLocalized("reason", result.Reason);
        writer.WriteString("foldedUnder", result.FoldedUnder);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FaultResult fault)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", fault.Rule);
        writer.WriteSubject(fault.Subject);
        writer.WriteString("code", fault.Code);
        writer.WriteLocalized("message", fault.Message);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReportCounts counts)
    {
        writer.WriteStartObject("counts");
        writer.WriteNumber("info", counts.Info);
        writer.WriteNumber("notice", counts.Notice);
        writer.WriteNumber("warning", counts.Warning);
        writer.WriteNumber("critical", counts.Critical);
        writer.WriteNumber("undetermined", counts.Undetermined);
        writer.WriteNumber("quiet", counts.Quiet);
        writer.WriteNumber("notApplicable", counts.NotApplicable);
        writer.WriteNumber("faults", counts.Faults);
        writer.WriteEndObject();
    }

    internal static void WriteSubject(this Utf8JsonWriter writer, AlertSubject subject)
    {
        writer.WriteStartObject("subject");
        writer.WriteString("type", subject.Type);
        writer.WriteString("id", subject.Id);
        writer.WriteString("title", subject.Title);
        writer.WriteList("path", subject.Path, WriteItem);
        writer.WriteEndObject();
    }

    internal static void WriteLocalized(this Utf8JsonWriter writer, string name, LocalizedText? text)
    {
        writer.WritePropertyName(name);
        if (text is null)
            writer.WriteNullValue();
        else
            WriteLocalized(writer, text);
    }

    internal static void WriteLocalized(Utf8JsonWriter writer, LocalizedText text)
    {
        writer.WriteStartObject();
        writer.WriteString("ja", text.Ja);
        writer.WriteString("en", text.En);
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, string text) => writer.WriteStringValue(text);

    internal static void WriteList<T>(this Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }
}
