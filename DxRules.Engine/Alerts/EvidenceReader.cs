using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>One line of evidence: a member, measure, let or parameter that a rule read.</summary>
internal sealed class EvidenceReader
{
    private readonly PartReader part;
    private readonly PartReader? count;
    private readonly bool isListOfObjects;
    private readonly LocalizedText? formula;
    private readonly bool isConstant;
    private Evidence? constant;

    private EvidenceReader(LocalizedText name, Bound bound, PartReader part, PartReader? count)
    {
        Name = name;
        this.part = part;
        this.count = count;
        isListOfObjects = IsListOfObjects(bound);
        isConstant = bound is BoundParameter;
        formula = (Inner(bound) as BoundMember)?.Member.Formula;
    }

    public LocalizedText Name { get; }

    /// <summary>What is worth naming in a condition, in order of reading. What is read of a list's members has no value of its own.</summary>
    public static IEnumerable<Bound> Named(Bound condition)
    {
        if (condition is BoundMember member)
            return IsFromRule(member) ? [member] : [];
        if (condition is BoundIsNull test)
            return Named(test.Operand);
        var inside = BoundParts.ChildrenOf(condition).SelectMany(Named);
        return condition is BoundLet or BoundParameter && IsFromRule(condition) ? inside.Append(condition) : inside;
    }

    /// <summary>The reader; null for objects, which have no value to show. Of a list of objects only their number is shown.</summary>
    public static EvidenceReader? For(Bound bound, Func<Bound, PartReader> readerOf)
    {
        if (bound.Type is ObjectType || NameOf(bound) is not { } name)
            return null;
        var count = new BoundAggregate(FeelType.Number, Aggregate.Count, bound, null, bound.Syntax);
        if (IsListOfObjects(bound))
            return new EvidenceReader(name, bound, readerOf(count), null);
        return new EvidenceReader(name, bound, readerOf(bound), bound.Type is ListType { Item: var item } && item == FeelType.Boolean ? readerOf(count) : null);
    }

    public Evidence Read(SubjectReading reading) => isConstant ? constant ??= ReadAnew(reading) : ReadAnew(reading);

    private Evidence ReadAnew(SubjectReading reading)
    {
        var value = reading.ValueOf(part);
        if (isListOfObjects && value is decimal or AtLeast)
            return new Evidence(Name, Plain(value), "件", CountText(value), formula);
        if (value is bool[] truths)
            return new Evidence(Name, Plain(value), null, ShareText(truths, count is null ? null : reading.ValueOf(count)), formula);
        return new Evidence(
            Name,
            Plain(value),
            value is decimal or AtLeast ? part.Unit(reading) : null,
            new(part.Write(reading, Language.Japanese), part.Write(reading, Language.English)),
            formula);
    }

    /// <summary>How many are true, of how many, and of how many nobody knows.</summary>
    private static LocalizedText ShareText(bool[] truths, object? count)
    {
        var trues = truths.Count(truth => truth);
        var all = Math.Max(truths.Length, count switch { decimal known => (int)known, AtLeast certain => certain.Count, _ => 0 });
        var unknown = all - truths.Length;
        return unknown == 0
            ? new($"{all}件のうち{trues}件", $"{trues} of {all}")
            : new($"{all}件のうち{trues}件（不明{unknown}件）", $"{trues} of {all} ({unknown} unknown)");
    }

    private static bool IsListOfObjects(Bound bound) => bound.Type is ListType { Item: ObjectType };

    private static LocalizedText CountText(object count) => count switch
    {
        AtLeast { Count: var certain } => new($"{certain}件以上", certain == 1 ? "at least 1 item" : $"at least {certain} items"),
        1m => new("1件", "1 item"),
        _ => new($"{count:0}件", $"{count:0} items"),
    };

    private static LocalizedText? NameOf(Bound bound) => bound switch
    {
        BoundLet let => new(let.Let.Ja, let.Let.En),
        BoundParameter { Parameter: { Group: { } group } parameter } => new($"{group}.{parameter.Ja}", parameter.En),
        BoundParameter { Parameter: var parameter } => new(parameter.Ja, parameter.En),
        BoundMember member => PathName(member),
        _ => null,
    };

    private static LocalizedText PathName(BoundMember member)
    {
        if (member.Target is not BoundMember { Target: var outer } target)
            return new(member.Member.Ja, member.Member.En);
        var above = PathName(target);
        return new($"{above.Ja}.{member.Member.Ja}", $"{above.En}.{member.Member.En}");
    }

    /// <summary>What a let stands for, through other lets too.</summary>
    public static Bound Inner(Bound bound) => bound is BoundLet let ? Inner(let.Body) : bound;

    /// <summary>Whether a value can be read without the members of a list that a loop goes through.</summary>
    private static bool IsFromRule(Bound bound)
    {
        var introduced = new HashSet<Variable>();
        foreach (var part in BoundParts.Of(bound))
        {
            if (part is BoundFilter filter)
                introduced.Add(filter.Item);
            else if (part is BoundFor loop)
                introduced.Add(loop.Item);
            else if (part is BoundQuantified quantified)
                introduced.Add(quantified.Item);
        }
        return BoundParts.Of(bound).OfType<BoundVariable>().All(v => introduced.Contains(v.Variable));
    }

    /// <summary>The value as programs read it: numbers, texts, dates, booleans, lists of these, or null.</summary>
    private static object? Plain(object? value) => value switch
    {
        FactSet => null,
        AtLeast count => (decimal)count.Count,
        Enum word => SchemaBuilder.CamelCase(word.ToString()),
        DaysDuration days => FormattableString.Invariant($"P{days.Span.Days}D"),
        MonthsDuration months => FormattableString.Invariant($"P{months.Months}M"),
        MonthDay day => day.ToString(),
        Array list => list.Cast<object?>().Select(Plain).ToArray(),
        null or decimal or string or bool or DateOnly => value,
        _ => value.ToString(),
    };
}
