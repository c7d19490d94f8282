using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>A piece of an expression as it was written. Spans count within the expression's own text.</summary>
internal abstract record Expression(TextSpan Span);

internal sealed record NumberLiteral(TextSpan Span, decimal Value) : Expression(Span);

internal sealed record TextLiteral(TextSpan Span, string Value) : Expression(Span);

internal sealed record BooleanLiteral(TextSpan Span, bool Value) : Expression(Span);

internal sealed record NullLiteral(TextSpan Span) : Expression(Span);

/// <summary>@"2025-04-01": a date, time, date-time or duration by the form of its text.</summary>
internal sealed record TemporalLiteral(TextSpan Span, string Text) : Expression(Span);

internal sealed record NameExpression(TextSpan Span, string Name) : Expression(Span);

/// <summary>target.name</summary>
internal sealed record PathExpression(TextSpan Span, Expression Target, string Name, TextSpan NameSpan) : Expression(Span);

/// <summary>target[condition]: a filter, or an index where the condition is a number.</summary>
internal sealed record FilterExpression(TextSpan Span, Expression Target, Expression Condition) : Expression(Span);

internal sealed record BinaryExpression(TextSpan Span, BinaryOperator Operator, Expression Left, Expression Right, TextSpan OperatorSpan) : Expression(Span);

internal sealed record NegationExpression(TextSpan Span, Expression Operand) : Expression(Span);

internal sealed record BetweenExpression(TextSpan Span, Expression Value, Expression Low, Expression High) : Expression(Span);

/// <summary>value in test, or value in (test, test, …). A test is an <see cref="UnaryTest"/>, a range, a list or any expression.</summary>
internal sealed record InExpression(TextSpan Span, Expression Value, IReadOnlyList<Expression> Tests) : Expression(Span);

/// <summary>An operator without its left side, as in <c>x in (&lt; 3)</c>; <c>(&lt; 3)</c> alone is a range.</summary>
internal sealed record UnaryTest(TextSpan Span, BinaryOperator Operator, Expression Operand) : Expression(Span);

/// <summary>[a..b], (a..b), ]a..b[ and their mixtures.</summary>
internal sealed record RangeLiteral(TextSpan Span, bool IncludesStart, Expression Start, Expression End, bool IncludesEnd) : Expression(Span);

internal sealed record ListLiteral(TextSpan Span, IReadOnlyList<Expression> Items) : Expression(Span);

internal sealed record ContextLiteral(TextSpan Span, IReadOnlyList<ContextEntry> Entries) : Expression(Span);

internal sealed record ContextEntry(string Name, TextSpan NameSpan, Expression Value);

/// <summary>callee(arguments). Either every argument has a name or none has.</summary>
internal sealed record CallExpression(TextSpan Span, Expression Callee, IReadOnlyList<Argument> Arguments) : Expression(Span);

internal sealed record Argument(string? Name, TextSpan NameSpan, Expression Value);

internal sealed record IfExpression(TextSpan Span, Expression Condition, Expression Then, Expression Else) : Expression(Span);

internal sealed record ForExpression(TextSpan Span, IReadOnlyList<Iterator> Iterators, Expression Return) : Expression(Span);

/// <summary>some … satisfies …, every … satisfies …</summary>
internal sealed record QuantifiedExpression(TextSpan Span, bool IsEvery, IReadOnlyList<Iterator> Iterators, Expression Satisfies) : Expression(Span);

/// <summary>name in domain, or name in domain..end.</summary>
internal sealed record Iterator(string Name, TextSpan NameSpan, Expression Domain, Expression? RangeEnd);

internal sealed record InstanceOfExpression(TextSpan Span, Expression Value, TypeName Type) : Expression(Span);

internal sealed record FunctionLiteral(TextSpan Span, IReadOnlyList<Parameter> Parameters, Expression Body) : Expression(Span);

internal sealed record Parameter(string Name, TextSpan NameSpan, TypeName? Type);

/// <summary>Stands where an expression was expected and none could be read; its error has been told already.</summary>
internal sealed record MissingExpression(TextSpan Span) : Expression(Span);

/// <summary>A type as written: a name, list&lt;T&gt;, range&lt;T&gt;, context&lt;a: T&gt;, function&lt;T&gt; -> T.</summary>
internal sealed record TypeName(TextSpan Span, string Name, IReadOnlyList<TypeName> Arguments, IReadOnlyList<string> MemberNames, TypeName? Result);

internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}
