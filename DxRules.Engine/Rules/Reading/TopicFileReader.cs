using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads a file of topics (format dxtopics/1): every key beside <c>format</c> is one.</summary>
internal static class TopicFileReader
{
    public static TopicFile Read(NodeReader reader, YamlMapping root)
    {
        var earlier = reader.Diagnostics.Count;
        var topics = root.Entries.Where(entry => entry.Key.Value != "format").Select(entry => ReadTopic(reader, entry)).OfType<Topic>().ToList();
        if (topics.Count == 0 && reader.Diagnostics.Count == earlier)
            reader.Report(RuleErrors.Empty(reader.Source, root.Span, RuleErrors.Topics));
        var hasErrors = reader.Diagnostics.Skip(earlier).Any(d => d.Severity == DiagnosticSeverity.Error);
        return new TopicFile(reader.Source, ContentHash.Of(reader.Source.Content), hasErrors, topics);
    }

    private static Topic? ReadTopic(NodeReader reader, YamlEntry entry)
    {
        var name = new Located<string>(entry.Key.Value, entry.Key.Span);
        var what = RuleErrors.Topic(name.Value);
        reader.IsName(name, isEnglish: false);
        if (reader.Mapping(entry.Value, what) is not { } mapping)
            return null;

        var entries = new MappingReader(reader, mapping, what);
        var en = reader.Word(entries.Required("en"), RuleErrors.Key("en"));
        if (en is { } english)
            reader.IsName(english, isEnglish: true);
        var title = reader.Localized(entries.Required("title"), RuleErrors.Key("title"));
        var subjects = reader.Words(entries.Optional("subjects"), RuleErrors.Key("subjects"));
        var rules = reader.Words(entries.Optional("rules"), RuleErrors.Key("rules"));
        entries.Close();
        if (mapping["subjects"] is null && mapping["rules"] is null)
            reader.Report(RuleErrors.EmptyTopic(reader.Source, name.Span, name.Value));
        return new Topic(name, en ?? name, title ?? name.Value, subjects, rules);
    }
}
