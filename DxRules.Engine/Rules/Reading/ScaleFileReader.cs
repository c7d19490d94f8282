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

    public static ScaleFile Read(NodeReader reader, YamlMapping root)
    {
        var earlier = reader.Diagnostics.Count;
        var entries = new MappingReader(reader, root, RuleErrors.Scale);
        entries.Required("format");
        var id = reader.Word(entries.Required("id"), RuleErrors.Key("id")) ?? new Located<string>("", entries.Beginning);
        var title = reader.Localized(entries.Required("title"), RuleErrors.Key("title")) ?? id.Value;
        var sources = reader.Words(entries.Optional("source"), RuleErrors.Key("source"));
        var uses = reader.Words(entries.Optional("uses"), RuleErrors.Key("uses"));
        var grades = reader.List(entries.Required("grades"), RuleErrors.Key("grades")).Select(item => ReadGrade(reader, item)).OfType<GradeDefinition>().ToList();
        entries.Close();
        CheckOrder(reader, entries.Beginning, grades);
        CheckGroups(reader, uses, grades);
        var hasErrors = reader.Diagnostics.Skip(earlier).Any(d => d.Severity == DiagnosticSeverity.Error);
        return new ScaleFile(reader.Source, ContentHash.Of(reader.Source.Content), hasErrors, id, title, sources, uses, grades);
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
        var from = ReadBoundary(reader, entries.Optional("from"));
        entries.Close();
        return kind is { } known ? new GradeDefinition(label ?? "", symbol?.Value, new Located<GradeKind>(known, kindNode!.Span), from) : null;
    }

    private static Boundary? ReadBoundary(NodeReader reader, YamlNode? node)
    {
        if (reader.Word(node, RuleErrors.Key("from")) is not { } word)
            return null;
        if (decimal.TryParse(word.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure))
            return new Boundary(word.Span, figure, null, null);
        var names = word.Value.Split('.');
        if (names.Length == 2 && names.All(name => name.Length > 0))
            return new Boundary(word.Span, null, names[0], names[1]);
        reader.Report(RuleErrors.NotABoundary(reader.Source, word.Span, word.Value));
        return null;
    }

    // Best first: a grade after a worse one could never be given, and without a last grade some paces would get none.
    private static void CheckOrder(NodeReader reader, TextSpan beginning, List<GradeDefinition> grades)
    {
        var judged = grades.Where(grade => grade.Kind.Value != GradeKind.NotAssessable).ToList();
        for (var i = 0; i < judged.Count; i++)
        {
            var (grade, isLast) = (judged[i], i == judged.Count - 1);
            if (grade.From is null != isLast)
                reader.Report(RuleErrors.GradeBoundary(reader.Source, grade.From?.Span ?? grade.Kind.Span, isLast));
            if (i > 0 && (grade.Kind.Value < judged[i - 1].Kind.Value || grade.From?.Value >= judged[i - 1].From?.Value))
                reader.Report(RuleErrors.GradeOrder(reader.Source, grade.From?.Span ?? grade.Kind.Span));
        }
        foreach (var grade in grades.Where(grade => grade.Kind.Value == GradeKind.NotAssessable && grade.From is not null))
            reader.Report(RuleErrors.GradeBoundary(reader.Source, grade.From!.Span, isLast: true));
        foreach (var kind in Kinds.Where(kind => grades.Count > 0 && grades.All(grade => grade.Kind.Value != kind.Value)))
            reader.Report(RuleErrors.NoGradeOfKind(reader.Source, beginning, kind.Key));
    }

    private static void CheckGroups(NodeReader reader, List<Located<string>> uses, List<GradeDefinition> grades)
    {
        foreach (var boundary in grades.Select(grade => grade.From).OfType<Boundary>().Where(boundary => boundary.Group is not null))
        {
            if (uses.All(use => use.Value != boundary.Group))
                reader.Report(RuleErrors.GroupNotUsed(reader.Source, boundary.Span, boundary.Group!));
        }
    }
}
