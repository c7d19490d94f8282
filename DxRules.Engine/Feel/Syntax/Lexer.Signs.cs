using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

internal sealed partial class Lexer
{
    // Longest first.
    private static readonly (string Sign, TokenKind Kind)[] Signs =
    [
        ("**", TokenKind.StarStar),
        ("!=", TokenKind.NotEqual),
        ("<=", TokenKind.LessOrEqual),
        (">=", TokenKind.GreaterOrEqual),
        ("->", TokenKind.Arrow),
        ("..", TokenKind.DotDot),
        ("(", TokenKind.LeftParenthesis),
        (")", TokenKind.RightParenthesis),
        ("[", TokenKind.LeftBracket),
        ("]", TokenKind.RightBracket),
        ("{", TokenKind.LeftBrace),
        ("}", TokenKind.RightBrace),
        (",", TokenKind.Comma),
        (":", TokenKind.Colon),
        (".", TokenKind.Dot),
        ("@", TokenKind.At),
        ("'", TokenKind.Apostrophe),
        ("+", TokenKind.Plus),
        ("-", TokenKind.Minus),
        ("*", TokenKind.Star),
        ("/", TokenKind.Slash),
        ("=", TokenKind.Equal),
        ("<", TokenKind.Less),
        (">", TokenKind.Greater),
    ];

    /// <summary>Signs of other languages, what they mean, and how that is written. Longest first.</summary>
    private static readonly (string Sign, TokenKind Kind, string Meant)[] ForeignSigns =
    [
        ("!==", TokenKind.NotEqual, "!="),
        ("===", TokenKind.Equal, "="),
        ("==", TokenKind.Equal, "="),
        ("=>", TokenKind.GreaterOrEqual, ">="),
        ("=<", TokenKind.LessOrEqual, "<="),
        ("<>", TokenKind.NotEqual, "!="),
        ("&&", TokenKind.And, "and"),
        ("||", TokenKind.Or, "or"),
        ("&", TokenKind.And, "and"),
        ("|", TokenKind.Or, "or"),
        ("^", TokenKind.StarStar, "**"),
    ];

    private (TokenKind Kind, string Word) ReadSign(char c)
    {
        foreach (var (sign, kind, meant) in ForeignSigns)
        {
            // function<>->Any is a type without parameters, not a comparison.
            if (!Follows(sign) || sign == "<>" && tokens is [.., { Kind: TokenKind.Function }])
                continue;
            Tell(sign.Length, (place, found) => SyntaxErrors.UnknownOperator(place, found, meant));
            return (kind, meant);
        }
        foreach (var (sign, kind) in Signs)
        {
            if (!Follows(sign))
                continue;
            position += sign.Length;
            return (kind, sign);
        }
        return ReadOtherSign(c);
    }

    private (TokenKind Kind, string Word) ReadOtherSign(char c)
    {
        if (c == '!')
        {
            Tell(1, (place, _) => SyntaxErrors.NotIsAFunction(place));
            return (TokenKind.Not, "!");
        }
        if (FullWidth.OperatorOf(c) is { } meant)
        {
            Tell(1, (place, found) => SyntaxErrors.UnknownOperator(place, found, meant));
            return (Signs.First(sign => sign.Sign == meant).Kind, meant);
        }

        var length = char.IsHighSurrogate(c) && position + 1 < source.Length && char.IsLowSurrogate(source[position + 1]) ? 2 : 1;
        var found = source.Substring(position, length);
        Tell(length, (place, _) => SyntaxErrors.UnknownCharacter(place, found));
        return (TokenKind.Unknown, found);
    }

    private bool Follows(string sign)
    {
        for (var i = 0; i < sign.Length; i++)
        {
            if (At(position + i) != sign[i])
                return false;
        }
        return true;
    }

    private void Tell(int length, Func<Place, string, Diagnostic> error)
    {
        diagnostics.Add(error(new Place(text, new TextSpan(position, length)), source.Substring(position, length)));
        position += length;
    }
}
