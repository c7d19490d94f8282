using System.Globalization;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads a rating scale (format dxscale/1).</summary>
internal static class ScaleFileReader
{
    private static readonly Dictionary<string, GradeKind> Kinds = new()
    {
        ["good"] = GradeKind.Good,
        ["behind"] = GradeKind.Behind,
        ["notAssessable"] = GradeKind.NotAssessable,
    };

    private static readonly Dictionary<string, ScaleSubject> Subjects = new()
    {
        ["指標"] = ScaleSubject.Kpi,
        ["kpi"] = ScaleSubject.Kpi,
        ["取組"] = ScaleSubject.Initiative,
        ["initiative"] = ScaleSubject.Initiative,
    };

    private static readonly Dictionary<string, GradeWord> Words = new()
    {
        ["達成"] = GradeWord.Achieved,
        ["achieved"] = GradeWord.Achieved,
        ["改善"] = GradeWord.Improved,
        ["improved"] = GradeWord.Improved,
        ["維持"] = GradeWord.Unchanged,
        ["unchanged"] = GradeWord.Unchanged,
        ["悪化"] = GradeWord.Worsened,
        ["worsened"] = GradeWord.Worsened,
        ["完了"] = GradeWord.Completed,
        ["completed"] = GradeWord.Completed,
        ["未着手"] = GradeWord.NotStarted,
        ["notStarted"] = GradeWord.NotStarted,
        ["休止"] = GradeWord.Suspended,
        ["suspended"] = GradeWord.Suspended,
        ["中止"] = GradeWord.Cancelled,
        ["cancelled"] = GradeWord.Cancelled,
    };

    public static ScaleFile Read(NodeReader reader, YamlMapping root)
    {
        var earlier = reader.Diagnostics.Count;
        var entries = new MappingReader(reader, root, RuleErrors.Scale);
        entries.Required("format");
        var id = reader.Word(entries.Required("id"), RuleErrors.Key("id")) ?? new Located<string>("", entries.Beginning);
        var title = reader.Localized(entries.Required("title"), RuleErrors.Key("title")) ?? id.Value;
        var subjects = OneOrMore(reader, entries.Optional("for"), "for", Subjects).Select(subject => subject.Value).ToHashSet();
        var sources = reader.Words(entries.Optional("source"), RuleErrors.Key("source"));
        var uses = reader.Words(entries.Optional("uses"), RuleErrors.Key("uses"));
        var margin = ReadBoundary(reader, entries.Optional("surveyMargin"), "surveyMargin");
        var grades = reader.List(entries.Required("grades"), RuleErrors.Key("grades")).Select(item => ReadGrade(reader, item)).OfType<GradeDefinition>().ToList();
        entries.Close();
        var scale = new ScaleFile(
            reader.Source, ContentHash.Of(reader.Source.Content), false, id, title,
            subjects.Count > 0 ? subjects : [ScaleSubject.Kpi, ScaleSubject.Initiative], sources, uses, margin, grades);
        ScaleChecks.Check(scale, entries.Beginning, reader);
        return scale with { HasErrors = reader.Diagnostics.Skip(earlier).Any(d => d.Severity == DiagnosticSeverity.Error) };
    }

    private static GradeDefinition? ReadGrade(NodeReader reader, YamlNode item)
    {
        if (reader.Mapping(item, RuleErrors.Grade) is not { } mapping)
            return null;
        var entries = new MappingReader(reader, mapping, RuleErrors.Grade);
        var label = reader.Localized(entries.Required("label"), RuleErrors.Key("label"));
        var symbol = reader.Word(entries.Optional("symbol"), RuleErrors.Key("symbol"));
        var kindNode = entries.Required("kind");
        var kind = reader.OneOf(kindNode, RuleErrors.Key("kind"), Kinds);
        var from = ReadBoundary(reader, entries.Optional("from"), "from");
        var when = OneOrMore(reader, entries.Optional("when"), "when", Words);
        entries.Close();
        return kind is { } known ? new GradeDefinition(label ?? "", symbol?.Value, new Located<GradeKind>(known, kindNode!.Span), from, when) : null;
    }

    // 「when: 未着手」 and 「when: [改善, 維持]」
    private static List<Located<T>> OneOrMore<T>(NodeReader reader, YamlNode? node, string key, Dictionary<string, T> words)
        where T : struct
    {
        IReadOnlyList<YamlNode> items = node is YamlScalar { IsNull: false } one ? [one] : reader.List(node, RuleErrors.Key(key));
        return [.. items
            .Select(item => (item.Span, Word: reader.OneOf(item, RuleErrors.Key(key), words)))
            .Where(item => item.Word is not null)
            .Select(item => new Located<T>(item.Word!.Value, item.Span))];
    }

    private static Boundary? ReadBoundary(NodeReader reader, YamlNode? node, string key)
    {
        if (reader.Word(node, RuleErrors.Key(key)) is not { } word)
            return null;
        if (decimal.TryParse(word.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure))
            return new Boundary(word.Span, figure, null, null);
        var names = word.Value.Split('.');
        if (names.Length == 2 && names.All(name => name.Length > 0))
            return new Boundary(word.Span, null, names[0], names[1]);
        reader.Report(RuleErrors.NotABoundary(reader.Source, word.Span, key, word.Value));
        return null;
    }
}
