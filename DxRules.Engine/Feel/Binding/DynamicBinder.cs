using DxRules.Engine.Feel.Functions;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>
/// Settles names without types, as the standard has it: whatever goes wrong with a value is null, and a name that nothing has is null too.
/// Nothing here is an error; a name that can never have a value is told as a warning.
/// </summary>
internal sealed partial class DynamicBinder
{
    private readonly EmbeddedText text;
    private readonly HashSet<string> inputs;
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>The variables that something reads.</summary>
    private readonly HashSet<Variable> read = [];
    private int variables;

    private DynamicBinder(EmbeddedText text, IEnumerable<string> inputs)
    {
        this.text = text;
        this.inputs = [.. inputs];
    }

    /// <summary>The expression with its names settled, and what a person should look at.</summary>
    /// <param name="tree">An expression without errors.</param>
    /// <param name="inputs">The names that are given a value around the expression.</param>
    public static (Bound Bound, IReadOnlyList<Diagnostic> Diagnostics) Bind(SyntaxTree tree, IEnumerable<string> inputs)
    {
        var binder = new DynamicBinder(tree.Text, inputs);
        var bound = binder.Bind(tree.Root, null);
        return (bound, [.. DiagnosticPrinter.InOrder(binder.diagnostics)]);
    }

    private Bound Bind(Expression expression, DynamicScope? scope) => expression switch
    {
        NumberLiteral number => Constant(number.Value, number),
        TextLiteral literal => Constant(literal.Value, literal),
        BooleanLiteral boolean => Constant(boolean.Value, boolean),
        NullLiteral or MissingExpression => Constant(null, expression),
        TemporalLiteral temporal => Constant(TemporalTexts.Parse(temporal.Text), temporal),
        NameExpression name => BindName(name, scope),
        PathExpression path => new BoundPath(Bind(path.Target, scope), path.Name, path),
        FilterExpression filter => BindFilter(filter, scope),
        BinaryExpression binary => BindBinary(binary, scope),
        NegationExpression negation => new BoundNegation(Bind(negation.Operand, scope), negation),
        BetweenExpression between => new BoundBetween(Bind(between.Value, scope), Bind(between.Low, scope), Bind(between.High, scope), true, true, between),
        InExpression membership => BindMembership(membership, scope),
        UnaryTest test => new BoundOpenRange(test.Operator, Bind(test.Operand, scope), test),
        RangeLiteral range => new BoundInterval(Bind(range.Start, scope), range.IncludesStart, Bind(range.End, scope), range.IncludesEnd, range),
        ListLiteral list => new BoundList(new ListType(FeelType.Any), [.. list.Items.Select(item => Bind(item, scope))], list),
        ContextLiteral context => BindContext(context, scope),
        CallExpression call => BindCall(call, scope),
        IfExpression choice => new BoundIf(FeelType.Any, Bind(choice.Condition, scope), Bind(choice.Then, scope), Bind(choice.Else, scope), choice),
        ForExpression loop => BindFor(loop, scope),
        QuantifiedExpression quantified => BindQuantified(quantified, scope),
        InstanceOfExpression instance => new BoundInstanceOf(Bind(instance.Value, scope), instance.Type, instance),
        FunctionLiteral function => BindFunction(function, scope),
        _ => throw new ArgumentException($"{expression.GetType().Name} is no expression of the language.", nameof(expression)),
    };

    private static BoundConstant Constant(object? value, Expression syntax) => new(FeelType.Any, value, syntax);

    private Variable NewVariable(string name) => new(name, FeelType.Any, null, variables++);

    private Bound BindBinary(BinaryExpression binary, DynamicScope? scope)
    {
        var (left, right) = (Bind(binary.Left, scope), Bind(binary.Right, scope));
        return binary.Operator switch
        {
            BinaryOperator.And => new BoundAnd(left, right, binary),
            BinaryOperator.Or => new BoundOr(left, right, binary),
            var other => new BoundBinary(FeelType.Any, other, left, right, binary),
        };
    }

    private BoundMembership BindMembership(InExpression membership, DynamicScope? scope)
    {
        var tests = membership.Tests.Select(test => test is UnaryTest unary
            ? new MembershipTest(unary.Operator, Bind(unary.Operand, scope))
            : new MembershipTest(null, Bind(test, scope)));
        return new BoundMembership(Bind(membership.Value, scope), [.. tests], membership);
    }

    private BoundInvocation BindCall(CallExpression call, DynamicScope? scope)
    {
        var callee = call.Callee is NameExpression name ? BindCallee(name, scope) : Bind(call.Callee, scope);
        IReadOnlyList<string>? names = call.Arguments is [{ Name: not null }, ..] ? [.. call.Arguments.Select(argument => argument.Name!)] : null;
        return new BoundInvocation(callee, [.. call.Arguments.Select(argument => Bind(argument.Value, scope))], names, call);
    }

    private Bound BindName(NameExpression name, DynamicScope? scope) => Resolve(name, scope, () =>
    {
        if (!inputs.Contains(name.Name))
            TellUnknown(name, scope, inputs);
        return new BoundInput(name.Name, name);
    });

    // What has a value of its own comes before the standard's function of the same name.
    private Bound BindCallee(NameExpression name, DynamicScope? scope) => Resolve(name, scope, () =>
    {
        if (!inputs.Contains(name.Name) && BuiltIns.Find(name.Name) is { } function)
            return Constant(function, name);
        if (!inputs.Contains(name.Name))
            TellUnknown(name, scope, inputs.Concat(BuiltIns.All.Select(known => known.Name)));
        return new BoundInput(name.Name, name);
    });

    private Bound Resolve(NameExpression name, DynamicScope? scope, Func<Bound> outside)
    {
        var (variable, items) = DynamicScope.Find(scope, name.Name);
        if (variable != null)
            read.Add(variable);
        var otherwise = variable == null ? outside() : new BoundVariable(variable, name);
        return items.Count == 0 ? otherwise : new BoundLookup(name.Name, items, otherwise, name);
    }

    // Inside a filter the items may have what nothing outside has.
    private void TellUnknown(NameExpression name, DynamicScope? scope, IEnumerable<string> known)
    {
        if (DynamicScope.Find(scope, name.Name).Items.Count > 0)
            return;
        diagnostics.Add(new("DX260", DiagnosticSeverity.Warning,
            new($"「{name.Name}」という名前に値がないため、null になります。", $"Nothing is known as '{name.Name}', so that it is null."),
            text.Source, text.InSource(name.Span), HintFor(name.Name, known)));
    }

    // The standard counts full-width signs and digits among letters, so that a comparison may have become one long name.
    private static LocalizedText? HintFor(string name, IEnumerable<string> known)
    {
        if (Spelling.Nearest(name, known) is { } near)
            return new($"{near} のことでしょうか。", $"did you mean {near}?");
        return name.Any(FullWidth.Is)
            ? new($"演算子と数字は半角で「{FullWidth.HalfWidthOf(name)}」と書きます。", $"write operators and digits in half-width characters: '{FullWidth.HalfWidthOf(name)}'.")
            : null;
    }
}
