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
    private readonly Dictionary<BoundTemplate, IReadOnlyList<object>> templates = [];
    private readonly Dictionary<int, IReadOnlyList<EvidenceReader>> evidence = [];

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
        var target = compiler.Value(link)(subject, context);
        return target is FactSet ? null : target;
    }

    private string Write(BoundTemplate template, Language language, object subject, CheckContext context)
    {
        if (!templates.TryGetValue(template, out var parts))
            templates[template] = parts = [.. template.Parts.Select(part => part is Bound bound ? new PartReader(bound, compiler) : part)];
        return string.Concat(parts.Select(part => part is PartReader reader ? reader.Write(subject, context, writer, language) : (string)part));
    }

    private IReadOnlyList<EvidenceReader> ReadersOf(int level)
    {
        var conditions = new[] { rule.When, rule.Levels[level].Condition }.OfType<Bound>();
        var read = rule.Evidence.Concat(conditions.SelectMany(EvidenceReader.Named));
        return [.. read.Select(bound => EvidenceReader.For(bound, compiler)).OfType<EvidenceReader>().DistinctBy(reader => reader.Name)];
    }
}

/// <summary>Reads the value of one expression and says how people read it.</summary>
internal sealed class PartReader(Bound bound, ExpressionCompiler compiler)
{
    private readonly Func<object, EvaluationContext, object?> value = compiler.Value(bound);
    private readonly Func<object, EvaluationContext, string?>? unit = compiler.Unit(bound is BoundLet let ? let.Body : bound);
    private readonly bool isRatio = ValueWriter.IsRatio(bound);

    // A let may name its own unit, in each language.
    private readonly LocalizedText? unitOfLet = (bound as BoundLet)?.Let.Unit;

    /// <summary>The value; a <see cref="FactSet"/> where it is unknown or cannot be computed.</summary>
    public object? Value(object subject, CheckContext context)
    {
        try
        {
            return value(subject, context);
        }
        catch (Exception error) when (error is ArithmeticException or ArgumentOutOfRangeException or EvaluationFault)
        {
            return FactSet.Empty;
        }
    }

    public string? Unit(object subject, CheckContext context) => unitOfLet?.Ja ?? unit?.Invoke(subject, context);

    public string Write(object subject, CheckContext context, ValueWriter writer, Language language) =>
        WriteValue(Value(subject, context), subject, context, writer, language);

    public string WriteValue(object? read, object subject, CheckContext context, ValueWriter writer, Language language) =>
        writer.Write(read, language, unitOfLet?.In(language) ?? unit?.Invoke(subject, context), isRatio);
}
