using System.Text.RegularExpressions;
using DxRules.Engine.Rules.Yaml;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules.Reading;

/// <summary>Reads a rule file (format dxrule/1).</summary>
internal sealed partial class RuleFileReader
{
    private readonly NodeReader reader;
    private readonly MappingReader entries;
    private readonly HashSet<string> unread = new(StringComparer.Ordinal);

    private RuleFileReader(NodeReader reader, YamlMapping root)
    {
        this.reader = reader;
        entries = new MappingReader(reader, root, RuleErrors.Rule);
    }

    /// <summary>The rule as far as it can be read; what is wrong with the file goes to the reader's diagnostics.</summary>
    public static RuleFile Read(NodeReader reader, YamlMapping root) => new RuleFileReader(reader, root).Read();

    // In the order of the keys in a file, so that a missing key lists the ones before it as known.
    private RuleFile Read()
    {
        var earlier = reader.Diagnostics.Count;
        entries.Required("format");
        var rule = new RuleFile
        {
            Source = reader.Source,
            Hash = ContentHash.Of(reader.Source.Content),
            HasErrors = false,
            Unread = unread,
            Id = ReadId(),
            Title = reader.Templates(entries.Required("title"), RuleErrors.Key("title")) ?? NoText(),
            Subject = reader.Word(entries.Required("subject"), RuleErrors.Key("subject")) ?? Nothing(),
            Category = ReadCategory(),
            Version = ReadVersion(),
            Sources = reader.Words(entries.Required("source"), RuleErrors.Key("source")),
            Parameters = Read("parameters", node => new ParameterReader(reader).ReadAll(node, RuleErrors.Key("parameters"))),
            Uses = Read("uses", node => reader.Words(node, RuleErrors.Key("uses"))),
            Effective = ReadEffective(),
            Where = Read("where", node => reader.Expression(node, RuleErrors.Key("where"))),
            Needs = Read("needs", node => reader.Expressions(node, RuleErrors.Key("needs"))),
            MissingIsFinding = Read("missingIsFinding", node => reader.Expressions(node, RuleErrors.Key("missingIsFinding"))),
            Lets = Read("let", node => LetReader.ReadAll(reader, node)),
            When = Read("when", node => reader.Expression(node, RuleErrors.Key("when"))),
            Levels = LevelReader.ReadAll(reader, entries.Required("levels")),
            Message = reader.Templates(entries.Optional("message"), RuleErrors.Key("message")),
            Clears = reader.Templates(entries.Optional("clears"), RuleErrors.Key("clears")),
            Evidence = reader.Expressions(entries.Optional("evidence"), RuleErrors.Key("evidence")),
            FoldUnder = ReadFoldUnder(),
            Examples = ExampleReader.ReadAll(reader, entries.Optional("examples")),
        };
        unread.UnionWith(Declaring.Where(entries.IsMisspelt));
        entries.Close();
        CheckTexts(rule);
        CheckNames(rule);
        return rule with { HasErrors = reader.Diagnostics.Skip(earlier).Any(d => d.Severity == DiagnosticSeverity.Error) };
    }

    // What other parts of the rule rest on.
    private static readonly string[] Declaring = ["parameters", "uses", "where", "needs", "missingIsFinding", "let", "when"];

    private T Read<T>(string key, Func<YamlNode?, T> read)
    {
        var earlier = reader.Diagnostics.Count;
        var value = read(entries.Optional(key));
        if (reader.Diagnostics.Count > earlier)
            unread.Add(key);
        return value;
    }

    private Located<string> ReadId()
    {
        if (reader.Word(entries.Required("id"), RuleErrors.Key("id")) is not { } id)
            return Nothing();
        if (!IdForm().IsMatch(id.Value))
            reader.Report(RuleErrors.BadId(reader.Source, id.Span, id.Value));
        return id;
    }

    private Located<string> ReadCategory()
    {
        if (reader.Word(entries.Required("category"), RuleErrors.Key("category")) is not { } category)
            return Nothing();

        // An open word, but a misspelt "security" would make secret findings public.
        if (!CategoryForm().IsMatch(category.Value))
            reader.Report(RuleErrors.BadCategory(reader.Source, category.Span, category.Value, null));
        else if (!RuleCategory.Known.Contains(category.Value) && Spelling.Nearest(category.Value, RuleCategory.Known) is { } meant)
            reader.Report(RuleErrors.BadCategory(reader.Source, category.Span, category.Value, meant));
        return category;
    }

    private Located<int> ReadVersion()
    {
        var node = entries.Required("version");
        return new Located<int>(reader.WholeNumber(node, RuleErrors.Key("version")) ?? 1, node?.Span ?? entries.Beginning);
    }

    private EffectivePeriod ReadEffective()
    {
        if (entries.Optional("effective") is not { } node || reader.Mapping(node, RuleErrors.Key("effective")) is not { } mapping)
            return EffectivePeriod.Always;
        var period = new MappingReader(reader, mapping, RuleErrors.Key("effective"));
        var from = reader.Date(period.Optional("from"), RuleErrors.Key("from"));
        var to = reader.Date(period.Optional("to"), RuleErrors.Key("to"));
        period.Close();
        if (from is { } first && to is { } last && first.Value > last.Value)
            reader.Report(RuleErrors.BoundsCrossed(reader.Source, first.Span));
        return new EffectivePeriod(from?.Value, to?.Value);
    }

    private List<FoldCause> ReadFoldUnder()
    {
        var causes = new List<FoldCause>();
        foreach (var item in reader.List(entries.Optional("foldUnder"), RuleErrors.Key("foldUnder")))
        {
            if (item is not YamlMapping mapping)
            {
                if (reader.Word(item, RuleErrors.Key("foldUnder")) is { } id)
                    causes.Add(new FoldCause(id, null));
                continue;
            }
            var cause = new MappingReader(reader, mapping, RuleErrors.Key("foldUnder"));
            var rule = reader.Word(cause.Required("rule"), RuleErrors.Key("rule"));
            var at = reader.Expression(cause.Required("at"), RuleErrors.Key("at"));
            cause.Close();
            if (rule is { } known)
                causes.Add(new FoldCause(known, at));
        }
        return causes;
    }

    private void CheckTexts(RuleFile rule)
    {
        if (rule.Levels.Count == 0)
            return;
        if (!entries.IsGivenOrMisspelt("message") && rule.Levels.Any(level => level.Message is null))
            reader.Report(RuleErrors.MissingText(reader.Source, entries.Beginning, "message"));
        if (!entries.IsGivenOrMisspelt("clears") && rule.Levels.Any(level => level.Clears is null))
            reader.Report(RuleErrors.MissingText(reader.Source, entries.Beginning, "clears"));
    }

    // One name, in whichever language, for one thing.
    private void CheckNames(RuleFile rule)
    {
        var seen = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        var names = rule.Parameters.SelectMany(parameter => Both(parameter.Name, parameter.En))
            .Concat(rule.Lets.SelectMany(let => Both(let.Name, let.En ?? let.Name)))
            .Concat(rule.Uses);
        foreach (var name in names)
        {
            if (!seen.TryAdd(name.Value, name.Span))
                reader.Report(RuleErrors.NameTwice(reader.Source, name.Span, name.Value, reader.Source.PositionOf(seen[name.Value].Start).Line));
        }
    }

    // A word that is the same in both languages (RPA) is one name.
    private static Located<string>[] Both(Located<string> name, Located<string> en) => name.Value == en.Value || en.Value.Length == 0 ? [name] : [name, en];

    private Located<string> Nothing() => new("", entries.Beginning);

    private LocalizedTemplate NoText()
    {
        var nothing = new Template(new EmbeddedText(reader.Source, "", [entries.Beginning.Start]), []);
        return new LocalizedTemplate(nothing, nothing);
    }

    [GeneratedRegex(@"^[A-Z][A-Z0-9]{1,9}(-[A-Z0-9]{1,10}){1,4}$")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,29}$")]
    private static partial Regex CategoryForm();
}
