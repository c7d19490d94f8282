using System.Text;
using System.Text.Json;
using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>The rules as JSON of format <c>dxrules-list/1</c>, with the values their parameters have: members in a fixed order, every member always there. UTF-8, LF.</summary>
internal static class RuleListJson
{
    public const string Format = "dxrules-list/1";

    public static string Write(PlanCheck check)
    {
        var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteString("ruleSet", check.RuleSet.Hash);
            writer.WriteString("profile", check.Profile.Name);
            writer.WriteString("scale", check.Profile.Scale);
            writer.WriteList("rules", [.. check.Rules.Select(compiled => compiled.Rule)], Write);
            writer.WriteList("topics", check.Topics, Write);
            writer.WriteList("changes", check.Applied.Changes, Write);
            writer.WriteEndObject();
        }
        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void Write(Utf8JsonWriter writer, Rule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("id", rule.Id);
        writer.WriteNumber("version", rule.Version);
        writer.WriteString("hash", rule.File.Hash);
        writer.WriteString("file", rule.File.Source.Name);
        writer.WriteLocalized("title", rule.Title);
        writer.WriteString("subject", rule.Subject.En);
        writer.WriteString("category", rule.Category);
        writer.WriteBoolean("secret", rule.IsSecret);
        writer.WriteStartObject("effective");
        writer.WriteDay("from", rule.File.Effective.From);
        writer.WriteDay("to", rule.File.Effective.To);
        writer.WriteEndObject();
        writer.WriteList("levels", [.. rule.Levels.Select(level => level.Severity)], (w, severity) => w.WriteStringValue(SeverityWords.English(severity)));
        writer.WriteList("needs", rule.Needs, (w, need) => ReportJson.WriteLocalized(w, new(need.Fact.Ja, need.Fact.En)));
        writer.WriteList("parameters", rule.Parameters, Write);
        writer.WriteList("foldUnder", [.. rule.FoldUnder.Select(fold => fold.Rule)], (w, id) => w.WriteStringValue(id));
        writer.WriteNumber("examples", rule.File.Examples.Count);
        writer.WriteList("source", [.. rule.File.Sources.Select(source => source.Value)], (w, source) => w.WriteStringValue(source));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ParameterSymbol parameter)
    {
        writer.WriteStartObject();
        writer.WriteLocalized("name", new(parameter.Ja, parameter.En));
        writer.WritePropertyName("value");
        ReportValue.Write(writer, parameter.Value);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, (Topic Topic, IReadOnlyList<string> Rules) topic)
    {
        writer.WriteStartObject();
        writer.WriteLocalized("name", new(topic.Topic.Name.Value, topic.Topic.En.Value));
        writer.WriteLocalized("title", topic.Topic.Title);
        writer.WriteList("rules", topic.Rules, (w, id) => w.WriteStringValue(id));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ProfileChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", SchemaBuilder.CamelCase(change.Kind.ToString()));
        writer.WriteLocalized("what", change.What);
        writer.WriteString("before", change.Before);
        writer.WriteString("after", change.After);
        writer.WriteString("reason", change.Reason);
        writer.WriteList("rules", change.Rules, (w, id) => w.WriteStringValue(id));
        writer.WriteEndObject();
    }

    private static void WriteDay(this Utf8JsonWriter writer, string name, DateOnly? day) =>
        writer.WriteString(name, day is { } known ? ReportValue.Text(known) : null);
}
