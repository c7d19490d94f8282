using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads the examples of a rule. What they give stays a tree of texts: only the schema knows what its names mean.</summary>
internal static class ExampleReader
{
    private static readonly Dictionary<string, Expectation> Outcomes = new()
    {
        ["critical"] = Expectation.Critical,
        ["warning"] = Expectation.Warning,
        ["notice"] = Expectation.Notice,
        ["info"] = Expectation.Info,
        ["quiet"] = Expectation.Quiet,
        ["notApplicable"] = Expectation.NotApplicable,
        ["undetermined"] = Expectation.Undetermined,
    };

    public static List<RuleExample> ReadAll(NodeReader reader, YamlNode? node)
    {
        var examples = new List<RuleExample>();
        var names = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var item in reader.List(node, RuleErrors.Key("examples")))
        {
            if (reader.Mapping(item, RuleErrors.Example) is not { } mapping || Read(reader, mapping) is not { } example)
                continue;
            if (!names.TryAdd(example.Name.Value, example.Name.Span))
                reader.Report(RuleErrors.NameTwice(reader.Source, example.Name.Span, example.Name.Value, reader.Source.PositionOf(names[example.Name.Value].Start).Line));
            examples.Add(example);
        }
        return examples;
    }

    private static RuleExample? Read(NodeReader reader, YamlMapping mapping)
    {
        var entries = new MappingReader(reader, mapping, RuleErrors.Example);
        var name = reader.Word(entries.Required("name"), RuleErrors.Key("name"));
        var asOf = reader.Date(entries.Required("asOf"), RuleErrors.Key("asOf"));
        var given = entries.Optional("given") is { } node and not YamlScalar { IsNull: true } ? reader.Mapping(node, RuleErrors.Key("given")) : null;
        var expectNode = entries.Required("expect");
        var expect = reader.OneOf(expectNode, RuleErrors.Key("expect"), Outcomes);
        var missing = ReadFacts(reader, entries, "missing", expect, outcome => outcome is Expectation.Undetermined);
        var unknown = ReadFacts(reader, entries, "unknown", expect, outcome => outcome <= Expectation.Critical);
        entries.Close();
        return name is { } called && asOf is { } date && expect is { } outcome
            ? new RuleExample(called, date, given, new Located<Expectation>(outcome, expectNode!.Span), missing, unknown)
            : null;
    }

    private static List<Located<string>>? ReadFacts(NodeReader reader, MappingReader entries, string key, Expectation? expect, Func<Expectation, bool> fits)
    {
        if (entries.Entry(key) is not { } entry)
            return null;
        if (expect is { } outcome && !fits(outcome))
            reader.Report(RuleErrors.FactsDoNotFit(reader.Source, entry.Key.Span, key));
        return reader.Words(entry.Value, RuleErrors.Key(key));
    }
}
