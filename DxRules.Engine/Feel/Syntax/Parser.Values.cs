using System.Globalization;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

internal sealed partial class Parser
{
    private static readonly NameScope BuiltIns = ScopeOf(BuiltInNames.Functions);

    private Expression ReadPrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return ReadNumber();
            case TokenKind.Text:
                index++;
                return Grown(new TextLiteral(token.Span, token.Text));
            case TokenKind.True or TokenKind.False:
                index++;
                return Grown(new BooleanLiteral(token.Span, token.Kind == TokenKind.True));
            case TokenKind.Null:
                index++;
                return Grown(new NullLiteral(token.Span));
            case TokenKind.Name:
                return ReadName();
            case TokenKind.At when Ahead() == TokenKind.Text:
                index += 2;
                return Grown(new TemporalLiteral(From(token.Start), Previous.Text));
            case TokenKind.LeftParenthesis:
                return ReadParenthesised(severalTests: false).Items[0];
            case TokenKind.LeftBracket:
                return ReadListOrRange();
            case TokenKind.RightBracket when OpensRange():
                return ReadListOrRange();
            case TokenKind.LeftBrace:
                return ReadContext();
            default:
                return ReadCompound();
        }
    }

    private Expression ReadMissing()
    {
        TellExpected(SyntaxErrors.Value, (place, found) => SyntaxErrors.ValueExpected(place, found));
        if (!At(TokenKind.Unknown))
            return Missing();
        while (At(TokenKind.Unknown))
            index++;
        return Current.Kind.BeginsExpression() ? ReadPrimary() : Missing();
    }

    private NumberLiteral ReadNumber()
    {
        const int MostDigits = 28;
        var token = tokens[index++];
        var exponent = token.Text.IndexOfAny(['e', 'E']);
        var mantissa = exponent < 0 ? token.Text : token.Text[..exponent];
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
        if (digits > MostDigits || !decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            diagnostics.Add(SyntaxErrors.NumberTooLong(new Place(text, token.Span)));
            value = 0;
        }
        return Grown(new NumberLiteral(token.Span, value));
    }

    private NameExpression ReadName()
    {
        var start = Current.Start;
        var (name, length) = scope.Longest(tokens, index);
        var (builtIn, builtInLength) = BuiltIns.Longest(tokens, index);
        if (builtInLength > length && Ahead(builtInLength) == TokenKind.LeftParenthesis)
            (name, length) = (builtIn, builtInLength);
        name ??= Current.Text;
        index += Math.Max(1, length);
        return Grown(new NameExpression(From(start), name));
    }

    /// <summary>Reads a name that is introduced here: all words and name signs up to <paramref name="end"/>.</summary>
    private (string Name, string[] Words, TextSpan Span) ReadNewName(params ReadOnlySpan<TokenKind> end)
    {
        var first = index;
        while (Current.Kind.ContinuesName() && !end.Contains(Current.Kind) && (index > first || Current.Kind.IsWord()))
            index++;
        if (index == first)
        {
            TellExpected(SyntaxErrors.Name, SyntaxErrors.NameExpected);
            return ("", [], new TextSpan(Current.Start, 0));
        }

        var words = tokens.Skip(first).Take(index - first).ToArray();
        return (Lexer.NameOf(words), [.. words.Select(word => word.Text)], From(words[0].Start));
    }

    private void Declare(string name, string[] words)
    {
        scope.Declare(name, words);
        members.Declare(name, words);
    }

    private static NameScope ScopeOf(IEnumerable<string> names)
    {
        var scope = new NameScope();
        foreach (var name in names)
            scope.Declare(name, Lexer.WordsOf(name));
        return scope;
    }

    /// <summary>What stands between parentheses: one value, a range, one operator test, or (after <c>in</c>) several tests.</summary>
    private (IReadOnlyList<Expression> Items, bool IsValue) ReadParenthesised(bool severalTests)
    {
        var opening = tokens[index++];
        var items = new List<Expression> { Inside(TokenKind.RightParenthesis, () => ReadTest(0)) };
        if (At(TokenKind.DotDot))
            return ([ReadRange(opening, items[0])], false);
        while (severalTests && Accept(TokenKind.Comma))
            items.Add(Inside(TokenKind.RightParenthesis, () => ReadTest(0)));
        Close(TokenKind.RightParenthesis, opening);
        return (items, items is [not UnaryTest]);
    }

    /// <summary>Whether the <c>]</c> here opens a range, as in ]1..5], because a <c>..</c> follows before any closing bracket.</summary>
    private bool OpensRange()
    {
        var open = 0;
        for (var i = index + 1; i < tokens.Count && open >= 0; i++)
        {
            if (open == 0 && tokens[i].Kind == TokenKind.DotDot)
                return true;
            if (open == 0 && tokens[i].Kind == TokenKind.Comma)
                return false;
            open += tokens[i].Kind.Nesting();
        }
        return false;
    }

    private Expression ReadListOrRange()
    {
        var opening = tokens[index++];
        if (opening.Kind == TokenKind.LeftBracket && Accept(TokenKind.RightBracket))
            return Grown(new ListLiteral(From(opening.Start), []));
        var first = Inside(TokenKind.RightBracket, ReadExpression);
        if (At(TokenKind.DotDot) || opening.Kind == TokenKind.RightBracket)
            return ReadRange(opening, first);
        var items = new List<Expression> { first };
        ReadMoreItems(TokenKind.RightBracket, opening, () => items.Add(ReadExpression()));
        return Grown(new ListLiteral(From(opening.Start), items), [.. items]);
    }

    private RangeLiteral ReadRange(Token opening, Expression start)
    {
        Accept(TokenKind.DotDot);
        var end = Inside(TokenKind.RightBracket, () =>
        {
            inRangeEnd = true;
            return ReadBinary(AdditionLevel);
        });
        if (Current.Kind is not (TokenKind.RightBracket or TokenKind.RightParenthesis or TokenKind.LeftBracket))
        {
            TellNotClosed(opening, SyntaxErrors.Either("]", ")"));
            Resume();
        }
        var includesEnd = !(Current.Kind is TokenKind.RightParenthesis or TokenKind.LeftBracket);
        if (Current.Kind is TokenKind.RightBracket or TokenKind.RightParenthesis or TokenKind.LeftBracket)
            index++;
        return Grown(new RangeLiteral(From(opening.Start), opening.Kind == TokenKind.LeftBracket, start, end, includesEnd), start, end);
    }

    private ContextLiteral ReadContext()
    {
        var opening = tokens[index++];
        var entries = new List<ContextEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var mark = scope.Mark;
        ReadItems(TokenKind.RightBrace, opening, () => entries.Add(ReadEntry(names)));
        scope.Release(mark);
        return Grown(new ContextLiteral(From(opening.Start), entries), [.. entries.Select(entry => entry.Value)]);
    }

    private ContextEntry ReadEntry(HashSet<string> names)
    {
        var key = Current;
        var (name, words, span) = Accept(TokenKind.Text)
            ? (key.Text, Lexer.WordsOf(key.Text), key.Span)
            : ReadNewName(TokenKind.Colon);
        if (span.Length > 0 && !names.Add(NameCharacters.Normalized(name)))
            diagnostics.Add(SyntaxErrors.NameTwice(new Place(text, span), name));
        var hasValue = Expect(TokenKind.Colon, () => TellExpected(SyntaxErrors.Sign(":"), (place, found) =>
            SyntaxErrors.BracketNotClosed(place, SyntaxErrors.Sign(":"), found, null)));
        Expression value = hasValue ? ReadExpression() : Missing();
        Declare(name, words);
        return new ContextEntry(name, span, value);
    }

    /// <summary>Reads items up to the closing bracket, none if it follows at once.</summary>
    private void ReadItems(TokenKind closer, Token opening, Action readItem)
    {
        if (Accept(closer))
            return;
        Inside(closer, readItem);
        ReadMoreItems(closer, opening, readItem);
    }

    private void ReadMoreItems(TokenKind closer, Token opening, Action readItem)
    {
        while (!At(closer))
        {
            if (!At(TokenKind.Comma))
            {
                TellNotClosed(opening, SyntaxErrors.Either(",", SignOf(closer)));
                Inside(closer, Resume);
            }
            if (!Accept(TokenKind.Comma))
                break;
            Inside(closer, readItem);
        }
        AcceptCloser(closer);
    }
}
