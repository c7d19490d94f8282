namespace DxRules.Engine.Feel.Syntax;

/// <summary>How an expression is to be read.</summary>
/// <param name="StrictCharacters">Full-width operators, digits and spaces outside texts are errors (rule files) instead of parts of names (the standard).</param>
/// <param name="NamesInScope">
/// Names known around the expression, at any depth, that hold spaces or one of <c>+ - * / . '</c>; where one of them can be read,
/// the longest is. Names of one word need not be told.
/// </param>
/// <param name="Limits">What size of expression is still read.</param>
internal sealed record ParserOptions(bool StrictCharacters, IReadOnlyCollection<string> NamesInScope, SyntaxLimits Limits)
{
    /// <summary>For the expressions of rule files.</summary>
    public static readonly ParserOptions Rule = new(true, [], SyntaxLimits.Default);

    /// <summary>For expressions as the standard has them, among these names.</summary>
    public static ParserOptions Dynamic(params IReadOnlyCollection<string> namesInScope) => new(false, namesInScope, SyntaxLimits.Default);
}

/// <summary>Bounds on one expression, so that nothing a person can write exhausts memory or stack.</summary>
/// <param name="MaxLength">UTF-16 units of its text.</param>
/// <param name="MaxDepth">Height of its tree, to which a chain such as <c>a + b + c</c> adds one an operator.</param>
/// <param name="MaxErrors">How many of its errors are told, the first ones.</param>
internal sealed record SyntaxLimits(int MaxLength, int MaxDepth, int MaxErrors)
{
    // A shipped rule's longest expression has some 400 characters and a height of 12.
    public static readonly SyntaxLimits Default = new(MaxLength: 65_536, MaxDepth: 200, MaxErrors: 20);
}
