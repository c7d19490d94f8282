using System.Text;
using System.Text.Json;
using DxRules.Engine.Alerts;
using DxRules.Engine.Evaluation;
using DxRules.Engine.PlanChecks.Changes;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>An explanation as JSON of format <c>dxexplain/1</c>: members in a fixed order, every member always there. UTF-8, LF.</summary>
internal static class PlanExplanationJson
{
    public const string Format = "dxexplain/1";

    /// <summary>The explanation, indented, with a line break at its end.</summary>
    public static string Write(PlanExplanation explanation)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonText.Indented))
            Write(writer, explanation);
        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter writer, PlanExplanation explanation)
    {
        var why = explanation.Why;
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("plan", explanation.Plan);
        writer.WriteString("asOf", ReportValue.Text(explanation.AsOf));
        writer.WriteString("rule", why.Rule);
        writer.WriteLocalized("title", explanation.RuleTitle);
        Write(writer, explanation.Subject);
        writer.WriteResult(why.Outcome, why.Severity);
        writer.WriteList("missing", why.Missing, (w, fact) => ReportJson.WriteLocalized(w, new(fact.Ja, fact.En)));
        writer.WriteLocalized("reason", why.Reason);
        writer.WriteLocalized("clears", explanation.Clears);
        writer.WriteList("decidedBy", why.DecidedBy, WriteBriefly);
        writer.WriteList("conditions", why.Conditions, Write);
        writer.WritePropertyName("change");
        if (explanation.Changes.Count > 0)
            Write(writer, explanation.Changes[0]);
        else
            writer.WriteNullValue();
        writer.WriteList("alternatives", [.. explanation.Changes.Skip(1)], Write);
        writer.WriteList("ifKnown", explanation.IfKnown, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ExplainedCondition condition)
    {
        writer.WriteStartObject();
        writer.WriteLocalized("name", condition.Name);
        writer.WritePropertyName("root");
        Write(writer, condition.Root);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ExplainedPart part)
    {
        writer.WriteStartObject();
        writer.WriteString("text", part.Text);
        writer.WriteLocalized("value", part.Value);
        writer.WriteList("missing", part.Missing, (w, fact) => ReportJson.WriteLocalized(w, new(fact.Ja, fact.En)));
        writer.WriteBoolean("decides", part.Decides);
        writer.WriteList("parts", part.Parts, Write);
        writer.WriteEndObject();
    }

    private static void WriteBriefly(Utf8JsonWriter writer, ExplainedPart part)
    {
        writer.WriteStartObject();
        writer.WriteString("text", part.Text);
        writer.WriteLocalized("value", part.Value);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FactChange change)
    {
        writer.WriteStartObject();
        writer.WriteLocalized("fact", change.Fact);
        Write(writer, change.Subject);
        writer.WriteValue("from", change.From);
        writer.WriteValue("to", change.To);
        writer.WriteString("reach", SchemaWord(change.Reach));
        writer.WriteResult(Outcome.Alert, change.Severity);
        writer.WriteLocalized("text", change.Sentence);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, KnownFact fact)
    {
        writer.WriteStartObject();
        writer.WriteLocalized("fact", fact.Fact);
        Write(writer, fact.Subject);
        writer.WriteList("outcomes", fact.Outcomes, (w, outcome) =>
        {
            w.WriteStartObject();
            w.WriteValue("value", outcome.Value);
            w.WriteString("reach", SchemaWord(outcome.Reach));
            w.WriteResult(outcome.Outcome, outcome.Severity);
            w.WriteLocalized("text", outcome.Words);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AlteredSubject subject)
    {
        writer.WriteStartObject("subject");
        writer.WriteString("type", subject.Type);
        writer.WriteString("id", subject.Id);
        writer.WriteString("title", subject.Title);
        writer.WriteEndObject();
    }

    private static void WriteResult(this Utf8JsonWriter writer, Outcome outcome, Severity? severity)
    {
        writer.WriteString("outcome", SchemaWord(outcome));
        writer.WriteString("severity", severity is { } grave ? SeverityWords.English(grave) : null);
    }

    private static void WriteValue(this Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        ReportValue.Write(writer, value);
    }

    private static string SchemaWord(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}
