using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

/// <summary>
/// Reads a FEEL expression (DMN 1.5, chapter 10.3.1.2). It never throws and never gives up at the first error: where a token is
/// missing it reads on as if it stood there, and where one is too many it goes on behind it. What merely follows from an error
/// that was told is not told.
/// </summary>
internal sealed partial class Parser
{
    private static readonly (string Name, string[] Words)[] BuiltInMembers =
        [.. BuiltInNames.Members.Select(name => (name, Lexer.WordsOf(name)))];

    private readonly EmbeddedText text;
    private readonly IReadOnlyList<Token> tokens;
    private readonly Limits limits;
    private readonly List<Diagnostic> diagnostics;

    private readonly NameScope scope = new();
    private readonly NameScope members = new();
    private readonly Dictionary<Expression, int> heights = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<TokenKind> awaited = new();

    /// <summary>Where in the source the lexer has told something; the parser would tell it of the same sign again.</summary>
    private readonly HashSet<int> toldByLexer;

    private int index;
    private int depth;

    /// <summary>The token at which an error was told; a second one at the same place would only follow from it.</summary>
    private int toldAt = -1;

    /// <summary>Nothing more can be told of this expression.</summary>
    private bool silent;

    private Parser(EmbeddedText text, IReadOnlyList<Token> tokens, List<Diagnostic> diagnostics, ParserOptions options)
    {
        this.text = text;
        this.tokens = tokens;
        this.diagnostics = diagnostics;
        limits = options.Limits;
        toldByLexer = [.. diagnostics.Select(d => d.Span.Start)];
        foreach (var (name, words) in BuiltInMembers)
            members.Declare(name, words);
        foreach (var name in options.NamesInScope)
            Declare(NameCharacters.Normalized(name), Lexer.WordsOf(name));
    }

    /// <summary>The tree of an expression, with <see cref="MissingExpression"/> where nothing could be read, and all its errors.</summary>
    public static SyntaxTree Parse(EmbeddedText text, ParserOptions options)
    {
        var length = text.Text.Length;
        if (length > options.Limits.ExpressionLength)
        {
            var start = new Place(text, new TextSpan(0, 1));
            return new SyntaxTree(text, new MissingExpression(new TextSpan(0, length)), [SyntaxErrors.TooLong(start, length, options.Limits.ExpressionLength)]);
        }

        var diagnostics = new List<Diagnostic>();
        var tokens = Lexer.Read(text, options.StrictCharacters, diagnostics);
        var parser = new Parser(text, tokens, diagnostics, options);
        var root = parser.ReadWhole();
        return new SyntaxTree(text, root, [.. DiagnosticPrinter.InOrder(diagnostics).Take(options.Limits.ExpressionErrors)]);
    }

    private Token Current => tokens[index];

    private Token Previous => index > 0 ? tokens[index - 1] : new Token(TokenKind.End, 0, 0, "", false);

    private Expression ReadWhole()
    {
        var root = ReadExpression();
        while (!At(TokenKind.End))
        {
            Tell((place, found) => SyntaxErrors.UnexpectedRest(place, found, SyntaxErrors.AfterValue(Current, Previous)));
            ReadBehindJunk();
        }
        return root;
    }

    // What follows an "and" or "or" is read for its own errors, as the words before it say nothing about it.
    private void ReadBehindJunk()
    {
        for (SkipJunk(); !At(TokenKind.End); SkipJunk())
        {
            var joins = Current.Kind is TokenKind.And or TokenKind.Or;
            index++;
            if (!joins)
                continue;
            ReadExpression();
            return;
        }
    }

    private bool At(TokenKind kind) => Current.Kind == kind;

    private TokenKind Ahead(int distance = 1) => index + distance < tokens.Count ? tokens[index + distance].Kind : TokenKind.End;

    private bool Accept(TokenKind kind)
    {
        if (!At(kind))
            return false;
        index++;
        return true;
    }

    /// <summary>The span from a token's beginning to the last one read.</summary>
    private TextSpan From(int start) => TextSpan.FromBounds(start, Math.Max(start, Previous.End));

    private void Tell(Func<Place, string, Diagnostic> error)
    {
        // An unclosed text or comment swallows the rest, so that what misses at the end may well stand in it.
        var swallowed = At(TokenKind.End) && diagnostics.Any(d => d.Code is "DX208" or "DX209");
        if (!silent && toldAt != index && !At(TokenKind.Unknown) && !swallowed && !toldByLexer.Contains(text.InSource(Current.Span).Start))
            diagnostics.Add(error(new Place(text, Current.Span), Shown(Current)));
        toldAt = index;
    }

    private void TellExpected(LocalizedText expected, Func<Place, string, Diagnostic> error, LocalizedText? hint = null) =>
        Tell(At(TokenKind.End) ? (place, _) => SyntaxErrors.UnexpectedEnd(place, expected, hint) : error);

    private string Shown(Token token)
    {
        const int LongestShown = 30;
        var written = text.Text[token.Start..token.End];
        return written.Length <= LongestShown ? written : string.Concat(written.AsSpan(0, LongestShown), "…");
    }

    /// <summary>Takes the token that must follow an expression; tells where it is missing and looks for it further on.</summary>
    private bool Expect(TokenKind kind, Action tell)
    {
        if (Accept(kind))
            return true;
        tell();
        Resume();
        return Accept(kind);
    }

    private bool ExpectWord(TokenKind kind, string word) => Expect(kind, () =>
        TellExpected(SyntaxErrors.Sign(word), (place, found) => SyntaxErrors.WordExpected(place, word, found, SyntaxErrors.Meant(Current))));

    /// <summary>Skips to the next token at which an enclosing construct can go on, reading the operands of and/or on the way.</summary>
    private void Resume()
    {
        SkipJunk();
        while (Current.Kind is TokenKind.And or TokenKind.Or)
        {
            index++;
            ReadExpression();
            SkipJunk();
        }
        silent |= At(TokenKind.End);
        toldAt = index;
    }

    private void SkipJunk()
    {
        var open = 0;
        for (; !At(TokenKind.End); index++)
        {
            if (open == 0 && (Current.Kind.IsClosingBracket() || Current.Kind is TokenKind.And or TokenKind.Or or TokenKind.Then
                    or TokenKind.Else or TokenKind.Return or TokenKind.Satisfies or TokenKind.Comma))
                return;
            open += Current.Kind.Nesting();
        }
    }

    private T Inside<T>(TokenKind closer, Func<T> read)
    {
        var outer = inRangeEnd;
        inRangeEnd = false;
        awaited.Push(closer);
        var result = read();
        awaited.Pop();
        inRangeEnd = outer;
        return result;
    }

    private void Inside(TokenKind closer, Action read) => Inside(closer, () =>
    {
        read();
        return true;
    });

    /// <summary>Takes the bracket that closes the one at <paramref name="opening"/>.</summary>
    private void Close(TokenKind closer, Token opening)
    {
        if (!At(closer))
        {
            TellNotClosed(opening, SyntaxErrors.Sign(SignOf(closer)));
            Inside(closer, Resume);
        }
        AcceptCloser(closer);
    }

    private void AcceptCloser(TokenKind closer)
    {
        // (a + b] is meant to end there, unless somebody further out waits for that bracket.
        if (!Accept(closer) && Current.Kind.IsClosingBracket() && !awaited.Contains(Current.Kind))
            index++;
    }

    private void TellNotClosed(Token opening, LocalizedText expected)
    {
        var opened = SyntaxErrors.OpenedAt(new Place(text, opening.Span), opening.Text);
        var hint = Current.Kind.IsClosingBracket() ? opened : SyntaxErrors.AfterValue(Current, Previous);
        TellExpected(expected, (place, found) => SyntaxErrors.BracketNotClosed(place, expected, found, hint), opened);
    }

    private static string SignOf(TokenKind closer) => closer switch
    {
        TokenKind.RightParenthesis => ")",
        TokenKind.RightBracket => "]",
        TokenKind.RightBrace => "}",
        TokenKind.Greater => ">",
        _ => throw new ArgumentOutOfRangeException(nameof(closer), closer, "This token closes no bracket."),
    };

    /// <summary>Gives the node back after its height was noted; a tree that grows too high ends the reading.</summary>
    private T Grown<T>(T node, params ReadOnlySpan<Expression> children)
        where T : Expression
    {
        var height = 0;
        foreach (var child in children)
            height = Math.Max(height, heights.GetValueOrDefault(child));
        heights[node] = height + 1;
        if (height >= limits.ExpressionDepth)
            GiveUp(node.Span);
        return node;
    }

    private void GiveUp(TextSpan span)
    {
        if (!silent)
            diagnostics.Add(SyntaxErrors.TooDeep(new Place(text, span), limits.ExpressionDepth));
        silent = true;
        index = tokens.Count - 1;
    }
}
