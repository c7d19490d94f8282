using System.Collections.Immutable;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Settles names, types, words and guards of a rule's expressions. Whatever is wrong is reported once, and all of it.</summary>
internal sealed partial class Binder
{
    private readonly RuleScope scope;
    private readonly Use use;
    private readonly BindingErrors errors;
    private readonly List<Variable> variables = [];
    private readonly Dictionary<LetSymbol, EmbeddedText> openLets = [];

    // Places of facts being tested with = null: there, and only there, an unguarded fact may be named.
    private readonly HashSet<TextSpan> openTests = [];

    // The items of the filters we are in, innermost last: their members can be named bare.
    private readonly List<Variable> items = [];
    private ImmutableHashSet<string> guarded;
    private readonly BoundCost cost = new();
    private EmbeddedText text;
    private int depth;

    private Binder(RuleScope scope, Use use, ImmutableHashSet<string> guarded, EmbeddedText text, List<Diagnostic> diagnostics)
    {
        this.scope = scope;
        this.use = use;
        this.guarded = guarded;
        this.text = text;
        errors = new BindingErrors(diagnostics, () => this.text, scope.Limits);
    }

    /// <summary>The bound form of an expression. Its type is <see cref="FeelType.Error"/> where something was reported.</summary>
    /// <param name="guarded">What is certainly there before the expression is looked at.</param>
    public static Bound Bind(SyntaxTree tree, RuleScope scope, Use use, ImmutableHashSet<string> guarded, List<Diagnostic> diagnostics)
    {
        if (tree.HasErrors)
            return new BoundError(tree.Root) { IsUnparsed = true };
        var binder = new Binder(scope, use, guarded, tree.Text, diagnostics);
        return binder.Sized(binder.Bind(tree.Root));
    }

    /// <summary>The bound form of a condition, which must be true or false.</summary>
    public static Bound BindCondition(SyntaxTree tree, RuleScope scope, ImmutableHashSet<string> guarded, List<Diagnostic> diagnostics)
    {
        if (tree.HasErrors)
            return new BoundError(tree.Root) { IsUnparsed = true };
        var binder = new Binder(scope, Use.Condition, guarded, tree.Text, diagnostics);
        return binder.Sized(binder.BindBoolean(tree.Root));
    }

    /// <summary>The members a path of <c>needs</c> or <c>missingIsFinding</c> passes, outermost first; null where it has an error.</summary>
    public static IReadOnlyList<Member>? BindPath(SyntaxTree tree, RuleScope scope, List<Diagnostic> diagnostics)
    {
        if (tree.HasErrors)
            return null;
        var binder = new Binder(scope, new Use(Language.Japanese), Guards.None, tree.Text, diagnostics);
        var names = new Stack<(string Name, TextSpan Span)>();
        var at = tree.Root;
        for (; at is PathExpression path; at = path.Target)
            names.Push((path.Name, path.NameSpan));
        if (at is not NameExpression first)
        {
            binder.errors.NotAPath(tree.Root);
            return null;
        }
        names.Push((first.Name, first.Span));
        return binder.BindPath(names);
    }

    private List<Member>? BindPath(Stack<(string Name, TextSpan Span)> names)
    {
        var members = new List<Member>();
        FeelType kind = scope.Subject;
        foreach (var (name, span) in names)
        {
            if (ItemOf(kind) is not ObjectType owner)
            {
                errors.NoMembers(kind, name, span);
                return null;
            }
            if (owner.Find(name) is not { } member)
            {
                errors.UnknownMember(owner, name, span);
                return null;
            }
            members.Add(member);
            kind = member.Type;
        }
        return members;
    }

    private static FeelType ItemOf(FeelType type) => type is ListType list ? list.Item : type;

    private Bound Bind(Expression syntax)
    {
        if (scope.IsTooLarge)
            return new BoundError(syntax);
        if (depth == scope.Limits.RuleDepth || !scope.TryVisit())
            return TooLarge(syntax);
        depth++;
        var bound = BindForm(syntax);
        depth--;
        return bound;
    }

    /// <summary>A whole expression, unless it becomes too much code for its rule.</summary>
    private Bound Sized(Bound whole) => whole.Type.IsError || scope.TryGrow(cost.Of(whole)) ? whole : TooLarge(whole.Syntax);

    private Bound TooLarge(Expression syntax) => scope.GiveUp() ? errors.TooLarge(syntax) : new BoundError(syntax);

    private Bound BindForm(Expression syntax) => syntax switch
    {
        NumberLiteral number => new BoundConstant(FeelType.Number, number.Value, number),
        TextLiteral literal => new BoundConstant(FeelType.Text, literal.Value, literal),
        BooleanLiteral literal => new BoundConstant(FeelType.Boolean, literal.Value, literal),
        NullLiteral => use.IsText ? new BoundConstant(FeelType.Null, null, syntax) : errors.NullOutsideTest(syntax),
        TemporalLiteral literal => BindTemporal(literal, literal.Text),
        NameExpression name => BindName(name),
        PathExpression path => BindPathExpression(path),
        FilterExpression filter => BindFilter(filter),
        BinaryExpression binary => BindBinary(binary),
        NegationExpression negation => BindNegation(negation),
        BetweenExpression between => BindBetween(between),
        InExpression test => BindIn(test),
        ListLiteral list => BindList(list),
        CallExpression call => BindCall(call),
        IfExpression condition => BindIf(condition),
        ForExpression loop => BindFor(loop, 0),
        QuantifiedExpression quantified => BindQuantified(quantified, 0),
        MissingExpression => new BoundError(syntax),
        _ => errors.NotInRules(syntax),
    };

    private Bound BindBoolean(Expression syntax)
    {
        var bound = Bind(syntax);
        if (bound.Type.IsError || bound.Type == FeelType.Boolean)
            return bound;
        return errors.Expected(FeelType.Boolean, bound);
    }

    private Bound BindIf(IfExpression syntax)
    {
        var condition = BindBoolean(syntax.Condition);
        var then = Guarded(Guards.WhenTrue(condition), () => Bind(syntax.Then));
        var otherwise = Guarded(Guards.WhenFalse(condition), () => Bind(syntax.Else));
        if (condition.Type.IsError || then.Type.IsError || otherwise.Type.IsError)
            return new BoundError(syntax);
        (then, otherwise) = AsSameType(then, otherwise);
        if (then.Type == otherwise.Type)
            return new BoundIf(then.Type, condition, then, otherwise, syntax);
        if (use.IsText)
            return new BoundIf(FeelType.Any, condition, then, otherwise, syntax);
        return errors.BranchesDiffer(syntax, then.Type, otherwise.Type);
    }

    private T Guarded<T>(ImmutableHashSet<string> more, Func<T> bind)
    {
        var before = guarded;
        guarded = guarded.Union(more);
        var result = bind();
        guarded = before;
        return result;
    }

    /// <summary>Binds with a variable in sight.</summary>
    private Bound With(Variable variable, Func<Bound> bind)
    {
        variables.Add(variable);
        var result = bind();
        variables.RemoveAt(variables.Count - 1);
        return result;
    }

    private Variable NewVariable(string name, Bound list) => new(name, ItemOf(list.Type), PathOf(list), scope.NextVariable());

    /// <summary>The way from the subject to an object; null where it was computed.</summary>
    private static FactPath? PathOf(Bound bound) => bound switch
    {
        BoundSubject => FactPath.Start,
        BoundMember member => PathOf(member.Target)?.Then(member.Member),
        BoundVariable variable => variable.Variable.Path,
        BoundFilter filter => PathOf(filter.List),
        BoundLet let => PathOf(let.Body),
        _ => null,
    };
}
