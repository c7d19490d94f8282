using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>Writes the texts of one rule's alerts: sentences, evidence, what clears them. Made only for what fires.</summary>
internal sealed class AlertTexts
{
    private readonly Rule rule;
    private readonly ExpressionCompiler compiler;
    private readonly ValueWriter writer;
    private readonly Dictionary<BoundTemplate, IReadOnlyList<object>> templates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, IReadOnlyList<EvidenceReader>> evidence = [];
    private readonly Dictionary<Bound, Func<object, EvaluationContext, object?>> links = new(ReferenceEqualityComparer.Instance);

    public AlertTexts(Rule rule, Schema schema)
    {
        this.rule = rule;
        writer = new ValueWriter(schema);
        compiler = new ExpressionCompiler(rule.Subject, writer);
    }

    /// <summary>A template in both languages, for one subject.</summary>
    public LocalizedText Write(BoundText text, object subject, CheckContext context) =>
        new(Write(text.Ja, Language.Japanese, subject, context), Write(text.En, Language.English, subject, context));

    /// <summary>What led to a level: first what the rule lists itself, then everything its conditions read, once, in order of reading.</summary>
    public IReadOnlyList<Evidence> EvidenceOf(int level, object subject, CheckContext context)
    {
        if (!evidence.TryGetValue(level, out var readers))
            evidence[level] = readers = ReadersOf(level);
        return [.. readers.Select(reader => reader.Read(subject, context, writer))];
    }

    /// <summary>The object a link of the subject leads to; null where it leads nowhere.</summary>
    public object? Follow(Bound link, object subject, CheckContext context)
    {
        if (!links.TryGetValue(link, out var read))
            links[link] = read = compiler.Value(link);
        var target = read(subject, context);
        return target is FactSet ? null : target;
    }

    private string Write(BoundTemplate template, Language language, object subject, CheckContext context)
    {
        if (!templates.TryGetValue(template, out var parts))
            templates[template] = parts = [.. template.Parts.Select(part => part is Bound bound ? ReaderOf(bound) : part)];
        return string.Concat(parts.Select(part => part is PartReader reader ? reader.Write(subject, context, writer, language) : (string)part));
    }

    private PartReader ReaderOf(Bound bound)
    {
        if (bound is BoundLet let && rule.Units.TryGetValue(let.Let, out var unit))
            return new PartReader(bound, compiler, (subject, context, language) => Write(unit.In(language), language, subject, context));
        var read = compiler.Unit(EvidenceReader.Inner(bound));
        return new PartReader(bound, compiler, read is null ? null : (subject, context, _) => read(subject, context));
    }

    private IReadOnlyList<EvidenceReader> ReadersOf(int level)
    {
        var conditions = new[] { rule.When, rule.Levels[level].Condition }.OfType<Bound>();
        var read = rule.Evidence.Concat(conditions.SelectMany(EvidenceReader.Named));
        return [.. read.Select(bound => EvidenceReader.For(bound, ReaderOf)).OfType<EvidenceReader>().DistinctBy(reader => reader.Name)];
    }
}

/// <summary>Reads the value of one expression and says how people read it.</summary>
/// <param name="unit">What the value is counted in; null where it has no unit.</param>
internal sealed class PartReader(Bound bound, ExpressionCompiler compiler, Func<object, CheckContext, Language, string?>? unit)
{
    private static readonly FactSet Uncomputable = FactSet.Of(new Fact("計算できない値", "a value that cannot be computed"));

    private readonly Func<object, EvaluationContext, object?> value = compiler.Value(bound);
    private readonly bool isRatio = ValueWriter.IsRatio(bound);

    /// <summary>The value; a <see cref="FactSet"/> where it is unknown or cannot be computed.</summary>
    public object? Value(object subject, CheckContext context)
    {
        try
        {
            return value(subject, context);
        }
        catch (Exception error) when (error is ArithmeticException or ArgumentOutOfRangeException or EvaluationFault)
        {
            return Uncomputable;
        }
    }

    public string? Unit(object subject, CheckContext context) => unit?.Invoke(subject, context, Language.Japanese);

    public string Write(object subject, CheckContext context, ValueWriter writer, Language language) =>
        Write(Value(subject, context), subject, context, writer, language);

    public string Write(object? read, object subject, CheckContext context, ValueWriter writer, Language language) =>
        writer.Write(read, language, unit?.Invoke(subject, context, language), isRatio);
}
