using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Syntax;

internal sealed partial class Parser
{
    private const int ComparisonLevel = 3;
    private const int AdditionLevel = 4;

    /// <summary>Inside the end of a range, where <c>[</c> may close it.</summary>
    private bool inRangeEnd;

    private Expression ReadExpression()
    {
        if (++depth > limits.ExpressionDepth)
            GiveUp(Current.Span);
        var expression = ReadBinary(1);
        depth--;
        return expression;
    }

    // All binary operators associate to the left, ** too: 3 ** 4 ** 5 is 81 ** 5 in the conformance cases.
    private static int LevelOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And => 2,
        BinaryOperator.Add or BinaryOperator.Subtract => AdditionLevel,
        BinaryOperator.Multiply or BinaryOperator.Divide => 5,
        BinaryOperator.Power => 6,
        _ => ComparisonLevel,
    };

    private Expression ReadBinary(int level)
    {
        var start = Current.Start;
        return ContinueBinary(ReadUnary(), start, level);
    }

    private Expression ContinueBinary(Expression left, int start, int level)
    {
        while (true)
        {
            var sign = Current;
            if (sign.Kind == TokenKind.Between && level <= ComparisonLevel)
                left = ReadBetween(left, start);
            else if (sign.Kind == TokenKind.In && level <= ComparisonLevel)
                left = ReadIn(left, start);
            else if (sign.Kind.Operator() is { } binary && LevelOf(binary) >= level)
                left = ReadRight(left, start, binary);
            else
                return left;
        }
    }

    private BinaryExpression ReadRight(Expression left, int start, BinaryOperator binary)
    {
        var sign = tokens[index++];
        var right = ReadBinary(LevelOf(binary) + 1);
        return Grown(new BinaryExpression(From(start), binary, left, right, sign.Span), left, right);
    }

    private BetweenExpression ReadBetween(Expression value, int start)
    {
        index++;
        var low = ReadBinary(AdditionLevel);
        Expression high = ExpectWord(TokenKind.And, "and") ? ReadBinary(AdditionLevel) : Missing();
        return Grown(new BetweenExpression(From(start), value, low, high), value, low, high);
    }

    private InExpression ReadIn(Expression value, int start)
    {
        index++;
        var tests = ReadTests();
        return Grown(new InExpression(From(start), value, tests), [value, .. tests]);
    }

    private IReadOnlyList<Expression> ReadTests()
    {
        if (!At(TokenKind.LeftParenthesis))
            return [ReadTest(AdditionLevel)];
        var start = Current.Start;
        var (tests, isValue) = ReadParenthesised(severalTests: true);
        return isValue ? [ContinueBinary(ContinuePostfix(tests[0], start), start, AdditionLevel)] : tests;
    }

    private Expression ReadTest(int level)
    {
        var sign = Current;
        if (sign.Kind.Comparison() is not { } comparison)
            return level == AdditionLevel ? ReadBinary(level) : ReadExpression();
        index++;
        var operand = ReadBinary(AdditionLevel);
        return Grown(new UnaryTest(From(sign.Start), comparison, operand), operand);
    }

    // A sign binds more tightly than any binary operator: -3 ** 2 is 9 in the conformance cases.
    private Expression ReadUnary()
    {
        var sign = Current;
        if (sign.Kind is not (TokenKind.Minus or TokenKind.Not))
            return ReadInstanceOf();
        if (++depth > limits.ExpressionDepth)
            GiveUp(sign.Span);
        else
            index++;
        var operand = ReadUnary();
        depth--;
        return sign.Kind == TokenKind.Minus
            ? Grown(new NegationExpression(From(sign.Start), operand), operand)
            : Grown(new CallExpression(From(sign.Start), new NameExpression(sign.Span, "not"), [new Argument(null, default, operand)]), operand);
    }

    private Expression ReadInstanceOf()
    {
        var start = Current.Start;
        var value = ContinuePostfix(ReadPrimary(), start);
        while (Accept(TokenKind.Instance))
        {
            ExpectWord(TokenKind.Of, "of");
            var type = ReadType();
            value = Grown(new InstanceOfExpression(From(start), value, type), value);
        }
        return value;
    }

    private Expression ContinuePostfix(Expression target, int start)
    {
        while (true)
        {
            if (Accept(TokenKind.Dot))
                target = ReadPath(target, start);
            else if (At(TokenKind.LeftParenthesis))
                target = ReadCall(target, start);
            else if (At(TokenKind.LeftBracket) && !ClosesRange())
                target = ReadFilter(target, start);
            else
                return target;
        }
    }

    /// <summary>Whether the <c>[</c> here ends a range, as in [1..5[, because no condition can begin behind it.</summary>
    private bool ClosesRange() => inRangeEnd && !Ahead().BeginsExpression();

    private PathExpression ReadPath(Expression target, int start)
    {
        var (name, length) = members.Longest(tokens, index);
        if (name == null && IsMemberName())
            (name, length) = (Current.Text, 1);
        if (name == null)
            TellExpected(SyntaxErrors.Name, SyntaxErrors.NameExpected);
        var nameStart = Current.Start;
        index += length;
        var nameSpan = length > 0 ? From(nameStart) : new TextSpan(nameStart, 0);
        return Grown(new PathExpression(From(start), target, name ?? "", nameSpan), target);
    }

    // A keyword is a member's name where it touches the dot; elsewhere it more likely goes on with the expression.
    private bool IsMemberName() => At(TokenKind.Name) || Current.Kind.IsWord() && !Current.SpaceBefore;

    private FilterExpression ReadFilter(Expression target, int start)
    {
        var opening = tokens[index++];
        var condition = Inside(TokenKind.RightBracket, ReadExpression);
        Close(TokenKind.RightBracket, opening);
        return Grown(new FilterExpression(From(start), target, condition), target, condition);
    }

    private CallExpression ReadCall(Expression callee, int start)
    {
        var opening = tokens[index++];
        var arguments = new List<Argument>();
        ReadItems(TokenKind.RightParenthesis, opening, () => arguments.Add(ReadArgument()));
        if (arguments.Exists(a => a.Name == null) && arguments.Find(a => a.Name != null) is { } named)
            diagnostics.Add(SyntaxErrors.MixedArguments(new Place(text, named.NameSpan)));
        return Grown(new CallExpression(From(start), callee, arguments), [callee, .. arguments.Select(a => a.Value)]);
    }

    private Argument ReadArgument()
    {
        if (!NameAndColonFollow())
            return new Argument(null, default, ReadExpression());
        var name = ReadNewName(TokenKind.Colon);
        index++;
        return new Argument(name.Name, name.Span, ReadExpression());
    }

    private bool NameAndColonFollow()
    {
        var distance = 0;
        while (Ahead(distance).ContinuesName())
            distance++;
        return distance > 0 && Current.Kind.IsWord() && Ahead(distance) == TokenKind.Colon;
    }

    private MissingExpression Missing() => new(new TextSpan(Current.Start, 0));
}
