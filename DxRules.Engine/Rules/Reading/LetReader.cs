using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads the names a rule gives to expressions.</summary>
internal static class LetReader
{
    public static List<LetDefinition> ReadAll(NodeReader reader, YamlNode? node)
    {
        if (node is null || reader.Mapping(node, RuleErrors.Key("let")) is not { } mapping)
            return [];
        if (mapping.Entries.Count == 0)
            reader.Report(RuleErrors.Empty(reader.Source, mapping.Span, RuleErrors.Key("let")));
        return [.. mapping.Entries.Select(entry => Read(reader, entry))];
    }

    private static LetDefinition Read(NodeReader reader, YamlEntry entry)
    {
        var name = new Located<string>(entry.Key.Value, entry.Key.Span);
        var what = RuleErrors.Let(name.Value);
        reader.IsName(name, isEnglish: false);
        if (entry.Value is not YamlMapping mapping)
            return new LetDefinition(name, null, reader.Expression(entry.Value, what), null);

        var entries = new MappingReader(reader, mapping, what);
        var en = reader.Word(entries.Optional("en"), RuleErrors.Key("en"));
        if (en is { } english)
            reader.IsName(english, isEnglish: true);
        var value = reader.Expression(entries.Required("is"), RuleErrors.Key("is"));
        var unit = reader.Templates(entries.Optional("unit"), RuleErrors.Key("unit"), mayBeOneText: true);
        if (en is null && (mapping["en"] is not null || entries.IsMisspelt("en")))
            en = new Located<string>("", name.Span);
        entries.Close();
        return new LetDefinition(name, en, value, unit);
    }
}
