using System.Collections.Immutable;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using SchemaMember = DxRules.Engine.Feel.Binding.Member;

namespace DxRules.Tests.Engine.Evaluation.Reference;

/// <summary>
/// What the design says of evaluation, written down as plainly as possible: it walks the expression as written, boxes every value and
/// is slow. The compiled forms must agree with it. It trusts that the rule has no errors and knows nothing of how rules are compiled.
/// </summary>
internal sealed partial class ReferenceEvaluator(RuleFile file, Schema schema, object subject, CheckContext context)
{
    private static readonly Dictionary<SchemaMember, Delegate> Readers = [];

    private readonly ImmutableDictionary<string, object> noVariables = ImmutableDictionary<string, object>.Empty;

    /// <summary>The outcome as <see cref="TestRules.Describe(CompiledRule, Judgement)"/> has it, the missing facts in ordinal order.</summary>
    public string Judge()
    {
        try
        {
            return Outcome();
        }
        catch (OverflowFault)
        {
            return "fault DX301";
        }
    }

    // Points 8 and 9.
    private string Outcome()
    {
        var where = Condition(file.Where);
        if (where is false)
            return "対象外";
        var fires = And(where, () => Condition(file.When));
        var unknown = new List<Unknown>();
        foreach (var level in file.Levels)
        {
            var c = And(fires, () => Condition(level.When));
            if (c is true)
                return SeverityName(level.Severity.Value) + (Missing(unknown) is "" ? "" : ", unknown " + Missing(unknown));
            if (c is Unknown open)
                unknown.Add(open);
        }
        if (Missing(unknown) is { Length: > 0 } missing)
            return "判定不能 " + missing;
        return unknown.Count == file.Levels.Count ? "対象外" : "quiet";
    }

    private static string Missing(List<Unknown> unknown)
    {
        var facts = Unknown.Set(unknown.SelectMany(u => u.Facts));
        return facts.Count == 0 ? "" : "[" + string.Join(", ", facts) + "]";
    }

    private static string SeverityName(Severity severity) => severity.ToString().ToLowerInvariant();

    private object Condition(EmbeddedText? text) => text is null ? true : Evaluate(Parser.Parse(text, ParserOptions.Rule).Root, noVariables);

    private object Evaluate(Expression expression, ImmutableDictionary<string, object> variables) => expression switch
    {
        NumberLiteral number => number.Value,
        TextLiteral text => text.Value,
        BooleanLiteral boolean => boolean.Value,
        NameExpression name => Name(name.Name, variables),
        PathExpression path => Step(Evaluate(path.Target, variables), path.Name),
        FilterExpression filter => Filter(filter, variables),
        BinaryExpression { Operator: BinaryOperator.And } and => And(Evaluate(and.Left, variables), () => Evaluate(and.Right, variables)),
        BinaryExpression { Operator: BinaryOperator.Or } or => Not(And(Not(Evaluate(or.Left, variables)), () => Not(Evaluate(or.Right, variables)))),
        BinaryExpression { Operator: BinaryOperator.Equal, Right: NullLiteral } test => IsNull(test.Left, variables),
        BinaryExpression { Operator: BinaryOperator.NotEqual, Right: NullLiteral } test => Not(IsNull(test.Left, variables)),
        BinaryExpression binary => Operate(binary.Operator, Evaluate(binary.Left, variables), Evaluate(binary.Right, variables)),
        NegationExpression negation => Operate(BinaryOperator.Multiply, Evaluate(negation.Operand, variables), -1m),
        BetweenExpression between => Between(Evaluate(between.Value, variables), Evaluate(between.Low, variables), Evaluate(between.High, variables)),
        InExpression test => test.Tests.Aggregate((object)false, (any, one) => Or(any, () => IsOne(Evaluate(test.Value, variables), Evaluate(one, variables)))),
        ListLiteral list => new Members([.. list.Items.Select(item => new Member(Evaluate(item, variables), null))]),
        IfExpression choice => Evaluate(choice.Condition, variables) switch
        {
            Unknown unknown => unknown,
            var condition => Evaluate(condition is true ? choice.Then : choice.Else, variables),
        },
        ForExpression loop => For(loop, 0, variables),
        QuantifiedExpression quantified => Quantified(quantified, 0, variables),
        CallExpression call => Call(((NameExpression)call.Callee).Name, [.. call.Arguments.Select(a => Evaluate(a.Value, variables))]),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private object Name(string name, ImmutableDictionary<string, object> variables)
    {
        if (variables.TryGetValue(name, out var value))
            return value;
        if (variables.TryGetValue("item", out var item) && item is Thing thing && thing.Kind.Find(name) is { } ofItem)
            return Read(thing, ofItem);
        if (file.Lets.FirstOrDefault(l => l.Name.Value == name) is { } let)
            return Condition(let.Is);
        if (file.Parameters.FirstOrDefault(p => p.Name.Value == name) is { } parameter)
            return parameter.Value!.Value;
        var self = new Thing(subject, schema.Subjects.First(k => k.Clr == subject.GetType()), [], 0);
        return self.Kind.Find(name) is { } own ? Read(self, own) : ReadRaw(schema.Context.Find(name)!, context, null, name);
    }

    private object Step(object target, string name) => target switch
    {
        Unknown => target,
        Thing thing => Read(thing, thing.Kind.Find(name)!),
        Members list => new Members([.. list.Items.Select(item => item with { Value = Step(item.Value, name) })]),
        DateOnly date => name switch { "year" => (decimal)date.Year, "month" => (decimal)date.Month, _ => date.Day },
        DaysDuration days => (decimal)days.Days,
        _ => throw new NotSupportedException(name),
    };

    // Point 4: always true or false, unless the way to the member is unknown.
    private object IsNull(Expression operand, ImmutableDictionary<string, object> variables)
    {
        var (target, name) = operand is PathExpression path
            ? (Evaluate(path.Target, variables), path.Name)
            : (new Thing(subject, schema.Subjects.First(k => k.Clr == subject.GetType()), [], 0), ((NameExpression)operand).Name);
        if (operand is NameExpression && variables.TryGetValue("item", out var item) && item is Thing { Kind: var kind } && kind.Find(name) is not null)
            target = item;
        if (target is not Thing thing)
            return target;
        var read = Read(thing, thing.Kind.Find(name)!);
        if (thing.Kind.Find(name)!.Kind is MemberKind.Fact or MemberKind.FactList)
            return read is Unknown;
        return read is Unknown { Facts.Count: > 0 } ? read : read is Unknown;
    }

    // Points 5 and 6 of lists.
    private object Filter(FilterExpression filter, ImmutableDictionary<string, object> variables)
    {
        if (Evaluate(filter.Target, variables) is not Members list)
            return Evaluate(filter.Target, variables);
        var kept = new List<Member>();
        foreach (var item in list.Items)
        {
            var condition = Evaluate(filter.Condition, variables.SetItem("item", item.Value));
            if (condition is not false)
                kept.Add(item with { Uncertainty = Unknown.Among(item.Uncertainty, condition) });
        }
        return new Members(kept);
    }

    private object For(ForExpression loop, int iterator, ImmutableDictionary<string, object> variables)
    {
        if (Domain(loop.Iterators[iterator], variables) is not Members list)
            return Domain(loop.Iterators[iterator], variables);
        var isLast = iterator == loop.Iterators.Count - 1;
        var results = new List<Member>();
        foreach (var item in list.Items)
        {
            var inside = variables.SetItem(loop.Iterators[iterator].Name, item.Value);
            if (isLast)
                results.Add(item with { Value = Evaluate(loop.Return, inside) });
            else if (For(loop, iterator + 1, inside) is Members inner)
                results.AddRange(inner.Items.Select(i => i with { Uncertainty = Unknown.Among(i.Uncertainty, item.Uncertainty) }));
            else
                return For(loop, iterator + 1, inside);
        }
        return new Members(results);
    }

    private object Domain(Iterator iterator, ImmutableDictionary<string, object> variables)
    {
        var domain = Evaluate(iterator.Domain, variables);
        if (iterator.RangeEnd is null)
            return domain;
        var end = Evaluate(iterator.RangeEnd, variables);
        return Unknown.Among(domain, end) is { } unknown ? unknown : Numbers((decimal)domain, (decimal)end);
    }

    private static Members Numbers(decimal from, decimal to)
    {
        var numbers = new List<Member>();
        for (var n = from; from <= to ? n <= to : n >= to; n += from <= to ? 1 : -1)
            numbers.Add(new Member(n, null));
        return new Members(numbers);
    }

    private object Quantified(QuantifiedExpression quantified, int iterator, ImmutableDictionary<string, object> variables)
    {
        if (iterator == quantified.Iterators.Count)
            return Evaluate(quantified.Satisfies, variables);
        if (Domain(quantified.Iterators[iterator], variables) is not Members list)
            return Domain(quantified.Iterators[iterator], variables);
        object result = quantified.IsEvery;
        foreach (var item in list.Items)
        {
            object Inside()
            {
                var condition = Quantified(quantified, iterator + 1, variables.SetItem(quantified.Iterators[iterator].Name, item.Value));
                if (item.Uncertainty is not { } uncertain)
                    return condition;
                return quantified.IsEvery ? Or(condition, () => uncertain) : And(condition, () => uncertain);
            }
            result = quantified.IsEvery ? And(result, Inside) : Or(result, Inside);
        }
        return result;
    }

    private static object And(object left, Func<object> right)
    {
        if (left is false)
            return false;
        var other = right();
        return other is false ? false : Unknown.Among(left, other) is { } unknown ? unknown : true;
    }

    private static object Or(object left, Func<object> right) => Not(And(Not(left), () => Not(right())));

    private static object Not(object operand) => operand is bool value ? !value : operand;
}
