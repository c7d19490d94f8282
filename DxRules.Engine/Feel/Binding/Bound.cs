using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Feel.Binding;

/// <summary>An expression whose names and types are settled. <see cref="Syntax"/> is what was written, for places and for showing.</summary>
internal abstract record Bound(FeelType Type, Expression Syntax);

/// <summary>Something wrong that has been reported; nothing more is said about it.</summary>
internal sealed record BoundError(Expression Syntax) : Bound(FeelType.Error, Syntax)
{
    /// <summary>Whether not even its form could be read.</summary>
    public bool IsUnparsed { get; init; }
}

internal sealed record BoundConstant(FeelType Type, object? Value, Expression Syntax) : Bound(Type, Syntax);

/// <summary>The subject a rule looks at.</summary>
internal sealed record BoundSubject(ObjectType Kind, Expression Syntax) : Bound(Kind, Syntax);

/// <summary>What surrounds every rule; its members are 基準日, 今年度, 指摘.</summary>
internal sealed record BoundContext(ObjectType Kind, Expression Syntax) : Bound(Kind, Syntax);

/// <summary>A name introduced by for, some, every or a filter.</summary>
internal sealed record BoundVariable(Variable Variable, Expression Syntax) : Bound(Variable.Type, Syntax);

/// <summary>A member of an object. <see cref="Missing"/> is what a null stands for; null where it is always there.</summary>
internal sealed record BoundMember(Bound Target, Member Member, FactSet? Missing, Fact? SubjectPrefix, Expression Syntax) : Bound(Member.Type, Syntax);

/// <summary>A parameter of the rule, with the value it has in this rule set.</summary>
internal sealed record BoundParameter(ParameterSymbol Parameter, Expression Syntax) : Bound(Parameter.Type, Syntax);

/// <summary>A let, evaluated as if written in place.</summary>
internal sealed record BoundLet(LetSymbol Let, Bound Body, Expression Syntax) : Bound(Body.Type, Syntax);

internal sealed record BoundAnd(Bound Left, Bound Right, Expression Syntax) : Bound(FeelType.Boolean, Syntax);

internal sealed record BoundOr(Bound Left, Bound Right, Expression Syntax) : Bound(FeelType.Boolean, Syntax);

internal sealed record BoundNot(Bound Operand, Expression Syntax) : Bound(FeelType.Boolean, Syntax);

/// <summary>operand = null, or operand != null where <see cref="Expected"/> is false.</summary>
internal sealed record BoundIsNull(BoundMember Operand, bool Expected, Expression Syntax) : Bound(FeelType.Boolean, Syntax);

/// <summary>A comparison or an arithmetic operation over known operands.</summary>
internal sealed record BoundBinary(FeelType Type, BinaryOperator Operator, Bound Left, Bound Right, Expression Syntax) : Bound(Type, Syntax);

/// <summary>value between low and high, or value in a range. All three must be known, like those of any comparison.</summary>
internal sealed record BoundBetween(Bound Value, Bound Low, Bound High, bool IncludesLow, bool IncludesHigh, Expression Syntax) : Bound(FeelType.Boolean, Syntax);

internal sealed record BoundNegation(Bound Operand, Expression Syntax) : Bound(Operand.Type, Syntax);

internal sealed record BoundIf(FeelType Type, Bound Condition, Bound Then, Bound Else, Expression Syntax) : Bound(Type, Syntax);

internal sealed record BoundList(ListType ListType, IReadOnlyList<Bound> Items, Expression Syntax) : Bound(ListType, Syntax);

/// <summary>Every whole number from start to end, counting down where the end is smaller.</summary>
internal sealed record BoundRange(Bound Start, Bound End, Expression Syntax) : Bound(new ListType(FeelType.Number), Syntax);

internal sealed record BoundFilter(Bound List, Variable Item, Bound Condition, Expression Syntax) : Bound(List.Type, Syntax);

/// <summary>One iterator; several are nested.</summary>
internal sealed record BoundFor(ListType ListType, Variable Item, Bound List, Bound Body, Expression Syntax) : Bound(ListType, Syntax)
{
    /// <summary>Whether the body is itself a list whose members are the members of this one (a further iterator).</summary>
    public bool Flattens { get; init; }
}

internal sealed record BoundQuantified(bool IsEvery, Variable Item, Bound List, Bound Condition, Expression Syntax) : Bound(FeelType.Boolean, Syntax);

/// <summary>A list brought down to one value.</summary>
internal sealed record BoundAggregate(FeelType Type, Aggregate Aggregate, Bound List, Bound? Argument, Expression Syntax) : Bound(Type, Syntax);

internal enum Aggregate
{
    Count,
    Sum,
    Min,
    Max,
    Mean,

    /// <summary>The share of trues in a list of booleans.</summary>
    Share,

    /// <summary>Whether the share of trues reaches the argument, decided where unknowns cannot tip it.</summary>
    ShareAtLeast,

    /// <summary>Whether the argument is among the members.</summary>
    Contains,
}

/// <summary>A static method over known arguments.</summary>
internal sealed record BoundCall(FeelType Type, System.Reflection.MethodInfo Method, IReadOnlyList<Bound> Arguments, Expression Syntax) : Bound(Type, Syntax);

/// <summary>A condition that the host wrote as code, over arguments that must all be known.</summary>
internal sealed record BoundHosted(HostedCondition Condition, IReadOnlyList<Bound> Arguments, Expression Syntax) : Bound(FeelType.Boolean, Syntax);

/// <summary>A name introduced inside an expression. Told apart by identity.</summary>
internal sealed class Variable(string name, FeelType type, FactPath? path, int number)
{
    public string Name { get; } = name;

    /// <summary>Tells variables of one expression apart.</summary>
    public int Number { get; } = number;

    public FeelType Type { get; } = type;

    /// <summary>Where its values come from, seen from the rule's subject; null where they come from no member.</summary>
    public FactPath? Path { get; } = path;
}

/// <summary>A parameter of a rule or of a shared group: 重大とする遅れ, or 評価の境界.やや遅れ.</summary>
internal sealed record ParameterSymbol(string Ja, string En, FeelType Type, object Value, bool IsRatio, string? Group = null);

/// <summary>A let of a rule and the expression it stands for. Told apart by identity.</summary>
internal sealed class LetSymbol(string ja, string en, SyntaxTree tree)
{
    public string Ja { get; } = ja;

    public string En { get; } = en;

    public SyntaxTree Tree { get; } = tree;
}

/// <summary>The way from a rule's subject to an object: the members passed, outermost first.</summary>
internal sealed record FactPath(IReadOnlyList<Member> Steps)
{
    public static FactPath Start { get; } = new([]);

    public FactPath Then(Member member) => new([.. Steps, member]);

    /// <summary>The way as a fact's name; null at the subject itself.</summary>
    public Fact? AsFact() => Steps.Count == 0 ? null : new(string.Join('.', Steps.Select(m => m.Ja)), string.Join('.', Steps.Select(m => m.En)));

    /// <summary>The way to the last subject passed: facts that measures lack are named from there.</summary>
    public FactPath ToSubject()
    {
        var last = Steps.Count;
        while (last > 0 && !HoldsSubject(Steps[last - 1].Type))
            last--;
        return new([.. Steps.Take(last)]);
    }

    private static bool HoldsSubject(FeelType type) =>
        type is ObjectType { IsSubject: true } or ListType { Item: ObjectType { IsSubject: true } };
}

/// <summary>A value written out as people read it in one language.</summary>
internal sealed record BoundString(Bound Value, Text.Language Language, Expression Syntax) : Bound(FeelType.Text, Syntax);
