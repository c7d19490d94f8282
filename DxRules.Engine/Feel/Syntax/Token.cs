using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>A word, literal or sign of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the expression's text.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Text">A word after NFC, the content of a text literal, else the sign or digits as they count (full-width forms already half-width).</param>
/// <param name="SpaceBefore">Whether white space or a comment stands before it.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text, bool SpaceBefore)
{
    public TextSpan Span => TextSpan.FromBounds(Start, End);
}

internal enum TokenKind
{
    End,

    /// <summary>Characters that mean nothing; their error has been told already.</summary>
    Unknown,

    Name,
    Number,
    Text,

    If,
    Then,
    Else,
    For,
    In,
    Return,
    Some,
    Every,
    Satisfies,
    Between,
    And,
    Or,
    Instance,
    Of,
    Function,
    True,
    False,
    Null,

    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    Dot,
    DotDot,
    At,
    Apostrophe,
    Arrow,

    Plus,
    Minus,
    Star,
    StarStar,
    Slash,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>A lone <c>!</c>, read as <c>not</c> after its error has been told.</summary>
    Not,
}

internal static class TokenKinds
{
    private static readonly Dictionary<string, TokenKind> Keywords = new(StringComparer.Ordinal)
    {
        ["if"] = TokenKind.If,
        ["then"] = TokenKind.Then,
        ["else"] = TokenKind.Else,
        ["for"] = TokenKind.For,
        ["in"] = TokenKind.In,
        ["return"] = TokenKind.Return,
        ["some"] = TokenKind.Some,
        ["every"] = TokenKind.Every,
        ["satisfies"] = TokenKind.Satisfies,
        ["between"] = TokenKind.Between,
        ["and"] = TokenKind.And,
        ["or"] = TokenKind.Or,
        ["instance"] = TokenKind.Instance,
        ["of"] = TokenKind.Of,
        ["function"] = TokenKind.Function,
        ["true"] = TokenKind.True,
        ["false"] = TokenKind.False,
        ["null"] = TokenKind.Null,
    };

    /// <summary>The kind of a word: a keyword's own, else <see cref="TokenKind.Name"/>.</summary>
    public static TokenKind OfWord(string word) => Keywords.GetValueOrDefault(word, TokenKind.Name);

    public static bool IsKeyword(string word) => Keywords.ContainsKey(word);

    public static bool IsWord(this TokenKind kind) => kind is TokenKind.Name or >= TokenKind.If and <= TokenKind.Null;

    /// <summary>Whether a sign may stand inside a name (FEEL grammar rule 30, additional name symbols) or continue one.</summary>
    public static bool ContinuesName(this TokenKind kind) =>
        kind.IsWord() || kind is TokenKind.Number or TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.StarStar
            or TokenKind.Slash or TokenKind.Dot or TokenKind.Apostrophe;

    /// <summary>Whether an expression can begin with it.</summary>
    public static bool BeginsExpression(this TokenKind kind) => kind is TokenKind.Name or TokenKind.Number or TokenKind.Text
        or TokenKind.If or TokenKind.For or TokenKind.Some or TokenKind.Every or TokenKind.Function
        or TokenKind.True or TokenKind.False or TokenKind.Null or TokenKind.LeftParenthesis or TokenKind.LeftBracket
        or TokenKind.LeftBrace or TokenKind.At or TokenKind.Minus or TokenKind.Not or TokenKind.Apostrophe;

    public static bool IsClosingBracket(this TokenKind kind) =>
        kind is TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace;

    /// <summary>How much deeper in brackets what follows the token stands: 1, 0 or -1.</summary>
    public static int Nesting(this TokenKind kind) => kind switch
    {
        TokenKind.LeftParenthesis or TokenKind.LeftBracket or TokenKind.LeftBrace => 1,
        _ => kind.IsClosingBracket() ? -1 : 0,
    };

    public static BinaryOperator? Comparison(this TokenKind kind) => kind switch
    {
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    public static BinaryOperator? Operator(this TokenKind kind) => kind switch
    {
        TokenKind.Or => BinaryOperator.Or,
        TokenKind.And => BinaryOperator.And,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash => BinaryOperator.Divide,
        TokenKind.StarStar => BinaryOperator.Power,
        _ => kind.Comparison(),
    };
}
