using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>How an expression is to be read.</summary>
/// <param name="StrictCharacters">Full-width operators, digits and spaces outside texts are errors (rule files) instead of parts of names (the standard).</param>
/// <param name="NamesInScope">
/// Names known around the expression, at any depth, that hold spaces or one of <c>+ - * / . '</c>; where one of them can be read,
/// the longest is. Names of one word need not be told.
/// </param>
/// <param name="Limits">What size of expression is still read.</param>
internal sealed record ParserOptions(bool StrictCharacters, IReadOnlyCollection<string> NamesInScope, Limits Limits)
{
    /// <summary>For the expressions of rule files.</summary>
    public static readonly ParserOptions Rule = new(true, [], Limits.Default);

    /// <summary>For expressions as the standard has them, among these names.</summary>
    public static ParserOptions Dynamic(params IReadOnlyCollection<string> namesInScope) => new(false, namesInScope, Limits.Default);
}
