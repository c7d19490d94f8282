using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads a file of shared parameters (format dxparameters/1): every key beside <c>format</c> is a group.</summary>
internal static class ParameterFileReader
{
    public static ParameterFile Read(NodeReader reader, YamlMapping root)
    {
        var earlier = reader.Diagnostics.Count;
        var groups = root.Entries.Where(entry => entry.Key.Value != "format").Select(entry => ReadGroup(reader, entry)).ToList();
        if (groups.Count == 0 && reader.Diagnostics.Count == earlier)
            reader.Report(RuleErrors.Empty(reader.Source, root.Span, RuleErrors.SharedParameters));
        var hasErrors = reader.Diagnostics.Skip(earlier).Any(d => d.Severity == DiagnosticSeverity.Error);
        return new ParameterFile(reader.Source, ContentHash.Of(reader.Source.Content), hasErrors, groups);
    }

    private static ParameterGroup ReadGroup(NodeReader reader, YamlEntry entry)
    {
        var name = new Located<string>(entry.Key.Value, entry.Key.Span);
        var what = RuleErrors.Group(name.Value);
        var earlier = reader.Diagnostics.Count;
        reader.IsName(name, isEnglish: false);
        if (reader.Mapping(entry.Value, what) is not { } mapping)
            return new ParameterGroup(name, name, name.Value, [], HasErrors: true);

        var entries = new MappingReader(reader, mapping, what);
        var en = reader.Word(entries.Required("en"), RuleErrors.Key("en"));
        if (en is { } english)
            reader.IsName(english, isEnglish: true);
        var title = reader.Localized(entries.Required("title"), RuleErrors.Key("title"));
        var members = new ParameterReader(reader).ReadAll(entries.Required("members"), RuleErrors.Key("members"));
        entries.Close();
        return new ParameterGroup(name, en ?? name, title ?? name.Value, members, reader.Diagnostics.Count > earlier);
    }
}
