using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads a profile (format dxprofile/1).</summary>
internal sealed class ProfileFileReader
{
    private readonly NodeReader reader;
    private readonly MappingReader entries;

    private ProfileFileReader(NodeReader reader, YamlMapping root)
    {
        this.reader = reader;
        entries = new MappingReader(reader, root, RuleErrors.Profile);
    }

    public static ProfileFile Read(NodeReader reader, YamlMapping root) => new ProfileFileReader(reader, root).Read();

    private ProfileFile Read()
    {
        var earlier = reader.Diagnostics.Count;
        entries.Required("format");
        var profile = new ProfileFile(
            reader.Source,
            ContentHash.Of(reader.Source.Content),
            HasErrors: false,
            reader.Word(entries.Required("name"), RuleErrors.Key("name")) ?? new Located<string>("", entries.Beginning),
            reader.Word(entries.Optional("extends"), RuleErrors.Key("extends")),
            ReadOwnRules(),
            ReadScales(),
            [.. Changes("parameters").Select(ReadParameter).OfType<ParameterChange>()],
            [.. Changes("severities").SelectMany(ReadSeverities)],
            [.. Changes("switchedOff").Select(ReadSwitchedOff).OfType<SwitchedOff>()],
            ReadLevelNames());
        entries.Close();
        return profile with { HasErrors = reader.Diagnostics.Skip(earlier).Any(d => d.Severity == DiagnosticSeverity.Error) };
    }

    private IReadOnlyList<YamlEntry> Changes(string key) =>
        entries.Optional(key) is { } node && reader.Mapping(node, RuleErrors.Key(key)) is { } mapping ? mapping.Entries : [];

    // rules: { folder: rules, reason: … }
    private Reasoned<Located<string>>? ReadOwnRules()
    {
        if (entries.Entry("rules") is not { } entry || Change(entry, value => $"folder: {value}") is not { } change)
            return null;
        var folder = reader.Word(change.Required("folder"), RuleErrors.Key("folder"));
        var reason = Reason(change);
        change.Close();
        return folder is { } known ? new Reasoned<Located<string>>(known, reason) : null;
    }

    // scale: { use: hamamatsu, reason: … }, or use: [ino, akiruno], one for KPIs and one for initiatives.
    private Reasoned<IReadOnlyList<Located<string>>>? ReadScales()
    {
        if (entries.Entry("scale") is not { } entry || Change(entry, value => $"use: {value}") is not { } change)
            return null;
        var use = change.Required("use");
        var ids = use is YamlList ? reader.Words(use, RuleErrors.Key("use")) : reader.Word(use, RuleErrors.Key("use")) is { } one ? [one] : [];
        var reason = Reason(change);
        change.Close();
        return ids.Count > 0 ? new Reasoned<IReadOnlyList<Located<string>>>(ids, reason) : null;
    }

    // SCH-02.重大とする遅れ: { value: P6M, reason: … }
    private ParameterChange? ReadParameter(YamlEntry entry)
    {
        if (Change(entry, value => $"value: {value}") is not { } change)
            return null;
        var value = change.Required("value") is { } node ? reader.Text(node, RuleErrors.Key("value")) : null;
        var reason = Reason(change);
        change.Close();

        var dot = entry.Key.Value.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == entry.Key.Value.Length - 1)
        {
            reader.Report(RuleErrors.NotAParameterPath(reader.Source, entry.Key.Span, entry.Key.Value));
            return null;
        }
        return value is null ? null : new ParameterChange(Part(entry.Key, 0, dot), Part(entry.Key, dot + 1, entry.Key.Value.Length - dot - 1), value, reason);
    }

    // KPI-12: { notice: info, reason: … }
    private List<SeverityChange> ReadSeverities(YamlEntry entry)
    {
        if (Change(entry, _ => "notice: info") is not { } change)
            return [];
        var reason = Reason(change);
        var changes = new List<SeverityChange>();
        foreach (var level in change.Others)
        {
            var from = reader.OneOf(level.Key, RuleErrors.SeverityWord, LevelReader.Words);
            var to = reader.OneOf(level.Value, RuleErrors.SeverityWord, LevelReader.Words);
            if (from is { } before && to is { } after)
                changes.Add(new SeverityChange(new Located<string>(entry.Key.Value, entry.Key.Span), before, after, reason));
        }
        if (!change.Others.Any())
            reader.Report(RuleErrors.NoSeverityChanged(reader.Source, entry.Key.Span));
        change.CloseOpen();
        return changes;
    }

    // SEC-04: reason, or マイナンバー: reason
    private SwitchedOff? ReadSwitchedOff(YamlEntry entry)
    {
        if (entry.Value is YamlScalar { IsNull: true })
            reader.Report(RuleErrors.MissingKey(reader.Source, entry.Key.Span, RuleErrors.Key(entry.Key.Value), "reason"));
        else if (reader.Text(entry.Value, RuleErrors.Key("switchedOff")) is { } reason)
            return new SwitchedOff(new Located<string>(entry.Key.Value, entry.Key.Span), reason.Value.Trim());
        return null;
    }

    // levelNames: { 施策: 重点施策, reason: … }
    private List<LevelName> ReadLevelNames()
    {
        if (entries.Entry("levelNames") is not { } entry || Change(entry, _ => "施策: 重点施策") is not { } change)
            return [];
        var reason = Reason(change);
        var names = new List<LevelName>();
        foreach (var name in change.Others)
        {
            if (ReadLevelName(name) is { } word)
                names.Add(new LevelName(new Located<string>(name.Key.Value, name.Key.Span), word, reason));
        }
        if (!change.Others.Any())
            reader.Report(RuleErrors.NoLevelNamed(reader.Source, entry.Key.Span));
        change.CloseOpen();
        return names;
    }

    // One word may stand for both languages: a city's English name for a level is seldom written anywhere.
    private LocalizedText? ReadLevelName(YamlEntry entry)
    {
        var what = RuleErrors.Key(entry.Key.Value);
        if (entry.Value is YamlMapping)
            return reader.Localized(entry.Value, what);
        return reader.Word(entry.Value, what) is { } word ? new LocalizedText(word.Value, word.Value) : null;
    }

    /// <param name="example">How the change is written, given the value that stands there alone.</param>
    private MappingReader? Change(YamlEntry entry, Func<string, string> example)
    {
        var what = RuleErrors.Key(entry.Key.Value);
        if (entry.Value is YamlMapping mapping)
            return new MappingReader(reader, mapping, what);
        reader.Report(RuleErrors.NotAChange(reader.Source, entry.Value, what, example(entry.Value is YamlScalar { IsNull: false } alone ? alone.Value : "…")));
        return null;
    }

    private string Reason(MappingReader change) => reader.Word(change.Required("reason"), RuleErrors.Key("reason"))?.Value ?? "";

    private static Located<string> Part(YamlScalar key, int start, int length) =>
        new(key.Value.Substring(start, length), key.Text.InSource(new TextSpan(start, length)));
}
