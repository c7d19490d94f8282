using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>Operators: logic with its guards, comparisons with their words, arithmetic with its types.</summary>
internal sealed partial class Binder
{
    private Bound BindBinary(BinaryExpression syntax) => syntax.Operator switch
    {
        BinaryOperator.And => BindAnd(syntax),
        BinaryOperator.Or => BindOr(syntax),
        BinaryOperator.Equal or BinaryOperator.NotEqual => BindEquality(syntax),
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => BindComparison(syntax),
        _ => BindArithmetic(syntax),
    };

    private Bound BindAnd(BinaryExpression syntax)
    {
        var left = BindBoolean(syntax.Left);
        var right = Guarded(Guards.WhenTrue(left), () => BindBoolean(syntax.Right));
        return left.Type.IsError || right.Type.IsError ? new BoundError(syntax) : new BoundAnd(left, right, syntax);
    }

    private Bound BindOr(BinaryExpression syntax)
    {
        var left = BindBoolean(syntax.Left);
        var right = Guarded(Guards.WhenFalse(left), () => BindBoolean(syntax.Right));
        return left.Type.IsError || right.Type.IsError ? new BoundError(syntax) : new BoundOr(left, right, syntax);
    }

    private Bound BindEquality(BinaryExpression syntax)
    {
        var isEqual = syntax.Operator == BinaryOperator.Equal;
        if (syntax.Right is NullLiteral)
            return BindIsNull(syntax.Left, isEqual, syntax);
        if (syntax.Left is NullLiteral)
            return BindIsNull(syntax.Right, isEqual, syntax);
        return Equality(Bind(syntax.Left), Bind(syntax.Right), syntax.Operator, syntax);
    }

    private Bound Equality(Bound left, Bound right, BinaryOperator @operator, Expression syntax)
    {
        (left, right) = AsSameType(left, right);
        if (left.Type.IsError || right.Type.IsError)
            return new BoundError(syntax);
        return left.Type == right.Type && left.Type is ScalarType or EnumType
            ? new BoundBinary(FeelType.Boolean, @operator, left, right, syntax)
            : errors.NotComparable(left, right, syntax);
    }

    private Bound BindIsNull(Expression operandSyntax, bool expected, Expression syntax)
    {
        var span = operandSyntax is PathExpression path ? path.NameSpan : operandSyntax.Span;
        openTests.Add(span);
        var operand = Bind(operandSyntax);
        openTests.Remove(span);
        if (operand.Type.IsError)
            return new BoundError(syntax);
        if (operand is not BoundMember member)
            return errors.NullTestOfValue(operand);

        var test = new BoundIsNull(member, expected, syntax);
        if (use.IsText)
            return test;
        if (IsNeed(member) || member.Member.Kind == MemberKind.Measure)
            return scope.NeedsAreUnreadable ? new BoundError(syntax) : errors.NullTestOfNeed(member);
        if (!member.Member.CanBeMissing)
            return errors.NeverNull(member);
        var isPlainFact = member.Member.Kind is MemberKind.Fact or MemberKind.FactList;
        if (isPlainFact && !scope.ReportedMissing.Contains(member.Member) && Guards.WayTo(member) is { } way)
            scope.Tested.TryAdd(way, (test, text));
        return test;
    }

    // A need covers its member wherever the rule reads it, but only the need itself is barred from a test: 前段.状態 is not 状態.
    private bool IsNeed(BoundMember member) =>
        (PathOf(member.Target) ?? FactPath.Start).Then(member.Member).AsFact() is { } fact && scope.NeededPaths.Contains(fact.En);

    private Bound BindComparison(BinaryExpression syntax) => Comparison(Bind(syntax.Left), Bind(syntax.Right), syntax.Operator, syntax);

    private Bound Comparison(Bound left, Bound right, BinaryOperator @operator, Expression syntax)
    {
        if (left.Type.IsError || right.Type.IsError)
            return new BoundError(syntax);
        if (left.Type == right.Type && left.Type.IsOrdered)
            return new BoundBinary(FeelType.Boolean, @operator, left, right, syntax);
        if ((left.Type == FeelType.Days && right.Type == FeelType.Months) || (left.Type == FeelType.Months && right.Type == FeelType.Days))
            return errors.DaysAgainstMonths(syntax);
        return errors.NotComparable(left, right, syntax);
    }

    private Bound BindBetween(BetweenExpression syntax)
    {
        var value = Bind(syntax.Value);
        return Between(value, new RangeLiteral(syntax.Span, true, syntax.Low, syntax.High, true), syntax);
    }

    private Bound Between(Bound value, RangeLiteral range, Expression syntax)
    {
        var (low, high) = (Bind(range.Start), Bind(range.End));
        var (overLow, underHigh) = (Comparison(value, low, BinaryOperator.GreaterOrEqual, syntax), Comparison(value, high, BinaryOperator.LessOrEqual, syntax));
        return overLow.Type.IsError || underHigh.Type.IsError
            ? new BoundError(syntax)
            : new BoundBetween(value, low, high, range.IncludesStart, range.IncludesEnd, syntax);
    }

    /// <summary>value in (a, b) is value = a or value = b; a list is a search.</summary>
    private Bound BindIn(InExpression syntax)
    {
        if (syntax.Tests.Count > scope.Limits.RuleDepth)
            return TooLarge(syntax);
        var value = Bind(syntax.Value);
        Bound? any = null;
        foreach (var test in syntax.Tests)
        {
            var bound = BindTest(value, test);
            any = any is null ? bound : any.Type.IsError || bound.Type.IsError ? new BoundError(syntax) : new BoundOr(any, bound, syntax);
        }
        // The value stands before each test, so that tests of tests double.
        return any is null || any.Type.IsError || cost.Of(any) <= scope.Limits.RuleParts ? any ?? new BoundError(syntax) : TooLarge(syntax);
    }

    private Bound BindTest(Bound value, Expression test)
    {
        switch (test)
        {
            case UnaryTest { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } unary:
                return Equality(value, Bind(unary.Operand), unary.Operator, unary);
            case UnaryTest unary:
                return Comparison(value, Bind(unary.Operand), unary.Operator, unary);
            case RangeLiteral range:
                return Between(value, range, range);
            default:
                var other = Bind(test);
                return other.Type is ListType list ? Contains(other, list, value, test) : Equality(value, other, BinaryOperator.Equal, test);
        }
    }

    private Bound BindNegation(NegationExpression syntax)
    {
        var operand = Bind(syntax.Operand);
        if (operand.Type.IsError)
            return operand;
        if (operand is BoundConstant { Value: decimal number })
            return new BoundConstant(FeelType.Number, -number, syntax);
        return operand.Type == FeelType.Number || operand.Type == FeelType.Days || operand.Type == FeelType.Months
            ? new BoundNegation(operand, syntax)
            : errors.Expected(FeelType.Number, operand);
    }

    private Bound BindArithmetic(BinaryExpression syntax)
    {
        var (left, right) = (Bind(syntax.Left), Bind(syntax.Right));
        if (left.Type.IsError || right.Type.IsError)
            return new BoundError(syntax);
        if (Arithmetic.ResultOf(syntax.Operator, left.Type, right.Type) is { } result)
            return new BoundBinary(result, syntax.Operator, left, right, syntax);
        return errors.NoOperator(syntax, left.Type, right.Type);
    }

    /// <summary>A text beside a word of a closed set becomes that word; everything else stays as it is.</summary>
    private (Bound Left, Bound Right) AsSameType(Bound left, Bound right)
    {
        if (left.Type is EnumType ofLeft && right.Type == FeelType.Text)
            return (left, AsWord(right, ofLeft));
        if (right.Type is EnumType ofRight && left.Type == FeelType.Text)
            return (AsWord(left, ofRight), right);
        return (left, right);
    }

    private Bound AsWord(Bound text, EnumType type)
    {
        switch (text)
        {
            case BoundConstant { Value: string word }:
                return type.Find(word) is { } found ? new BoundConstant(type, found.Value, text.Syntax) : errors.UnknownWord(type, word, text.Syntax);
            case BoundParameter { Parameter: { Value: string word } symbol }:
                return type.Find(word) is { } set
                    ? new BoundParameter(symbol with { Type = type, Value = set.Value }, text.Syntax)
                    : errors.UnknownWord(type, word, text.Syntax);
            default:
                return use.IsText ? text : errors.WordExpected(type, text);
        }
    }
}
