using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads the levels of a rule: <c>- warning</c>, <c>- critical: condition</c>, or either with texts of its own.</summary>
internal static class LevelReader
{
    public static readonly IReadOnlyDictionary<string, Severity> Words = new Dictionary<string, Severity>
    {
        ["critical"] = Severity.Critical,
        ["warning"] = Severity.Warning,
        ["notice"] = Severity.Notice,
        ["info"] = Severity.Info,
    };

    private static readonly string[] TextKeys = ["title", "message", "clears"];

    public static List<LevelDefinition> ReadAll(NodeReader reader, YamlNode? node)
    {
        var items = reader.List(node, RuleErrors.Key("levels"));
        if (node is YamlList && items.Count == 0)
            reader.Report(RuleErrors.Empty(reader.Source, node.Span, RuleErrors.Key("levels")));
        var levels = items.Select(item => Read(reader, item)).OfType<LevelDefinition>().ToList();
        CheckOrder(reader, levels);
        return levels;
    }

    private static LevelDefinition? Read(NodeReader reader, YamlNode item)
    {
        if (item is not YamlMapping mapping)
            return reader.OneOf(item, RuleErrors.SeverityWord, Words) is { } alone ? new LevelDefinition(new(alone, item.Span), null, null, null, null) : null;

        var heads = mapping.Entries.Where(entry => !TextKeys.Contains(entry.Key.Value)).ToList();
        if (heads.Count == 0)
        {
            reader.Report(RuleErrors.LevelWithoutSeverity(reader.Source, mapping.Entries.Count > 0 ? mapping.Entries[0].Key.Span : mapping.Span));
            return null;
        }
        foreach (var other in heads.Skip(1))
            reader.Report(RuleErrors.UnknownKey(reader.Source, other.Key.Span, RuleErrors.Level, other.Key.Value, TextKeys));

        var (key, value) = (heads[0].Key, heads[0].Value);
        var severity = reader.OneOf(key, RuleErrors.SeverityWord, Words);
        var condition = value is YamlScalar { IsNull: true } ? null : reader.Expression(value, RuleErrors.Condition(key.Value));
        var (title, message, clears) = (Texts("title"), Texts("message"), Texts("clears"));
        return severity is { } known ? new LevelDefinition(new(known, key.Span), condition, title, message, clears) : null;

        LocalizedTemplate? Texts(string name) => reader.Templates(mapping[name], RuleErrors.Key(name));
    }

    private static void CheckOrder(NodeReader reader, List<LevelDefinition> levels)
    {
        for (var i = 1; i < levels.Count; i++)
        {
            var (before, level) = (levels[i - 1], levels[i]);
            if (level.Severity.Value > before.Severity.Value)
                reader.Report(RuleErrors.LevelOrder(reader.Source, level.Severity.Span, level.Severity.Value, before.Severity.Value));
            if (before.When is null)
                reader.Report(RuleErrors.LevelNeverReached(reader.Source, level.Severity.Span, before.Severity.Value));
        }
    }
}
