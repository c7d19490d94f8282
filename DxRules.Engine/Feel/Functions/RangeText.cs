using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Functions;

/// <summary>Reads a range whose ends are written as literals, as the function <c>range</c> takes it.</summary>
internal static class RangeText
{
    /// <summary>The range; null where the text is none, an end is no literal, or the ends do not ascend.</summary>
    public static FeelRange? Read(string text)
    {
        var tree = Parser.Parse(EmbeddedText.Whole(new SourceText("", text)), ParserOptions.Dynamic());
        if (tree.HasErrors || tree.Root is not RangeLiteral literal)
            return null;
        var (start, end) = (ValueOf(literal.Start), ValueOf(literal.End));
        return Operators.LessOrEqual(start, end) == true ? new FeelRange(start, literal.IncludesStart, end, literal.IncludesEnd) : null;
    }

    private static object? ValueOf(Expression expression) => expression switch
    {
        NumberLiteral number => number.Value,
        TextLiteral text => text.Value,
        TemporalLiteral temporal => TemporalTexts.Parse(temporal.Text),
        NegationExpression { Operand: NumberLiteral number } => -number.Value,
        CallExpression { Callee: NameExpression { Name: "date" }, Arguments: [{ Value: TextLiteral text }] } => TemporalTexts.ParseDate(text.Value),
        CallExpression { Callee: NameExpression { Name: "time" }, Arguments: [{ Value: TextLiteral text }] } => TemporalTexts.ParseTime(text.Value),
        CallExpression { Callee: NameExpression { Name: "date and time" }, Arguments: [{ Value: TextLiteral text }] } => TemporalTexts.ParseDateTime(text.Value),
        CallExpression { Callee: NameExpression { Name: "duration" }, Arguments: [{ Value: TextLiteral text }] } => TemporalTexts.ParseDuration(text.Value),
        _ => null,
    };
}
