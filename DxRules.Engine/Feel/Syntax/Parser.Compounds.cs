using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

internal sealed partial class Parser
{
    private static readonly NameScope Types = ScopeOf(BuiltInNames.Types);

    private Expression ReadCompound() => Current.Kind switch
    {
        TokenKind.If => ReadIf(),
        TokenKind.For => ReadFor(),
        TokenKind.Some or TokenKind.Every => ReadQuantified(),
        TokenKind.Function => ReadFunction(),
        _ => ReadMissing(),
    };

    private IfExpression ReadIf()
    {
        var start = tokens[index++].Start;
        var condition = ReadExpression();
        var then = ReadAfter(TokenKind.Then, "then");
        var otherwise = ReadAfter(TokenKind.Else, "else");
        return Grown(new IfExpression(From(start), condition, then, otherwise), condition, then, otherwise);
    }

    private Expression ReadAfter(TokenKind kind, string word) => ExpectWord(kind, word) ? ReadExpression() : Missing();

    private ForExpression ReadFor()
    {
        var start = tokens[index++].Start;
        var mark = scope.Mark;
        var iterators = ReadIterators();
        var result = ReadAfter(TokenKind.Return, "return");
        scope.Release(mark);
        return Grown(new ForExpression(From(start), iterators, result), [.. DomainsOf(iterators), result]);
    }

    private QuantifiedExpression ReadQuantified()
    {
        var word = tokens[index++];
        var mark = scope.Mark;
        var iterators = ReadIterators();
        var condition = ReadAfter(TokenKind.Satisfies, "satisfies");
        scope.Release(mark);
        return Grown(new QuantifiedExpression(From(word.Start), word.Kind == TokenKind.Every, iterators, condition), [.. DomainsOf(iterators), condition]);
    }

    private List<Iterator> ReadIterators()
    {
        var iterators = new List<Iterator>();
        do
            iterators.Add(ReadIterator());
        while (Accept(TokenKind.Comma));

        // Each iterator is a loop inside the one before it.
        if (iterators.Count > limits.ExpressionDepth)
            GiveUp(iterators[^1].NameSpan);
        return iterators;
    }

    private Iterator ReadIterator()
    {
        var name = ReadNewName(TokenKind.In, TokenKind.Return, TokenKind.Satisfies, TokenKind.Comma);
        var domain = ReadAfter(TokenKind.In, "in");
        var end = Accept(TokenKind.DotDot) ? ReadExpression() : null;
        Declare(name.Name, name.Words);
        return new Iterator(name.Name, name.Span, domain, end);
    }

    private static IEnumerable<Expression> DomainsOf(List<Iterator> iterators) =>
        iterators.SelectMany(iterator => iterator.RangeEnd is { } end ? [iterator.Domain, end] : new[] { iterator.Domain });

    private FunctionLiteral ReadFunction()
    {
        var start = tokens[index++].Start;
        var mark = scope.Mark;
        var parameters = new List<Parameter>();
        var opening = Current;
        if (Expect(TokenKind.LeftParenthesis, () => TellExpected(SyntaxErrors.Sign("("), (place, found) =>
                SyntaxErrors.BracketNotClosed(place, SyntaxErrors.Sign("("), found, null))))
            ReadItems(TokenKind.RightParenthesis, opening, () => parameters.Add(ReadParameter(parameters)));
        var body = ReadExpression();
        scope.Release(mark);
        return Grown(new FunctionLiteral(From(start), parameters, body), body);
    }

    private Parameter ReadParameter(List<Parameter> before)
    {
        var (name, words, span) = ReadNewName(TokenKind.Colon);
        if (span.Length > 0 && before.Exists(parameter => parameter.Name == name))
            diagnostics.Add(SyntaxErrors.NameTwice(new Place(text, span), name));
        Declare(name, words);
        return new Parameter(name, span, Accept(TokenKind.Colon) ? ReadType() : null);
    }

    private TypeName ReadType()
    {
        var start = Current.Start;
        if (++depth > limits.ExpressionDepth)
            GiveUp(Current.Span);
        var name = ReadTypeName();
        var arguments = new List<TypeName>();
        var members = new List<string>();
        TypeName? result = null;
        if (name is "list" or "range" or "context" or "function" && At(TokenKind.Less))
        {
            ReadItems(TokenKind.Greater, tokens[index++], () => arguments.Add(name == "context" ? ReadMemberType(members) : ReadType()));
            if (name == "function" && ExpectArrow())
                result = ReadType();
        }
        depth--;
        return new TypeName(From(start), name, arguments, members, result);
    }

    private string ReadTypeName()
    {
        var (name, length) = Types.Longest(tokens, index);
        if (name == null)
            (name, length) = scope.Longest(tokens, index);
        if (name != null)
        {
            index += length;
            return name;
        }
        if (!(Current.Kind is TokenKind.Name or TokenKind.Function or TokenKind.Null))
        {
            TellExpected(SyntaxErrors.Type, SyntaxErrors.TypeExpected);
            return "";
        }

        name = tokens[index++].Text;
        while (At(TokenKind.Dot) && Ahead() == TokenKind.Name)
        {
            name += "." + tokens[index + 1].Text;
            index += 2;
        }
        return name;
    }

    private TypeName ReadMemberType(List<string> members)
    {
        members.Add(ReadNewName(TokenKind.Colon).Name);
        Expect(TokenKind.Colon, () => TellExpected(SyntaxErrors.Sign(":"), (place, found) =>
            SyntaxErrors.BracketNotClosed(place, SyntaxErrors.Sign(":"), found, null)));
        return ReadType();
    }

    private bool ExpectArrow() => Expect(TokenKind.Arrow, () => TellExpected(SyntaxErrors.Sign("->"), (place, found) =>
        SyntaxErrors.BracketNotClosed(place, SyntaxErrors.Sign("->"), found, null)));
}
