using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Evaluation;

/// <summary>
/// Looks at every part of a rule's conditions one by one. Each part is run by the same compiler as the rule itself; members of lists are
/// put in place of the variable that loops over them.
/// </summary>
internal sealed class Explainer
{
    // More members than a person reads; the rest is summed up in one line.
    private const int MostMembers = 20;

    private static readonly Dictionary<Variable, object> NothingAssumed = [];

    private readonly ExpressionCompiler compiler;
    private readonly ValueWriter writer;
    private readonly Schema schema;
    private readonly object subject;
    private readonly CheckContext context;

    private Explainer(ObjectType kind, Schema schema, object subject, CheckContext context)
    {
        writer = new ValueWriter(schema);
        compiler = new ExpressionCompiler(kind, writer);
        this.schema = schema;
        this.subject = subject;
        this.context = context;
    }

    /// <summary>Why the rule says what it says of the subject, seen with what was found below it.</summary>
    public static Explanation Explain(CompiledRule rule, Schema schema, object subject, CheckContext context)
    {
        if (!rule.Rule.IsInEffect(context.AsOf))
            return Unjudged(rule.Rule, schema, subject, Outcome.NotApplicable, [], NotInEffect(rule.Rule));
        var judgement = JudgementOf(rule, subject, context, out var fault);
        var explainer = new Explainer(rule.Rule.Subject, schema, subject, context);
        Severity? severity = judgement.Outcome == Outcome.Alert ? rule.Rule.Levels[judgement.Level].Severity : null;
        var conditions = explainer.Conditions(rule.Rule, judgement);
        var reason = fault ?? (judgement.Outcome == Outcome.NotApplicable ? judgement.Missing?.Reason : null);
        return new Explanation(rule.Rule.Id, schema.Identify(subject).Id, judgement.Outcome, severity, judgement.Missing?.Facts ?? [], reason, conditions);
    }

    /// <summary>Why nothing is judged at all.</summary>
    public static Explanation Unjudged(Rule rule, Schema schema, object subject, Outcome outcome, IReadOnlyList<Fact> missing, LocalizedText? reason) =>
        new(rule.Id, schema.Identify(subject).Id, outcome, null, missing, reason, []);

    private static Judgement JudgementOf(CompiledRule rule, object subject, CheckContext context, out LocalizedText? fault)
    {
        try
        {
            fault = null;
            return rule.JudgeThreeValued(subject, context);
        }
        catch (EvaluationFault error)
        {
            fault = error.Text;
            return new Judgement(Outcome.Fault);
        }
    }

    private static LocalizedText NotInEffect(Rule rule)
    {
        var (from, to) = (rule.File.Effective.From, rule.File.Effective.To);
        return (from, to) switch
        {
            ({ } first, null) => new($"この規則は{KnownValues.StringOf(first)}から適用されます。", $"This rule is in effect from {KnownValues.StringOf(first)}."),
            (null, { } last) => new($"この規則は{KnownValues.StringOf(last)}まで適用されました。", $"This rule was in effect until {KnownValues.StringOf(last)}."),
            _ => new($"この規則の適用は{KnownValues.StringOf(from!.Value)}から{KnownValues.StringOf(to!.Value)}までです。", $"This rule is in effect from {KnownValues.StringOf(from!.Value)} to {KnownValues.StringOf(to!.Value)}."),
        };
    }

    private List<ExplainedCondition> Conditions(Rule rule, Judgement judgement)
    {
        var conditions = new List<ExplainedCondition>();
        var whereIsFalse = rule.Where is { } w && IsFalse(w, NothingAssumed);
        if (rule.Where is { } where)
            conditions.Add(new(new("where（対象とする条件）", "where"), Part(where, Settles(judgement, where, whereIsFalse), NothingAssumed)));
        if (whereIsFalse)
            return conditions;
        var whenIsFalse = rule.When is { } && IsFalse(rule.When, NothingAssumed);
        if (rule.When is { } when)
            conditions.Add(new(new("when（指摘する条件）", "when"), Part(when, whenIsFalse || Settles(judgement, when, false), NothingAssumed)));
        for (var i = 0; i < rule.Levels.Count; i++)
        {
            if (rule.Levels[i] is not { Condition: { } condition } level)
                continue;
            var word = writer.Write(level.Severity, Language.Japanese);
            var settles = judgement.Outcome == Outcome.Alert ? i == judgement.Level : !whenIsFalse && Settles(judgement, condition, judgement.Outcome == Outcome.Quiet);
            conditions.Add(new(new($"level {word}", $"level {level.Severity.ToString().ToLowerInvariant()}"), Part(condition, settles, NothingAssumed)));
        }
        return conditions;
    }

    /// <summary>Whether a condition is one without which the result would be open: the true ones of an alert, the unknown ones of what is not judged.</summary>
    private bool Settles(Judgement judgement, Bound condition, bool otherwise) => judgement.Outcome switch
    {
        Outcome.Alert => true,
        Outcome.Undetermined or Outcome.NotApplicable => otherwise || Value(condition, NothingAssumed) is FactSet,
        _ => otherwise,
    };

    private ExplainedPart Part(Bound bound, bool decides, IReadOnlyDictionary<Variable, object> assumed)
    {
        var value = Value(bound, assumed);
        var parts = bound switch
        {
            BoundQuantified quantified => Members(quantified.List, quantified.Item, quantified.Condition, decides, assumed),
            BoundFilter filter => Members(filter.List, filter.Item, filter.Condition, decides, assumed),
            BoundFor loop => Members(loop.List, loop.Item, loop.Body, decides, assumed),
            _ => [.. PartsOf(bound).Where(IsTelling).Select(child => Part(child, decides && Decides(bound, value, child, assumed), assumed))],
        };
        return new ExplainedPart(TextOf(bound), Words(bound, value), value is FactSet missing ? missing.Facts : [], decides, IsLogic(bound), parts);
    }

    /// <summary>The parts a reader sees: a and b and c has three, and what looks the same as the whole is not shown twice.</summary>
    private static IEnumerable<Bound> PartsOf(Bound whole) => BoundParts.ChildrenOf(whole).SelectMany(part =>
        (whole, part) is (BoundAnd, BoundAnd) || (whole is BoundOr && part is BoundOr && IsLogic(whole) == IsLogic(part)) || IsSameText(whole, part)
            ? PartsOf(part)
            : [part]);

    private static bool IsSameText(Bound whole, Bound part) => BoundParts.ChildrenOf(part).Any() && TextOf(whole) == TextOf(part);

    private List<ExplainedPart> Members(Bound list, Variable item, Bound body, bool decides, IReadOnlyDictionary<Variable, object> assumed)
    {
        if (compiler.Value(list, forTexts: true, assumed)(subject, context) is not Array members)
            return [Part(list, decides, assumed)];
        var parts = new List<ExplainedPart>();
        foreach (var member in members.Cast<object>().Take(MostMembers))
        {
            var inside = new Dictionary<Variable, object>(assumed) { [item] = member };
            var part = Part(body, decides, inside);
            parts.Add(part with { Text = $"{item.Name} = {NameOf(member)}: {part.Text}" });
        }
        if (members.Length > MostMembers)
            parts.Add(new ExplainedPart("…", new($"ほか{members.Length - MostMembers}件", $"{members.Length - MostMembers} more"), [], false, false, []));
        return parts;
    }

    /// <summary>Whether a part of logic is one that settles the whole: a false of an and, a true of an or, an unknown of an unknown.</summary>
    private bool Decides(Bound whole, object? value, Bound part, IReadOnlyDictionary<Variable, object> assumed) => whole switch
    {
        BoundAnd => value is true || SameKind(value, Value(part, assumed), decisive: false),
        BoundOr => value is false || SameKind(value, Value(part, assumed), decisive: true),
        _ => true,
    };

    private static bool SameKind(object? whole, object? part, bool decisive) =>
        whole is FactSet ? part is FactSet : part is bool truth && truth == decisive;

    private bool IsFalse(Bound condition, IReadOnlyDictionary<Variable, object> assumed) => Value(condition, assumed) is false;

    private object? Value(Bound bound, IReadOnlyDictionary<Variable, object> assumed)
    {
        try
        {
            // What is read in vain behind a test that failed is no value, but no mistake either.
            return compiler.Value(bound, forTexts: false, assumed)(subject, context);
        }
        catch (Exception error) when (error is ArithmeticException or ArgumentOutOfRangeException or EvaluationFault || BoundParts.Of(bound).OfType<BoundHosted>().Any())
        {
            return FactSet.Empty;
        }
    }

    private LocalizedText Words(Bound bound, object? value) => new(Words(bound, value, Language.Japanese), Words(bound, value, Language.English));

    private string Words(Bound bound, object? value, Language language)
    {
        if (value is Array { Length: var count } list && list.Cast<object?>().Any(member => member is not (null or string or decimal or DateOnly or bool)))
            return language == Language.Japanese ? $"{count}件" : $"{count} items";
        return bound.Type is ObjectType && value is not (null or FactSet)
            ? NameOf(value)
            : writer.Write(value, language, null, ValueWriter.IsRatio(bound));
    }

    private string NameOf(object value)
    {
        if (schema.Objects.FirstOrDefault(o => o.Clr == value.GetType()) is { IsSubject: true })
            return schema.Identify(value).Title;
        return schema.Objects.Any(o => o.Clr == value.GetType()) ? DescribePart(value) : writer.Write(value, Language.Japanese);
    }

    /// <summary>A part of a subject has no title of its own: its first two members that are there tell it apart.</summary>
    private string DescribePart(object value)
    {
        var kind = schema.Objects.First(o => o.Clr == value.GetType());
        var variable = new Variable("item", kind, null, 0);
        var values = kind.Members
            .Where(m => m.Type is ScalarType or EnumType)
            .Select(m => compiler.Value(
                new BoundMember(new BoundVariable(variable, new MissingExpression(default)), m, FactSet.Empty, null, new MissingExpression(default)),
                assumed: new Dictionary<Variable, object> { [variable] = value })(subject, context))
            .Where(v => v is not FactSet).Take(2).Select(v => writer.Write(v, Language.Japanese));
        return string.Join(" ", values);
    }

    // What was written with "in" is made of comparisons as well, but is read as one.
    private static bool IsLogic(Bound bound) => bound is BoundAnd or BoundOr && bound.Syntax is BinaryExpression;

    private static bool IsTelling(Bound bound) => bound is not (BoundConstant or BoundSubject or BoundContext or BoundVariable) && bound is not BoundMember { Type: ObjectType };

    // Of 状態 in ("未着手", "実施中") each word is a comparison of its own, which was written without its left side.
    private static string TextOf(Bound bound) => bound is BoundBinary { Operator: BinaryOperator.Equal, Syntax: not (BinaryExpression or UnaryTest) }
        ? $"= {SyntaxPrinter.Print(bound.Syntax)}"
        : BoundParts.Of(bound).OfType<BoundHosted>().Aggregate(
            SyntaxPrinter.Print(bound.Syntax),
            (text, hosted) => text.Replace(SyntaxPrinter.Print(hosted.Syntax), hosted.Condition.Text, StringComparison.Ordinal));
}
