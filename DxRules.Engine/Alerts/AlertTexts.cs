using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>The texts of one rule's alerts as code, level by level. Made on first use, once for all threads.</summary>
internal sealed class AlertTexts
{
    private readonly Rule rule;
    private readonly ExpressionCompiler compiler;
    private readonly ValueWriter writer;
    private readonly Dictionary<Bound, Lazy<Func<object, EvaluationContext, object?>>> links;
    private readonly Lazy<LevelTexts>[] levels;
    private readonly Lock making = new();
    private readonly Dictionary<object, PartReader> readers = [];
    private readonly bool readsHostRecords;
    private int values;

    public AlertTexts(Rule rule, Schema schema)
    {
        this.rule = rule;
        readsHostRecords = schema.DescribesHostRecords;
        writer = new ValueWriter(schema);
        compiler = new ExpressionCompiler(rule.Subject, writer);
        levels = [.. rule.Levels.Select(level => new Lazy<LevelTexts>(() => Of(level)))];
        Sources = [.. rule.File.Sources.Select(source => source.Value)];
        links = rule.FoldUnder.Select(fold => fold.At).OfType<Bound>()
            .ToDictionary(link => link, link => new Lazy<Func<object, EvaluationContext, object?>>(() => compiler.Value(link)), (IEqualityComparer<Bound>)ReferenceEqualityComparer.Instance);
    }

    /// <summary>On what the rule rests.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>The texts of an alert of a level.</summary>
    public LevelTexts this[int level] => levels[level].Value;

    /// <summary>The object a link of the subject leads to; null where it leads nowhere.</summary>
    public object? Follow(Bound link, object subject, CheckContext context) => links[link].Value(subject, context) is { } target and not FactSet ? target : null;

    private LevelTexts Of(RuleLevel level)
    {
        lock (making)
        {
            var (title, message, clears) = (TextOf(level.Title), TextOf(level.Message), level.Clears is { } text ? TextOf(text) : null);
            return new LevelTexts(title, message, clears, EvidenceOf(level), writer, values);
        }
    }

    // First what the rule lists itself, then everything its conditions read, once, in order of reading.
    private EvidenceReader[] EvidenceOf(RuleLevel level)
    {
        var conditions = new[] { rule.When, level.Condition }.OfType<Bound>();
        var read = rule.Evidence.Concat(conditions.SelectMany(EvidenceReader.Named));
        return [.. read.Select(bound => EvidenceReader.For(bound, ReaderOf)).OfType<EvidenceReader>().DistinctBy(reader => reader.Name)];
    }

    private TextReader TextOf(BoundText text) => new(PartsOf(text.Ja), PartsOf(text.En));

    private object[] PartsOf(BoundTemplate template) => [.. template.Parts.Select(part => part is Bound bound ? ReaderOf(bound) : part)];

    /// <summary>One reader for all texts that show the same value, in either language.</summary>
    private PartReader ReaderOf(Bound bound)
    {
        if (KeyOf(bound) is not { } key)
            return NewReader(bound);
        if (!readers.TryGetValue(key, out var reader))
            readers.Add(key, reader = NewReader(bound));
        return reader;
    }

    private PartReader NewReader(Bound bound)
    {
        if (bound is BoundLet let && rule.Units.TryGetValue(let.Let, out var unit))
        {
            var text = TextOf(unit);
            return new PartReader(values++, bound, compiler, text.In, readsHostRecords);
        }
        var read = compiler.Unit(EvidenceReader.Inner(bound));
        return new PartReader(values++, bound, compiler, read is null ? null : (reading, _) => read(reading.Subject, reading.Context), readsHostRecords);
    }

    // A let is shown otherwise than what it stands for where it has a unit of its own, and a parameter in per cent otherwise than its figure.
    private static object? KeyOf(Bound bound) => bound switch
    {
        BoundLet let => let.Let,
        BoundParameter parameter => parameter.Parameter,
        BoundMember member => BoundKey.Of(member),
        BoundAggregate { Aggregate: Aggregate.Count, Argument: null } count => KeyOf(count.List) is { } list ? (Aggregate.Count, list) : null,
        _ => null,
    };
}

/// <summary>The texts of a level.</summary>
/// <param name="Clears">Null where the rule does not say what clears the alert.</param>
/// <param name="Values">How many values they read at most.</param>
internal sealed record LevelTexts(TextReader Title, TextReader Message, TextReader? Clears, EvidenceReader[] Evidence, ValueWriter Writer, int Values)
{
    /// <summary>What the texts of one alert are read from.</summary>
    public SubjectReading Read(object subject, CheckContext context) => new(subject, context, Writer, new object?[Values]);
}

/// <summary>What the texts of one alert are read from. Values are read once, however many texts show them.</summary>
internal sealed class SubjectReading(object subject, CheckContext context, ValueWriter writer, object?[] values)
{
    // Stands for null among the values, which are null until they are read.
    private static readonly object Nothing = new();

    public object Subject => subject;

    public CheckContext Context => context;

    public ValueWriter Writer => writer;

    /// <summary>The value; a <see cref="FactSet"/> where it is unknown or cannot be computed.</summary>
    public object? ValueOf(PartReader part)
    {
        var value = values[part.Number] ??= part.Read(subject, context) ?? Nothing;
        return ReferenceEquals(value, Nothing) ? null : value;
    }
}

/// <summary>A template in both languages. Its parts are texts (string) and values (<see cref="PartReader"/>).</summary>
internal sealed class TextReader(object[] ja, object[] en)
{
    private readonly LocalizedText? constant = ja.All(part => part is string) && en.All(part => part is string) ? new(string.Concat(ja), string.Concat(en)) : null;

    public LocalizedText Write(SubjectReading reading) => constant ?? new(In(reading, Language.Japanese), In(reading, Language.English));

    public string In(SubjectReading reading, Language language)
    {
        var parts = language == Language.Japanese ? ja : en;
        var texts = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            texts[i] = parts[i] is PartReader reader ? reader.Write(reading, language) : (string)parts[i];
        return string.Concat(texts);
    }
}

/// <summary>Reads the value of one expression and says how people read it.</summary>
/// <param name="number">Its place among the values of the rule's texts.</param>
/// <param name="unit">What the value is counted in; null where it has no unit.</param>
/// <param name="readsHostRecords">Whether a host's own code reads members, which may throw anything.</param>
internal sealed class PartReader(int number, Bound bound, ExpressionCompiler compiler, Func<SubjectReading, Language, string?>? unit, bool readsHostRecords)
{
    private static readonly FactSet Uncomputable = FactSet.Of(new Fact("計算できない値", "a value that cannot be computed"));

    private readonly Func<object, EvaluationContext, object?> value = compiler.Value(bound);
    private readonly bool isRatio = ValueWriter.IsRatio(bound);

    public int Number => number;

    public object? Read(object subject, CheckContext context)
    {
        try
        {
            return value(subject, context);
        }
        catch (Exception error) when (readsHostRecords || error is ArithmeticException or ArgumentOutOfRangeException or EvaluationFault)
        {
            return Uncomputable;
        }
    }

    public string? Unit(SubjectReading reading, Language language = Language.Japanese) => unit?.Invoke(reading, language);

    public string Write(SubjectReading reading, Language language) =>
        reading.Writer.Write(reading.ValueOf(this), language, Unit(reading, language), isRatio);
}
