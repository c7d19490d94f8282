using System.Globalization;
using System.Text.RegularExpressions;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads a chapter of the catalogue of security controls (format dxcontrols/1).</summary>
internal static partial class ControlFileReader
{
    private static readonly IReadOnlyDictionary<string, bool> Truth = new Dictionary<string, bool> { ["true"] = true, ["false"] = false };

    public static ControlFile Read(NodeReader reader, YamlMapping root)
    {
        var earlier = reader.Diagnostics.Count;
        var entries = new MappingReader(reader, root, ControlErrors.Catalogue);
        entries.Required("format");
        var chapter = reader.WholeNumber(entries.Required("chapter"), RuleErrors.Key("chapter")) ?? 0;
        var title = reader.Localized(entries.Required("title"), RuleErrors.Key("title")) ?? "";
        var sources = reader.Words(entries.Optional("source"), RuleErrors.Key("source"));
        var controls = reader.List(entries.Required("controls"), RuleErrors.Key("controls")).Select(item => ReadControl(reader, item)).OfType<ControlDefinition>().ToList();
        entries.Close();
        var hasErrors = reader.Diagnostics.Skip(earlier).Any(d => d.Severity == DiagnosticSeverity.Error);
        return new ControlFile(reader.Source, ContentHash.Of(reader.Source.Content), hasErrors, chapter, title, sources, controls);
    }

    private static ControlDefinition? ReadControl(NodeReader reader, YamlNode item)
    {
        if (reader.Mapping(item, ControlErrors.Control) is not { } mapping)
            return null;
        var entries = new MappingReader(reader, mapping, ControlErrors.Control);
        var id = ReadId(reader, entries.Required("id"));
        var title = reader.Localized(entries.Required("title"), RuleErrors.Key("title"));
        var function = OneOf(reader, entries.Required("function"), "function", ControlWords.Functions);
        var evidence = reader.List(entries.Required("evidence"), RuleErrors.Key("evidence")).Select(piece => ReadEvidence(reader, piece)).OfType<EvidenceDefinition>().ToList();
        var months = reader.WholeNumber(entries.Optional("reviewEveryMonths"), RuleErrors.Key("reviewEveryMonths"));
        var occasion = OneOf(reader, entries.Optional("occasion"), "occasion", ControlWords.Occasions);
        var goal = ReadGoal(reader, entries.Optional("goal"), evidence);
        var unit = reader.Word(entries.Optional("unit"), RuleErrors.Key("unit"));
        var direction = OneOf(reader, entries.Optional("direction"), "direction", ControlWords.Directions);
        var sources = reader.Words(entries.Required("source"), RuleErrors.Key("source"));
        var confirmed = reader.OneOf(entries.Required("confirmed"), RuleErrors.Key("confirmed"), Truth);
        var replacing = entries.Optional("replaces");
        var replaces = reader.OneOf(replacing, RuleErrors.Key("replaces"), Truth);
        entries.Close();
        if (!entries.IsGivenOrMisspelt("reviewEveryMonths") && !entries.IsGivenOrMisspelt("occasion"))
            reader.Report(ControlErrors.NoFrequency(reader.Source, entries.Beginning));
        return id is { } known
            ? new ControlDefinition(known, title ?? "", function ?? "", evidence, months, occasion, goal, unit?.Value, direction, sources, confirmed ?? false, replaces == true ? replacing!.Span : null)
            : null;
    }

    private static Located<string>? ReadId(NodeReader reader, YamlNode? node)
    {
        if (reader.Word(node, RuleErrors.Key("id")) is not { } id)
            return null;
        if (IdForm().IsMatch(id.Value))
            return id;
        reader.Report(ControlErrors.BadControlId(reader.Source, id.Span, id.Value));
        return null;
    }

    private static EvidenceDefinition? ReadEvidence(NodeReader reader, YamlNode item)
    {
        if (reader.Mapping(item, ControlErrors.Evidence) is not { } mapping)
            return null;
        var entries = new MappingReader(reader, mapping, ControlErrors.Evidence);
        var kind = OneOf(reader, entries.Required("kind"), "kind", ControlWords.EvidenceKinds);
        var title = reader.Localized(entries.Required("title"), RuleErrors.Key("title"));
        entries.Close();
        return kind is null ? null : new EvidenceDefinition(kind, title ?? "");
    }

    private static decimal? ReadGoal(NodeReader reader, YamlNode? node, List<EvidenceDefinition> evidence)
    {
        if (reader.Word(node, RuleErrors.Key("goal")) is not { } word)
            return null;
        if (!decimal.TryParse(word.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var goal))
        {
            reader.Report(ControlErrors.NotAFigure(reader.Source, word.Span, word.Value));
            return null;
        }
        if (evidence.Count > 0 && evidence.All(piece => piece.Kind is not ("ratio" or "count")))
            reader.Report(ControlErrors.GoalWithoutFigure(reader.Source, word.Span));
        return goal;
    }

    private static string? OneOf(NodeReader reader, YamlNode? node, string key, IReadOnlyDictionary<string, LocalizedText> words)
    {
        if (node is null || reader.Text(node, RuleErrors.Key(key)) is not { } scalar)
            return null;
        if (words.ContainsKey(scalar.Value))
            return scalar.Value;
        reader.Report(RuleErrors.UnknownWord(reader.Source, scalar.Span, RuleErrors.Key(key), scalar.Value, words.Keys));
        return null;
    }

    [GeneratedRegex(@"^[A-Z][A-Z0-9]{0,9}(-[A-Z0-9]{1,10}){0,4}$")]
    private static partial Regex IdForm();
}
